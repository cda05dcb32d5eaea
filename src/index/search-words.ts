import type Database from 'better-sqlite3';
import { filterCondition } from './filter-condition.ts';
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
  options: { filter: SearchFilter; limit: number },
): Ranked[] {
  const query = matchQuery(terms);
  if (query === '') return [];
  const { sql, values } = filterCondition(db, options.filter);
  const rows = ['public_words', 'closed_words'].flatMap(
    (table) =>
      db
        .prepare(
          `SELECT w.rowid AS passageId, -bm25(${table}, ${CONTEXT_WEIGHT}, 1.0) AS score
           FROM ${table} w JOIN passages p ON p.id = w.rowid
           WHERE ${table} MATCH ? AND ${sql} ORDER BY score DESC, passageId LIMIT ?`,
        )
        .all(query, ...values, options.limit) as Ranked[],
  );
  return rows.sort((a, b) => b.score - a.score || a.passageId - b.passageId).slice(0, options.limit);
}

/** Terms as quoted strings, so that nothing in them is syntax to FTS5; those without a letter or digit are left out. */
function matchQuery(terms: string[]): string {
  const words = terms.filter((term) => /[\p{L}\p{N}]/u.test(term)).map((term) => `"${term.replace(/["\0]/g, ' ')}"`);
  return [...new Set(words)].join(' OR ');
}
