import type Database from 'better-sqlite3';
import type { Paper, PaperStatus } from '../paper.ts';
import { settleStatus } from '../paper-status.ts';
import { countChange } from './index-version.ts';

const UNSETTLED = 'unsettled';

/** Writes down, in the transaction that changes the papers, that statuses are to be settled: a kill forgets nothing. */
export function markUnsettled(db: Database.Database): void {
  db.prepare("INSERT INTO meta (key, value) VALUES (?, '1') ON CONFLICT DO NOTHING").run(UNSETTLED);
}

/** Works out anew which minutes are confirmed or corrected by which, if papers have come or gone since the last time. */
export function settleStatuses(db: Database.Database): void {
  const settle = db.transaction(() => {
    if (db.prepare('DELETE FROM meta WHERE key = ?').run(UNSETTLED).changes === 0) return;
    countChange(db);
    const rows = db.prepare("SELECT id, status, record FROM papers WHERE kind = 'minutes'").all() as StatusRow[];
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

type StatusRow = { id: number; status: string; record: string };
