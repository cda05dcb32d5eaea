import type { Span } from '../paper.ts';

/** What a line of a paper looks like on its own, before it is known what the paper is. */
export type LineKind = 'blank' | 'furniture' | 'heading' | 'bullet' | 'table' | 'text';

/**
 * One line as the recognisers see it. `text` is the line without Markdown and HTML marks; the span is the line
 * in the source's text, marks included. `furniture` is what a page prints around its content (running heads, page numbers).
 */
export type OutlineLine = Span & {
  index: number;
  kind: LineKind;
  text: string;
  /** Page of the file, where it has pages. */
  page?: number;
  /** Printed in a heading's dress: Markdown `#` marks, bold alone on its line, or all in capitals. */
  marks: { hashes: number; bold: boolean; capitals: boolean };
  /** A leading number or label as printed without its punctuation: "39", "3.2.4", "21.01.07", "a", "iv", "2". */
  label?: string;
  /** How the label is dressed: "39." `dot`, "39" `bare`, "1)" `paren`, "(1)" `parens`. */
  labelDress?: 'dot' | 'bare' | 'paren' | 'parens';
  /** The line's text after its bullet or label. */
  rest: string;
  /** Leading white space of the line in columns, tabs as four. */
  indent: number;
};

/** A run of lines of one file that make one paper, as the splitter cut it; recognisers work on one at a time. */
export type Segment = {
  kind: import('../paper.ts').PaperKind;
  span: Span;
  lines: OutlineLine[];
  title?: string;
  label?: string;
};
