import type { BriefingLine } from '../../briefing.ts';
import type { RecordTrace } from '../../ledger.ts';
import { plainText, type Span } from '../../paper.ts';
import { splitSentences } from '../../sentence.ts';
import type { BriefingSources, SourcePaper } from '../briefing-sources.ts';

export type Cite = BriefingSources['cite'];

/** A quotation longer than this is cut after a word: the citation leads to the rest. */
export const MAX_QUOTE_CHARS = 320;

/** A line over what could be cited of its places; undefined where nothing could. */
export function lineOf(text: string, traces: (RecordTrace | undefined)[]): BriefingLine | undefined {
  const [first, ...more] = traces.filter((trace) => trace !== undefined);
  return first && { text, traces: [first, ...more] };
}

/** Words of a paper as a person reads them, in quotation marks. */
export function quoted(words: string): string {
  return `“${words.replace(/^["“]|["”]$/g, '')}”`;
}

/** A span no longer than a quotation may be, cut after a word; and whether it was cut. */
export function clipSpan(text: string, { start, end }: Span, max = MAX_QUOTE_CHARS): { span: Span; isCut: boolean } {
  if (end - start <= max) return { span: { start, end }, isCut: false };
  const cut = text.slice(start, start + max).replace(/\s+\S*$/, '');
  return { span: { start, end: start + cut.length }, isCut: true };
}

/** Words of one paper quoted and cited, after our own words. */
export function quoteLine(
  { paper, span, why, lead = '', max = MAX_QUOTE_CHARS }: Quoting,
  cite: Cite,
): BriefingLine | undefined {
  const { span: part, isCut } = clipSpan(paper.text, span, max);
  const words = plainText(paper.text, [part]);
  if (words === '') return undefined;
  return lineOf(`${lead}${quoted(isCut ? `${words} …` : words)}`, [cite({ paperId: paper.id, span: part, why })]);
}

export type Quoting = { paper: SourcePaper; span: Span; why: string; lead?: string; max?: number };

/** The lines that could be cited. */
export function present(lines: (BriefingLine | undefined)[]): BriefingLine[] {
  return lines.filter((line) => line !== undefined);
}

/** A paragraph of a paper's report with the heading it stands under. */
export type ReportParagraph = { paper: SourcePaper; heading: string; spans: Span[] };

/** The paragraphs of the reports among these papers, in order. */
export function reportParagraphs(papers: SourcePaper[]): ReportParagraph[] {
  return papers.flatMap((paper) =>
    (paper.paper.report?.sections ?? []).flatMap(({ title = '', paragraphs }) =>
      paragraphs.map(({ heading = title, spans }) => ({ paper, heading, spans })),
    ),
  );
}

/** The sentences of a paragraph, as spans of its paper's text; rows of tables are none. */
export function sentencesOf({ paper, spans }: ReportParagraph): Span[] {
  return spans.flatMap(({ start, end }) =>
    splitSentences(paper.text.slice(start, end))
      .map((span) => withoutLabel(paper.text, { start: start + span.start, end: start + span.end }))
      .filter((span) => isProse(paper.text.slice(span.start, span.end))),
  );
}

/** A paragraph's number before its first sentence is told by the citation. */
function withoutLabel(text: string, { start, end }: Span): Span {
  const label = /^(?:- )?\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[•▪●-])[.)]?\s+(?=\p{Lu})/u.exec(text.slice(start, end));
  return { start: start + (label?.[0].length ?? 0), end };
}

/** Shorter is a heading or a cell, longer is no sentence that was read right. */
const PROSE_CHARS = { least: 30, most: 900 };

function isProse(words: string): boolean {
  const letters = words.replace(/[^\p{L}]/gu, '').length;
  const isRow = /\t|\|.*\|/.test(words);
  return (
    !isRow && words.length >= PROSE_CHARS.least && words.length <= PROSE_CHARS.most && letters / words.length > 0.6
  );
}
