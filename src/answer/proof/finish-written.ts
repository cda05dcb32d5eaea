import type { Answer, Statement } from '../../answer.ts';
import type { Passage } from '../../passage.ts';
import type { Proof } from '../../proof.ts';
import type { Question } from '../../question.ts';
import type { Written } from '../../writer.ts';
import { countWords } from '../count-words.ts';
import { noteDoubts } from '../note-doubts.ts';
import { MAX_WRITTEN_WORDS } from './prove-statements.ts';

export type FinishOptions = {
  question: Question;
  written: Written;
  /** What is sent without a model. */
  extractive: Answer;
  /** What the model was shown. */
  passages: Map<string, Passage>;
};

const PARTLY = 'The papers answer only a part of this.';

/**
 * The answer to send: what is proved, in the order written, with a quotation in place of a statement that is not but whose
 * quotations are real. The extractive answer is sent unchanged where the model declined or none of its own statements
 * holds. At most MAX_WRITTEN_WORDS words.
 */
export function finishWritten({ kept, dropped }: Proof, options: FinishOptions): Answer {
  const { question, written, extractive, passages } = options;
  if (written.kind === 'declined' || kept.length === 0) return extractive;
  const quoted = dropped.flatMap(({ at, instead }) => (instead ? [{ at, statement: instead }] : []));
  const inOrder = [...kept, ...quoted].sort((a, b) => a.at - b.at).map(({ statement }) => statement);
  const statements = fit(inOrder);
  const cited = new Set(statements.flatMap(({ citations }) => citations.map(({ passageId }) => passageId)));
  const known = new Map(extractive.hits.map((hit) => [hit.passage.id, hit]));
  const chosen = [...passages.values()]
    .filter(({ id }) => cited.has(id))
    .map((passage) => known.get(passage.id) ?? { passage, score: 0, similarity: 0, sentences: [], byRecord: false });
  const isPartly = written.kind === 'partly' || statements.length < written.statements.length;
  return {
    kind: 'grounded',
    statements,
    notes: [...(isPartly ? [PARTLY] : []), ...noteDoubts(question, { chosen, hits: extractive.hits, statements })],
    coverage: extractive.coverage,
    hits: extractive.hits,
  };
}

/** As many as fit, each once: two statements that fail for the same quotation leave the same quotation. */
function fit(statements: Statement[]): Statement[] {
  const said = new Set<string>();
  let words = 0;
  return statements.filter(({ text }) => {
    if (said.has(text) || words + countWords(text) > MAX_WRITTEN_WORDS) return false;
    said.add(text);
    words += countWords(text);
    return true;
  });
}
