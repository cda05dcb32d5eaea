import { formatCitation, formatDate } from '../citation.ts';
import type { LedgerEntry } from '../ledger.ts';
import { stripMarks } from '../paper.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import { paintFor, type Screen } from './screen.ts';
import { wrapText } from './wrap-text.ts';

type Sheet = Pick<Screen, 'width' | 'colour'>;

const QUIET = new Set(['noting', 'procedure']);

/**
 * The ledger by meeting, each line with who is to act, by when, and its citation. Noting and procedure come last and
 * only with `all`, else their number, for they would drown the rest.
 */
export function formatLedger(entries: LedgerEntry[], { all = false, ...sheet }: Sheet & { all?: boolean }): string {
  const { strong } = paintFor(sheet);
  const isQuiet = (entry: LedgerEntry) => entry.kind === 'limb' && QUIET.has(entry.limbKind);
  const quiet = entries.filter(isQuiet);
  const blocks = byMeeting(
    entries.filter((entry) => !isQuiet(entry)),
    sheet,
  );
  if (quiet.length > 0 && all) blocks.push(strong('NOTED, AND PROCEDURE'), ...byMeeting(quiet, sheet));
  else if (quiet.length > 0) blocks.push(`${quiet.length} more only noted or were procedure: --all shows them`);
  return blocks.join('\n\n');
}

function byMeeting(entries: LedgerEntry[], sheet: Sheet): string[] {
  const { strong } = paintFor(sheet);
  const meetings = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const { committee, meetingDate, meetingDatePrinted } = entry.place;
    const when = meetingDate === undefined ? (meetingDatePrinted ?? 'date not known') : formatDate(meetingDate);
    const heading = `${when}, ${committee ?? 'committee not known'}`;
    meetings.set(heading, [...(meetings.get(heading) ?? []), entry]);
  }
  return [...meetings].map(([heading, lines]) =>
    [strong(plainForTerminal(heading)), ...lines.map((entry) => entryLines(entry, sheet))].join('\n'),
  );
}

function entryLines(entry: LedgerEntry, sheet: Sheet): string {
  const { faint } = paintFor(sheet);
  const words = (text: string, first: string) =>
    wrapText(plainForTerminal(text), { ...sheet, first, indent: '      ' });
  const told = [headOf(entry), whoOf(entry), byOf(entry), voteOf(entry)];
  return [
    words(`${told.filter((part) => part !== undefined).join(' · ')}: ${stripMarks(entry.text)}`, '  '),
    ...words(formatCitation(entry.place, entry.status), '      ').split('\n').map(faint),
  ].join('\n');
}

function headOf(entry: LedgerEntry): string {
  if (entry.kind === 'undertaking') return 'said, not resolved';
  // "decision, approved", but "request" alone where the verb says no more than the kind.
  const { limbKind, verb } = entry;
  return verb === 'resolved' || limbKind.startsWith(verb.slice(0, 7)) ? limbKind : `${limbKind}, ${verb}`;
}

function whoOf(entry: LedgerEntry): string | undefined {
  if (entry.kind === 'limb' && entry.toBody !== undefined) return `to ${stripMarks(entry.toBody)}`;
  const who = entry.who ?? (entry.kind === 'undertaking' ? entry.saidBy : undefined);
  return who === undefined ? undefined : stripMarks(who);
}

/** The vote as printed, which may lead in what follows: "RESOLVED unanimously to:". */
function voteOf(entry: LedgerEntry): string | undefined {
  return entry.kind === 'limb' ? entry.vote?.printed.replace(/[\s:]+$/, '') : undefined;
}

/** "by the end of March (31 March 2026)": as printed, and the date it means. */
function byOf({ by }: LedgerEntry): string | undefined {
  if (!by) return undefined;
  const meant = [by.iso === undefined ? undefined : formatDate(by.iso), by.doubt].filter((part) => part !== undefined);
  return `by when: ${stripMarks(by.printed)}${meant.length > 0 ? ` (${meant.join('; ')})` : ''}`;
}
