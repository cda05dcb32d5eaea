import type Database from 'better-sqlite3';
import { type Condition, filterCondition, isOpenFilter } from './filter-condition.ts';
import type { Ranked, SearchFilter } from './search-index.ts';

/** Weight of a word in the context (committee, date, heading) against 1 for one in the text. */
const CONTEXT_WEIGHT = 0.7;

/**
 * BM25 over the passages a filter lets through, best first; any of the terms may match, one of several words as
 * a phrase. Passages closed to the public are ranked among themselves and never weigh on the public's.
 */
export function searchWords(
  db: Database.Database,
  terms: string[],
  { filter, limit }: { filter: SearchFilter; limit: number },
): Ranked[] {
  const query = matchQuery(terms);
  if (query === '') return [];
  const condition = filterCondition(db, filter);
  const rows = [
    // Everybody may read what is public: an open filter need not look at the passages themselves.
    ...searchTable(db, 'public_words', { query, limit, ...(isOpenFilter(filter) ? {} : { condition }) }),
    ...searchTable(db, 'closed_words', { query, limit, condition }),
  ];
  return rows.sort((a, b) => b.score - a.score || a.passageId - b.passageId).slice(0, limit);
}

type TableOptions = { query: string; limit: number; condition?: Condition };

function searchTable(db: Database.Database, table: string, { query, limit, condition }: TableOptions): Ranked[] {
  // The plus keeps SQLite from searching the words anew for every passage that is allowed, which takes thirty times as long.
  const allowed = condition ? `AND +w.rowid IN (SELECT p.id FROM passages p WHERE ${condition.sql})` : '';
  return db
    .prepare(
      `SELECT w.rowid AS passageId, -bm25(${table}, ${CONTEXT_WEIGHT}, 1.0) AS score FROM ${table} w
       WHERE ${table} MATCH ? ${allowed} ORDER BY score DESC, passageId LIMIT ?`,
    )
    .all(query, ...(condition?.values ?? []), limit) as Ranked[];
}

/** Terms as quoted strings, so that nothing in them is syntax to FTS5; those without a letter or digit are left out. */
function matchQuery(terms: string[]): string {
  const words = terms.filter((term) => /[\p{L}\p{N}]/u.test(term)).map((term) => `"${term.replace(/["\0]/g, ' ')}"`);
  return [...new Set(words)].join(' OR ');
}
