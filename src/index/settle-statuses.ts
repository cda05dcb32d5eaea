import type Database from 'better-sqlite3';
import { committeeKey } from '../audience.ts';
import type { Paper, PaperStatus } from '../paper.ts';
import { settleStatus } from '../paper-status.ts';
import { countChange } from './index-version.ts';

/** Of the keys under which committees are written down whose minutes are to be settled. */
const UNSETTLED = 'unsettled ';

/**
 * Writes down, in the transaction that changes a source's papers, of which committees minutes come or go: a kill forgets
 * nothing. Other papers change no status.
 */
export function markUnsettled(db: Database.Database, sourceId: number): void {
  const mark = db.prepare("INSERT INTO meta (key, value) VALUES (?, '1') ON CONFLICT DO NOTHING");
  for (const committee of committeesOfMinutes(db, sourceId)) mark.run(UNSETTLED + committeeKey(committee));
}

/** Works out anew which minutes are confirmed or corrected by which, in the committees whose minutes have come or gone. */
export function settleStatuses(db: Database.Database): void {
  const settle = db.transaction(() => {
    const marks = db
      .prepare('DELETE FROM meta WHERE key LIKE ? RETURNING key')
      .pluck()
      .all(`${UNSETTLED}%`) as string[];
    if (marks.length === 0) return;
    countChange(db);
    const keys = new Set(marks.map((mark) => mark.slice(UNSETTLED.length)));
    // One committee may be spelt in several ways.
    const committees = committeesOfMinutes(db).filter((committee) => keys.has(committeeKey(committee)));
    const rows = db
      .prepare(
        `SELECT id, status, record FROM papers
         WHERE kind = 'minutes' AND committee IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(committees)) as StatusRow[];
    const papers = rows.map(({ id, record }) => ({ id, paper: JSON.parse(record) as Paper }));
    const statuses: Map<number, PaperStatus> = settleStatus(papers);
    const update = db.prepare('UPDATE papers SET status = ? WHERE id = ?');
    for (const { id, status } of rows) {
      const settled = JSON.stringify(statuses.get(id) ?? JSON.parse(status));
      if (settled !== status) update.run(settled, id);
    }
  });
  settle.immediate();
}

function committeesOfMinutes(db: Database.Database, sourceId?: number): string[] {
  return db
    .prepare(
      `SELECT DISTINCT committee FROM papers
       WHERE kind = 'minutes' AND committee IS NOT NULL AND ($source IS NULL OR source_id = $source)`,
    )
    .pluck()
    .all({ source: sourceId ?? null }) as string[];
}

type StatusRow = { id: number; status: string; record: string };
