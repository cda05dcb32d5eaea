import type { AttendanceRole } from '../../meeting.ts';
import type { OutlineLine } from '../outline-line.ts';
import { readPeople } from './read-people.ts';

/** A printed list of people: its lines, and their words after those that open the list. */
export type AttendanceList = { role: AttendanceRole; lines: OutlineLine[]; texts: string[] };

/** Lists told by a mark before each name, and the lines of members who have none: how those were there is not printed. */
export type MarkedLists = { lists: AttendanceList[]; unmarked: OutlineLine[] };

/** "(* = present at the meeting)", "* denotes those present"; the star itself may pass for a mark of emphasis. */
const STAR_LEGEND =
  /^\(?\s?\*?\s{0,3}(?:=|denotes?|indicates?)\s{0,3}(?:those |members? )?(?:attended|present|in attendance)\b/i;

/** "P  Jane Roe", "A  John Dow" over "P: Present" and "A: Apologies", or "* Jane Roe" over "* = present". */
export function markedLists(lines: OutlineLine[]): MarkedLists {
  const starred = starredList(lines);
  if (starred) return starred;
  const legends = [/^P\s?[:=–-]\s?Present\b/, /^A\s?[:=–-]\s?(?:Apolog|Absent)/].map((pattern) =>
    lines.find(({ text }) => pattern.test(text)),
  );
  if (legends.includes(undefined)) return { lists: [], unmarked: [] };
  const roles = { P: 'present', A: 'apologies' } as const;
  const lists = (['P', 'A'] as const).flatMap((letter) => {
    const own = lines.filter(({ text }) => text.startsWith(`${letter} `) && readPeople(text.slice(2)).length === 1);
    return own.length === 0 ? [] : [{ role: roles[letter], lines: own, texts: own.map(({ text }) => text.slice(2)) }];
  });
  return { lists, unmarked: [] };
}

function starredList(lines: OutlineLine[]): MarkedLists | undefined {
  if (!lines.some(({ text }) => STAR_LEGEND.test(text))) return undefined;
  const isPerson = (words: string) => readPeople(words).length === 1;
  const starred = lines.filter(({ text, rest }) => /^\*/.test(text) && !STAR_LEGEND.test(text) && isPerson(rest));
  const [first, last] = [starred[0], starred.at(-1)];
  if (!first || !last || starred.length < 2) return undefined;
  const zone = lines.filter(({ index }) => index >= first.index - MAX_UNMARKED && index <= last.index + MAX_UNMARKED);
  const unmarked = zone.filter((line) => !starred.includes(line) && !/:\W*$/.test(line.text) && isPerson(line.text));
  return { lists: [{ role: 'present', lines: starred, texts: starred.map(({ rest }) => rest) }], unmarked };
}

/** Members without a star stand among those with one. */
const MAX_UNMARKED = 3;
