import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Series, SeriesPoint } from '../series.ts';
import { describeSeries } from './describe-series.ts';

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, AriaComponent, SVGRenderer]);

const WIDTH = 960;
const HEIGHT = 540;
/** Liberation Sans (SIL Open Font License) comes with pdfjs-dist, so that no machine needs a font of its own. */
const FONT = 'Liberation Sans';
/** Told apart without colour: each line has its own dashes, mark and shade of grey. */
const LOOKS = [
  { type: 'solid', symbol: 'circle', color: '#111111' },
  { type: 'dashed', symbol: 'diamond', color: '#555555' },
  { type: 'dotted', symbol: 'triangle', color: '#777777' },
  { type: [12, 4, 2, 4], symbol: 'rect', color: '#333333' },
  { type: [2, 6], symbol: 'arrow', color: '#666666' },
  { type: [10, 6], symbol: 'roundRect', color: '#888888' },
] as const;
/** Of bold letters of 16 pixels as many go on the chart's width. */
const MAX_TITLE_CHARS = 104;
const RESULT = 'Result';
const CHANGES = 'defined otherwise from here';
const OTHER_RESULT = 'Result as another paper gives it';

/** A series as an SVG chart of lines, readable in grey, with its words as title and description for screen readers. */
export function drawSeries(series: Series): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption(chartOption(series));
    return withText(inGrey(chart.renderToSVGString()), series);
  } finally {
    chart.dispose();
  }
}

/** The chart as a PNG, twice as fine as the SVG. */
export async function paintSeries(series: Series): Promise<Buffer> {
  const { Resvg } = await import('@resvg/resvg-js');
  const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
  const fontFiles = ['LiberationSans-Regular.ttf', 'LiberationSans-Bold.ttf'].map((name) => join(fonts, name));
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: FONT, sansSerifFamily: FONT };
  return new Resvg(drawSeries(series), { font, background: '#ffffff', fitTo: { mode: 'width', value: 2 * WIDTH } })
    .render()
    .asPng();
}

type Line = { name: string; points: SeriesPoint[] };

function chartOption(series: Series) {
  const periods = [...new Map(series.points.map(({ periodKey, period }) => [periodKey, period])).entries()].sort(
    ([a], [b]) => a.localeCompare(b),
  );
  const keys = periods.map(([key]) => key);
  const lines = linesOf(series);
  const unit = series.unit === undefined ? '' : ` (${series.unit})`;
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT, color: '#111111' },
    title: {
      text: shorten(`${series.number === undefined ? '' : `${series.number}: `}${series.name}${unit}`),
      left: 'center',
      textStyle: { fontSize: 16, fontFamily: FONT, color: '#111111' },
    },
    legend: {
      bottom: 8,
      data: lines.map(({ name }) => name),
      textStyle: { fontSize: 14, fontFamily: FONT, color: '#111111' },
    },
    grid: { left: 70, right: 70, top: 80, bottom: 90 },
    xAxis: {
      type: 'category' as const,
      axisLine: { lineStyle: { color: '#333333' } },
      axisTick: { lineStyle: { color: '#333333' } },
      data: periods.map(([, period]) => period),
      axisLabel: { fontSize: 13, interval: 0, rotate: periods.length > 8 ? 35 : 0, color: '#111111' },
    },
    yAxis: {
      type: 'value' as const,
      scale: true,
      axisLabel: { fontSize: 13, color: '#111111' },
      splitLine: { lineStyle: { color: '#dddddd' } },
    },
    series: lines.map(({ name, points }, at) =>
      lineOption(name, points, {
        keys,
        look: LOOKS[at % LOOKS.length] ?? LOOKS[0],
        changes: name === RESULT ? changesAt(series, keys) : [],
      }),
    ),
  };
}

/** Where another definition or name begins, as places on the axis; another paper for the same figures is told in words. */
function changesAt({ breaks, points }: Series, keys: string[]): number[] {
  const redefined = breaks.filter(({ why }) => why.startsWith('the '));
  const at = redefined.map(({ trace }) => points.find((point) => isAt(point, trace))?.periodKey ?? '');
  return [...new Set(at.map((key) => keys.indexOf(key)).filter((place) => place >= 0))];
}

