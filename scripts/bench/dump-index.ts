import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What each table means, without the ids and generations that differ from run to run. */
const TABLES: Record<string, string> = {
  meta: "SELECT key, value FROM meta WHERE key NOT IN ('making', 'changes')",
  sources: 'SELECT path, sha256, format, text, pages, places FROM sources',
  papers: `SELECT s.path, q.ordinal, q.kind, q.committee, q.meeting_date, a.access, q.status, q.record
    FROM papers q JOIN sources s ON s.id = q.source_id JOIN accesses a ON a.id = q.access_id`,
  passages: `SELECT s.path, p.ordinal, q.ordinal AS paper, p.kind, a.access, p.span_start, p.span_end, p.record_start,
      p.record_end, p.text, p.context, p.place, v.vector
    FROM passages p JOIN sources s ON s.id = p.source_id JOIN papers q ON q.id = p.paper_id
      JOIN accesses a ON a.id = p.access_id LEFT JOIN passage_vectors v ON v.id = p.id`,
  namings: `SELECT s.path, a.access, n.short, n.long, n.count
    FROM namings n JOIN papers q ON q.id = n.paper_id JOIN sources s ON s.id = q.source_id JOIN accesses a ON a.id = n.access_id`,
  sentences: `SELECT s.path, p.ordinal, t.text_start, t.text_end, t.vector
    FROM sentences t JOIN passages p ON p.id = t.passage_id JOIN sources s ON s.id = p.source_id`,
  words: 'SELECT term, doc FROM plain_vocabulary',
};

/**
 * Every row of an index in words, in an order of its own: equal for two indexes that hold the same, however they
 * came to be. Also looks for damage and dangling references, and throws if there are any.
 */
export function dumpIndex(folder: string): string[] {
  const db = new Database(join(folder, 'minutebook.db'));
  const damage = [db.pragma('integrity_check', { simple: true }), ...(db.pragma('foreign_key_check') as unknown[])];
  if (damage.length > 1 || damage[0] !== 'ok') throw new Error(`The index is damaged: ${JSON.stringify(damage)}`);
  const rows = Object.entries(TABLES).flatMap(([table, sql]) => {
    const values = db.prepare(sql).raw().all() as unknown[][];
    return values.map((row) => `${table} ${row.map(inWords).join(' | ')}`).sort();
  });
  db.close();
  return rows;
}

/** Long values and vectors by their hash. */
function inWords(value: unknown): string {
  const isLong = Buffer.isBuffer(value) || String(value).length > 200;
  if (!isLong) return JSON.stringify(value);
  const bytes = Buffer.isBuffer(value) ? value : String(value);
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
