import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recogniseReport } from '../../src/recognise/recognise-report.ts';
import { markReportLines } from '../../src/recognise/report/mark-report-lines.ts';
import { isContent } from '../../src/recognise/report/report-line.ts';
import { processorSeconds } from '../support/processor-seconds.ts';
import { recognisedReport, reportSegment, textPaper } from '../support/recognised-report.ts';
import { MEASURES, NUMBERED, SUMMARY_SHEET } from '../support/report-texts.ts';

const FIXTURES = [
  '07-reports/numbered-summary-and-body',
  '07-reports/outturn-measures',
  '07-reports/deep-numbers-capitals',
];
const TEXTS: [string, string][] = [
  ['a numbered report', NUMBERED],
  ['a summary sheet', SUMMARY_SHEET],
  ['measures', MEASURES],
  ...FIXTURES.map((name): [string, string] => [
    name,
    readFileSync(new URL(`../fixtures/recognise/${name}/source.txt`, import.meta.url), 'utf8'),
  ]),
];

for (const [name, text] of TEXTS) {
  test(`recogniseReport() covers ${name} with sections in order and without gaps`, () => {
    const { source, report } = recognisedReport(text);

    expect(report.sections[0]?.span.start).toBe(0);
    expect(report.sections.at(-1)?.span.end).toBe(source.text.length);
    for (const [at, section] of report.sections.slice(1).entries())
      expect(section.span.start).toBe(report.sections[at]?.span.end);
  });

  test(`recogniseReport() puts each line of ${name} in one paragraph, heading or table`, () => {
    const { source, segment, report, tables } = recognisedReport(text);
    const marked = markReportLines(source.text, segment.lines, source.tables);
    const spans = report.sections.flatMap((section) => section.paragraphs.flatMap((paragraph) => paragraph.spans));

    for (const line of marked.filter(isContent)) {
      const owners = spans.filter((span) => span.start < line.end && span.end > line.start).length;
      const heading = line.role === 'section' || line.role === 'subheading';
      const table = tables.some(({ span }) => line.start >= span.start && line.end <= span.end);
      expect([line.text, owners + Number(heading) + Number(table)]).toEqual([line.text, 1]);
    }
  });

  test(`recogniseReport() keeps the spans of ${name} in order and inside their sections`, () => {
    const { report } = recognisedReport(text);
    let last = 0;
    for (const section of report.sections) {
      for (const span of section.paragraphs.flatMap((paragraph) => paragraph.spans)) {
        expect(span.start).toBeGreaterThanOrEqual(Math.max(last, section.span.start));
        expect(span.end).toBeLessThanOrEqual(section.span.end);
        last = span.end;
      }
    }
  });
}

const HOSTILE = [
  '1.',
  '1.1 ',
  '# ',
  '**a',
  '| a ',
  'Recommendation: ',
  '- (a) ',
  'Contents\n',
  'Table 1: ',
  ' . ',
  ' : ',
];

test('recogniseReport() takes time in proportion to a hostile text', () => {
  const text = HOSTILE.map((part) => `${part.repeat(40)}\n`.repeat(160_000 / (part.length * 40))).join('\n');
  const source = textPaper(text);
  const segment = reportSegment(source);

  expect(processorSeconds(() => recogniseReport(source, segment))).toBeLessThan(20);
});