function isAt({ kind, trace }: SeriesPoint, { paperId, span }: SeriesPoint['trace']): boolean {
  return kind === 'actual' && trace.paperId === paperId && trace.span.start === span.start;
}

type LineOptions = { keys: string[]; look: (typeof LOOKS)[number]; changes: number[] };

function lineOption(name: string, points: SeriesPoint[], { keys, look, changes }: LineOptions) {
  const values = new Map(points.map(({ periodKey, value, printed }) => [periodKey, { value, printed }]));
  return {
    name,
    type: 'line' as const,
    symbol: look.symbol,
    symbolSize: 10,
    connectNulls: true,
    color: look.color,
    lineStyle: { width: 2.5, color: look.color, type: typeof look.type === 'string' ? look.type : [...look.type] },
    itemStyle: { color: look.color },
    label: {
      show: name === RESULT || name === OTHER_RESULT,
      fontSize: 12,
      color: '#111111',
      backgroundColor: '#ffffff',
      padding: [1, 3],
      formatter: ({ dataIndex }: { dataIndex: number }) => values.get(keys[dataIndex] ?? '')?.printed ?? '',
    },
    data: keys.map((key) => values.get(key)?.value ?? null),
    ...(changes.length === 0
      ? {}
      : {
          markLine: {
            symbol: 'none',
            silent: true,
            z: 1,
            lineStyle: { color: '#777777', type: 'dashed' as const, width: 1.5 },
            label: { formatter: CHANGES, position: 'end' as const, color: '#111111', fontSize: 12 },
            data: changes.map((xAxis) => ({ xAxis })),
          },
        }),
  };
}

/** The results, a second line where papers differ, the target and whom one is compared with. */
function linesOf({ points, conflicts }: Series): Line[] {
  const second = new Set(conflicts.flatMap((conflict) => conflict.points.slice(1).map(({ trace }) => trace)));
  const lines = new Map<string, SeriesPoint[]>();
  for (const point of points) {
    const isSecond = [...second].some(
      ({ paperId, span }) =>
        paperId === point.trace.paperId && span.start === point.trace.span.start && point.kind === 'actual',
    );
    const name =
      point.kind === 'target'
        ? 'Target'
        : point.kind === 'comparator'
          ? comparatorName(point, lines)
          : isSecond
            ? OTHER_RESULT
            : RESULT;
    lines.set(name, [...(lines.get(name) ?? []), point]);
  }
  return [...lines].map(([name, found]) => ({ name, points: found }));
}

/** One who is compared with is printed "Stat. neighbours" here and "statistical neighbours" there. */
function comparatorName({ group = 'Comparator' }: SeriesPoint, lines: Map<string, SeriesPoint[]>): string {
  const key = (name: string) => (/neighbour|\bsn\b/i.test(name) ? 'neighbours' : name.toLowerCase());
  return [...lines.keys()].find((known) => key(known) === key(group)) ?? group;
}

function shorten(text: string): string {
  return text.length > MAX_TITLE_CHARS ? `${text.slice(0, MAX_TITLE_CHARS - 2).trimEnd()} …` : text;
}

/** The library's own colours, where it asks nobody, are greys with a touch of blue. */
function inGrey(svg: string): string {
  return svg.replace(/#([0-9a-f]{2})[0-9a-f]{4}\b/gi, (_, red: string) => `#${red}${red}${red}`);
}

/** SVG's own title and description: what a screen reader reads in the picture's place. */
function withText(svg: string, series: Series): string {
  const title = escapeXml(series.name);
  const description = escapeXml(describeSeries(series));
  return svg.replace(
    /^(<svg\b[^>]*)>/,
    `$1 role="img" aria-labelledby="chart-title chart-description"><title id="chart-title">${title}</title><desc id="chart-description">${description}</desc>`,
  );
}

function escapeXml(text: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  return text
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');
}
