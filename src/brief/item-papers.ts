import { titleKey } from '../followed-place.ts';
import type { AgendaItem } from '../meeting.ts';
import type { SourcePaper } from './briefing-sources.ts';
import { isRoutineTitle } from './is-routine-title.ts';
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
  const heads = headed(
    papers.filter(({ paper }) => !NOT_BUSINESS.has(paper.kind)),
    items,
  );
  const found = heads.map(([head]) => findItem(head, items));
  const placed = placeByOrder(heads, inOrder(heads, found, items), items).map((item, n) => item ?? found[n]);
  for (const [n, group] of heads.entries()) {
    const item = placed[n] ?? { title: titleOf(group[0]), papers: [] };
    if (!placed[n]) items.push(item);
    item.papers.push(...group);
  }
  return items;
}

type Group = [SourcePaper, ...SourcePaper[]];

/** What comes with a report stands behind it in its file and has a title of its own, but is put under no other item. */
function headed(business: SourcePaper[], items: ItemPapers[]): Group[] {
  const groups: Group[] = [];
  for (const paper of business) {
    const open = groups.at(-1);
    const [head] = open ?? [];
    const { kind } = paper.paper;
    const isOther = paper.item !== undefined && paper.item !== head?.item;
    const isWithout = kind === 'appendix' ? !isOther : kind !== 'report' && !findItem(paper, items);
    if (open && isWithout && head?.source === paper.source) open.push(paper);
    else groups.push([paper]);
  }
  return groups;
}

/** A title that leads back in the agenda, or to an item that has its report, is only like the item's: order may say better. */
function inOrder(heads: Group[], found: (ItemPapers | undefined)[], items: ItemPapers[]): (ItemPapers | undefined)[] {
  const last = new Map<string, number>();
  return heads.map(([{ source, item: number }], n) => {
    const item = found[n];
    if (!item) return undefined;
    const at = items.indexOf(item);
    const isNumbered = number !== undefined && item.number === number;
    if (!isNumbered && at <= (last.get(source) ?? -1)) return undefined;
    last.set(source, at);
    return item;
  });
}

/**
 * A pack has its papers in the order of its agenda. Reports whose titles are nothing like their items' stand between
 * two that are known: where as many items between these have pages and no paper, they are theirs, in order.
 */
function placeByOrder(
  heads: Group[],
  found: (ItemPapers | undefined)[],
  items: ItemPapers[],
): (ItemPapers | undefined)[] {
  const placed = [...found];
  const at = (n: number) => (placed[n] ? items.indexOf(placed[n]) : undefined);
  for (let start = 0; start < heads.length; start++) {
    if (placed[start]) continue;
    let end = start;
    const [{ source }] = heads[start] ?? [{ source: '' }];
    while (end < heads.length && !placed[end] && heads[end]?.[0].source === source) end++;
    const from = start > 0 && heads[start - 1]?.[0].source === source ? (at(start - 1) ?? -1) : -1;
    const to = end < heads.length && heads[end]?.[0].source === source ? (at(end) ?? items.length) : items.length;
    const free = items.slice(from + 1, to).filter((item) => isFree(item) && !found.includes(item));
    if (free.length === end - start) for (const [n, item] of free.entries()) placed[start + n] = item;
    start = end - 1;
  }
  return placed;
}

/** The minutes of the last meeting have pages too, as has the work programme, and an exempt item has its papers elsewhere. */
function isFree({ item, title }: ItemPapers): boolean {
  const isBusiness = !/\bminutes\b/i.test(title) && !isRoutineTitle(title);
  return item?.pages !== undefined && item.access.kind === 'public' && isBusiness;
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
  const numbered = number === undefined ? undefined : items.find((item) => item.number === number);
  if (numbered || title === undefined) return numbered;
  const same = items.find((item) => titleKey(item.title) === titleKey(title));
  return same ?? items.find((item) => isSameSubject(item.title, title));
}
