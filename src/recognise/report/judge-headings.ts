import type { OutlineLine } from '../outline-line.ts';

const MAX_DRESSED_CHARS = 200;
const MAX_PLAIN_CHARS = 120;
const MAX_PLAIN_WORDS = 18;
const FINITE_VERB =
  /\s(?:is|are|was|were|has|have|had|will|would|should|must|may|can|could|shall|does|do|did|became|remains?|continues?|provides?|includes?|shows?|states?)\s/i;
const DATE_ONLY =
  /^(?:\w{2,9}day\W+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\W+(?:\d{1,2}(?:st|nd|rd|th)?\W+)?(?:19|20)\d\d\W*$/i;
/** An address's last line is in capitals too. */
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/;
const QUESTION_WORD = /^(?:what|how|why|who|when|where|which|is|are|do|does)\b/i;

/** True if the line wears a heading's dress: Markdown `#`, bold alone on its line, or capitals. */
export function isDressed(line: OutlineLine): boolean {
  return line.marks.hashes > 0 || line.marks.bold || line.marks.capitals;
}

/** How loud a heading's dress is, for telling a title from a sub-heading: more is louder. */
export function dressRank(line: OutlineLine): number {
  if (line.marks.hashes > 0) return 10 - line.marks.hashes;
  return (line.marks.capitals ? 2 : 0) + (line.marks.bold ? 1 : 0);
}

/** True if the words could be a title: no sentence, no address, no value of a form. */
export function isTitleLike(words: string, dressed: boolean): boolean {
  if (!/\p{L}{3}/u.test(words) || /[;,]$/.test(words) || POSTCODE.test(words)) return false;
  if (DATE_ONLY.test(words) || /\s=\s/.test(words)) return false;
  if (/https?:|www\.|@|^(?:yes|no|none|all|n\/a|not applicable|nil)\W*$/i.test(words)) return false;
  if (/^(?:source|note|nb|tel(?:ephone)?|email|e-mail|ref)\b\s*:/i.test(words)) return false;
  return dressed ? isDressedTitle(words) : isPlainTitle(words);
}

function isDressedTitle(words: string): boolean {
  if (words.length > MAX_DRESSED_CHARS) return false;
  if (/\.$/.test(words) && (words.length > 90 || FINITE_VERB.test(words))) return false;
  return !/^that\b/i.test(words) && !/[.!?]\s+\p{Lu}\p{Ll}.*[.!?]$/u.test(words);
}

function isPlainTitle(words: string): boolean {
  if (words.length > MAX_PLAIN_CHARS || words.split(/\s+/).length > MAX_PLAIN_WORDS) return false;
  if (!/^[\p{Lu}\d"'‘“(]/u.test(words) || /[.!]$/.test(words) || /[.!?]\s+\p{Lu}\p{Ll}/u.test(words)) return false;
  if (/^\d[\d.,]*\s?%/.test(words)) return false;
  if (/:$/.test(words)) return words.split(/\s+/).length <= 4 && !FINITE_VERB.test(words);
  if (/^(?:that|to|see|and|or|please|dear|cllr|councillor|mr|mrs|ms|dr)\b/i.test(words)) return false;
  return QUESTION_WORD.test(words) ? /\?$/.test(words) || !/\s(?:is|are)\s.{40}/.test(words) : !FINITE_VERB.test(words);
}

/** "Attendance: 94%": a name with its value after a colon. */
export function isLabelledValue(words: string): boolean {
  return /:\s+[\p{Ll}\d]/u.test(words);
}
