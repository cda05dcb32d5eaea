/** What a question may hold that is nobody's business to keep. */
export type PersonalDataKind = 'nhs-number' | 'national-insurance-number' | 'child';

/** `redacted` is the text with each finding replaced by a word for it in square brackets. */
export type PersonalData = { kinds: PersonalDataKind[]; redacted: string };

/** How each kind is named to the person who typed it. */
export const PERSONAL_DATA_WORDS: Record<PersonalDataKind, string> = {
  'nhs-number': 'an NHS number',
  'national-insurance-number': 'a National Insurance number',
  child: "a child's name with a date of birth",
};

const NHS_NUMBER = /(?<![\d£$€.,]|\d[ -])(\d{3})[ .-]{0,2}(\d{3})[ .-]{0,2}(\d{4})(?![ -]?\d|[.,]\d)/g;
// Any two letters: what is typed may be a slip of one that HMRC gives out. The last letter is A to D (NIM39110).
const INSURANCE_NUMBER =
  /(?<![a-z0-9])[a-z]{2}[ .-]{0,2}\d{2}[ .-]{0,2}\d{2}[ .-]{0,2}\d{2}[ .-]{0,2}[a-d](?![a-z0-9])/gi;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\\.?';
/** A whole date: 12/03/2015, 2015-03-12, 12 March 2015, March 12th, 2015. */
const DATE = new RegExp(
  `(?<![\\d/.-])(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}` +
    `|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH},? ?\\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})(?![\\d/])`,
  'gi',
);
/** Words that make a date one of birth, or the person it stands by a child. */
const BIRTH = /\b(?:d\.? ?o\.? ?b\b|(?:date|day) of birth|birth ?date|birthday|born)/i;
const CHILD =
  /\b(?:child|pupil|boy|girl|son|daughter|baby|toddler|student|grandson|granddaughter|nephew|niece|sibling|aged?|year[- ]old)\b/i;
/** Two to four words in capitals, as a name is written; not what begins or ends like the name of a body or office. */
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*\.?){1,3}(?![\p{L}\p{N}])/gu;
const NO_NAME =
  /\b(?:committee|commission|panel|board|cabinet|council|group|forum|meeting|minutes?|report|school|academy|service|team|authority|court|hospital|act|policy|plan|strategy|councillor|cllr|chair|officer|director)\b/i;
/** So far from a date a word for birth is about that date, and so far it is about the same person. */
const BESIDE_CHARS = 25;
const NEAR_CHARS = 80;
const CLAUSE_CHARS = 250;
/** No question names more people; a text made to be slow does. */
const MAX_MENTIONS = 40;
/** A name typed without capitals is among so many words before or after its date of birth. */
const WORDS_BEFORE = /(?:[^\s]{1,40}\s{1,3}){1,6}$/;
const WORDS_AFTER = /^(?:\s{0,3}[^\s]{1,40}){1,6}/;

type Finding = { kind: PersonalDataKind; start: number; end: number; word: string };

/**
 * Personal data in a question: NHS numbers (ten digits with their check digit), National Insurance numbers, and a
 * person's name with a date of birth. The text is read in its compatibility form without invisible characters.
 */
export function findPersonalData(typed: string): PersonalData {
  const text = typed.normalize('NFKC').replace(INVISIBLE, '');
  const findings = [...findNumbers(text), ...findBirths(text)].sort((a, b) => a.start - b.start || b.end - a.end);
  if (findings.length === 0) return { kinds: [], redacted: typed };
  let redacted = '';
  let at = 0;
  for (const { start, end, word } of findings) {
    if (start < at) continue;
    redacted += `${text.slice(at, start)}[${word}]`;
    at = end;
  }
  return { kinds: [...new Set(findings.map(({ kind }) => kind))].sort(), redacted: redacted + text.slice(at) };
}

/** The kinds in words for a sentence: "an NHS number and a child's name with a date of birth". */
export function sayPersonalData(kinds: PersonalDataKind[]): string {
  const words = kinds.map((kind) => PERSONAL_DATA_WORDS[kind]);
  const last = words.pop() ?? '';
  return words.length > 0 ? `${words.join(', ')} and ${last}` : last;
}

function findNumbers(text: string): Finding[] {
  const nhs = [...text.matchAll(NHS_NUMBER)].filter(([, ...digits]) => hasCheckDigit(digits.join('')));
  return [
    ...nhs.map((match) => finding('nhs-number', match, 'NHS number')),
    ...[...text.matchAll(INSURANCE_NUMBER)].map((match) =>
      finding('national-insurance-number', match, 'National Insurance number'),
    ),
  ];
}

/** Modulus 11 over the first nine digits, weighted 10 to 2 (NHS Data Dictionary, "NHS number"). */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check < 10 && check === Number(digits[9]);
}

function finding(kind: PersonalDataKind, match: RegExpExecArray, word: string): Finding {
  return { kind, start: match.index, end: match.index + match[0].length, word };
}

/**
 * Dates that are called dates of birth, with the words around them, and dates right behind a name where a child is
 * spoken of; and with them every name near by, wherever else it stands.
 */
function findBirths(text: string): Finding[] {
  const clauses: Finding[] = [];
  const mentions = new Set<string>();
  for (const date of text.matchAll(DATE)) {
    const end = date.index + date[0].length;
    const before = text.slice(Math.max(0, date.index - CLAUSE_CHARS), date.index);
    const around = (chars: number) => before.slice(-chars) + text.slice(date.index, end + chars);
    const near = around(NEAR_CHARS);
    const names = [...near.matchAll(NAME)].map(([name]) => name).filter(isPerson);
    const isCalledBirth = BIRTH.test(around(BESIDE_CHARS)) || (BIRTH.test(near) && names.length > 0);
    const isBehindName = names.some((name) => before.replace(/[\s,(:-]{1,3}$/, '').endsWith(name));
    if (!isCalledBirth && !(isBehindName && CHILD.test(near))) continue;
    const start = date.index - (WORDS_BEFORE.exec(before)?.[0].length ?? 0);
    const further = WORDS_AFTER.exec(text.slice(end, end + CLAUSE_CHARS))?.[0].length ?? 0;
    clauses.push({ kind: 'child', start, end: end + further, word: 'name and date of birth' });
    for (const name of names) for (const part of [name, ...name.split(' ').slice(-2)]) mentions.add(part);
  }
  return [...clauses, ...[...mentions].slice(0, MAX_MENTIONS).flatMap((name) => findName(text, name))];
}

function isPerson(name: string): boolean {
  return !NO_NAME.test(name) && !CHILD.test(name);
}

function findName(text: string, name: string): Finding[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll('.', '\\.')}(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map((match) => finding('child', match, 'name'));
}
