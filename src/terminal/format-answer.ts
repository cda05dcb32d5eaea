import type { Answer, Coverage } from '../answer.ts';
import { distinctCitations, isSamePlace } from '../answer-record.ts';
import { type Citation, formatCitation } from '../citation.ts';
import type { Hit } from '../passage.ts';

import { plainForTerminal } from './plain-for-terminal.ts';
import { paintFor, type Screen } from './screen.ts';
import { wrapText } from './wrap-text.ts';

type Sheet = Pick<Screen, 'width' | 'colour'>;

const MAX_NEAREST = 3;
const MAX_NEAREST_CHARS = 160;
const MAX_NAMED_MEETINGS = 4;

/**
 * An answer for the terminal: statements with [1] markers, the sources they name with their file, notes, and what
 * was searched. A decline says why, what was searched, what is missing and what came nearest.
 */
export function formatAnswer(answer: Answer, sheet: Sheet): string {
  const parts = answer.kind === 'grounded' ? groundedParts(answer, sheet) : declinedParts(answer, sheet);
  return parts.filter((part) => part !== '').join('\n\n');
}

function groundedParts(answer: Extract<Answer, { kind: 'grounded' }>, sheet: Sheet): string[] {
  const citations = distinctCitations(answer);
  const markers = (cited: Citation[]) =>
    cited.map((citation) => `[${citations.findIndex((other) => isSamePlace(citation, other)) + 1}]`).join('');
  const statements = answer.statements.map(({ text, citations: cited }) =>
    wrapText(`${plainForTerminal(text)} ${markers(cited)}`, sheet),
  );
  return [
    statements.join('\n\n'),
    citations.map((citation, n) => formatSource(citation, n + 1, sheet)).join('\n'),
    answer.notes
      .map((note) => wrapText(plainForTerminal(note), { ...sheet, first: 'Note: ', indent: '      ' }))
      .join('\n'),
    formatCoverage(answer.coverage, sheet),
  ];
}

function formatSource(citation: Citation, number: number, { width, colour }: Sheet): string {
  const { strong, faint } = paintFor({ colour });
  const marker = `[${number}] `;
  const indent = ' '.repeat(marker.length);
  const label = wrapText(plainForTerminal(citation.label), { width, first: marker, indent });
  const file = wrapText(plainForTerminal(citation.source), { width, indent });
  return `${eachLine(label, strong)}\n${eachLine(file, faint)}`;
}

function declinedParts(answer: Extract<Answer, { kind: 'declined' }>, sheet: Sheet): string[] {
  const { strong } = paintFor(sheet);
  return [
    eachLine(wrapText(plainForTerminal(answer.message), sheet), strong),
    formatCoverage(answer.coverage, sheet),
    formatNearest(answer.nearest, sheet),
  ];
}

function formatCoverage(coverage: Coverage, sheet: Sheet): string {
  const { faint } = paintFor(sheet);
  const lines = [`Searched: ${coverageWords(coverage)}.`, ...coverage.missing.map((missing) => `Missing: ${missing}.`)];
  return lines.map((line) => eachLine(wrapText(plainForTerminal(line), { ...sheet, indent: '' }), faint)).join('\n');
}

/** "12 papers of 3 meetings of Cabinet (1 May 2024 to 3 July 2024)"; a few meetings by name, many by their span. */
function coverageWords({ committees, meetings, papers }: Coverage): string {
  const dates = meetings.map((meeting) => meeting.date).sort();
  const first = dates[0];
  const last = dates.at(-1);
  const named =
    [...new Set(dates)].length <= MAX_NAMED_MEETINGS ? [...new Set(dates)].join(', ') : `${first} to ${last}`;
  const when = first === undefined ? '' : ` (${named})`;
  const who = committees.length > 0 ? ` of ${committees.join('; ')}` : '';
  return `${count(papers, 'paper')} of ${count(meetings.length, 'meeting')}${who}${when}`;
}

function formatNearest(nearest: Hit[], sheet: Sheet): string {
  if (nearest.length === 0) return '';
  const lines = nearest.slice(0, MAX_NEAREST).map(({ passage }) => {
    const text = plainForTerminal(passage.text);
    const cut = text.length > MAX_NEAREST_CHARS ? `${text.slice(0, MAX_NEAREST_CHARS).trimEnd()} …` : text;
    return wrapText(`${plainForTerminal(formatCitation(passage.place, passage.status))}: ${cut}`, {
      ...sheet,
      first: '- ',
      indent: '  ',
    });
  });
  return ['Nearest in the papers:', ...lines].join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function eachLine(text: string, paint: (line: string) => string): string {
  return text.split('\n').map(paint).join('\n');
}
