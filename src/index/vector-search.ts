import type Database from 'better-sqlite3';
import { type Condition, filterCondition, isOpenFilter } from './filter-condition.ts';
import { type NeighbourGraph, openNeighbourGraph } from './neighbour-graph.ts';
import type { SearchFilter } from './search-index.ts';
import { type Nearest, readMatrix, scanMatrix, type VectorMatrix } from './vector-matrix.ts';
import { VECTOR_ROWS, type VectorKind } from './vector-rows.ts';

/** Up to this many vectors every one is looked at: that takes about 10 ms, is exact, and needs no graph. */
export const EXACT_SCAN_VECTORS = 20_000;

const VECTOR_COUNT: Record<VectorKind, string> = {
  passage: 'SELECT count(*) AS count FROM passage_vectors',
  sentence: 'SELECT count(*) AS count FROM sentences',
};
const IS_CLOSED = `p.access_id NOT IN (SELECT id FROM accesses WHERE access = '{"kind":"public"}')`;

export type VectorSearch = {
  /** The nearest vectors of passages the filter lets through, best first. */
  search(query: Float32Array, options: { filter: SearchFilter; limit: number }): Nearest[];
  /** Forgets what is in memory: the database has changed. */
  reset(): void;
  /** Loads or builds what the next search needs. */
  prepare(): void;
};

export type VectorSearchOptions = { folder: string; kind: VectorKind; dimensions: number; exactVectors?: number };

/** Nearest vectors of one kind: exact where few come into question, else by the graph derived from the database. */
export function openVectorSearch(db: Database.Database, options: VectorSearchOptions): VectorSearch {
  const { kind, dimensions, exactVectors = EXACT_SCAN_VECTORS } = options;
  let matrix: VectorMatrix | undefined;
  let graph: NeighbourGraph | undefined;
  let count: number | undefined;
  const read = ({ sql, values }: Condition) => readMatrix(db, VECTOR_ROWS[kind] + sql, { values, dimensions });
  const isSmall = () => {
    // Counted once a state: SQLite would walk through all the vectors for it.
    count ??= countVectors(db, kind);
    return count <= exactVectors;
  };
  const wholeMatrix = () => {
    matrix ??= read({ sql: 'TRUE', values: [] });
    return matrix;
  };
  const wholeGraph = () => {
    graph ??= openNeighbourGraph(db, options);
    return graph;
  };

  return {
    search(query, { filter, limit }) {
      const condition = filterCondition(db, filter);
      if (isSmall()) {
        const allowed = allowedPassages(db, condition);
        return scanMatrix(wholeMatrix(), query, { limit, isAllowed: (id) => allowed.has(id) });
      }
      const allowed = isOpenFilter(filter) ? undefined : allowedPassages(db, condition);
      if (allowed && countOf(db, kind, condition) <= exactVectors) return scanMatrix(read(condition), query, { limit });
      const closed = read({ sql: `${condition.sql} AND ${IS_CLOSED}`, values: condition.values });
      const found = [
        ...wholeGraph().search(query, { limit, isAllowed: allowed && ((id) => allowed.has(id)) }),
        ...scanMatrix(closed, query, { limit }),
      ];
      return found.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, limit);
    },
    reset() {
      matrix = undefined;
      graph = undefined;
      count = undefined;
    },
    prepare() {
      if (isSmall()) wholeMatrix();
      else wholeGraph();
    },
  };
}

function countVectors(db: Database.Database, kind: VectorKind): number {
  return (db.prepare(VECTOR_COUNT[kind]).get() as { count: number }).count;
}

function countOf(db: Database.Database, kind: VectorKind, { sql, values }: Condition): number {
  const from = kind === 'passage' ? 'passages p' : 'passages p JOIN sentences s ON s.passage_id = p.id';
  return (db.prepare(`SELECT count(*) AS count FROM ${from} WHERE ${sql}`).get(...values) as { count: number }).count;
}

function allowedPassages(db: Database.Database, { sql, values }: Condition): Set<number> {
  return new Set(
    db
      .prepare(`SELECT p.id FROM passages p WHERE ${sql}`)
      .pluck()
      .all(...values) as number[],
  );
}
