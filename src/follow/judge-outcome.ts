import { formatDate } from '../citation.ts';
import type { LedgerEntry, Outcome, RecordTrace } from '../ledger.ts';
import type { CommitteeRecord } from '../matter.ts';
import { type Due, findDue } from './outcome/find-due.ts';
import { findGap } from './outcome/find-gap.ts';
import { type GatherOptions, gatherTraces, type WeighedTrace } from './outcome/gather-traces.ts';

/** As many later places are shown, the last ones. */
const MAX_TRACES = 3;
/** Something that goes on cannot be answered once: "each meeting until January 2027", "every month". */
const RECURRING = /\b(?:each|every)\s(?:further\s|future\s)?(?:meeting|report|month|quarter|year)\b|\buntil\b/i;
/**
 * What the papers show of a request or undertaking by `today` (YYYY-MM-DD). The record's silence is said to be
 * silence: nothing is ever said not to be done.
 */
export function judgeOutcome(entry: LedgerEntry, options: GatherOptions): Outcome {
  const { today, open } = options;
  const traces = gatherTraces(entry, options);
  const told = traces.filter(({ weight }) => weight !== 'mention' && weight !== 'pending');
  const last = told.at(-1);
  const closing = traces.findLast(({ weight }) => weight === 'closed');
  const due = findDue(entry, { ...options, traces });
  const by = traces.map(({ trace }) => trace).slice(-MAX_TRACES);
  if (closing)
    return {
      kind: 'answered',
      by: [...told.filter(({ weight }) => weight === 'done').map(({ trace }) => trace), closing.trace].slice(
        -MAX_TRACES,
      ),
    };
  const pending = traces.findLast(({ weight }) => weight === 'pending');
  const isReopened = pending !== undefined && last !== undefined && pending.date > last.date;
  if (last && !isReopened) {
    const goesOn = RECURRING.test(entry.text) && (due === undefined || due.to > today);
    if (last.weight === 'done' && !goesOn)
      return {
        kind: 'answered',
        by: told
          .filter(({ weight }) => weight === 'done')
          .map(({ trace }) => trace)
          .slice(-MAX_TRACES),
      };
    if (last.weight === 'partial' || goesOn) return { kind: 'partly', by, left: leftOf(last, { goesOn, due }) };
  }
  return judgeSilence(entry, { record: open.record, due, by, today });
}

function leftOf({ weight, trace }: WeighedTrace, { goesOn, due }: { goesOn: boolean; due: Due | undefined }): string {
  if (weight === 'partial') return trace.quote.replace(/\s+/g, ' ').trim();
  return goesOn && due ? `it is to go on until ${due.reading.printed}` : 'it is to go on';
}

type Silence = { record: CommitteeRecord; due: Due | undefined; by: RecordTrace[]; today: string };

/** Nothing answers it: not due yet, overdue, gone quiet, or papers are missing in which it might stand. */
function judgeSilence(entry: LedgerEntry, { record, due, by, today }: Silence): Outcome {
  const said = entry.place.meetingDate ?? '';
  const later = record.meetings.filter(({ date }) => date > said && date <= today);
  const since = due ? later.filter(({ date }) => date >= due.from) : later;
  const hasPassed = due !== undefined && (due.to < today || since.length > 0);
  if (due && !hasPassed) {
    const next = record.meetings.find(({ date }) => date > today);
    return { kind: 'due', due: due.reading, ...(next ? { nextMeeting: next.date } : {}) };
  }
  const gap = findGap(due ? due.to : said, record);
  if (gap !== undefined && by.length === 0) return { kind: 'cannot-tell', missing: [gap] };
  const missing = since
    .filter(({ hasMinutes }) => !hasMinutes)
    .map(({ date }) => `the minutes of ${record.committee}, ${formatDate(date)}`);
  if (since.length === 0 || missing.length === since.length) {
    return {
      kind: 'cannot-tell',
      missing:
        missing.length > 0 ? missing : [`the minutes of ${record.committee} after ${formatDate(due ? due.to : said)}`],
    };
  }
  if (due) return { kind: 'overdue', due: due.reading, meetingsSince: since.map(({ date }) => date), by };
  if (missing.length > 0 && by.length === 0) return { kind: 'cannot-tell', missing };
  const looked = record.papers.filter(({ date }) => date > said && date <= today);
  return {
    kind: 'gone-quiet',
    lookedThrough: looked.map(({ title, date, source }) => `${title}, ${formatDate(date)} (${source})`),
    by,
  };
}
