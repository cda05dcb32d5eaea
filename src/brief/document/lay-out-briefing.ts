import {
  type Briefing,
  type BriefingItem,
  type BriefingLine,
  isQuietItem,
  nameAudience,
  nameParagraphs,
  partsFor,
} from '../../briefing.ts';
import { formatDate } from '../../citation.ts';
import { ROLE_PLANS, type Role, type SectionName } from '../../role.ts';
import { type Citer, openCiter } from '../open-citer.ts';

/** What a document is drawn from, whatever its format: headings of two levels, and lines with their citations. */
export type Block =
  | { kind: 'section'; text: string }
  | { kind: 'part'; text: string }
  /** A few words of ours between lines: what the record says stands in lines. */
  | { kind: 'note'; text: string }
  | { kind: 'line'; text: string; citation: string };

export type BriefingDocument = { title: string; about: string[]; blocks: Block[] };

/** Titles of items on which there is nothing to say. */
const MAX_QUIET_CHARS = 80;
const CLOSED_WORDS = 'Closed to the readers this briefing was made for';

/** Lays a briefing out in the order that its reader's role wants: by default what matters most, the items, what is outstanding, declarations. */
export function layOutBriefing(briefing: Briefing): BriefingDocument {
  const cite = openCiter();
  return {
    title: `Briefing: ${briefing.committee}, ${formatDate(briefing.date)}`,
    about: aboutLines(briefing),
    blocks: [
      ...ROLE_PLANS[briefing.role].sections.flatMap((section) => sectionBlocks(section, { briefing, cite })),
      ...endBlocks(briefing),
    ],
  };
}

function sectionBlocks(section: SectionName, { briefing, cite }: { briefing: Briefing; cite: Citer }): Block[] {
  const { mattersMost, running, items, outstanding, declarations, role } = briefing;
  switch (section) {
    case 'mattersMost': {
      const none = 'The papers ask for no decision, and nothing in them stands out.';
      return [{ kind: 'section', text: 'What matters most' }, ...lines(mattersMost, cite, none)];
    }
    case 'running': {
      const none = 'No agenda is indexed.';
      return [{ kind: 'section', text: 'Running the meeting' }, ...lines(running, cite, none)];
    }
    case 'items': {
      const quiet = items.filter((item) => isQuietItem(item, role));
      return [
        ...items.filter((item) => !isQuietItem(item, role)).flatMap((item) => itemBlocks(item, { role, cite })),
        ...(quiet.length === 0 ? [] : quietBlocks(quiet, cite)),
      ];
    }
    case 'outstanding': {
      const told = items.some(({ decidedBefore }) => decidedBefore.length > 0);
      const none = told ? 'Nothing besides what is told under its item.' : 'Nothing that the indexed papers show.';
      return [{ kind: 'section', text: 'Outstanding matters' }, ...lines(outstanding, cite, none)];
    }
    case 'declarations': {
      const none = 'Nobody declared an interest on these subjects before, as far as the indexed papers show.';
      return [{ kind: 'section', text: 'Declarations you may think of' }, ...lines(declarations, cite, none)];
    }
  }
}

/** Who and when, before all else. */
function aboutLines(briefing: Briefing): string[] {
  const { madeOn, papers } = briefing;
  const count = papers.length === 1 ? 'one paper' : `${papers.length} papers`;
  return [
    `Made for: ${nameAudience(briefing)}.`,
    `Made on ${formatDate(madeOn)} from ${count} of this meeting and the committee's earlier record. Words in quotation marks are the papers' own; every line names its place.`,
  ];
}

function itemBlocks(item: BriefingItem, { role, cite }: { role: Role; cite: Citer }): Block[] {
  const { closed, traces } = item;
  const heading: Block = { kind: 'section', text: headingOf(item) };
  if (closed) {
    const text = `${CLOSED_WORDS}: exempt, ${nameParagraphs(closed.paragraphs)} of Part 1 of Schedule 12A.`;
    return [heading, { kind: 'line', text, citation: cite(traces) }];
  }
  return [
    heading,
    ...partsFor(role).flatMap(({ part, name }): Block[] =>
      item[part].length === 0 ? [] : [{ kind: 'part', text: name }, ...lines(item[part], cite)],
    ),
  ];
}

/** Items on which there is nothing to say are named in one list. */
function quietBlocks(items: BriefingItem[], cite: Citer): Block[] {
  const isListed = ({ traces }: BriefingItem) => traces.every(({ place }) => place.paperKind === 'agenda');
  const listed = items.filter(isListed);
  const loose = items.filter((item) => !isListed(item));
  const line = (some: BriefingItem[], lead: string): Block[] => {
    const text = `${lead}${some.map((item) => shortTitle(item)).join('; ')}.`;
    const citation = joinItemLabels(cite(some.flatMap((item) => item.traces.slice(0, 1))));
    return some.length === 0 ? [] : [{ kind: 'line', text, citation }];
  };
  return [
    { kind: 'section', text: listed.length > 0 ? 'Also on the agenda' : 'Also before the meeting' },
    ...line(listed, ''),
    ...line(loose, 'Papers that the agenda does not list: '),
  ];
}

/** "Agenda item 1, WC 9/1/24; Agenda item 2, WC 9/1/24" says the same agenda twice. */
function joinItemLabels(citation: string): string {
  const labels = citation.split('; ').map((label) => /^Agenda item (\S+), (.*)$/.exec(label));
  const [first] = labels;
  if (labels.length < 2 || !first || labels.some((label) => label === null)) return citation;
  const numbers = labels.map((label) => label?.[1] ?? '');
  return `Agenda items ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}, ${first[2]}`;
}

function shortTitle({ number, title }: BriefingItem): string {
  const cut = title.length <= MAX_QUIET_CHARS ? title : `${title.slice(0, MAX_QUIET_CHARS).replace(/\s+\S*$/, '')} …`;
  return number === undefined ? cut : `${number} ${cut}`;
}

function endBlocks({ missing, leftOut }: Briefing): Block[] {
  if (missing.length + leftOut.length === 0) return [];
  const left = leftOut.length === 0 ? [] : [`Left out for want of room: ${leftOut.join('; ')}.`];
  return [
    { kind: 'section', text: 'What this briefing does not have' },
    ...[...missing, ...left].map((text): Block => ({ kind: 'note', text })),
  ];
}

/** "5. Young Carers Strategy" as headings and contents have it. */
export function headingOf({ number, title }: Pick<BriefingItem, 'number' | 'title'>): string {
  return number === undefined ? title : `${number.replace(/\.$/, '')}. ${title}`;
}

function lines(all: BriefingLine[], cite: Citer, none?: string): Block[] {
  if (all.length === 0 && none !== undefined) return [{ kind: 'note', text: none }];
  return all.map(({ text, traces }) => ({ kind: 'line', text, citation: cite(traces) }));
}
