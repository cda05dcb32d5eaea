import type { AgendaItem } from '../../meeting.ts';
import { type Paper, type PaperText, pageAt } from '../../paper.ts';

/** A shared beginning of this length makes two titles one; shorter titles must be the same. */
const MIN_TITLE_CHARS = 12;

/**
 * The agenda item of the same file under which this paper came: by the pack page it begins on, else by its title,
 * else, for what comes with a report, by the report's. Undefined where none tells, and for agendas and minutes.
 */
export function itemOfPaper(text: PaperText, papers: Paper[], number: number): AgendaItem | undefined {
  const paper = papers[number];
  if (!paper || paper.kind === 'agenda' || paper.kind === 'minutes') return undefined;
  const items = papers.filter((other) => other.kind === 'agenda').flatMap((agenda) => agenda.items);
  const own = itemByPage(text, paper, items) ?? itemByTitle(paper, items);
  if (own) return own;
  const report = reportOfPaper(papers, number);
  return report === undefined ? undefined : itemOfPaper(text, papers, papers.indexOf(report));
}

/** The report in the same file that an appendix, presentation or scorecard comes with: the nearest one before it. */
export function reportOfPaper(papers: Paper[], number: number): Paper | undefined {
  const kind = papers[number]?.kind;
  if (kind !== 'appendix' && kind !== 'presentation' && kind !== 'scorecard') return undefined;
  const before = papers.slice(0, number).reverse();
  const end = before.findIndex((paper) => paper.kind === 'agenda' || paper.kind === 'minutes');
  return before.slice(0, end < 0 ? undefined : end).find((paper) => paper.kind === 'report');
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
