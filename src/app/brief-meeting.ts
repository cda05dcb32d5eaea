import type { Audience } from '../audience.ts';
import type { BriefingSources, FollowedEntry, SourcePaper } from '../brief/briefing-sources.ts';
import { composeBriefing } from '../brief/compose-briefing.ts';
import type { Briefing, PackPaper } from '../briefing.ts';
import { citePassage, formatDate } from '../citation.ts';
import type { Index } from '../index/open-index.ts';
import type { LedgerEntry, Outcome, RecordTrace } from '../ledger.ts';
import type { Passage } from '../passage.ts';
import { readRole } from '../role.ts';
import type { Series } from '../series.ts';
import type { Span } from '../span.ts';
import type { ThreadStep } from '../thread.ts';

/** The meeting a briefing is for. */
export type BriefedMeeting = { committee: string; date: string };

/** What the committee's memory knows beyond the papers themselves. */
export type Memory = {
  outcomes(entries: LedgerEntry[], options: { audience: Audience; before: string }): Map<number, Outcome>;
  threadOn(title: string, options: { audience: Audience; committee: string; before: string }): ThreadStep[];
  seriesOf(paperIds: number[], options: { audience: Audience; before: string }): Series[];
};

export type BriefOptions = {
  audience: Audience;
  /** Who it is for, in words; a role they name changes what is chosen and in which order. */
  forRole?: string;
  /** Today, YYYY-MM-DD. */
  madeOn: string;
  index: Index;
  memory: Memory;
};

/** A briefing for a meeting that the index knows, made of nothing that its audience may not read. */
export function briefMeeting({ committee, date }: BriefedMeeting, options: BriefOptions): Briefing {
  const { index, audience, madeOn, forRole, memory } = options;
  // Every paper's record is read once: of a large index that takes longest.
  const all = index.papers(audience);
  const papers = papersOf({ committee, date }, { index, audience, all });
  const ids = papers.map(({ id }) => id);
  const before = { from: '0000-01-01', to: dayBefore(date) };
  const search = { audience, committees: [committee], dates: [before] };
  const sources: BriefingSources = {
    committee,
    date,
    madeOn,
    audience,
    role: readRole(forRole ?? '') ?? 'member',
    ...(forRole === undefined ? {} : { forRole }),
    papers,
    held: heldBefore({ committee, date }, { index, audience }).map((meeting) => meeting.date),
    closed: index.closedPapers(audience).filter((one) => one.committee === committee && one.date === date),
    earlier: earlierPapers({ committee, date }, { index, audience, all }),
    ledger: followed(eachOnce(index.ledgerEntries(search)), { memory, audience, before: date }),
    references: index.references({ audience, paperIds: ids }),
    series: memory.seriesOf(ids, { audience, before: date }),
    threadOn: (title) => memory.threadOn(title, { audience, committee, before: date }),
    cite: openCite(index, audience),
    missing: missingMinutes({ committee, date }, { index, audience }),
  };
  return composeBriefing(sources);
}

/** The papers of a meeting that an audience may read, as a briefing lists them: for telling what has changed. */
export function packOf(
  meeting: BriefedMeeting,
  { index, audience }: { index: Index; audience: Audience },
): PackPaper[] {
  return papersOf(meeting, { index, audience, all: index.papers(audience) }).map(({ paper, source, sha256 }) => ({
    title: paper.title ?? paper.label ?? source,
    source,
    sha256,
  }));
}

type Reading = { index: Index; audience: Audience };
type ReadingAll = Reading & { all: ReturnType<Index['papers']> };

/** Without the minutes: a briefing knows nothing of how the meeting went. */
function papersOf({ committee, date }: BriefedMeeting, { index, audience, all }: ReadingAll): SourcePaper[] {
  return all
    .filter(
      ({ paper: { meeting, kind } }) =>
        meeting?.committee === committee && meeting.date?.iso === date && kind !== 'minutes',
    )
    .filter(({ paper: { kind } }) => kind !== 'transcript')
    .map((indexed) => sourcePaper(indexed, { index, audience }));
}

