import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Access } from '../audience.ts';
import type { Followed } from '../followed.ts';
import type { Paper, PaperText } from '../paper.ts';
import type { PassageDraft } from './cut-passages.ts';
import { wordsForSearch } from './embedding-text.ts';
import { type StoredPassage, storeFollowed } from './follow/store-followed.ts';
import { countChange } from './index-version.ts';
import { storeNamings } from './namings.ts';
import { markUnsettled } from './settle-statuses.ts';

/** A sentence of a passage, `start` and `end` in the passage's text, with its vector. */
export type SentenceDraft = { start: number; end: number; vector: Float32Array };
/** A passage with its vectors, ready to be stored. */
export type EmbeddedPassage = PassageDraft & { vector: Float32Array; sentences: SentenceDraft[] };

export type SourceDraft = {
  source: string;
  sha256: string;
  text: PaperText;
  papers: Paper[];
  passages: EmbeddedPassage[];
  /** What is followed of each paper, in the order of the papers; none is given where only passages are wanted. */
  followed?: Followed[];
};

/** Stores all of a file in one transaction, in the place of what was stored under its name before. */
export function storeSource(db: Database.Database, draft: SourceDraft): void {
  db.transaction(() => {
    removeSource(db, draft.source);
    const sourceId = insertSource(db, draft);
    const paperIds = draft.papers.map((paper, ordinal) => insertPaper(db, paper, { sourceId, ordinal }));
    const insertPassage = passageInserter(db);
    const passages = draft.passages.map((passage) => {
      const paperId = paperIds[passage.paper];
      if (paperId === undefined) throw new Error(`Passage ${passage.ordinal} belongs to no paper`);
      return { ...passage, paperId };
    });
    const stored = passages.map((passage) => insertPassage(passage, { sourceId, paperId: passage.paperId }));
    const followed = (draft.followed ?? []).map((records, at) => [paperIds[at] ?? 0, records] as const);
    storeFollowed(db, new Map(followed), { passages: stored });
    storeNamings(db, passages, (access) => accessId(db, access));
    markUnsettled(db, sourceId);
    countChange(db);
  }).immediate();
}

/** Takes a file's papers, passages, vectors and words out of the index; false if it holds none of that name. */
export function removeSource(db: Database.Database, source: string): boolean {
  const remove = db.transaction((): boolean => {
    const row = db.prepare('SELECT id FROM sources WHERE path = ?').get(source) as { id: number } | undefined;
    if (!row) return false;
    // Tables of words know no foreign keys.
    for (const table of ['public_words', 'closed_words', 'plain_words']) {
      db.prepare(`DELETE FROM ${table} WHERE rowid IN (SELECT id FROM passages WHERE source_id = ?)`).run(row.id);
    }
    markUnsettled(db, row.id);
    db.prepare('DELETE FROM sources WHERE id = ?').run(row.id);
    countChange(db);
    return true;
  });
  return db.inTransaction ? remove() : remove.immediate();
}

function insertSource(db: Database.Database, { source, sha256, text }: SourceDraft): number {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO sources (path, sha256, generation, format, text, pages, places) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(source, sha256, randomUUID(), text.format, text.text, JSON.stringify(text.pages), JSON.stringify(text.places));
  return Number(lastInsertRowid);
}

function insertPaper(db: Database.Database, paper: Paper, ids: { sourceId: number; ordinal: number }): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO papers (source_id, ordinal, kind, committee, meeting_date, access_id, status, record)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ids.sourceId,
      ids.ordinal,
      paper.kind,
      paper.meeting?.committee ?? null,
      paper.meeting?.date?.iso ?? null,
      accessId(db, paper.access),
      JSON.stringify(paper.status),
      JSON.stringify(paper),
    );
  return Number(lastInsertRowid);
}

/** Accesses are few: each kind, each set of paragraphs once. */
function accessId(db: Database.Database, access: Access): number {
  const json = JSON.stringify(access);
  db.prepare('INSERT INTO accesses (access) VALUES (?) ON CONFLICT DO NOTHING').run(json);
  const row = db.prepare('SELECT id FROM accesses WHERE access = ?').get(json) as { id: number };
  return row.id;
}

function passageInserter(db: Database.Database) {
  const insert = db.prepare(
    `INSERT INTO passages (source_id, paper_id, ordinal, kind, access_id, span_start, span_end, record_start,
       record_end, text, context, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertVector = db.prepare('INSERT INTO passage_vectors (id, vector) VALUES (?, ?)');
  const insertSentence = db.prepare(
    'INSERT INTO sentences (passage_id, text_start, text_end, vector) VALUES (?, ?, ?, ?)',
  );
  return (passage: EmbeddedPassage, { sourceId, paperId }: { sourceId: number; paperId: number }): StoredPassage => {
    const access = accessId(db, passage.access);
    const { span, recordSpan, ordinal, kind, text, context } = passage;
    const { lastInsertRowid: id } = insert.run(
      sourceId,
      paperId,
      ordinal,
      kind,
      access,
      span.start,
      span.end,
      recordSpan?.start ?? null,
      recordSpan?.end ?? null,
      text,
      context,
      JSON.stringify(passage.place),
    );
    insertVector.run(id, bytesOf(passage.vector));
    for (const { start, end, vector } of passage.sentences) insertSentence.run(id, start, end, bytesOf(vector));
    insertWords(db, Number(id), passage);
    return { id: Number(id), paperId, kind, accessId: access, span };
  };
}

function insertWords(db: Database.Database, id: number, { access, context, text }: PassageDraft): void {
  const words = wordsForSearch(text);
  const table = access.kind === 'public' ? 'public_words' : 'closed_words';
  db.prepare(`INSERT INTO ${table} (rowid, context, text) VALUES (?, ?, ?)`).run(id, context, words);
  if (access.kind !== 'public') return;
  db.prepare('INSERT INTO plain_words (rowid, text) VALUES (?, ?)').run(id, `${context} ${words}`);
}

function bytesOf(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}
