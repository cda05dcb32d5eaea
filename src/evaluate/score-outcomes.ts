import { z } from 'zod';
import type { LedgerEntry, Outcome } from '../ledger.ts';
import { foldText } from './compare-text.ts';
import { readGoldLines } from './read-gold.ts';

const LINE = z.object({
  id: z.string(),
  committee: z.string(),
  date: z.string(),
  minute: z.string(),
  /** Words that stand in what was asked or promised and in nothing else of its minute. */
  quote: z.string().min(8),
  /** As the papers stood on this day. */
  today: z.string(),
  outcome: z.enum(['answered', 'partly', 'due', 'overdue', 'gone-quiet', 'cannot-tell']),
});

/** `wrong` tells each line judged otherwise, `missing` each that was not found at all; both count against `accuracy`. */
export type OutcomeScores = { accuracy: number; labelled: number; wrong: string[]; missing: string[] };

type Judged = { entry: LedgerEntry; outcome: Outcome };

/** Marks outcomes against labelled ones in a file. Throws `not-found`, or `invalid` naming the line at fault. */
export function scoreOutcomes(judge: (today: string) => Judged[], goldFile: string): OutcomeScores {
  const gold = readGoldLines(goldFile, LINE);
  const days = new Map([...new Set(gold.map(({ today }) => today))].map((today) => [today, judge(today)]));
  const wrong: string[] = [];
  const missing: string[] = [];
  for (const { id, committee, date, minute, quote, today, outcome } of gold) {
    const found = days
      .get(today)
      ?.find(
        ({ entry: { place, text } }) =>
          place.committee === committee &&
          place.meetingDate === date &&
          place.minute === minute &&
          foldText(text).includes(foldText(quote)),
      );
    if (!found) missing.push(`${id}: ${date} Minute ${minute}: ${quote}`);
    else if (found.outcome.kind !== outcome)
      wrong.push(`${id}: ${found.outcome.kind} for ${outcome}: Minute ${minute}: ${quote}`);
  }
  return {
    accuracy: 1 - (wrong.length + missing.length) / Math.max(1, gold.length),
    labelled: gold.length,
    wrong,
    missing,
  };
}
