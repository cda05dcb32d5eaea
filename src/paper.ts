import type { Access } from './audience.ts';
import type { AgendaItem, Attendance, Declaration, MeetingHead } from './meeting.ts';
import type { Minute } from './minute.ts';
import type { Report, Table } from './report.ts';
import type { Span } from './span.ts';

export type { Span } from './span.ts';

export type PaperFormat = 'pdf' | 'docx' | 'html' | 'markdown' | 'text' | 'pptx' | 'csv' | 'srt';

/** A page of the file: `number` counts from 1; `label` is the number printed on it (a pack page), if any. */
export type Page = Span & { number: number; label?: string };

/** A place in a file that has no pages: a slide, a spreadsheet row, a caption's cue. `label` is shown in citations. */
export type Place = Span & { kind: 'slide' | 'row' | 'cue'; label: string };

export type TextCell = Span & { text: string };
/** A row of a table, its cells in column order; an empty cell is there with an empty span. */
export type TextRow = Span & { cells: TextCell[] };
/** A table as the reader found it, from a file's own markup or from pipes, tabs or aligned columns in text. */
export type TextTable = Span & { rows: TextRow[]; headerRows: number };

/** A paper's file as read. `text` is never changed afterwards: every quotation is a slice of it. */
export type PaperText = {
  format: PaperFormat;
  text: string;
  /** Every line without its line end, in order; a paragraph broken at a fixed width is one, over its breaks. */
  lines: Span[];
  /** In order; empty where the format has no pages. */
  pages: Page[];
  places: Place[];
  tables: TextTable[];
};

/** What one paper in a file is. A `restricted` paper is a stub that stands for a paper not published. */
export type PaperKind =
  | 'agenda'
  | 'minutes'
  | 'report'
  | 'appendix'
  | 'presentation'
  | 'scorecard'
  | 'transcript'
  | 'restricted'
  | 'other';

/**
 * How far the committee has agreed to minutes. `draft`: no approval known. `confirmed` and `corrected` name the
 * approving minute as printed ("71") and its meeting's date; `corrections` are the words of the corrections.
 * Papers other than minutes are `published`.
 */
export type PaperStatus =
  | { kind: 'published' }
  | { kind: 'draft' }
  | { kind: 'confirmed'; byMinute?: string; byMeetingDate?: string }
  | { kind: 'corrected'; byMinute?: string; byMeetingDate?: string; corrections: string };

/** One paper recognised in a file: its records with their place in the file's text. */
export type Paper = {
  kind: PaperKind;
  /** The paper's own title (a report's, an appendix's); undefined if none is printed. */
  title?: string;
  /** "Appendix 1", "Annex B" as printed. */
  label?: string;
  span: Span;
  meeting?: MeetingHead;
  status: PaperStatus;
  access: Access;
  attendance: Attendance[];
  declarations: Declaration[];
  items: AgendaItem[];
  minutes: Minute[];
  /** The body of a report, appendix, presentation …: sections that cover all of its text, in order. */
  report?: Report;
  tables: Table[];
};

/** The slices of the text at these spans, in order. */
export function slices(text: string, spans: Span[]): string[] {
  return spans.map((span) => text.slice(span.start, span.end));
}

/** The words at these spans as a person reads them: no Markdown or HTML marks, white space folded to single spaces. */
export function plainText(text: string, spans: Span[]): string {
  return stripMarks(slices(text, spans).join(' '));
}

/** Text without Markdown emphasis, heading, quote and table marks or HTML tags, white space folded. */
export function stripMarks(raw: string): string {
  if (!MARK.test(raw)) return raw.replace(/\s+/g, ' ').trim();
  return raw
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/\[([^[\]\n]{0,500})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,800}\)/g, '$1')
    .replace(/(^|\n)[ \t]*#{1,6}[ \t]+/g, '$1')
    .replace(GRADE_STAR, (grade, at: number, whole: string) =>
      closesEmphasis(whole, at) ? grade : grade.replace('*', STAR_KEPT),
    )
    .replace(/(\*{1,3}|_{2,3})(?=\S)|(?<=\S)(\*{1,3}|_{2,3})/g, '')
    .replaceAll(STAR_KEPT, '*')
    .replace(/\\([#*_.()[\]|-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A star that is a mark of the paper's own, not of Markdown: grades "A*-C", a hotel's "5*". */
const GRADE_STAR = /(?<!\w)(?<!(?<!\*)\*)[A-Z\d]\*(?!\*)(?=[-–—\s,;:.)/]|$)/g;
const STAR_KEPT = '\uE000';

/** True if the last star before this place opens words that end here: "*Appendix A*". */
function closesEmphasis(text: string, at: number): boolean {
  const star = at === 0 ? -1 : text.lastIndexOf('*', at - 1);
  if (star < 0 || text.slice(star, at).includes('\n')) return false;
  return /^(?:^|[^\w*])\*\S/.test(text.slice(Math.max(star - 1, 0), star + 2));
}

/** What every mark begins with: most lines have none, and are spared a closer look. */
const MARK = /[<[#*_\\]/;

/** The page that holds this offset, or undefined in a paper without pages. */
export function pageAt(pages: Page[], offset: number): Page | undefined {
  let low = 0;
  let high = pages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const page = pages[middle] as Page;
    if (offset < page.start) high = middle - 1;
    else if (offset >= page.end && middle < pages.length - 1) low = middle + 1;
    else return page;
  }
  return undefined;
}
