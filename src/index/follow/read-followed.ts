import type Database from 'better-sqlite3';
import type { Access } from '../../audience.ts';
import type { DraftPlace, FollowedPlace } from '../../followed-place.ts';
import type { LedgerDraft, LedgerEntry } from '../../ledger.ts';
import type { PaperStatus } from '../../paper.ts';
import type { RecordPlace } from '../../passage.ts';
import { type MeasurePoint, type MeasurePointDraft, measureKey } from '../../series.ts';
import type { Reference, ReferenceDraft } from '../../thread.ts';
import { type Condition, filterCondition } from '../filter-condition.ts';
import type { LedgerSearch, MeasureSearch, ReferenceSearch } from '../search-index.ts';

/** Limbs and undertakings in order of meeting and place. */
export function readLedgerEntries(db: Database.Database, search: LedgerSearch): LedgerEntry[] {
  const conditions = [
    filterCondition(db, search),
    ...isOneOf('r.kind', search.entryKinds),
    ...isOneOf('r.minute', search.minutes),
    ...hasWords('r.words', search.words),
    ...hasWords('r.who_words', search.whoWords),
  ];
  return readRecords<LedgerDraft>(db, { table: 'ledger_entries', conditions });
}

/** Explicit references in order of the referring meeting and place. */
export function readReferences(db: Database.Database, search: ReferenceSearch): Reference[] {
  const conditions = [
    filterCondition(db, search),
    ...isOneOf('r.reason', search.reasons),
    ...isOneOf('r.to_minute', search.toMinutes),
    ...isOneOf('r.to_date', search.toDates),
    ...isOneOf('r.to_title', search.toTitles),
  ];
  return readRecords<ReferenceDraft>(db, { table: 'paper_references', conditions });
}

/** Figures in order of the reporting meeting and place. */
export function readMeasurePoints(db: Database.Database, search: MeasureSearch): MeasurePoint[] {
  const conditions = [
    filterCondition(db, search),
    ...isOneOf('r.name_key', search.nameKeys),
    ...isOneOf('r.number_key', search.numbers?.map(measureKey)),
    ...isOneOf('r.code_key', search.codes?.map(measureKey)),
    ...hasWords('r.words', search.words),
  ];
  return readRecords<MeasurePointDraft>(db, { table: 'measure_points', conditions });
}

type Row = {
  id: number;
  paperId: number;
  passageId: number;
  path: string;
  draft: string;
  access: string;
  status: string;
  place: string;
};
type Table = 'ledger_entries' | 'paper_references' | 'measure_points';

/** What the filter confines is the passage a record hangs on: the audience's condition is in every statement. */
function readRecords<Draft extends DraftPlace>(
  db: Database.Database,
  { table, conditions }: { table: Table; conditions: Condition[] },
): (Draft & FollowedPlace)[] {
  const rows = db
    .prepare(
      `SELECT r.id, r.paper_id AS paperId, r.passage_id AS passageId, r.draft, s.path, a.access, q.status, p.place
       FROM ${table} r JOIN passages p ON p.id = r.passage_id JOIN papers q ON q.id = r.paper_id
       JOIN sources s ON s.id = q.source_id JOIN accesses a ON a.id = p.access_id
       WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
       ORDER BY q.meeting_date IS NULL, q.meeting_date, q.committee, s.path, r.id`,
    )
    .all(...conditions.flatMap(({ values }) => values)) as Row[];
  return rows.map(recordOf<Draft>);
}

function recordOf<Draft extends DraftPlace>(row: Row): Draft & FollowedPlace {
  const draft = JSON.parse(row.draft) as Draft;
  return {
    ...draft,
    id: row.id,
    paperId: row.paperId,
    passageId: row.passageId,
    source: row.path,
    access: JSON.parse(row.access) as Access,
    status: JSON.parse(row.status) as PaperStatus,
    place: { ...(JSON.parse(row.place) as RecordPlace), ...draft.place },
  };
}

function isOneOf(column: string, values: string[] | undefined): Condition[] {
  if (!values) return [];
  return [{ sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] }];
}

/** Every stem must be among a record's own. */
function hasWords(column: string, stems: string[] | undefined): Condition[] {
  return (stems ?? []).map((stem) => ({ sql: `instr(${column}, ?) > 0`, values: [` ${stem} `] }));
}
