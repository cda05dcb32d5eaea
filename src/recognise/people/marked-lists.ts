import type { AttendanceRole } from '../../meeting.ts';
import type { OutlineLine } from '../outline-line.ts';
import { readPeople } from './read-people.ts';

/** A printed list of people: its lines, and their words after those that open the list. */
export type AttendanceList = { role: AttendanceRole; lines: OutlineLine[]; texts: string[] };

/** "P  Jane Roe", "A  John Dow" over "P: Present" and "A: Apologies": a letter for how each was there. */
export function markedLists(lines: OutlineLine[]): AttendanceList[] {
  const legends = [/^P\s?[:=–-]\s?Present\b/, /^A\s?[:=–-]\s?(?:Apolog|Absent)/].map((pattern) =>
    lines.find(({ text }) => pattern.test(text)),
  );
  if (legends.includes(undefined)) return [];
  const roles = { P: 'present', A: 'apologies' } as const;
  return (['P', 'A'] as const).flatMap((letter) => {
    const own = lines.filter(({ text }) => text.startsWith(`${letter} `) && readPeople(text.slice(2)).length === 1);
    return own.length === 0 ? [] : [{ role: roles[letter], lines: own, texts: own.map(({ text }) => text.slice(2)) }];
  });
}
