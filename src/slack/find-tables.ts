import type { Answer } from '../answer.ts';
import type { App } from '../app.ts';
import type { Audience } from '../audience.ts';
import { AppError } from '../errors.ts';
import type { CitedTable, CitedWords } from '../excerpt.ts';
import { nameSources } from './blocks/answer/name-sources.ts';

export type FindTablesOptions = { app: Pick<App, 'showCited'>; audience: Audience };

/**
 * The tables that an answer's sources stand in, as the audience may read them, by the number of the source. A table
 * that is cited more than once comes with its first source, all cited rows marked.
 */
export function findTables(answer: Answer, options: FindTablesOptions): Map<number, CitedTable> {
  const tables = new Map<number, CitedTable>();
  if (answer.kind === 'declined') return tables;
  const tabular = new Set(answer.hits.flatMap(({ passage }) => (passage.kind === 'table' ? [passage.id] : [])));
  const numberOf = new Map<number, number>();
  for (const { number, cited, passageId } of nameSources(answer)) {
    const table = tabular.has(passageId) ? tableAt(cited, options) : undefined;
    if (!table) continue;
    const first = numberOf.get(passageId) ?? number;
    numberOf.set(passageId, first);
    tables.set(first, joinMarks(tables.get(first), table));
  }
  return tables;
}

/** A source that has gone meanwhile has no table. */
function tableAt(cited: CitedWords, { app, audience }: FindTablesOptions): CitedTable | undefined {
  try {
    return app.showCited(cited, { audience }).table;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}

function joinMarks(seen: CitedTable | undefined, table: CitedTable): CitedTable {
  const rows = table.rows.map((row, n) => ({ ...row, cited: row.cited || seen?.rows[n]?.cited === true }));
  return { ...table, rows };
}
