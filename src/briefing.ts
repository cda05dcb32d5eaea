import { type Audience, isPublicAudience } from './audience.ts';
import type { RecordTrace } from './ledger.ts';
import { type PartName, ROLE_PLANS, type Role } from './role.ts';

/** A line of a briefing: our few words and the record's own, never without a place in the papers. */
export type BriefingLine = { text: string; traces: [RecordTrace, ...RecordTrace[]] };

/** What a briefing says of one agenda item. `closed`: the item exists, under these paragraphs, and no more is said. */
export type BriefingItem = {
  number?: string;
  title: string;
  /** Where the agenda has it. */
  traces: RecordTrace[];
  closed?: { paragraphs: number[] };
  asked: BriefingLine[];
  decidedBefore: BriefingLine[];
  figures: BriefingLine[];
  worries: BriefingLine[];
  /** Questions worth asking, each tied to a paragraph or a gap in the paper, which the trace's `why` names. */
  questions: BriefingLine[];
};

const PART_NAMES: Record<PartName, string> = {
  asked: 'What is asked',
  decidedBefore: 'Decided before',
  figures: 'Figures since last time',
  worries: 'What officers worry about',
  questions: 'Questions worth asking',
};

/** The parts of an item that a role is shown, in its order, with their headings. */
export function partsFor(role: Role): { part: PartName; name: string }[] {
  const { parts, questions } = ROLE_PLANS[role];
  return parts.map((part) => ({ part, name: part === 'questions' ? questions : PART_NAMES[part] }));
}

/** True if there is nothing to say of an item but that it is on the agenda. */
export function isQuietItem(item: BriefingItem, role: Role): boolean {
  return !item.closed && partsFor(role).every(({ part }) => item[part].length === 0);
}

/** A paper of the meeting: `sha256` tells a changed one. */
export type PackPaper = { title: string; source: string; sha256: string };

/** A briefing for one meeting, made for an audience that it names. */
export type Briefing = {
  committee: string;
  /** YYYY-MM-DD. */
  date: string;
  /** The day it was made, YYYY-MM-DD. */
  madeOn: string;
  /** For whom it is laid out; `forRole` is what was said of them, as it was said. */
  role: Role;
  forRole?: string;
  audience: Audience;
  mattersMost: BriefingLine[];
  /** When and where, and the order of business with what is to be put: for those who run the meeting. */
  running: BriefingLine[];
  items: BriefingItem[];
  outstanding: BriefingLine[];
  declarations: BriefingLine[];
  /** What could not be looked at, in words. */
  missing: string[];
  /** What there was no room for, in words. */
  leftOut: string[];
  /** The papers it was made from. */
  papers: PackPaper[];
};

/** What was added to, changed in or taken out of a meeting's papers since a briefing. */
export type PackChange = { added: PackPaper[]; changed: PackPaper[]; removed: PackPaper[] };

/** Compares the papers of a meeting with those of an earlier day; undefined where nothing has changed. */
export function comparePacks(before: PackPaper[], now: PackPaper[]): PackChange | undefined {
  const key = ({ source, title }: PackPaper) => `${source}\n${title}`;
  const known = new Map(before.map((paper) => [key(paper), paper]));
  const added = now.filter((paper) => !known.has(key(paper)));
  const changed = now.filter((paper) => (known.get(key(paper))?.sha256 ?? paper.sha256) !== paper.sha256);
  const here = new Set(now.map(key));
  const removed = before.filter((paper) => !here.has(key(paper)));
  return added.length + changed.length + removed.length === 0 ? undefined : { added, changed, removed };
}

/** For whom a briefing was made, in words: who, laid out for which role, and which paragraphs they are cleared for. */
export function nameAudience({ audience, role, forRole }: Pick<Briefing, 'audience' | 'role' | 'forRole'>): string {
  const plan = ROLE_PLANS[role].name;
  const who = forRole === undefined ? plan : `${forRole}, laid out for ${plan}`;
  if (isPublicAudience(audience)) {
    return `${who}; as the public may read the papers, cleared for no paragraph of Schedule 12A`;
  }
  const everywhere = audience.cleared.length > 0 ? [`${nameParagraphs(audience.cleared)} of Schedule 12A`] : [];
  const single = (audience.of ?? []).map(({ committee, cleared }) => `${nameParagraphs(cleared)} for ${committee}`);
  return `${who}; cleared for exempt information under ${[...everywhere, ...single].join('; ')}`;
}

/** "paragraph 3", "paragraphs 1 and 3", or that none are printed. */
export function nameParagraphs(paragraphs: number[]): string {
  if (paragraphs.length === 0) return 'paragraph not printed';
  return `${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${list(paragraphs)}`;
}

function list(numbers: number[]): string {
  return numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}
