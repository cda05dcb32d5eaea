import type { OutlineLine } from '../outline-line.ts';

/** A line's leading number or letter: the label without its punctuation, how it is dressed, and the text after it. */
export type LineLabel = { label: string; dress: NonNullable<OutlineLine['labelDress']>; rest: string };

const ROMAN = '[ivxl]{1,6}|[IVXL]{1,6}';
const PARENS = new RegExp(
  `^[(\\[](\\d{1,3}(?:\\.\\d{1,3}){0,3}|[a-zA-Z]|${ROMAN})[)\\]][.:]?(?:\\s+|(?=\\p{Lu}))`,
  'u',
);
const PAREN = new RegExp(`^(\\d{1,3}(?:\\.\\d{1,3}){0,3}|[a-zA-Z]|${ROMAN})[)](?:\\s+|(?=\\p{Lu}))`, 'u');
/** "39.", "21.01.07", "3.2.4", "123/21", "CAB.12", "020/21-5": letters and a slash are some councils' minute numbers. */
const NUMBER = /^((?:\p{Lu}{1,4}[./-]?)?\d{1,4}(?:[./-]\d{1,4}){0,4}[a-zA-Z]?)(\.|:(?=\s))?(?:\s+|$|(?=\p{Lu}\p{L}))/u;
const LETTER = new RegExp(`^([a-z]|${ROMAN}|[A-Z])\\.\\s+`);
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;
/** What follows a number that counts or times something and so is no label. */
const QUANTITY = /^(?:[ap]\.?m\b|%|per cent|percent|o'?clock|million|thousand|hours?\b|minutes? (?:to|past)|noon\b)/i;

/** The label a line begins with, or undefined: a date, a year, a time or an initial in a name is no label. */
export function lineLabel(text: string): LineLabel | undefined {
  const enclosed = matched(text, PARENS, 'parens') ?? matched(text, PAREN, 'paren');
  if (enclosed) return enclosed;
  return numberLabel(text) ?? letterLabel(text);
}

function matched(text: string, pattern: RegExp, dress: LineLabel['dress']): LineLabel | undefined {
  const match = pattern.exec(text);
  return match?.[1] ? { label: match[1], dress, rest: text.slice(match[0].length) } : undefined;
}

function numberLabel(text: string): LineLabel | undefined {
  const match = NUMBER.exec(text);
  const label = match?.[1];
  if (!match || !label) return undefined;
  const rest = text.slice(match[0].length);
  const dress = match[2] ? 'dot' : 'bare';
  if (dress === 'bare' && !isBareLabel(label, rest)) return undefined;
  if (MONTH.test(rest) && !/^\d{1,4}$/.test(label)) return { label, dress, rest };
  return MONTH.test(rest) && dress === 'bare' ? undefined : { label, dress, rest };
}

/** Without a full stop a number is a label only if it looks like one and its line goes on as a title or sentence. */
function isBareLabel(label: string, rest: string): boolean {
  if (rest === '' || QUANTITY.test(rest) || MONTH.test(rest)) return false;
  if (/^(?:19|20)\d\d$/.test(label)) return false;
  if (isYearPair(label) || /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(label)) return false;
  if (/^\d+-\d+$/.test(label) || /^\p{Lu}/u.test(label))
    return /\d[./-]\d|[./]/.test(label) && !/^\d+-\d+$/.test(label);
  if (/[./]/.test(label)) return !/^[\d£$€%(+–—-]/.test(rest) || /^\d{4}\b/.test(rest);
  return /^[\p{Lu}"'‘“[(]/u.test(rest) || /^\d{4}\b/.test(rest);
}

/** "2019/20", "2019-20" and "2019/2020" are years. */
function isYearPair(label: string): boolean {
  const pair = /^((?:19|20)\d\d)[/-](\d\d|(?:19|20)\d\d)$/.exec(label);
  return pair !== null && Number(pair[2]) % 100 === (Number(pair[1]) + 1) % 100;
}

function letterLabel(text: string): LineLabel | undefined {
  const found = matched(text, LETTER, 'dot');
  if (!found) return undefined;
  const initial = /^[A-Z]$/.test(found.label) && !/^\S+(?:\s+\p{Ll}\S*){2}/u.test(found.rest);
  return initial ? undefined : found;
}
