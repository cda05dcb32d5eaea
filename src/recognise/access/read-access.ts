import type { Access } from '../../audience.ts';

const PARAGRAPHS =
  /\bparagraphs?\s*(?:\(\s?s\s?\)|nos?\.?|numbers?)?\s*((?:\(?\d{1,2}\b\)?\s{0,2}(?:,|&|and|or|to|-|–)?\s{0,2}){1,8})/gi;
const SCHEDULE = /schedule\s*12\s*\(?a\)?/i;
/** Words by which a text says of itself that it is closed. */
const CLOSED =
  /\bnot for (?:publication|public (?:release|inspection))\b|\bby virtue of (?:the )?(?:exempt )?(?:paragraphs?|category)|\bdocument is (?:restricted|exempt)\b|\b(?:contains?|containing|involv\w+ the (?:likely )?disclosure of|discloses?) (?:exempt|confidential) information\b|\bconfidential\b.{0,80}\bs(?:ection|\.)\s?100A\s?\(\s?[23]|\bexempt (?:information )?(?:by virtue of|under|as defined|within|pursuant)\b|\brestricted\s*[-–:]|\(\s*exempt\b(?! from\b)/i;
/** A heading or stamp that closes what follows: "EXEMPT", "Part 2 - Confidential". */
const STAMP =
  /^\W*(?:(?:this (?:report|appendix|item|document|minute) is )?(?:strictly )?(?:not for publication|exempt|restricted|private(?: and confidential)?|confidential)(?: (?:report|appendix|item|items|information|minutes?|annexe?|business|session|- exempt))?|part (?:2|ii|two|b)(?:\W+(?:\(?(?:exempt|private|closed|confidential|not for publication|items?)\b).{0,60})?)\W*$/i;
const FORM_FIELD =
  /^\W*(?:exempt(?:ion)?(?: information| from (?:the )?(?:press and public|publication|disclosure)|\s*\/\s*confidential)?|(?:public|open)\s*(?:\/|or)\s*(?:private|exempt|closed)|(?:access|publication|security)?\s*(?:status|classification)|not for publication|confidential(?:ity)?(?: or exempt information)?|part (?:1|i)\s*(?:\/|or)\s*part (?:2|ii))\W*?(?:\?|:|\t|\||$)\W*(.{0,200})$/i;
/** What stands between a form's label and its value. */
const SEPARATOR = /[?:\t|]/;
/** The value of a form's line that closes nothing. */
const OPEN_VALUE =
  /^\W*(?:no\b|none|not?\b(?! for publication)|n\/a|public|open|part (?:1|i)\b|unrestricted|official\W*$)/i;
/** The same on a line of its own, so that no title passes for it. */
const OPEN_LINE = /^\W*(?:no|none|not applicable|n\/a|public|open|unrestricted|part (?:1|i))\s*(?:[,;(–-]|\W*$)/i;
/** Under a heading such as "Exempt Items": that there are none. */
const NOTHING_CLOSED =
  /\bno (?:(?:exempt|confidential|private|closed|restricted|such|other|further|urgent) ){0,2}(?:items?|business|matters?|information|reports?)\b|^\W*(?:there (?:were|was|are|is) )?none\b/i;
/** Told of other papers, of none or of a question still open, these words close nothing. */
const NOT_THIS =
  /\b(?:no|not|any|whether|if|there (?:are|were|was|is) no|were no|was no|none|consider|may be|should|in the event|appendix|appendices|annexe?s?)\b/i;
const CONFIDENTIAL =
  /\bsection 100A\s*\(?\s*[23]\s*\)?|\bs\.?\s?100A\s*\(\s*[23]\s*\)|\bconfidential information\b.{0,80}\bgovernment department\b/i;

/** Whether a stretch of lines (a head, a stub, an item's text) closes the text it belongs to, and under which paragraphs. */
export function readAccess(lines: string[]): Access {
  const closing = lines.filter((line, at) => isClosing(line, lines[at + 1] ?? ''));
  if (closing.length === 0) return { kind: 'public' };
  const words = closing.join('\n');
  if (CONFIDENTIAL.test(lines.join('\n'))) return { kind: 'confidential' };
  const named = exemptParagraphs(words);
  return { kind: 'exempt', paragraphs: named.length > 0 ? named : exemptParagraphs(lines.join('\n')) };
}

/** The paragraphs of Schedule 12A that a text names, ascending; empty if it names none. */
export function exemptParagraphs(text: string): number[] {
  const found = new Set<number>();
  const near = text.replace(/\s+/g, ' ');
  for (const match of near.matchAll(PARAGRAPHS)) {
    const around = near.slice(Math.max(0, match.index - 300), match.index + match[0].length + 300);
    if (!SCHEDULE.test(around) && !/exempt|by virtue|not for publication|12A/i.test(around)) continue;
    for (const number of numbersIn(match[1] ?? '')) found.add(number);
  }
  return [...found].filter((number) => number >= 1 && number <= 7).sort((a, b) => a - b);
}

function numbersIn(list: string): number[] {
  const range = /(\d{1,2})\)?\s*(?:to|-|–)\s*\(?(\d{1,2})/.exec(list);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
  }
  return [...list.matchAll(/\d{1,2}/g)].map((digit) => Number(digit[0]));
}

function isClosing(line: string, next: string): boolean {
  if (line.length > 1500) return false;
  const field = FORM_FIELD.exec(line);
  if (field && isClosingValue(field[1] || next)) return true;
  // The same words alone on a line are a stamp, unless the next line is a form's value that opens.
  if (field && (field[1] || SEPARATOR.test(line) || OPEN_LINE.test(next))) return false;
  if (STAMP.test(line)) return !OPEN_LINE.test(next) && !NOTHING_CLOSED.test(next.slice(0, 100));
  const closed = CLOSED.exec(line);
  if (!closed) return false;
  const before = line.slice(Math.max(0, closed.index - 90), closed.index);
  return (
    !NOT_THIS.test(before.split(/[.;]\s/).at(-1) ?? '') && !/^\W*(?:to (?:consider|determine)|whether)\b/i.test(line)
  );
}

/** The value of a form's line: "Yes", "Part 2", "Exempt - paragraph 3"; "No", "Public" and an appendix alone are not. */
export function isClosingValue(value: string): boolean {
  if (OPEN_VALUE.test(value)) return false;
  if (/\b(?:appendix|appendices|annexe?)\b/i.test(value) && !/^\W*yes\b/i.test(value)) return false;
  return /^\W*(?:yes\b|exempt|private|closed|confidential|restricted|part (?:2|ii|b)\b|not for publication|by virtue|paragraph)/i.test(
    value,
  );
}
