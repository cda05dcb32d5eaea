import type { Audience } from '../audience.ts';
import { entryLine } from '../brief/lines/decided-lines.ts';
import { joinLeads } from '../brief/lines/join-leads.ts';
import { isOutstanding, OUTCOME_ORDER } from '../brief/lines/outcome-words.ts';
import type { BriefingLine } from '../briefing.ts';
import { AppError } from '../errors.ts';
import { dropCopies } from '../follow/ledger/drop-copies.ts';
import type { Index } from '../index/open-index.ts';
import { openCite } from './brief-meeting.ts';
import { outcomesOf } from './open-memory.ts';

/** What one committee asked for or was promised and has not come back, as far as the papers show. */
export type Outstanding = { committee: string; lines: BriefingLine[]; total: number };

export type OutstandingOptions = {
  index: Index;
  audience: Audience;
  committees: string[];
  /** YYYY-MM-DD. */
  today: string;
};

/** More lines of one committee are counted, not listed. */
const MAX_LINES = 25;

/** Outstanding matters of these committees, or of all, the likeliest to be forgotten first. Throws `not-found` where there is no committee. */
export function listOutstanding({ index, audience, committees, today }: OutstandingOptions): Outstanding[] {
  const known = [...new Set(index.meetings(audience).map(({ committee }) => committee))].sort();
  const meant = committees.length > 0 ? known.filter((name) => committees.includes(name)) : known;
  if (meant.length === 0) throw new AppError('not-found', 'Cannot find a committee in the index');
  const cite = openCite(index, audience);
  return meant.map((committee) => {
    const entries = dropCopies(index.ledgerEntries({ audience, committees: [committee] }));
    const outcomes = outcomesOf(entries, { index, audience, today });
    const followed = entries.map((entry) => {
      const outcome = outcomes.get(entry.id);
      return { entry, ...(outcome ? { outcome } : {}) };
    });
    const open = joinLeads(followed)
      .flatMap((one) => (one.outcome && isOutstanding(one.outcome) ? [{ ...one, outcome: one.outcome }] : []))
      .reverse()
      .sort((a, b) => OUTCOME_ORDER.indexOf(a.outcome.kind) - OUTCOME_ORDER.indexOf(b.outcome.kind));
    const lines = open.slice(0, MAX_LINES).flatMap((one) => entryLine(one, { cite }) ?? []);
    return { committee, lines, total: open.length };
  });
}
