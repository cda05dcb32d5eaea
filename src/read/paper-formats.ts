import type { PaperFormat } from '../paper.ts';

/** Formats by the ending of a file's name, in lower case with its dot. */
export const FORMATS: ReadonlyMap<string, PaperFormat> = new Map([
  ['.pdf', 'pdf'],
  ['.docx', 'docx'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.pptx', 'pptx'],
  ['.csv', 'csv'],
  ['.srt', 'srt'],
]);
