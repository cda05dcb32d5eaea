/** A time of the year that a paper prints instead of a day: the words, and the last day that they can mean. */
export type Season = { printed: string; to: string };

/** Terms of English schools end about then; the papers do not print the day. */
const ENDS: [RegExp, string][] = [
  [/\b(?:end\sof\s(?:the\s)?|(?:in|during|by)\sthe\s)?autumn\sterm\b/i, '12-20'],
  [/\b(?:end\sof\s(?:the\s)?|(?:in|during|by)\sthe\s)?spring\sterm\b/i, '04-10'],
  [/\b(?:end\sof\s(?:the\s)?|(?:in|during|by)\sthe\s)?summer\sterm\b/i, '07-22'],
  [/\b(?:in|during|over|by|before)\s(?:the\s)?(?:end\sof\s(?:the\s)?)?summer\b/i, '08-31'],
  [/\b(?:in|during|over|by|before)\s(?:the\s)?(?:end\sof\s(?:the\s)?)?autumn\b/i, '11-30'],
  [/\b(?:in|during|over|by|before)\s(?:the\s)?(?:end\sof\s(?:the\s)?)?spring\b/i, '05-31'],
  [/\b(?:by|before|until)\sChristmas\b/i, '12-25'],
];
const EASTER = /\b(?:by|before|until)\sEaster\b/i;
const END_OF_TERM = /\b(?:by|before)\sthe\send\sof\s(?:the\s)?term\b/i;
const TERM_ENDS = ['04-10', '07-22', '12-20'];

/** The first season that a text says something is to be done by, after the day it was said on. */
export function readSeason(text: string, saidOn: string): Season | undefined {
  const flat = text.replace(/\s/g, ' ');
  const next = (ends: string[]) => {
    const year = Number(saidOn.slice(0, 4));
    return (
      [year, year + 1].flatMap((each) => ends.map((end) => `${each}-${end}`)).find((day) => day > saidOn) ?? saidOn
    );
  };
  const easter = EASTER.exec(flat);
  if (easter) {
    const year = Number(saidOn.slice(0, 4));
    return { printed: easter[0], to: [year, year + 1].map(easterSunday).find((day) => day > saidOn) ?? saidOn };
  }
  const term = END_OF_TERM.exec(flat);
  if (term) return { printed: term[0], to: next(TERM_ENDS) };
  for (const [pattern, end] of ENDS) {
    const match = pattern.exec(flat);
    if (match) return { printed: match[0], to: next([end]) };
  }
  return undefined;
}

/** Easter Sunday of a year, by the anonymous Gregorian computus. */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`;
}
