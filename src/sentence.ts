import type { Span } from './span.ts';

/** A stop after these is not the end of a sentence. Lower case, without the stop. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof rev cllr cllrs no nos para paras min mins st hon vs e.g i.e etc approx fig vol ref tel inc dept ' +
    'cttee cf a.m p.m p pp'
  ).split(' '),
);
/** What stands before its line's words and is no sentence: "1.", "(a).", "iv.", "3.2." */
const LABEL = /^[ \t]*[([*#_ ]{0,6}(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})\)?$/i;
/** A blank line; a line that begins with a bullet or a label; a row of a table: each begins a new sentence. */
const LINE_START =
  /^[ \t]*(?:$|[-*•▪●◦‣–+|]|#{1,6} |\(?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)]|\(?[a-zA-Z]\)|\(?[ivx]{1,5}\))/;
const STOP = /[.!?]["'”’)\]*_]{0,3}(?=\s)/g;
const NEXT_STARTS = /^\s+["'“‘([*_]{0,3}[\p{Lu}\p{N}£•]/u;
/** Characters looked at after a stop and before it. */
const LOOK_AHEAD = 12;
const LOOK_BEHIND = 12;
/** Characters of a line that tell whether it begins a sentence, however long the line is. */
const LINE_START_CHARS = 40;

/**
 * Sentences of a text in order, as spans without white space around them; they hold all its words. A blank line, a
 * bullet, a label at a line's start and a table's row begin a new one; abbreviations, initials and labels end none.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  for (const block of splitAtLines(text)) {
    let start = block.start;
    for (const match of text.slice(block.start, block.end).matchAll(STOP)) {
      const end = block.start + match.index + match[0].length;
      if (!endsSentence(text, { start, stop: block.start + match.index, end })) continue;
      pushTrimmed(sentences, text, { start, end });
      start = end;
    }
    pushTrimmed(sentences, text, { start, end: block.end });
  }
  return sentences;
}

/** Stretches of lines that run on into each other. */
function splitAtLines(text: string): Span[] {
  const blocks: Span[] = [];
  let start = 0;
  let lineStart = 0;
  let isAfterRow = false;
  while (lineStart < text.length) {
    const lineEnd = text.indexOf('\n', lineStart);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const begins = LINE_START.test(text.slice(lineStart, Math.min(next, lineStart + LINE_START_CHARS)).trimEnd());
    const isRow = text.slice(lineStart, next).trim().includes('\t');
    if (lineStart > start && (begins || isRow || isAfterRow)) {
      blocks.push({ start, end: lineStart });
      start = lineStart;
    }
    isAfterRow = isRow;
    lineStart = next;
  }
  blocks.push({ start, end: text.length });
  return blocks;
}

function endsSentence(text: string, { start, stop, end }: Span & { stop: number }): boolean {
  if (!NEXT_STARTS.test(text.slice(end, end + LOOK_AHEAD))) return false;
  if (text[stop] !== '.') return true;
  if (stop - start <= LOOK_BEHIND && LABEL.test(text.slice(start, stop).trimStart())) return false;
  const word = /([\p{L}.]{1,12})$/u.exec(text.slice(Math.max(0, stop - LOOK_BEHIND), stop))?.[1] ?? '';
  const isInitial = /^\p{Lu}$/u.test(word);
  return !isInitial && !ABBREVIATIONS.has(word.toLowerCase());
}

/** Adds the span without white space around it, unless nothing is left. */
export function pushTrimmed(spans: Span[], text: string, span: Span): void {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (end > start) spans.push({ start, end });
}
