import { stringify } from 'csv-stringify/sync';
import type { LogEntry } from '../question-log.ts';
import type { LogFormat } from './build-desk-commands.ts';
import { defuseCell } from './defuse-cell.ts';

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
  return stringify(rows, { header: true, columns: COLUMNS, cast: { string: defuseCell } });
}

function exportedQuestion(entry: LogEntry): ExportedQuestion {
  const { time, team, person, channel, surface, question, withheld, outcome, citations, latencyMs, feedback } = entry;
  const asked = { time: new Date(time).toISOString(), team, person, channel, surface, question, withheld };
  return { ...asked, answer: outcome, citations, latencyMs, feedback };
}
