import { formatDate } from '../citation.ts';
import { stripMarks } from '../paper.ts';
import type { TopicMeeting } from '../topic.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import { paintFor, type Screen } from './screen.ts';
import { wrapText } from './wrap-text.ts';

const MAX_LINE_CHARS = 240;

/** Where a topic came up: a heading for each meeting, its best line with the citation, and how many more. */
export function formatTopic(meetings: TopicMeeting[], sheet: Pick<Screen, 'width' | 'colour'>): string {
  const { strong, faint } = paintFor(sheet);
  const blocks = meetings.map(({ committee, date, line, more }) => {
    const when = date === undefined ? 'date not known' : formatDate(date);
    const text = plainForTerminal(stripMarks(line.text));
    const cut = text.length > MAX_LINE_CHARS ? `${text.slice(0, MAX_LINE_CHARS).trimEnd()} …` : text;
    const indented = (words: string) => wrapText(words, { ...sheet, indent: '  ' });
    return [
      strong(plainForTerminal(`${when}, ${committee ?? 'committee not known'}`)),
      indented(cut),
      ...indented(`${plainForTerminal(line.label)}${more > 0 ? ` (and ${more} more)` : ''}`)
        .split('\n')
        .map(faint),
    ].join('\n');
  });
  return blocks.join('\n\n');
}
