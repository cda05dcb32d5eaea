/** Of the room there is, this much is given up to break at a sentence's end rather than at a word's. */
const SENTENCE_SHARE = 0.5;
/** A grapheme is not followed back further than this. */
const MAX_MARKS = 32;
/** What belongs to the character before it. */
const CONTINUES = /^[\p{M}\p{Cs}\p{Emoji_Modifier}]/u;

export type SplitOptions = {
  /** The most a part may weigh. */
  max: number;
  /** What a character will weigh once escaped; 1 unless told. */
  weigh?: (character: string) => number;
};

/**
 * Text in parts that weigh at most `max`, broken between sentences, else words, else characters: never inside a
 * surrogate pair or before a combining mark. White space at a break is dropped; the rest joins to the text.
 */
export function splitText(text: string, { max, weigh = () => 1 }: SplitOptions): string[] {
  const parts: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = breakAt(text, start, reachFrom(text, start, { max, weigh }));
    const part = text.slice(start, end).trim();
    if (part !== '') parts.push(part);
    start = end;
  }
  return parts;
}

/** How far the text goes from here within the weight; at least one character. */
function reachFrom(text: string, start: number, { max, weigh }: Required<SplitOptions>): number {
  let weight = 0;
  let at = start;
  while (at < text.length) {
    weight += weigh(text.charAt(at));
    if (weight > max) break;
    at++;
  }
  return Math.max(at, start + 1);
}

function breakAt(text: string, start: number, reach: number): number {
  if (reach >= text.length) return text.length;
  const room = text.slice(start, reach + 1);
  const sentence = lastEnd(room, /[.!?]["'’”)\]]{0,3}\s|\n/g);
  if (sentence >= room.length * SENTENCE_SHARE) return start + sentence;
  const word = lastEnd(room, /\s/g);
  return word > 0 ? start + word : wholeCharacter(text, start, reach);
}

/** Just after the last match. */
function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

function wholeCharacter(text: string, start: number, reach: number): number {
  let at = reach;
  for (let back = 0; back < MAX_MARKS && at > start + 1 && CONTINUES.test(text.slice(at, at + 2)); back++) at--;
  const isInPair = /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
  return isInPair ? at + 1 : at;
}
