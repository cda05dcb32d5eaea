import type { Excerpt } from '../excerpt.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import { paintFor, type Screen } from './screen.ts';
import { wrapText } from './wrap-text.ts';

/** A gutter that shows the cited lines without colour as well. */
const CITED = '> ';
const AROUND = '  ';

/** A cited place in its surroundings, cited lines behind a mark, and what else the citation could mean. */
export function formatExcerpt(excerpt: Excerpt, sheet: Pick<Screen, 'width' | 'colour'>): string {
  const { strong, faint, mark } = paintFor(sheet);
  const paint = (text: string, cited: boolean) =>
    wrapText(plainForTerminal(text.trim(), { lines: true }).replace(/\n{3,}/g, '\n\n'), { width: sheet.width - 2 })
      .split('\n')
      .map((line) =>
        cited ? `${CITED}${line === '' ? '' : mark(line)}`.trimEnd() : `${AROUND}${faint(line)}`.trimEnd(),
      )
      .join('\n');
  const parts = excerpt.parts.map(
    ({ text, cited, gapBefore }) => `${gapBefore ? `${AROUND}…\n` : ''}${paint(text, cited)}`,
  );
  const page = excerpt.page === undefined ? '' : `, page ${excerpt.page}`;
  const others = excerpt.others.map((other) =>
    wrapText(plainForTerminal(other), { ...sheet, first: '- ', indent: '  ' }),
  );
  return [
    `${strong(wrapText(plainForTerminal(excerpt.label), sheet))}\n${plainForTerminal(`${excerpt.source}${page}`)}`,
    parts.join('\n'),
    ...(others.length > 0 ? [['It could also mean:', ...others].join('\n')] : []),
  ].join('\n\n');
}
