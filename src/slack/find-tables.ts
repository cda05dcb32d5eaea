import type { Answer } from '../answer.ts';
import type { App } from '../app.ts';
import type { Audience } from '../audience.ts';
import { AppError } from '../errors.ts';
import type { CitedTable } from '../excerpt.ts';
import { nameSources } from './blocks/answer/name-sources.ts';

/**
 * The tables that an answer's sources stand in, as the audience may read them, by the number of the source; a table
 * cited twice comes with its first source only.
 */
export function findTables(
  answer: Answer,
  { app, audience }: { app: Pick<App, 'showCited'>; audience: Audience },
): Map<number, CitedTable> {
  const tables = new Map<number, CitedTable>();
  const seen = new Set<string>();
  if (answer.kind === 'declined') return tables;
  const tabular = new Set(answer.hits.flatMap(({ passage }) => (passage.kind === 'table' ? [passage.id] : [])));
  for (const { number, cited, passageId } of nameSources(answer)) {
    if (!tabular.has(passageId)) continue;
    const table = tableAt(cited, { app, audience });
    const key = JSON.stringify(table?.rows.map(({ cells }) => cells));
    if (!table || seen.has(key)) continue;
    seen.add(key);
    tables.set(number, table);
  }
  return tables;
}

/** A source that has gone meanwhile, or is closed, has no table. */
function tableAt(cited: Parameters<App['showCited']>[0], { app, audience }: Parameters<typeof findTables>[1]) {
  try {
    return app.showCited(cited, { audience }).table;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}
