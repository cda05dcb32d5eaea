import type { DateReading } from '../../meeting.ts';
import { NUMBER_WORDS } from '../../number-words.ts';
import { readDate } from '../read-date.ts';

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = `(?:(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?)?${MONTH},?(?: \\d{4})?|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}`;
const NUMBER = `(?:\\d{1,3}|${NUMBER_WORDS}|a)`;
const PATTERNS: RegExp[] = [
  new RegExp(
    `\\b(?:by|before|no later than|not later than|on or before|until|prior to) (?:the )?((?:(?:end|beginning|start|middle) of |(?:early|late|mid)[- ])?(?:the )?(?:${DATE})\\b)`,
    'i',
  ),
  new RegExp(
    `\\b((?:in|within) (?:the next )?${NUMBER}(?: \\(\\d{1,3}\\))?(?: calendar| working)? (?:days?|weeks?|months?|years?)[’']?(?: time)?)`,
    'i',
  ),
  new RegExp(`\\b(?:to|at|for|in time for) (?:the |a |its )?((?:${DATE}) meeting)`, 'i'),
  /\b(?:by|before|prior to) ((?:the )?(?:end of (?:the )?(?:year|month|financial year|municipal year|summer|autumn|spring|winter)|next (?:ordinary |scheduled |full )?meeting|(?:summer|autumn|spring|winter|easter|christmas)(?: term)?(?: \d{4})?))/i,
  new RegExp(
    `\\b(?:brought|reported?|report back|submitted|presented|provided|received|considered|reviewed)\\b[^.;]{0,120}? in (${MONTH} \\d{4})`,
    'i',
  ),
  /\b(?:to|at|for) ((?:the|its) next (?:ordinary |scheduled |available |full )?meeting)\b/i,
];

/** By when something is to be done, in the text's own words; `iso` only where a whole date is printed. */
export function readDeadline(text: string): DateReading | undefined {
  for (const pattern of PATTERNS) {
    const printed = pattern.exec(text)?.[1];
    if (printed === undefined) continue;
    return /\d{4}$/.test(printed) && /^\D{0,12}\d{1,2}\D/.test(printed) ? readDate(printed) : { printed };
  }
  return undefined;
}
