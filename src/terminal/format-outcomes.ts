import { formatCitation, formatDate } from '../citation.ts';
import type { LedgerEntry, Outcome } from '../ledger.ts';
import { sayOutcomeKind } from '../outcome-words.ts';
import { stripMarks } from '../paper.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import { paintFor, type Screen } from './screen.ts';
import { wrapText } from './wrap-text.ts';

type Sheet = Pick<Screen, 'width' | 'colour'>;
type Line = { entry: LedgerEntry; outcome: Outcome };

/** What was asked or promised, by meeting, with what the papers show of it and where. */
export function formatOutcomes(lines: Line[], sheet: Sheet): string {
  const { strong } = paintFor(sheet);
  const meetings = new Map<string, Line[]>();
  for (const line of lines) {
    const { committee, meetingDate } = line.entry.place;
    const heading = `${meetingDate === undefined ? 'date not known' : formatDate(meetingDate)}, ${committee ?? 'committee not known'}`;
    meetings.set(heading, [...(meetings.get(heading) ?? []), line]);
  }
  return [...meetings]
    .map(([heading, found]) =>
      [strong(plainForTerminal(heading)), ...found.map((line) => outcomeLines(line, sheet))].join('\n'),
    )
    .join('\n\n');
}

function outcomeLines({ entry, outcome }: Line, sheet: Sheet): string {
  const { faint, strong } = paintFor(sheet);
  const words = (text: string, first: string) =>
    wrapText(plainForTerminal(text), { ...sheet, first, indent: '      ' });
  const traces = 'by' in outcome ? outcome.by : [];
  const looked = outcome.kind === 'gone-quiet' ? [`looked through: ${outcome.lookedThrough.join('; ')}`] : [];
  return [
    words(stripMarks(entry.text), '  '),
    ...words(formatCitation(entry.place, entry.status), '      ').split('\n').map(faint),
    strong(words(sayOutcomeKind(outcome), '    → ')),
    ...traces.flatMap(({ quote, label }) => [
      words(`“${stripMarks(quote)}”`, '      '),
      ...words(label, '      ').split('\n').map(faint),
    ]),
    ...looked.flatMap((line) => words(line, '      ').split('\n').map(faint)),
  ].join('\n');
}