function earlierPapers({ committee, date }: BriefedMeeting, reading: ReadingAll): SourcePaper[] {
  return reading.all
    .filter(({ paper: { kind, meeting, declarations } }) => {
      const held = meeting?.date?.iso ?? '';
      const isMeant = kind === 'agenda' || (kind === 'minutes' && declarations.length > 0);
      return isMeant && meeting?.committee === committee && held !== '' && held < date;
    })
    .map(({ id, source, sha256, paper }) => {
      const text = reading.index.paperText(id, reading.audience) ?? '';
      return { id, source, sha256, paper, text };
    });
}

function sourcePaper(
  { id, source, sha256, paper }: ReturnType<Index['papers']>[number],
  { index, audience }: Reading,
): SourcePaper {
  const [first] = index.listPassages({ audience, paperIds: [id] });
  const item = first?.place.item;
  const text = index.paperText(id, audience) ?? '';
  return { id, source, sha256, paper, text, ...(item === undefined ? {} : { item }) };
}

/** Minutes that a later pack prints again are of the same meeting: their lines count once. */
function eachOnce(entries: LedgerEntry[]): LedgerEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ kind, text, place: { meetingDate, minute, limb } }) => {
    const words = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
    const key = JSON.stringify([kind, meetingDate, minute, limb, words]);
    return seen.size < seen.add(key).size;
  });
}

type Following = { memory: Memory; audience: Audience; before: string };

function followed(entries: LedgerEntry[], { memory, audience, before }: Following): FollowedEntry[] {
  const outcomes = memory.outcomes(entries, { audience, before });
  return entries.map((entry) => {
    const outcome = outcomes.get(entry.id);
    return { entry, ...(outcome ? { outcome } : {}) };
  });
}

/** Cites words by the passage they begin in; each paper's passages and text are looked up once. */
export function openCite(index: Index, audience: Audience): BriefingSources['cite'] {
  const known = new Map<number, { passages: Passage[]; text: string }>();
  const open = (paperId: number) => {
    const passages = index.listPassages({ audience, paperIds: [paperId] });
    const found = known.get(paperId) ?? { passages, text: index.paperText(paperId, audience) ?? '' };
    known.set(paperId, found);
    return found;
  };
  return ({ paperId, span, why, item }) => {
    const { passages, text } = known.get(paperId) ?? open(paperId);
    const trimmed = trim(text, span);
    const passage = passages.find((one) => one.span.start <= trimmed.start && trimmed.start < one.span.end);
    if (!passage || trimmed.end <= trimmed.start) return undefined;
    return traceOf(item === undefined ? passage : { ...passage, place: { ...passage.place, item } }, {
      span: trimmed,
      text,
      why,
    });
  };
}

function traceOf(passage: Passage, { span, text, why }: { span: Span; text: string; why: string }): RecordTrace {
  const within = { start: span.start, end: Math.min(span.end, passage.span.end) };
  const { label, place } = citePassage(passage, within);
  const { source, paperId } = passage;
  return { place, source, paperId, span, quote: text.slice(span.start, span.end), label, why };
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

function heldBefore({ committee, date }: BriefedMeeting, { index, audience }: Reading) {
  return index
    .meetings(audience)
    .filter((one) => one.committee === committee && one.date < date)
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** Earlier meetings whose minutes are not there: what they decided is not in the briefing. */
function missingMinutes(meeting: BriefedMeeting, reading: Reading): string[] {
  const before = heldBefore(meeting, reading);
  const missing = before.filter(({ hasMinutes }) => !hasMinutes).map((one) => formatDate(one.date));
  const none = before.length === 0 ? ['No earlier meeting of the committee is indexed.'] : [];
  return [...none, ...(missing.length > 0 ? [`The minutes of ${missing.join(', ')} are not indexed.`] : [])];
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
