import type { Audience } from '../audience.ts';
import { isSameTitle } from '../follow/join/same-title.ts';
import { joinThread } from '../follow/join-thread.ts';
import { judgeOutcome } from '../follow/judge-outcome.ts';
import { isTask } from '../follow/outcome/is-task.ts';
import type { Index } from '../index/open-index.ts';
import type { LedgerEntry, Outcome } from '../ledger.ts';
import type { Memory } from './brief-meeting.ts';
import { findSeries } from './memory/find-series.ts';
import { openCommittee } from './memory/open-committee.ts';
import { newestMeeting } from './memory/open-recall.ts';

/** What the committee's memory tells a briefing, as of a meeting: nothing later, and nothing its audience may not read. */
export function openMemory(index: Index): Memory {
  return {
    outcomes: (entries, { audience, before }) => outcomesOf(entries, { index, audience, today: before, before }),
    threadOn(title, { audience, committee, before }) {
      const { open, joins } = openCommittee(index, { audience, committee, before });
      const matters = open.record.matters.filter(
        (matter) => matter.date < before && !matter.isStanding && isSameTitle(matter.title, title),
      );
      if (matters.length === 0) return [];
      const { steps } = joinThread({ matters }, { record: open.record, joins });
      return steps.filter(({ place }) => (place.meetingDate ?? '') < before);
    },
    seriesOf: (paperIds, { audience, before }) => findSeries(index, { audience, paperIds, until: before }),
  };
}

/** What became of entries as of the newest meeting that an audience may know of. */
export function openOutcomes(index: Index): (entries: LedgerEntry[], audience: Audience) => Map<number, Outcome> {
  return (entries, audience) => outcomesOf(entries, { index, audience, today: newestMeeting(index, audience) });
}

/** `before`: as the record stood before that meeting, whose own papers are known and whose minutes are not. */
export type OutcomesOptions = { index: Index; audience: Audience; today: string; before?: string };

/** What became of those entries that ask for something, by their ids. */
export function outcomesOf(
  entries: LedgerEntry[],
  { index, audience, today, before }: OutcomesOptions,
): Map<number, Outcome> {
  return new Map(
    entries.filter(isTask).flatMap((entry) => {
      const { committee } = entry.place;
      if (committee === undefined) return [];
      const { open, joins } = openCommittee(index, {
        audience,
        committee,
        ...(before === undefined ? {} : { before }),
      });
      return [[entry.id, judgeOutcome(entry, { open, joins, today })] as const];
    }),
  );
}
