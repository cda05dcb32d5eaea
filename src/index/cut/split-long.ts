import type { Span } from '../../paper.ts';
import { pushTrimmed, splitSentences } from '../../sentence.ts';

/**
 * Stretches of this span of the text, each at most `maxChars`, cut before bullets and between paragraphs where
 * that can be, else between sentences, else between words. Without white space around; they hold all its words.
 */
export function splitLong(text: string, span: Span, maxChars: number): Span[] {
  const parts: Span[] = [];
  pushTrimmed(parts, text, span);
  const [whole] = parts;
  if (!whole || whole.end - whole.start <= maxChars) return parts;
  return joinUpTo(unitsOf(text, whole, maxChars), maxChars);
}

/** Sentences, bullets and rows; one that is too long on its own is cut between words. */
function unitsOf(text: string, span: Span, maxChars: number): Span[] {
  const units: Span[] = [];
  for (const sentence of splitSentences(text.slice(span.start, span.end))) {
    const end = span.start + sentence.end;
    let start = span.start + sentence.start;
    while (end - start > maxChars) {
      const cut = lastSpaceBefore(text, start, start + maxChars);
      pushTrimmed(units, text, { start, end: cut });
      start = cut;
    }
    pushTrimmed(units, text, { start, end });
  }
  return units;
}

function lastSpaceBefore(text: string, start: number, limit: number): number {
  for (let at = limit; at > start + (limit - start) / 2; at--) {
    if (/\s/.test(text.charAt(at))) return at;
  }
  // Never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
}

/** Neighbours joined, so that the parts are of about equal length and none is longer than `maxChars`. */
function joinUpTo(units: Span[], maxChars: number): Span[] {
  const first = units[0];
  const last = units[units.length - 1];
  if (!first || !last) return [];
  const total = last.end - first.start;
  const aim = total / Math.ceil(total / maxChars);
  const parts: Span[] = [];
  for (const unit of units) {
    const current = parts[parts.length - 1];
    const joined = current ? unit.end - current.start : Number.POSITIVE_INFINITY;
    const isFull = current ? current.end - current.start >= aim : true;
    if (current && joined <= maxChars && !isFull) current.end = unit.end;
    else parts.push({ ...unit });
  }
  return parts;
}
