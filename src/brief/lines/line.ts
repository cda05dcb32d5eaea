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

/** Words of one paper quoted and cited, after our own words; cut after a word where they are longer than `max`. */
export function quoteLine(
  { paper, spans, why, lead = '', max = MAX_QUOTE_CHARS }: Quoting,
  cite: Cite,
): BriefingLine | undefined {
  const parts: Span[] = [];
  let room = max;
  let isCut = false;
  for (const span of spans) {
    if (room <= 0) isCut = true;
    else {
      const part = clipSpan(paper.text, span, room);
      room -= part.span.end - part.span.start;
      isCut ||= part.isCut;
      parts.push(part.span);
    }
  }
  const words = plainText(paper.text, parts);
  if (words === '') return undefined;
  return lineOf(
    `${lead}${quoted(isCut ? `${words} …` : words)}`,
    parts.map((span) => cite({ paperId: paper.id, span, why })),
  );
}

export type Quoting = { paper: SourcePaper; spans: Span[]; why: string; lead?: string; max?: number };

/** The lines that could be cited. */
export function present(lines: (BriefingLine | undefined)[]): BriefingLine[] {
  return lines.filter((line) => line !== undefined);
}

/** A paragraph of a paper's report with the heading it stands under. */
export type ReportParagraph = { paper: SourcePaper; heading: string; spans: Span[] };

const paragraphsOf = new WeakMap<SourcePaper, ReportParagraph[]>();
const sentencesIn = new WeakMap<ReportParagraph, Sentence[]>();

/** The paragraphs of the reports among these papers, in order; each paper is gone through once. */
export function reportParagraphs(papers: SourcePaper[]): ReportParagraph[] {
  return papers.flatMap((paper) => {
    const known = paragraphsOf.get(paper);
    if (known) return known;
    const found = (paper.paper.report?.sections ?? []).flatMap(({ title = '', paragraphs }) =>
      paragraphs.map(({ heading = title, spans }) => ({ paper, heading, spans })),
    );
    paragraphsOf.set(paper, found);
    return found;
  });
}

/** A sentence where it stands, in several places where a page parts it, and as a person reads it. */
export type Sentence = { spans: Span[]; words: string };

/** The sentences of a paragraph, split once; rows of tables, headings and cells are none. */
export function sentencesOf(paragraph: ReportParagraph): Sentence[] {
  const known = sentencesIn.get(paragraph) ?? splitParagraph(paragraph);
  sentencesIn.set(paragraph, known);
  return known;
}

function splitParagraph({ paper, spans }: ReportParagraph): Sentence[] {
  const found: Span[][] = [];
  const pieces = spans.flatMap(({ start, end }) =>
    splitSentences(paper.text.slice(start, end)).map((span) => ({ start: start + span.start, end: start + span.end })),
  );
  for (const piece of pieces) {
    const open = found.at(-1);
    const last = open?.at(-1);
    if (open && last && isParted(paper.text.slice(last.start, last.end), paper.text.slice(piece.start, piece.end))) {
      open.push(piece);
    } else found.push([withoutLabel(paper.text, piece)]);
  }
  return found
    .map((parts) => ({ spans: parts, words: plainText(paper.text, parts) }))
    .filter(({ words, spans: parts }) => isProse(words, parts, paper.text));
}

/** A sentence that a page or a blank line parts: no stop before it, and what follows begins small. */
function isParted(before: string, after: string): boolean {
  return !/[.!?:;…|\t][”"')\]]?\s*$/.test(before) && /^\p{Ll}{2}/u.test(after) && !/[\t|]/.test(after);
}

/** A paragraph's number before its first sentence is told by the citation. */
function withoutLabel(text: string, { start, end }: Span): Span {
  const label = /^(?:- )?\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[•▪●-])[.)]?\s+(?=\p{Lu})/u.exec(text.slice(start, end));
  return { start: start + (label?.[0].length ?? 0), end };
}

/** Shorter is a heading or a cell, longer is no sentence that was read right. */
const PROSE_CHARS = { least: 30, most: 900 };

function isProse(words: string, spans: Span[], text: string): boolean {
  const letters = words.replace(/[^\p{L}]/gu, '').length;
  const isRow = spans.some(({ start, end }) => /\t|\|.*\|/.test(text.slice(start, end)));
  return (
    !isRow && words.length >= PROSE_CHARS.least && words.length <= PROSE_CHARS.most && letters / words.length > 0.6
  );
}
