export type VectorKind = 'passage' | 'sentence';

/** Queries for id, passageId and vector, to be ended with a condition on the passage `p`. */
export const VECTOR_ROWS: Record<VectorKind, string> = {
  passage: `SELECT p.id AS id, p.id AS passageId, v.vector AS vector
    FROM passages p JOIN passage_vectors v ON v.id = p.id WHERE `,
  sentence: `SELECT s.id AS id, s.passage_id AS passageId, s.vector AS vector
    FROM passages p JOIN sentences s ON s.passage_id = p.id WHERE `,
};
