import type Database from 'better-sqlite3';
import { audienceKey } from '../audience.ts';
import { listClosedPapers } from './closed-papers.ts';
import { filterCondition } from './filter-condition.ts';
import { readLedgerEntries, readMeasurePoints, readReferences } from './follow/read-followed.ts';
import { readVersion } from './index-version.ts';
import { lockIndex } from './lock-index.ts';
import { readNamings } from './namings.ts';
import { type DatabaseOptions, openDatabase, rebuiltPath, removeDatabase } from './open-database.ts';
import { readMeetings, readPapers, readPaperText } from './read-papers.ts';
import { passagesByIds, passagesWhere } from './read-passages.ts';
import { readSetup } from './schema.ts';
import type { RankedSentence, SearchFilter, SearchIndex } from './search-index.ts';
import { searchWords } from './search-words.ts';
import { settleStatuses } from './settle-statuses.ts';
import { asStorageError } from './storage-error.ts';
import { removeSource, type SourceDraft, storeSource } from './store-source.ts';
import { openVectorSearch } from './vector-search.ts';
import { versionMemory } from './version-memory.ts';

export type IndexOptions = DatabaseOptions & {
  /** How long to wait for another process that is writing; then AppError `unavailable`. */
  waitMs?: number;
  /** Up to how many vectors every one is looked at; for tests of the graph. */
  exactVectors?: number;
};

/** What the index knows of a file before it is read: the same name, the same content, or neither. */
export type SourceState =
  | { kind: 'new' }
  | { kind: 'unchanged' }
  | { kind: 'changed' }
  | { kind: 'duplicate'; of: string };

/**
 * The whole index: the search side, and what ingestion needs. Writing asks for `writing` when it is opened; which
 * minutes are confirmed or corrected is settled over all papers when it is prepared or closed.
 */
export interface Index extends SearchIndex {
  /** Names of the files whose papers the index holds, in order. */
  sources(): string[];
  sourceState(source: string, sha256: string): SourceState;
  storeSource(draft: SourceDraft): void;
  /** False if the index holds no such file. */
  removeSource(source: string): boolean;
  counts(): IndexCounts;
  /** Settles statuses, if writing, and loads, extends or builds what the first search would have to wait for. */
  prepare(): void;
}

export type IndexCounts = { sources: number; papers: number; passages: number; sentences: number };

/**
 * Opens the index in a folder. With `writing` it is made if need be, and no other process can write to it until
 * close. Errors as of openDatabase and lockIndex.
 */
