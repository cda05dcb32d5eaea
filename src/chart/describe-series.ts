import type { Series, SeriesPoint } from '../series.ts';

/** A series in words, for whoever cannot see its chart: every figure, what changes on the way, where papers differ. */
export function describeSeries({ name, number, unit, points, breaks, conflicts }: Series): string {
  const head = `${number === undefined ? '' : `${number}: `}${name}${unit === undefined ? '' : ` (${unit})`}.`;
  const kinds: [SeriesPoint['kind'], string][] = [
    ['actual', 'Results'],
    ['target', 'Targets'],
    ['comparator', 'Compared with'],
  ];
  const told = kinds.flatMap(([kind, heading]) => {
    const found = points.filter((point) => point.kind === kind);
    const words = found.map(
      ({ period, printed, group }) => `${group === undefined ? '' : `${group}, `}${period}: ${printed}`,
    );
    return words.length > 0 ? [`${heading}: ${words.join('; ')}.`] : [];
  });
  const changes = breaks.map(({ period, why }) => `At ${period} ${why}.`);
  const differing = conflicts.map(
    (conflict) =>
      `Papers differ over ${conflict.period}: ${conflict.points.map(({ printed }) => printed).join(' and ')}.`,
  );
  return [head, ...told, ...changes, ...differing].join(' ');
}
