import { randomUUID } from 'node:crypto';
import { openApp } from './app.ts';
import { type Audience, PUBLIC_AUDIENCE } from './audience.ts';
import { readConfig } from './config.ts';
import { MinutebookRetriever } from './models/minutebook-retriever.ts';

export { MinutebookRetriever };

/** `index`: its folder, else MINUTEBOOK_INDEX, else `index`. `k`: documents a query gives at most, 10 by default. */
export type OpenRetrieverOptions = { index?: string; audience?: Audience; k?: number };

/**
 * The index in a folder as a LangChain retriever, for an audience (by default the public), to be closed after use. Throws
 * AppErrors: `not-found` at the first query where there is no index, `invalid` for a setting that cannot be used.
 */
export function openRetriever({ index, audience = PUBLIC_AUDIENCE, k }: OpenRetrieverOptions = {}): {
  retriever: MinutebookRetriever;
  close(): Promise<void>;
} {
  const { search, close } = openApp(readConfig(process.env, index === undefined ? {} : { index }), { log: warn });
  return { retriever: new MinutebookRetriever({ search, audience, ...(k === undefined ? {} : { k }) }), close };
}

/** Whoever imports this has a log of their own; Node hands them what is said here. */
function warn(error: unknown): string {
  const reference = randomUUID().slice(0, 8);
  process.emitWarning(`Minutebook, reference ${reference}: ${error instanceof Error ? error.message : String(error)}`);
  return reference;
}
