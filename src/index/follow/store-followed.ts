import type Database from 'better-sqlite3';
import { committeeKey } from '../../audience.ts';
import type { Followed } from '../../followed.ts';
import type { DraftPlace } from '../../followed-place.ts';
import type { LedgerDraft } from '../../ledger.ts';
import type { Span } from '../../paper.ts';
import { type MeasurePointDraft, measureKey } from '../../series.ts';
import { stemsOf } from '../../term.ts';
import type { ReferenceDraft } from '../../thread.ts';

/** A stored passage, as far as a record must know it to be cited and closed as it is. */
export type StoredPassage = { id: number; paperId: number; kind: string; accessId: number; span: Span };

/**
 * Stores what is followed of each paper beside its passages. A record hangs on the passage it begins in: that passage
 * cites it, and whoever may not read that passage is not told of the record. What stands in no passage, or reaches
 * over passages of different access, cannot be cited for everybody alike and is left out.
 */
export function storeFollowed(
  db: Database.Database,
  followed: Map<number, Followed>,
  { passages }: { passages: StoredPassage[] },
): void {
  const put = inserters(db);
  for (const [paperId, records] of followed) {
    const find = passageFinder(passages.filter((passage) => passage.paperId === paperId));
    for (const draft of records.ledger) put.ledger(draft, { paperId, passageId: find(draft) });
    for (const draft of records.references) put.reference(draft, { paperId, passageId: find(draft) });
    for (const draft of records.measurePoints) put.measure(draft, { paperId, passageId: find(draft) });
  }
}

/** The words of a record a topic is looked for in: stems between blanks, so that each is found whole. */
export function wordsColumn(...texts: (string | undefined)[]): string {
  return ` ${[...stemsOf(texts.filter((text) => text !== undefined).join(' '))].join(' ')} `;
}

type Ids = { paperId: number; passageId: number | undefined };

function inserters(db: Database.Database) {
  const ledger = db.prepare(
    `INSERT INTO ledger_entries (paper_id, passage_id, kind, minute, due, words, who_words, draft)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const reference = db.prepare(
    `INSERT INTO paper_references (paper_id, passage_id, reason, to_committee, to_date, to_minute, to_title, draft)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const measure = db.prepare(
    `INSERT INTO measure_points (paper_id, passage_id, name_key, number_key, code_key, period_key, words, draft)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    ledger(draft: LedgerDraft, { paperId, passageId }: Ids): void {
      if (passageId === undefined) return;
      const kind = draft.kind === 'limb' ? draft.limbKind : draft.kind;
      const words = wordsColumn(draft.text, draft.place.minuteTitle);
      const who = wordsColumn(draft.who, draft.kind === 'limb' ? draft.toBody : draft.saidBy);
      const due = draft.by?.iso ?? null;
      ledger.run(paperId, passageId, kind, draft.place.minute ?? null, due, words, who, JSON.stringify(draft));
    },
    reference(draft: ReferenceDraft, { paperId, passageId }: Ids): void {
      if (passageId === undefined) return;
      const committee = draft.toCommittee === undefined ? null : committeeKey(draft.toCommittee);
      const to = [committee, draft.toDate ?? null, draft.toMinute ?? null, draft.toTitle ?? null];
      reference.run(paperId, passageId, draft.reason, ...to, JSON.stringify(draft));
    },
    measure(draft: MeasurePointDraft, { paperId, passageId }: Ids): void {
      if (passageId === undefined) return;
      const keys = [draft.number, draft.code].map((key) => (key === undefined ? null : measureKey(key)));
      const words = wordsColumn(draft.name);
      measure.run(paperId, passageId, draft.nameKey, ...keys, draft.periodKey, words, JSON.stringify(draft));
    },
  };
}

/** Finds the passage that a record of a paper begins in; undefined where none does or a later one is closed otherwise. */
function passageFinder(passages: StoredPassage[]): (draft: DraftPlace) => number | undefined {
  // An agenda's list repeats its items' words: the items themselves are cited.
  const own = passages.filter(({ kind }) => kind !== 'agenda').sort((a, b) => a.span.start - b.span.start);
  return ({ span }) => {
    const touched: StoredPassage[] = [];
    for (let at = firstEndingAfter(own, span.start); at < own.length; at++) {
      const passage = own[at];
      if (!passage || passage.span.start >= Math.max(span.end, span.start + 1)) break;
      touched.push(passage);
    }
    const [first] = touched;
    if (!first || first.span.start > span.start) return undefined;
    return touched.every(({ accessId }) => accessId === first.accessId) ? first.id : undefined;
  };
}

/** Passages are in order and do not overlap: the first that ends after this offset. */
function firstEndingAfter(passages: StoredPassage[], offset: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle] as StoredPassage).span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