export function openIndex(folder: string, options: IndexOptions = {}): Index {
  const lock = options.writing ? lockIndex(folder, options) : undefined;
  try {
    // A rebuild that was broken off does not know of what is written from here on.
    if (options.writing) removeDatabase(rebuiltPath(folder));
    return openUnlocked(folder, { ...options, release: () => lock?.release() });
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** As openIndex, for whoever has the lock and gives it back in `release`. */
export function openUnlocked(folder: string, options: IndexOptions & { release(): void }): Index {
  const { exactVectors, writing = false, release } = options;
  return makeIndex(openDatabase(folder, options), { folder, exactVectors, writing, release });
}

type MakeOptions = { folder: string; exactVectors: number | undefined; writing: boolean; release(): void };

function makeIndex(db: Database.Database, { folder, exactVectors, writing, release }: MakeOptions): Index {
  const search = searchSide(db, { folder, ...(exactVectors === undefined ? {} : { exactVectors }) });
  return {
    ...search,
    prepare() {
      if (writing) settleStatuses(db);
      search.prepare();
    },
    sources: () => db.prepare('SELECT path FROM sources ORDER BY path').pluck().all() as string[],
    sourceState: (source, sha256) => sourceState(db, source, sha256),
    storeSource: (draft) => asStorageError(draft.source, () => storeSource(db, draft)),
    removeSource: (source) => asStorageError(source, () => removeSource(db, source)),
    counts: () => readCounts(db),
    close() {
      try {
        if (writing) settleStatuses(db);
      } finally {
        db.close();
        release();
      }
    },
  };
}

function searchSide(db: Database.Database, options: { folder: string; exactVectors?: number }) {
  const dimensions = readSetup(db)?.dimensions ?? 0;
  const passageVectors = openVectorSearch(db, { ...options, kind: 'passage', dimensions });
  const sentenceVectors = openVectorSearch(db, { ...options, kind: 'sentence', dimensions });
  const memory = versionMemory(() => readVersion(db));
  const isCurrent = changeWatcher(db);
  // In one read transaction, so that another process's writing cannot come between two statements.
  const fresh = <T>(search: () => T): T =>
    db.transaction(() => {
      if (!isCurrent()) for (const vectors of [passageVectors, sentenceVectors]) vectors.reset();
      return search();
    })();
  const readers: Omit<SearchIndex, 'close'> & { prepare(): void } = {
    searchWords: (terms, filter, limit) => searchWords(db, terms, { filter, limit }),
    searchPassageVectors: (vector, filter, limit) =>
      fresh(() =>
        passageVectors.search(vector, { filter, limit }).map(({ passageId, score }) => ({ passageId, score })),
      ),
    searchSentenceVectors: (vector, filter, limit) =>
      fresh(() => sentenceVectors.search(vector, { filter, limit }).map((hit) => sentenceOf(db, hit))),
    passages: (ids, audience) => passagesByIds(db, ids, audience),
    listPassages: (filter) => passagesWhere(db, filterCondition(db, filter)),
    papers: (audience, source) => readPapers(db, audience, source),
    meetings: (audience) => memory.remember(`meetings ${audienceKey(audience)}`, () => readMeetings(db, audience)),
    paperText: (paperId, audience) => readPaperText(db, paperId, audience),
    vocabulary: () => readVocabulary(db),
    countPassages: (filter) => countPassages(db, filter),
    namings: (audience) => readNamings(db, audience),
    ledgerEntries: (search) => readLedgerEntries(db, search),
    references: (search) => readReferences(db, search),
    measurePoints: (search) => readMeasurePoints(db, search),
    version: () => readVersion(db),
    closedPapers: (audience) =>
      memory.remember(`closed ${audienceKey(audience)}`, () => listClosedPapers(db, audience)),
    prepare: () =>
      fresh(() => {
        passageVectors.prepare();
        sentenceVectors.prepare();
      }),
  };
  return readers;
}

/** Tells whether nothing has been written since it was last asked, by this process or another. */
function changeWatcher(db: Database.Database): () => boolean {
  let seen = '';
  return () => {
    const current = `${db.pragma('data_version', { simple: true })} ${db.prepare('SELECT total_changes()').pluck().get()}`;
    const isSame = current === seen;
    seen = current;
    return isSame;
  };
}

function sentenceOf(db: Database.Database, hit: { id: number; passageId: number; score: number }): RankedSentence {
  const row = db.prepare('SELECT text_start AS start, text_end AS end FROM sentences WHERE id = ?').get(hit.id);
  return { passageId: hit.passageId, score: hit.score, ...(row as { start: number; end: number }) };
}

function sourceState(db: Database.Database, source: string, sha256: string): SourceState {
  const select = db.prepare('SELECT path, sha256 FROM sources WHERE path = ? OR sha256 = ?');
  const rows = select.all(source, sha256) as { path: string; sha256: string }[];
  const own = rows.find((row) => row.path === source);
  if (own?.sha256 === sha256) return { kind: 'unchanged' };
  const same = rows.find((row) => row.sha256 === sha256);
  if (same) return { kind: 'duplicate', of: same.path };
  return { kind: own ? 'changed' : 'new' };
}

function countPassages(db: Database.Database, filter: SearchFilter): number {
  const { sql, values } = filterCondition(db, filter);
  return db
    .prepare(`SELECT count(*) FROM passages p WHERE ${sql}`)
    .pluck()
    .get(...values) as number;
}

function readVocabulary(db: Database.Database): Map<string, number> {
  const rows = db.prepare('SELECT term, doc FROM plain_vocabulary').raw().all() as [string, number][];
  return new Map(rows);
}

function readCounts(db: Database.Database): IndexCounts {
  return db
    .prepare(
      `SELECT (SELECT count(*) FROM sources) AS sources, (SELECT count(*) FROM papers) AS papers,
         (SELECT count(*) FROM passages) AS passages, (SELECT count(*) FROM sentences) AS sentences`,
    )
    .get() as IndexCounts;
}
