import type { OutlineLine } from '../outline-line.ts';
import { findDate } from '../read-date.ts';

const BODY_NAME =
  /\b(?:committee|sub-?committee|commission|panel|board|cabinet|council|forum|executive|partnership|assembly|authority|working (?:group|party)|task (?:group|force)|trust)\b/i;
const HEAD_WORD =
  /^\W*(?:(?:draft|unconfirmed|confirmed|approved)\W+)?(?:minutes?|meeting|notes|date|time|venue|place|location|held|at|on|commencing|public document pack|public minutes|decisions)\b/i;
const MAX_HEAD_LINE = 200;

/** True for a line that may stand in the head of a meeting's paper: its body, date, time, place or the word Minutes. */
export function isHeadLine(line: OutlineLine): boolean {
  if (line.kind === 'table') return false;
  if (line.text.length > MAX_HEAD_LINE || line.kind === 'bullet') return false;
  if (line.label !== undefined && findDate(line.text) === undefined) return false;
  if (/\b(?:closed|ended|finished|concluded|adjourned)\b/i.test(line.text)) return false;
  if (HEAD_WORD.test(line.text) || /^(?:\p{Lu}\s{1,4}){4,}\p{Lu}$/u.test(line.text)) return true;
  return isBodyName(line.text) || isDateLine(line.text) || (line.marks.hashes > 0 && line.text.length < 100);
}

/** True for a short line that names a body that meets, not a sentence about one. */
export function isBodyName(text: string): boolean {
  if (!BODY_NAME.test(text) || text.length > 140) return false;
  if (/[.;?]\s*$/.test(text) && !/\b(?:p\.m|a\.m)\.\s*$/i.test(text)) return false;
  if (/\b(?:were|was|had|has been|have been)\b(?! (?:present|held)\b)/.test(text)) return false;
  return !/^\W*(?:that|the (?:chair|committee|panel|commission|board|council) (?:\p{Ll})|members?\b|to\b|it\b)/iu.test(
    text,
  );
}

/** True for a short line that is little more than a date. */
export function isDateLine(text: string): boolean {
  if (text.length > 110) return false;
  const date = findDate(text);
  return date !== undefined && date.index < 60;
}
