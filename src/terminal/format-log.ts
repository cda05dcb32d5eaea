import { stringify } from 'csv-stringify/sync';
import type { LogEntry } from '../question-log.ts';
import type { LogFormat } from './build-desk-commands.ts';

/** What makes a spreadsheet take a cell for a formula, also behind white space and as full-width signs. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

type ExportedQuestion = {
  time: string;
  team: string;
  person: string;
  channel: string | null;
  surface: string;
  question: string | null;
  withheld: string | null;
  answer: string;
  citations: string[];
  latencyMs: number;
  feedback: string | null;
};

const COLUMNS: (keyof ExportedQuestion)[] = [
  'time',
  'team',
  'person',
  'channel',
  'surface',
  'question',
  'withheld',
  'answer',
  'citations',
  'latencyMs',
  'feedback',
];

/**
 * Logged questions as CSV with a head line (RFC 4180, lines end with LF, citations joined by "; "; no cell is a formula
 * to a spreadsheet), or as JSON Lines. Times are UTC, latencies milliseconds.
 */
export function formatLog(entries: LogEntry[], format: LogFormat): string {
  const questions = entries.map(exportedQuestion);
  if (format === 'jsonl') return questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const rows = questions.map((question) => ({ ...question, citations: question.citations.join('; ') }));
  return stringify(rows, { header: true, columns: COLUMNS, cast: { string: defuse } });
}

function exportedQuestion(entry: LogEntry): ExportedQuestion {
  const { time, team, person, channel, surface, question, withheld, outcome, citations, latencyMs, feedback } = entry;
  const asked = { time: new Date(time).toISOString(), team, person, channel, surface, question, withheld };
  return { ...asked, answer: outcome, citations, latencyMs, feedback };
}

function defuse(cell: string): string {
  // A carriage return alone is not quoted, and ends the row to some readers.
  const lines = cell.replace(/\r\n?/g, '\n');
  return FORMULA.test(lines) ? `'${lines}` : lines;
}
