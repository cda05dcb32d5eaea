import type { Series, SeriesPoint } from '../series.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import { paintFor, type Screen } from './screen.ts';
import { wrapText } from './wrap-text.ts';

type Sheet = Pick<Screen, 'width' | 'colour'>;

const WAYS = { higher: 'higher is better', lower: 'lower is better' };
const PERIOD_CHARS = 24;

/** Each series as a list by period with a citation per figure, then where it changes and where papers differ. */
export function formatSeries(series: Series[], { others, ...sheet }: Sheet & { others: Series[] }): string {
  const blocks = series.map((one) => seriesLines(one, sheet));
  const names = others
    .slice(0, 8)
    .map(({ number, name }) => plainForTerminal([number, name].filter(Boolean).join(' ')));
  const more =
    names.length > 0
      ? [
          `Could also mean: ${names.join('; ')}${others.length > names.length ? `; and ${others.length - names.length} more` : ''}`,
        ]
      : [];
  return [...blocks, ...more.map((line) => wrapText(line, { ...sheet, indent: '  ' }))].join('\n\n');
}

function seriesLines(
  { name, number, unit, direction, definition, points, breaks, conflicts }: Series,
  sheet: Sheet,
): string {
  const { strong } = paintFor(sheet);
  const told = (line: string) => wrapText(plainForTerminal(line), { ...sheet, first: '  ! ', indent: '    ' });
  const about = [unit, direction && WAYS[direction]].filter(Boolean).join(', ');
  return [
    strong(plainForTerminal(`${[number, name].filter(Boolean).join(' ')}${about === '' ? '' : ` (${about})`}`)),
    ...(definition === undefined || definition === name
      ? []
      : [wrapText(plainForTerminal(definition), { ...sheet, indent: '  ' })]),
    ...points.map((point) => pointLines(point, sheet)),
    ...breaks.map(({ period, why, trace }) => told(`${period}: ${why} (${trace.label})`)),
    ...conflicts.map(({ period, points: both }) =>
      told(
        `${period}: papers differ: ${both.map(({ printed, trace }) => `${printed} (${citationOf(trace)})`).join(', ')}`,
      ),
    ),
  ].join('\n');
}

function pointLines({ period, kind, printed, group, trace }: SeriesPoint, sheet: Sheet): string {
  const { faint } = paintFor(sheet);
  const what = kind === 'actual' ? '' : kind === 'target' ? ' (target)' : ` (${group ?? 'comparator'})`;
  const cite = wrapText(plainForTerminal(citationOf(trace)), { ...sheet, indent: '      ' });
  return [
    `  ${plainForTerminal(period).padEnd(PERIOD_CHARS)}${plainForTerminal(printed + what)}`,
    ...cite.split('\n').map(faint),
  ].join('\n');
}

/** A spreadsheet has no meeting of its own: its file is named. */
function citationOf({ label, source, place }: SeriesPoint['trace']): string {
  return place.committee === undefined && place.paperTitle === undefined ? `${label} (${source})` : label;
}
