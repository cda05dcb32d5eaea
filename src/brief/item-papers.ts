import type { AgendaItem } from '../meeting.ts';
import type { SourcePaper } from './briefing-sources.ts';
import { isSameSubject } from './same-subject.ts';

/** An agenda item with the papers that came for it; papers that belong to none are an item of their own. */
export type ItemPapers = {
  number?: string;
  title: string;
  item?: AgendaItem;
  /** The agenda that has it. */
  agenda?: SourcePaper;
  papers: SourcePaper[];
};

/** The kinds that are no business of their own. */
const NOT_BUSINESS = new Set(['agenda', 'minutes']);

/** The items of a meeting's agenda in order, each with its reports and what comes with them. */
export function joinItems(papers: SourcePaper[]): ItemPapers[] {
  const items = agendaItems(papers);
  const business = papers.filter(({ paper }) => !NOT_BUSINESS.has(paper.kind));
  let last: ItemPapers | undefined;
  for (const paper of business) {
    // What comes with a report stands behind it and has a title of its own.
    const isAttached = paper.paper.kind !== 'report' && last?.papers.some(({ source }) => source === paper.source);
    const found = findItem(paper, items) ?? (isAttached ? last : undefined);
    const joined = found ?? { title: titleOf(paper), papers: [] };
    if (!found) items.push(joined);
    joined.papers.push(paper);
    last = joined;
  }
  return items;
}

/** What a paper is called: its title, its label, or its file. */
export function titleOf({ paper, source }: SourcePaper): string {
  return paper.title ?? paper.label ?? source;
}

/** Of several agendas of one meeting (one by itself, one in the pack) the fuller one counts, with what others add. */
function agendaItems(papers: SourcePaper[]): ItemPapers[] {
  const agendas = papers
    .filter(({ paper }) => paper.kind === 'agenda')
    .sort((a, b) => b.paper.items.length - a.paper.items.length);
  const found: ItemPapers[] = [];
  for (const agenda of agendas) {
    for (const item of agenda.paper.items) {
      const { number, title } = item;
      const isKnown = found.some((other) => other.title === title || isSameItem(other, number, title));
      if (!isKnown) found.push({ ...(number === undefined ? {} : { number }), title, item, agenda, papers: [] });
    }
  }
  return found;
}

function isSameItem(other: ItemPapers, number: string | undefined, title: string): boolean {
  return number !== undefined && other.number === number && isSameSubject(other.title, title);
}

function findItem({ item: number, paper }: SourcePaper, items: ItemPapers[]): ItemPapers | undefined {
  const { title } = paper;
  const named = title === undefined ? undefined : items.find((item) => isSameSubject(item.title, title));
  return (number === undefined ? undefined : items.find((item) => item.number === number)) ?? named;
}
