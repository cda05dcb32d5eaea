import type { AgendaItem } from '../../meeting.ts';
import { type Paper, type PaperText, pageAt } from '../../paper.ts';

/** A shared beginning of this length makes two titles one; shorter titles must be the same. */
const MIN_TITLE_CHARS = 12;

/**
 * The agenda item of the same file under which this paper came: by the pack page it begins on, else by its title.
 * Undefined where neither tells, and for agendas and minutes.
 */
export function itemOfPaper(text: PaperText, papers: Paper[], number: number): AgendaItem | undefined {
  const paper = papers[number];
  if (!paper || paper.kind === 'agenda' || paper.kind === 'minutes') return undefined;
  const items = papers.filter((other) => other.kind === 'agenda').flatMap((agenda) => agenda.items);
  return itemByPage(text, paper, items) ?? itemByTitle(paper, items);
}

function itemByPage(text: PaperText, paper: Paper, items: AgendaItem[]): AgendaItem | undefined {
  const label = pageAt(text.pages, paper.span.start)?.label;
  if (label === undefined || !/^\d{1,5}$/.test(label)) return undefined;
  const page = Number(label);
  return items.find((item) => item.pages && item.pages.first <= page && page <= item.pages.last);
}

function itemByTitle(paper: Paper, items: AgendaItem[]): AgendaItem | undefined {
  const title = normalise(paper.title ?? '');
  if (title === '') return undefined;
  return (
    items.find((item) => normalise(item.title) === title) ??
    items.find((item) => beginsAlike(normalise(item.title), title))
  );
}

function beginsAlike(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= MIN_TITLE_CHARS && (a.startsWith(b) || b.startsWith(a));
}

function normalise(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
