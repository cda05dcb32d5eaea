import { type Citation, citePassage } from '../../citation.ts';
import type { Passage } from '../../passage.ts';
import type { ProofFaultKind } from '../../proof.ts';
import { splitSentences } from '../../sentence.ts';
import type { Span } from '../../span.ts';
import type { WrittenStatement } from '../../writer.ts';
import { countWords } from '../count-words.ts';

/** A quotation found in its passage: `span` is in the passage's text, `around` the whole sentences it stands in. */
export type Evidence = { passage: Passage; span: Span; text: string; around: string; citation: Citation };

/** Less than this could be said of anything: "the report", "be noted". */
const MIN_QUOTE_WORDS = 3;
const MIN_QUOTE_CHARS = 12;
/** More than a passage can hold cannot be its slice. */
const MAX_QUOTE_CHARS = 1400;

type Quote = WrittenStatement['quotes'][number];

/**
 * Finds a model's quotation in the passage it names. White space, quotation marks, kinds of dash, hyphens at a line's
 * end, Markdown marks and the stop at the end may differ; nothing else may. What is kept is the paper's own slice.
 * A fault where it is not there, cuts a word or a number, is too short to mean anything or could be at two places.
 */
export function locateQuote(quote: Quote, passages: Map<string, Passage>): Evidence | { fault: ProofFaultKind } {
  const passage = passages.get(quote.passage);
  if (!passage) return { fault: 'unknown-passage' };
  if (quote.words.length > MAX_QUOTE_CHARS) return { fault: 'quote-long' };
  const { folded: wanted } = fold(quote.words.replace(/^[\s"“”'‘’…]+|[\s"“”'‘’….,;:]+$/g, ''));
  if (countWords(quote.words) < MIN_QUOTE_WORDS || wanted.length < MIN_QUOTE_CHARS) return { fault: 'quote-short' };
  const spans = findAll(passage, wanted);
  const [span] = spans;
  if (!span) return { fault: 'quote-not-found' };
  const around = sentencesAround(passage, span);
  // A web page prints a resolution twice; the two are one.
  if (spans.slice(1).some((other) => fold(sentencesAround(passage, other)).folded !== fold(around).folded)) {
    return { fault: 'quote-ambiguous' };
  }
  const shift = passage.span.start;
  const citation = citePassage(passage, { start: shift + span.start, end: shift + span.end });
  return { passage, span, text: passage.text.slice(span.start, span.end), around, citation };
}

/** The places of folded words in a text, as spans of the text, that begin and end with whole words and numbers. */
function findAll(passage: Passage, wanted: string): Span[] {
  const { text } = passage;
  const { folded, starts } = foldPassage(passage);
  const found: Span[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const start = starts[at] ?? 0;
    const end = (starts[at + wanted.length - 1] ?? 0) + 1;
    if (!cuts(text, start) && !cuts(text, end)) found.push({ start, end });
  }
  return found;
}

/** True if a word or a number stands on both sides of this offset: "23|.4", "appr|oved", "£|300". */
function cuts(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 2);
  if (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return true;
  if (/\d[.,]?$/.test(before) && /^[.,]?\d/.test(after)) return true;
  return (/[£$€-]$/.test(before) && /^\d/.test(after)) || (/\d$/.test(before) && /^[%p]/.test(after));
}

const SKIPPED = new Set('*#\\|\u00ad\u200b');
const QUOTE_MARKS = new Set('"“”„\'‘’`´');
const DASHES = new Set('-‐‑‒–—―−');

type Folded = { folded: string; starts: number[] };
const FOLDED = new WeakMap<Passage, Folded>();

/** The folded text of a passage, kept as long as the passage: several quotations are looked for in each. */
function foldPassage(passage: Passage): Folded {
  const known = FOLDED.get(passage) ?? fold(passage.text);
  FOLDED.set(passage, known);
  return known;
}

/** A text without marks, all white space one space and all dashes and quotation marks one kind; `starts`: where each character stood. */
function fold(text: string): Folded {
  const starts: number[] = [];
  const chars: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    const isSpace = char <= ' ' || char === '\u00a0' || /\s/.test(char);
    if (isSpace || SKIPPED.has(char)) {
      if (isSpace && chars.length > 0 && chars.at(-1) !== ' ') {
        chars.push(' ');
        starts.push(at);
      }
      continue;
    }
    const isDash = DASHES.has(char);
    const lineEnd = isDash ? /^.[ \t]{0,4}\n/.exec(text.slice(at, at + 6)) : undefined;
    if (lineEnd) {
      at += lineEnd[0].length - 1;
      continue;
    }
    chars.push(QUOTE_MARKS.has(char) ? "'" : isDash ? '-' : char);
    starts.push(at);
  }
  return { folded: chars.join('').trimEnd(), starts };
}

/** The sentences a slice stands in, whole; a limb, which is one decision, is always taken whole. */
function sentencesAround(passage: Passage, span: Span): string {
  const { kind, text } = passage;
  if (kind === 'limb') return text;
  const touched = sentencesOf(passage).filter(({ start, end }) => start < span.end && end > span.start);
  const start = Math.min(span.start, ...touched.map((sentence) => sentence.start));
  const end = Math.max(span.end, ...touched.map((sentence) => sentence.end));
  return text.slice(start, end);
}

const SENTENCES = new WeakMap<Passage, Span[]>();

function sentencesOf(passage: Passage): Span[] {
  const known = SENTENCES.get(passage) ?? splitSentences(passage.text);
  SENTENCES.set(passage, known);
  return known;
}
