import type Database from 'better-sqlite3';
import type { Access, Audience } from '../audience.ts';
import { findNamings, type Naming } from '../naming.ts';
import { readableCondition } from './filter-condition.ts';

/** A passage's text, with the id of its paper. */
export type NamingText = { paperId: number; access: Access; text: string };
type Counted = { paperId: number; access: Access; naming: Naming; count: number };

/**
 * Stores how often each name stands in these passages, by paper and access, for to learn them from all texts takes
 * seconds. `accessId` gives an access's id in the index.
 */
export function storeNamings(db: Database.Database, texts: NamingText[], accessId: (access: Access) => number): void {
  const insert = db.prepare('INSERT INTO namings (paper_id, access_id, short, long, count) VALUES (?, ?, ?, ?, ?)');
  for (const { paperId, access, naming, count } of countNamings(texts)) {
    insert.run(paperId, accessId(access), naming.short ?? null, naming.long, count);
  }
}

function countNamings(texts: NamingText[]): Iterable<Counted> {
  const counts = new Map<string, Counted>();
  for (const { paperId, access, text } of texts) {
    for (const naming of findNamings(text)) {
      const key = JSON.stringify([paperId, access, naming.short ?? null, naming.long]);
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { paperId, access, naming, count: 1 });
    }
  }
  return counts.values();
}

/** Each name this audience may read once, the most usual first, then in order of the papers. */
export function readNamings(db: Database.Database, audience: Audience): Naming[] {
  const { sql, values } = readableCondition(db, audience);
  const rows = db
    .prepare(`SELECT short, long FROM namings p WHERE ${sql} GROUP BY short, long ORDER BY sum(count) DESC, min(p.id)`)
    .all(...values) as { short: string | null; long: string }[];
  return rows.map(({ short, long }) => (short === null ? { long } : { short, long }));
}
