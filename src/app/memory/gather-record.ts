import type { Audience } from '../../audience.ts';
import type { Index } from '../../index/open-index.ts';
import { type CommitteeRecord, isStandingTitle, type Matter } from '../../matter.ts';
import type { Passage, RecordPlace } from '../../passage.ts';
import { findFiled } from './find-filed.ts';

const MINUTED = new Set(['limb', 'discussion', 'minute', 'table']);
/** What is put before a committee besides agenda and minutes. */
const PUT_BEFORE = new Set(['report', 'appendix', 'presentation', 'scorecard', 'other']);

export type GatherRecordOptions = {
  audience: Audience;
  committee: string;
  /** As it stood before a meeting, YYYY-MM-DD: of that day its papers, nothing of how it went, and nothing later. */
  before?: string;
};

/** A committee's record as far as an audience may read it. Throws nothing: a committee without papers has none. */
export function gatherRecord(index: Index, { audience, committee, before }: GatherRecordOptions): CommitteeRecord {
  const filter = { audience, committees: [committee] };
  const isKnown = ({ place }: { place: RecordPlace }) => wasKnown(place, before);
  const passages = index.listPassages(filter).filter(isKnown);
  const filed = findFiled(index, { audience, dated: passages });
  const matters = inOrder([...withoutCopies(byMatter(passages)), ...filed]);
  const files = new Map(passages.map(({ source, place }) => [`${place.meetingDate} ${source}`, { place, source }]));
  return {
    committee,
    meetings: index
      .meetings(audience)
      .filter((meeting) => meeting.committee === committee && (before === undefined || meeting.date < before))
      .map(({ date, hasMinutes, hasAgenda }) => ({ date, hasMinutes, hasAgenda })),
    matters,
    references: index.references(filter).filter(isKnown),
    entries: index.ledgerEntries(filter).filter(isKnown),
    papers: [...files.values()].flatMap(({ place, source }) =>
      place.meetingDate === undefined
        ? []
        : [{ date: place.meetingDate, source, title: place.paperTitle ?? `${place.paperKind}` }],
    ),
  };
}

function wasKnown({ meetingDate = '', paperKind }: RecordPlace, before: string | undefined): boolean {
  if (before === undefined || meetingDate < before) return true;
  return meetingDate === before && paperKind !== 'minutes' && paperKind !== 'transcript';
}

function byMatter(passages: Passage[]): Matter[] {
  const matters = new Map<string, Matter>();
  for (const passage of passages) {
    const made = matterOf(passage);
    if (!made) continue;
    const [key, matter] = made;
    const known = matters.get(key);
    if (known) known.passages.push(passage);
    else matters.set(key, matter);
  }
  return [...matters.values()];
}

function inOrder(matters: Matter[]): Matter[] {
  return matters.sort((a, b) => a.date.localeCompare(b.date));
}

function matterOf(passage: Passage): [string, Matter] | undefined {
  const { place, kind, paperId, source } = passage;
  const { meetingDate: date, minute, minuteTitle, item, paperKind, paperTitle } = place;
  if (date === undefined) return undefined;
  const base = { date, paperId, source, passages: [passage], ...(item === undefined ? {} : { item }) };
  if (paperKind === 'minutes') {
    if (!MINUTED.has(kind) || (minute === undefined && minuteTitle === undefined)) return undefined;
    const title = minuteTitle ?? '';
    const number = minute === undefined ? {} : { number: minute };
    const matter: Matter = { ...base, ...number, kind: 'minute', title, isStanding: isStandingTitle(title) };
    return [`${paperId} ${minute ?? ''} ${title}`, matter];
  }
  if (paperKind === 'agenda') {
    if (kind !== 'item' || item === undefined) return undefined;
    const title = place.heading ?? firstLine(passage.text);
    return [`${paperId} item ${item}`, { ...base, kind: 'item', title, isStanding: isStandingTitle(title) }];
  }
  if (!PUT_BEFORE.has(paperKind)) return undefined;
  const title = paperTitle ?? place.paperLabel ?? '';
  return [`${paperId}`, { ...base, kind: 'report', title, isStanding: isStandingTitle(title) }];
}

function firstLine(text: string): string {
  return (text.split('\n').find((line) => /\p{L}{3}/u.test(line)) ?? '')
    .replace(/^[\W\d]+/, '')
    .replace(/\s*\(Pages?.*$/i, '')
    .replace(/[*#]/g, '')
    .trim();
}

/** A pack repeats the minutes of the last meeting: of each minute the fuller copy is kept. */
function withoutCopies(matters: Matter[]): Matter[] {
  const best = new Map<string, Matter>();
  for (const matter of matters) {
    if (matter.kind !== 'minute' || matter.number === undefined) continue;
    const key = `${matter.date} ${matter.number}`;
    const known = best.get(key);
    if (!known || isFuller(matter, known)) best.set(key, matter);
  }
  return matters.filter(
    (matter) =>
      matter.kind !== 'minute' || matter.number === undefined || best.get(`${matter.date} ${matter.number}`) === matter,
  );
}

function isFuller(a: Matter, b: Matter): boolean {
  const chars = ({ passages }: Matter) => passages.reduce((sum, { text }) => sum + text.length, 0);
  return chars(a) > chars(b);
}
