import type Database from 'better-sqlite3';

/** Vectors in memory: the one at place i has id `ids[i]`, belongs to passage `passageIds[i]`, and is a row of `values`. */
export type VectorMatrix = { ids: number[]; passageIds: number[]; values: Float32Array; dimensions: number };

export type VectorRow = { id: number; passageId: number; vector: Buffer };
export type Nearest = { id: number; passageId: number; score: number };

/** Reads rows of the given query (id, passageId, vector) into memory. */
export function readMatrix(
  db: Database.Database,
  sql: string,
  { values, dimensions }: { values: (string | number)[]; dimensions: number },
): VectorMatrix {
  const rows = db.prepare(sql).all(...values) as VectorRow[];
  const matrix = new Float32Array(rows.length * dimensions);
  for (const [index, row] of rows.entries()) matrix.set(floatsOf(row.vector), index * dimensions);
  return { ids: rows.map((row) => row.id), passageIds: rows.map((row) => row.passageId), values: matrix, dimensions };
}

/** A stored vector as numbers. */
export function floatsOf(bytes: Buffer): Float32Array {
  // A Float32Array must begin at a multiple of four, a Buffer need not.
  const copy = new Uint8Array(bytes);
  return new Float32Array(copy.buffer, 0, copy.byteLength / 4);
}

type ScanOptions = { limit: number; isAllowed?: ((passageId: number) => boolean) | undefined };

/** The vectors nearest by dot product, best first, ties by id: every vector of an allowed passage is looked at. */
export function scanMatrix(matrix: VectorMatrix, query: Float32Array, { limit, isAllowed }: ScanOptions): Nearest[] {
  const best: Nearest[] = [];
  for (let index = 0; index < matrix.ids.length; index++) {
    const passageId = matrix.passageIds[index] as number;
    if (isAllowed && !isAllowed(passageId)) continue;
    const score = dotProduct(matrix.values, index * matrix.dimensions, query);
    if (best.length >= limit && score <= (best[best.length - 1]?.score ?? 0)) continue;
    insertSorted(best, { id: matrix.ids[index] as number, passageId, score });
    if (best.length > limit) best.pop();
  }
  return best;
}

function dotProduct(values: Float32Array, offset: number, query: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < query.length; at++) sum += (values[offset + at] as number) * (query[at] as number);
  return sum;
}

function insertSorted(best: Nearest[], item: Nearest): void {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((best[middle] as Nearest).score >= item.score) low = middle + 1;
    else high = middle;
  }
  best.splice(low, 0, item);
}
