import type { Attendance, AttendanceRole } from '../../meeting.ts';
import { type PaperText, stripMarks, type TextRow } from '../../paper.ts';
import { readPeople } from '../people/read-people.ts';

/** What the last column of an attendance table says; the system prints "Present, as expected", "Apologies, sent". */
const STATUSES: { role: AttendanceRole; pattern: RegExp }[] = [
  { role: 'apologies', pattern: /^apologies\b/i },
  { role: 'in attendance', pattern: /^in attendance\b/i },
  { role: 'present', pattern: /^(?:present|attended)\b/i },
];

/** Who was there by the page's tables of "Councillor A | Member | Present"; one record for each role found. */
export function readAttendanceTable(source: PaperText): Attendance[] {
  const found = source.tables.flatMap((table) => table.rows.flatMap(readRow));
  return STATUSES.flatMap(({ role }) => {
    const rows = found.filter((row) => row.role === role);
    if (rows.length === 0) return [];
    const spans = rows.map(({ row }) => ({ start: row.start, end: row.end }));
    const people = rows.flatMap(({ name }) => readPeople(name));
    return [{ role, people, text: rows.map(({ name }) => name).join('; '), spans }];
  });
}

function readRow(row: TextRow): { role: AttendanceRole; name: string; row: TextRow }[] {
  const cells = row.cells.map((cell) => stripMarks(cell.text)).filter((cell) => cell !== '');
  const name = cells[0] ?? '';
  const role = STATUSES.find(({ pattern }) => pattern.test(cells.at(-1) ?? ''))?.role;
  return role && cells.length >= 2 && /\p{L}{2}/u.test(name) ? [{ role, name, row }] : [];
}
