import type Database from 'better-sqlite3';
import { type Access, type Audience, mayRead } from '../audience.ts';
import type { SearchFilter } from './search-index.ts';

/** Part of a WHERE clause over `passages p`, with the values for its question marks. */
export type Condition = { sql: string; values: (string | number)[] };

/** The passages `p` this audience may read: by their access, and by the committee whose paper they are of. */
export function readableCondition(db: Database.Database, audience: Audience): Condition {
  const accesses = readAccesses(db);
  const everywhere = accessIds(accesses, audience);
  const committees = audience.of?.length ? readCommittees(db) : [];
  const inSome = committees.flatMap((committee) => {
    const more = accessIds(accesses, audience, committee).filter((id) => !everywhere.includes(id));
    return more.length > 0 ? [ofCommittee(committee, more)] : [];
  });
  const all = [isOneOf('p.access_id', everywhere), ...inSome];
  return { sql: `(${all.map(({ sql }) => sql).join(' OR ')})`, values: all.flatMap(({ values }) => values) };
}

/** What a filter asks of a passage `p`. The audience is always part of it. */
export function filterCondition(db: Database.Database, filter: SearchFilter): Condition {
  const conditions = [readableCondition(db, filter.audience)];
  if (filter.kinds) conditions.push(isOneOf('p.kind', filter.kinds));
  if (filter.paperIds) conditions.push(isOneOf('p.paper_id', filter.paperIds));
  const ofPapers = paperConditions(filter);
  if (ofPapers.length > 0) {
    const { sql, values } = joinConditions(ofPapers);
    conditions.push({ sql: `p.paper_id IN (SELECT id FROM papers WHERE ${sql})`, values });
  }
  return joinConditions(conditions);
}

/** True if the filter asks nothing but the audience. */
export function isOpenFilter({ committees, dates, kinds, paperIds, undated }: SearchFilter): boolean {
  return !committees && !dates && !kinds && !paperIds && !undated;
}

function paperConditions({ committees, dates, undated }: SearchFilter): Condition[] {
  const conditions: Condition[] = undated ? [{ sql: 'meeting_date IS NULL', values: [] }] : [];
  if (committees) conditions.push(isOneOf('committee', committees));
  if (dates) {
    const ranges = dates.map(({ from, to }) => ({ sql: 'meeting_date BETWEEN ? AND ?', values: [from, to] }));
    conditions.push({
      sql: `(${ranges.map((range) => range.sql).join(' OR ') || 'FALSE'})`,
      values: ranges.flatMap((range) => range.values),
    });
  }
  return conditions;
}

type StoredAccess = { id: number; access: Access };

function readAccesses(db: Database.Database): StoredAccess[] {
  const rows = db.prepare('SELECT id, access FROM accesses').all() as { id: number; access: string }[];
  return rows.map(({ id, access }) => ({ id, access: JSON.parse(access) as Access }));
}

function accessIds(accesses: StoredAccess[], audience: Audience, committee?: string): number[] {
  return accesses.filter(({ access }) => mayRead(audience, access, { committee })).map(({ id }) => id);
}

function readCommittees(db: Database.Database): string[] {
  return db.prepare('SELECT DISTINCT committee FROM papers WHERE committee IS NOT NULL').pluck().all() as string[];
}

function ofCommittee(committee: string, ids: number[]): Condition {
  return joinConditions([
    isOneOf('p.access_id', ids),
    { sql: 'p.paper_id IN (SELECT id FROM papers WHERE committee = ?)', values: [committee] },
  ]);
}

// As one JSON value: the number of question marks in a statement is limited.
function isOneOf(column: string, values: (string | number)[]): Condition {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
}

function joinConditions(conditions: Condition[]): Condition {
  return {
    sql: `(${conditions.map((condition) => condition.sql).join(' AND ')})`,
    values: conditions.flatMap((condition) => condition.values),
  };
}
