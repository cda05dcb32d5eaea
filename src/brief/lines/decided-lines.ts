import type { BriefingLine } from '../../briefing.ts';
import { formatDate } from '../../citation.ts';
import type { LedgerEntry, RecordTrace } from '../../ledger.ts';
import { stripMarks } from '../../paper.ts';
import type { ThreadStep } from '../../thread.ts';
import type { BriefingSources, FollowedEntry } from '../briefing-sources.ts';
import type { ItemPapers } from '../item-papers.ts';
import { isSameSubject } from '../same-subject.ts';
import { clipSpan, lineOf, present, quoted } from './line.ts';
import { sayOutcome } from './outcome-words.ts';

/** Older ones are left to the thread, which has them all. */
export const MAX_DECIDED = 5;
const MAX_LIMB_CHARS = 260;

/** What of the committee's earlier ledger an item is about, in order: named by its papers, of the same subject, or of its thread. */
export function earlierOn(item: ItemPapers, { ledger, references, threadOn }: BriefingSources): FollowedEntry[] {
  const ids = new Set(item.papers.map(({ id }) => id));
  const named = references.filter(({ paperId, toMinute }) => ids.has(paperId) && toMinute !== undefined);
  const steps = threadOn(item.title).filter(({ role, isPossible }) => role === 'limb' && !isPossible);
  return ledger.filter(({ entry }) => {
    if (entry.kind === 'limb' && entry.limbKind === 'procedure') return false;
    return (
      isSameSubject(entry.place.minuteTitle ?? '', item.title) ||
      named.some((reference) => isNamedBy(entry, reference)) ||
      steps.some((step) => isAt(entry, step))
    );
  });
}

/** The newest of them, each with what became of it. What was only noted is passed over where more was decided. */
export function decidedLines(earlier: FollowedEntry[], cite: BriefingSources['cite']): BriefingLine[] {
  const limbs = earlier.filter(({ entry }) => entry.kind === 'limb');
  const telling = limbs.filter(({ entry }) => entry.kind === 'limb' && entry.limbKind !== 'noting');
  return present((telling.length > 0 ? telling : limbs).slice(-MAX_DECIDED).map((one) => entryLine(one, { cite })));
}

/** A line of the ledger quoted, with its meeting, and what became of it with the places that show it. */
export function entryLine(
  { entry, outcome }: FollowedEntry,
  { cite, lead = '' }: { cite: BriefingSources['cite']; lead?: string },
): BriefingLine | undefined {
  const { text, place, span, paperId } = entry;
  const when = place.meetingDate === undefined ? '' : `${formatDate(place.meetingDate)}, `;
  const what = entry.kind === 'undertaking' ? 'said' : 'resolved';
  const { isCut, span: part } = clipSpan(text, { start: 0, end: text.length }, MAX_LIMB_CHARS);
  const words = stripMarks(text.slice(part.start, part.end));
  const own = cite({ paperId, span, why: entry.kind === 'undertaking' ? 'said then' : 'decided then' });
  const told = outcome && sayOutcome(outcome);
  const became = told === undefined ? '' : ` ${told.text}`;
  return lineOf(`${lead}${when}${what}: ${quoted(isCut ? `${words} …` : words)}${became}`, [
    own,
    ...(own ? (told?.traces ?? []) : []),
  ]);
}

function isNamedBy({ place }: LedgerEntry, reference: BriefingSources['references'][number]): boolean {
  const { toMinute, toDate, toCommittee } = reference;
  if (place.minute !== toMinute) return false;
  if (toCommittee !== undefined && place.committee !== undefined && !isSameName(toCommittee, place.committee)) {
    return false;
  }
  return toDate === undefined || toDate === place.meetingDate;
}

function isSameName(a: string, b: string): boolean {
  const [one, two] = [a, b].map((name) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim(),
  );
  return one === two;
}

function isAt({ paperId, span }: LedgerEntry, step: ThreadStep | RecordTrace): boolean {
  return step.paperId === paperId && step.span.start < span.end && span.start < step.span.end;
}
