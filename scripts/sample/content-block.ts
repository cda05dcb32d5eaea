/** A piece of a made-up paper. `**` in a text marks bold. */
export type ContentBlock =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'bullet'; text: string }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'columns'; paragraphs: string[] }
  | { kind: 'page' };

/** A made-up paper as written: what its pages print around it, and its content in order. */
export type Content = {
  /** Running head and foot of every page; the page number is printed after `foot`. */
  head: string;
  foot: string;
  /** The meeting's date and time as a meetings site prints them. */
  when: string;
  /** Number printed on the first page. */
  firstPage: number;
  blocks: ContentBlock[];
};

/** Where a PDF starts a new page inside a text. */
export const PAGE_BREAK = '{page}';
/** Where a web page of minutes stops and links to the rest of an item. */
export const REST = '{rest}';

/** The text without its marks, for formats in which pages and bold are not shown. */
export function plainWords(text: string): string {
  return text.replaceAll(PAGE_BREAK, '').replaceAll('**', '');
}

/** A text cut at its bold marks: pieces in order with whether they are bold; empty pieces left out. */
export function boldRuns(text: string): { text: string; bold: boolean }[] {
  return text
    .replace(`${REST} `, '')
    .split('**')
    .map((piece, index) => ({ text: piece, bold: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}
