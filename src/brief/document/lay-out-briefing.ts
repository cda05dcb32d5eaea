import {
  type Briefing,
  type BriefingItem,
  type BriefingLine,
  ITEM_PARTS,
  nameAudience,
  nameParagraphs,
} from '../../briefing.ts';
import { formatDate, formatShortCitation } from '../../citation.ts';

/** What a document is drawn from, whatever its format: headings of two levels, and lines with their citations. */
export type Block =
  | { kind: 'section'; text: string }
  | { kind: 'part'; text: string }
  /** A few words of ours between lines: what the record says stands in lines. */
  | { kind: 'note'; text: string }
  | { kind: 'line'; text: string; citation: string };

export type BriefingDocument = { title: string; about: string[]; blocks: Block[] };

const CLOSED_WORDS = 'Closed to the readers this briefing was made for';

/** Lays a briefing out: what matters most, item by item, what is outstanding, declarations, what is missing. */
export function layOutBriefing(briefing: Briefing): BriefingDocument {
  const cite = openCiter();
  const { mattersMost, items, outstanding, declarations } = briefing;
  const quiet = items.filter(isQuiet);
  return {
    title: `Briefing: ${briefing.committee}, ${formatDate(briefing.date)}`,
    about: aboutLines(briefing),
    blocks: [
      { kind: 'section', text: 'What matters most' },
      ...lines(mattersMost, cite, 'The papers ask for no decision, and nothing in them stands out.'),
      ...items.filter((item) => !isQuiet(item)).flatMap((item) => itemBlocks(item, cite)),
      ...(quiet.length === 0 ? [] : quietBlocks(quiet, cite)),
      { kind: 'section', text: 'Outstanding matters' },
      ...lines(outstanding, cite, 'None that the indexed papers show.'),
      { kind: 'section', text: 'Declarations you may think of' },
      ...lines(
        declarations,
        cite,
        'Nobody declared an interest on these subjects before, as far as the indexed papers show.',
      ),
      ...endBlocks(briefing),
    ],
  };
}

/** Who and when, before all else. */
function aboutLines({ audience, forRole, madeOn, papers }: Briefing): string[] {
  const count = papers.length === 1 ? 'one paper' : `${papers.length} papers`;
  return [
    `Made for: ${nameAudience({ audience, ...(forRole === undefined ? {} : { forRole }) })}.`,
    `Made on ${formatDate(madeOn)} from ${count} of this meeting and the committee's earlier record. Words in quotation marks are the papers' own; every line names its place.`,
  ];
}

function itemBlocks(item: BriefingItem, cite: Citer): Block[] {
  const { closed, traces } = item;
  const heading: Block = { kind: 'section', text: headingOf(item) };
  if (closed) {
    const text = `${CLOSED_WORDS}: exempt, ${nameParagraphs(closed.paragraphs)} of Part 1 of Schedule 12A.`;
    return [heading, { kind: 'line', text, citation: cite(traces) }];
  }
  return [
    heading,
    ...ITEM_PARTS.flatMap(([part, name]): Block[] =>
      item[part].length === 0 ? [] : [{ kind: 'part', text: name }, ...lines(item[part], cite)],
    ),
  ];
}

/** Items on which there is nothing to say are named in one list. */
function quietBlocks(items: BriefingItem[], cite: Citer): Block[] {
  const text = items.map(({ number, title }) => (number === undefined ? title : `${number} ${title}`)).join('; ');
  const traces = items.flatMap((item) => item.traces.slice(0, 1));
  return [
    { kind: 'section', text: 'Also on the agenda' },
    { kind: 'line', text: `${text}.`, citation: traces.length > 0 ? cite(traces.slice(0, 1)) : '' },
  ];
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

function isQuiet(item: BriefingItem): boolean {
  return !item.closed && ITEM_PARTS.every(([part]) => item[part].length === 0);
}

function lines(all: BriefingLine[], cite: Citer, none?: string): Block[] {
  if (all.length === 0 && none !== undefined) return [{ kind: 'note', text: none }];
  return all.map(({ text, traces }) => ({ kind: 'line', text, citation: cite(traces) }));
}

type Citer = (traces: BriefingLine['traces'] | BriefingItem['traces']) => string;

/** The long form of a citation first, the short one after that. */
function openCiter(): Citer {
  const seen = new Set<string>();
  return (traces) => {
    const labels = traces.map(({ label, place }) => {
      const isNew = !seen.has(label);
      seen.add(label);
      return isNew ? label : formatShortCitation(place);
    });
    return [...new Set(labels)].join('; ');
  };
}
