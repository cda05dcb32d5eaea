import type { BriefingLine } from '../../briefing.ts';
import { formatDate } from '../../citation.ts';
import { titleKey } from '../../followed-place.ts';
import type { LedgerEntry, RecordTrace } from '../../ledger.ts';
import { stripMarks } from '../../paper.ts';
import type { ThreadStep } from '../../thread.ts';
import type { BriefingSources, FollowedEntry } from '../briefing-sources.ts';
import { isRoutineTitle } from '../is-routine-title.ts';
import type { ItemPapers } from '../item-papers.ts';
import { isSameSubject, subjectStems } from '../same-subject.ts';
import { clipSpan, lineOf, present, quoted } from './line.ts';
import { type OutcomeView, sayOutcome } from './outcome-words.ts';

/** Older ones are left to the thread, which has them all. */
export const MAX_DECIDED = 5;
const MAX_LIMB_CHARS = 260;
/** So many telling words of an item's title in a request, and so much of the title. */
const LEAST_ASKED = { stems: 3, share: 0.6 };

/** What of the committee's earlier ledger an item is about, in order: named by its papers, of the same subject, or of its thread. */
export function earlierOn(item: ItemPapers, { ledger, references, threadOn }: BriefingSources): FollowedEntry[] {
  const ids = new Set(item.papers.map(({ id }) => id));
  const named = references.filter(({ paperId, toMinute }) => ids.has(paperId) && toMinute !== undefined);
  const steps = threadOn(item.title).filter(({ role, isPossible }) => role === 'limb' && !isPossible);
  return ledger.filter(({ entry }) => {
    if (entry.kind === 'limb' && entry.limbKind === 'procedure') return false;
    if (!isOfItem(entry, item)) return false;
    return (
      isSameSubject(entry.place.minuteTitle ?? '', item.title) ||
      asksFor(entry, item) ||
      named.some((reference) => isNamedBy(entry, reference)) ||
      steps.some((step) => isAt(entry, step))
    );
  });
}

/** The newest of them, each with what became of it. What was only noted is passed over where more was decided. */
export function decidedLines(earlier: FollowedEntry[], options: EntryLineOptions): BriefingLine[] {
  const limbs = earlier.filter(({ entry }) => entry.kind === 'limb');
  const telling = limbs.filter(({ entry }) => entry.kind === 'limb' && entry.limbKind !== 'noting');
  return present((telling.length > 0 ? telling : limbs).slice(-MAX_DECIDED).map((one) => entryLine(one, options)));
}

/**
 * `held` are the days of the committee's earlier meetings, and `date` that of the meeting looked ahead to. `item` is
 * the agenda item that the line stands under: of another title's minute the title is told.
 */
export type EntryLineOptions = {
  cite: BriefingSources['cite'];
  lead?: string;
  date?: string;
  held?: string[];
  item?: Pick<ItemPapers, 'title' | 'papers'>;
};

/** What became of a line of the ledger, seen from the meeting that is looked ahead to. */
export function viewOf(
  { place }: LedgerEntry,
  { date, held, item }: Pick<EntryLineOptions, 'date' | 'held' | 'item'>,
): OutcomeView {
  const said = place.meetingDate;
  return {
    ...(date === undefined ? {} : { date }),
    isUnwritten: item?.papers.length === 0,
    ...(held && said !== undefined ? { between: held.filter((day) => day > said) } : {}),
  };
}

/** A line of the ledger quoted, with its meeting, and what became of it with the places that show it. */
export function entryLine(
  { entry, outcome, lead: leading }: FollowedEntry,
  { cite, lead = '', item, ...seen }: EntryLineOptions,
): BriefingLine | undefined {
  const { place, span, paperId } = entry;
  const when = place.meetingDate === undefined ? '' : formatDate(place.meetingDate);
  const title = place.minuteTitle ?? '';
  const about = title === '' || (item && isNamedIn(title, item.title)) ? '' : ` (${title})`;
  const what = entry.kind === 'undertaking' ? 'said' : 'resolved';
  const own = cite({ paperId, span, why: entry.kind === 'undertaking' ? 'said then' : 'decided then' });
  const told = outcome && sayOutcome(outcome, viewOf(entry, { ...seen, ...(item ? { item } : {}) }));
  const became = told === undefined ? '' : ` ${told.text}`;
  const first = leading && cite({ paperId: leading.paperId, span: leading.span, why: 'what leads to it' });
  const words = `${leading ? `${entryWords(leading)} ` : ''}${entryWords(entry)}`;
  const head = `${lead}${when}${about}`;
  return lineOf(`${head}${head === '' ? '' : ', '}${what}: ${words}${became}`, [
    own && first ? first : own,
    ...(own && first ? [own] : []),
    ...(own ? (told?.traces ?? []) : []),
  ]);
}

/** An entry's words in quotation marks, cut where they are long, without the "and" that leads to the next limb. */
export function entryWords({ text }: LedgerEntry, max = MAX_LIMB_CHARS): string {
  const { isCut, span: part } = clipSpan(text, { start: 0, end: text.length }, max);
  const words = stripMarks(text.slice(part.start, part.end)).replace(/[;,]\s*(?:and|or)?\s*$/i, '');
  return quoted(isCut ? `${words} …` : words);
}

/** True of a request whose own words name most of what an item is about: what was asked for under another title. */
function asksFor(entry: LedgerEntry, { title }: ItemPapers): boolean {
  if (entry.kind === 'limb' && entry.limbKind !== 'request' && entry.by === undefined) return false;
  const said = new Set(subjectStems(entry.text));
  const stems = subjectStems(title);
  const shared = stems.filter((stem) => said.has(stem)).length;
  return shared >= LEAST_ASKED.stems && shared / stems.length >= LEAST_ASKED.share;
}

/** True where an item's title begins as a minute's does, or the other way round: to say both tells nothing more. */
function isNamedIn(title: string, itemTitle: string): boolean {
  const [one, two] = [titleKey(title), titleKey(itemTitle)];
  return one.startsWith(two) || two.startsWith(one);
}

/** Of routine business only what its own words tie to the item: that a work programme was approved tells nothing of it. */
function isOfItem({ text, place }: LedgerEntry, { title }: ItemPapers): boolean {
  if (!isRoutineTitle(place.minuteTitle ?? '')) return true;
  const said = new Set(subjectStems(text));
  return subjectStems(title).some((stem) => said.has(stem));
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
