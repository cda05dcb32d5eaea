import type { Series, SeriesPoint } from '../../../series.ts';
import { cutText } from '../../format/cut-text.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Message } from '../../messenger.ts';
import { packMessages, type Unit } from '../parts/pack-messages.ts';
import { textUnits } from '../parts/text-units.ts';
import { headingUnit, lineUnits } from './brief-messages.ts';

/** The newest are shown; the chart has all. */
const MAX_POINTS = 40;
const MAX_OTHERS = 5;
const WAYS = { higher: 'higher is better', lower: 'lower is better' };

/** A measure's figures by period, each with its place; where its definition or source changes, and where papers differ. */
export function seriesMessages(series: Series, others: Series[] = []): Message[] {
  const { definition, points, breaks, conflicts, name } = series;
  const shown = points.slice(-MAX_POINTS);
  const names = others.slice(0, MAX_OTHERS).map(nameOf);
  return packMessages([
    headingUnit(nameOf(series)),
    ...(definition === undefined || definition === name ? [] : textUnits(definition)),
    ...shown.flatMap(pointUnits),
    ...(points.length > shown.length ? textUnits(`and ${points.length - shown.length} earlier figures`) : []),
    ...breaks.flatMap(({ period, why, trace }) => lineUnits({ text: `From ${period}: ${why}`, traces: [trace] })),
    ...conflicts.flatMap(conflictUnits),
    ...(names.length === 0 ? [] : textUnits(`Could also mean: ${names.join('; ')}`)),
  ]);
}

/** A chart in words, for whoever cannot see it: the measure's name, then its figures, the newest kept where there are many. */
export function describeChart(series: Series): string {
  const said = series.points.map(
    ({ period, printed, kind, group }) => `${kindOf({ kind, group })}${period}: ${printed}`,
  );
  return cutText(visibleText(`Line chart of ${nameOf(series).replace(/\./g, ' ')}. ${said.join('; ')}`), 1_000);
}

function nameOf({ name, number, direction, unit }: Series): string {
  const about = [unit, direction && WAYS[direction]].filter(Boolean).join(', ');
  return `${[number, name].filter(Boolean).join(' ')}${about === '' ? '' : ` (${about})`}`;
}

function pointUnits(point: SeriesPoint): Unit[] {
  return lineUnits({ text: `${kindOf(point)}${point.period}: ${point.printed}`, traces: [point.trace] });
}

function kindOf({ kind, group }: { kind: SeriesPoint['kind']; group?: string | undefined }): string {
  if (kind === 'target') return 'Target, ';
  return kind === 'comparator' ? `${group ?? 'Comparator'}, ` : group === undefined ? '' : `${group}, `;
}

function conflictUnits({ period, points }: Series['conflicts'][number]): Unit[] {
  const [first, ...more] = points.map(({ trace }) => trace);
  if (!first) return [];
  const figures = points.map(({ printed }) => printed).join(' and ');
  return lineUnits({ text: `Papers differ over ${period}: ${figures}`, traces: [first, ...more] });
}
