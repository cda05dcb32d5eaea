import type Database from 'better-sqlite3';
import type { Access, Audience } from '../audience.ts';
import type { PaperStatus } from '../paper.ts';
import type { Passage, PassageKind, RecordPlace } from '../passage.ts';
import { type Condition, readableCondition } from './filter-condition.ts';

const SELECT = `SELECT p.*, a.access, q.status, s.path FROM passages p
  JOIN papers q ON q.id = p.paper_id JOIN sources s ON s.id = p.source_id JOIN accesses a ON a.id = p.access_id`;

type PassageRow = {
  id: number;
  paper_id: number;
  ordinal: number;
  kind: PassageKind;
  span_start: number;
  span_end: number;
  record_start: number | null;
  record_end: number | null;
  text: string;
  context: string;
  place: string;
  access: string;
  status: string;
  path: string;
};

/** The passages `p` that meet a condition, in order of paper and place. */
export function passagesWhere(db: Database.Database, { sql, values }: Condition): Passage[] {
  const rows = db.prepare(`${SELECT} WHERE ${sql} ORDER BY p.source_id, p.ordinal`).all(...values);
  return (rows as PassageRow[]).map(passageOf);
}

/** In the order asked; unknown ids and passages the audience may not read are left out. */
export function passagesByIds(db: Database.Database, ids: number[], audience: Audience): Passage[] {
  const readable = readableCondition(db, audience);
  const found = passagesWhere(db, {
    sql: `p.id IN (SELECT value FROM json_each(?)) AND ${readable.sql}`,
    values: [JSON.stringify(ids), ...readable.values],
  });
  const byId = new Map(found.map((passage) => [passage.id, passage]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function passageOf(row: PassageRow): Passage {
  const { record_start: start, record_end: end } = row;
  return {
    id: row.id,
    paperId: row.paper_id,
    kind: row.kind,
    text: row.text,
    span: { start: row.span_start, end: row.span_end },
    ...(start === null || end === null ? {} : { recordSpan: { start, end } }),
    context: row.context,
    place: JSON.parse(row.place) as RecordPlace,
    status: JSON.parse(row.status) as PaperStatus,
    access: JSON.parse(row.access) as Access,
    source: row.path,
    ordinal: row.ordinal,
  };
}
