import { describe, expect, it } from 'vitest';
import { describeSeries } from '../../src/chart/describe-series.ts';
import { drawSeries, paintSeries } from '../../src/chart/draw-series.ts';
import type { Series, SeriesPoint } from '../../src/series.ts';

const trace = {
  place: { paperKind: 'report' as const },
  source: 'a.md',
  paperId: 1,
  span: { start: 0, end: 1 },
  quote: 'x',
  label: 'Outturn',
  why: '',
};
const point = (period: string, value: number, parts: Partial<SeriesPoint> = {}): SeriesPoint => ({
  period,
  periodKey: `${period}-12-31 y`,
  kind: 'actual',
  printed: String(value),
  value,
  trace,
  ...parts,
});
const SERIES: Series = {
  name: 'Lamps <lit> & "bright"',
  number: 'No.4',
  unit: '%',
  points: [
    point('2022', 88.1),
    point('2023', 90.4),
    point('2023', 92, { kind: 'target' }),
    point('2023', 89, { kind: 'comparator', group: 'England' }),
  ],
  breaks: [],
  conflicts: [],
};

describe('drawSeries()', () => {
  const svg = drawSeries(SERIES);

  it('says in title and description what the picture shows, with nothing of a name as markup', () => {
    expect(svg).toMatch(
      /^<svg[^>]+role="img" aria-labelledby="chart-title chart-description"><title id="chart-title">Lamps &lt;lit&gt; &amp; &quot;bright&quot;<\/title>/,
    );
    expect(svg).toContain('Results: 2022: 88.1; 2023: 90.4. Targets: 2023: 92. Compared with: England, 2023: 89.');
    expect(svg).not.toContain('<lit>');
  });

  it('marks where the measure is defined otherwise, and only there', () => {
    const changed = { ...trace, span: { start: 5, end: 9 } };
    const redefined = drawSeries({
      ...SERIES,
      points: [point('2022', 88.1), point('2023', 90.4, { trace: changed })],
      breaks: [{ period: '2023', why: 'the definition changes: “a” instead of “b”', trace: changed }],
    });
    expect(redefined).toContain('defined otherwise from here');
    expect(svg).not.toContain('defined otherwise from here');
  });

  it('uses no colour but greys, and tells lines apart by dashes', () => {
    const colours = [...svg.matchAll(/#([0-9a-f]{6})\b/gi)].map(([, hex = '']) => hex.match(/../g) ?? []);
    expect(colours.length).toBeGreaterThan(0);
    for (const [red, green, blue] of colours) expect([green, blue]).toEqual([red, red]);
    expect(svg).toContain('stroke-dasharray');
  });
});

describe('paintSeries()', () => {
  it('draws words as well as lines, without a font of the machine', async () => {
    const png = await paintSeries(SERIES);
    const bare = await paintSeries({ ...SERIES, name: '', number: '' });
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
    expect(png.length).toBeGreaterThan(bare.length + 500);
  });
});

describe('describeSeries()', () => {
  it('names changes and papers that differ', () => {
    const words = describeSeries({
      ...SERIES,
      breaks: [{ period: '2023', why: 'the definition changes', trace }],
      conflicts: [{ period: '2023', points: [point('2023', 90.4), point('2023', 91)] }],
    });
    expect(words).toContain('At 2023 the definition changes.');
    expect(words).toContain('Papers differ over 2023: 90.4 and 91.');
  });
});
