import { z } from 'zod';
import type { LedgerEntry } from '../ledger.ts';
import { foldText } from './compare-text.ts';
import { readGoldLines } from './read-gold.ts';

const LINE = z.object({
  id: z.string(),
  type: z.enum(['limb', 'undertaking']),
  committee: z.string(),
  date: z.string(),
  minute: z.string(),
  /** Of a limb: its label, empty where the resolution is undivided, and its kind. */
  label: z.string().optional(),
  kind: z.enum(['decision', 'request', 'recommendation', 'noting', 'procedure']).optional(),
  /** Words that stand in it and in no other line of its minute. */
  quote: z.string().min(8),
  who: z.string().optional(),
  /** The date meant by when it is to be done, YYYY-MM-DD. */
  by: z.string().optional(),
});

/** A line of the ledger as somebody who read the papers wrote it down. */
export type GoldLine = z.infer<typeof LINE>;

/** `wrong` and `missed` are told with their place, for whoever looks why. */
export type LineScores = { precision: number; recall: number; labelled: number; wrong: string[]; missed: string[] };

/** Of lines rightly found, the shares whose kind, day and actor are those that the labels have. */
export type LedgerScores = {
  limbs: LineScores;
  undertakings: LineScores;
  kinds: number;
  days: number;
  actors: number;
};

/** Marks a ledger against the labelled one in a file. Throws `not-found`, or `invalid` naming the line at fault. */
export function scoreLedger(entries: LedgerEntry[], goldFile: string): LedgerScores {
  const gold = readGoldLines(goldFile, LINE);
  const limbs = matchLines(entries, gold, 'limb');
  const undertakings = matchLines(entries, gold, 'undertaking');
  const pairs = [...limbs.pairs, ...undertakings.pairs];
  return {
    limbs: limbs.scores,
    undertakings: undertakings.scores,
    kinds: share(limbs.pairs, ([entry, line]) => entry.kind === 'limb' && entry.limbKind === line.kind),
    days: share(pairs, ([entry, line]) => entry.by?.iso === line.by),
    actors: share(
      pairs.filter(([, line]) => line.who !== undefined),
      ([entry, line]) => foldText(entry.who ?? '') === foldText(line.who ?? ''),
    ),
  };
}

type Pair = [LedgerEntry, GoldLine];

/** Each line of the ledger answers at most one label, and each label one line. */
function matchLines(entries: LedgerEntry[], gold: GoldLine[], type: GoldLine['type']) {
  const left = gold.filter((line) => line.type === type);
  const labelled = left.length;
  const pairs: Pair[] = [];
  const wrong: LedgerEntry[] = [];
  for (const entry of entries.filter(({ kind }) => kind === type)) {
    const at = left.findIndex((line) => isSameLine(entry, line));
    const [line] = at < 0 ? [] : left.splice(at, 1);
    if (line) pairs.push([entry, line]);
    else wrong.push(entry);
  }
  const scores: LineScores = {
    precision: pairs.length / Math.max(1, pairs.length + wrong.length),
    recall: pairs.length / Math.max(1, labelled),
    labelled,
    wrong: wrong.map(({ place, text }) => `${place.meetingDate} Minute ${place.minute} (${place.limb ?? ''}): ${text}`),
    missed: left.map(({ date, minute, label = '', quote }) => `${date} Minute ${minute} (${label}): ${quote}`),
  };
  return { pairs, scores };
}

function isSameLine({ place, text }: LedgerEntry, line: GoldLine): boolean {
  const isThere = place.committee === line.committee && place.meetingDate === line.date && place.minute === line.minute;
  const isLabelled = line.type === 'undertaking' || (place.limb ?? '') === (line.label ?? '');
  return isThere && isLabelled && foldText(text).includes(foldText(line.quote));
}

function share(pairs: Pair[], isRight: (pair: Pair) => boolean): number {
  return pairs.filter(isRight).length / Math.max(1, pairs.length);
}
