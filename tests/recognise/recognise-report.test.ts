import { expect, test } from 'vitest';
import { recogniseReport } from '../../src/recognise/recognise-report.ts';
import { recognisedReport } from '../support/recognised-report.ts';
import { MEASURES, NUMBERED, SUMMARY_SHEET } from '../support/report-texts.ts';

test('recogniseReport() keeps every printed paragraph number, also one printed twice', () => {
  const { report } = recognisedReport(NUMBERED);

  const numbers = report.sections.flatMap((section) => [section.number, ...section.paragraphs.map((p) => p.number)]);

  expect(numbers.filter((number) => number !== undefined)).toEqual([
    '1',
    '1.1',
    '1.2',
    '1.2',
    '1.3',
    '2',
    '2.1',
    '2.2',
    '3.0',
    '3.1',
  ]);
});

test('recogniseReport() gives a paragraph its bullets and the lines after them up to the next number', () => {
  const { report } = recognisedReport(NUMBERED);

  const paragraph = report.sections.find((section) => section.title === 'Background')?.paragraphs[1];

  expect(paragraph?.text).toBe(
    'Ninety have no seat: - forty in the north; and - fifty in the south, which is one more than last year.',
  );
});

test('recogniseReport() names the nearest sub-heading of a paragraph', () => {
  const { report } = recognisedReport(NUMBERED);

  const paragraphs = report.sections.flatMap((section) => section.paragraphs);

  expect(paragraphs.filter((paragraph) => paragraph.heading === 'Condition').map((p) => p.number)).toEqual([
    '1.2',
    '1.3',
  ]);
});

test('recogniseReport() opens a section at a short numbered title with a list under it', () => {
  const { report } = recognisedReport(NUMBERED);

  const section = report.sections.find((candidate) => candidate.number === '2.2');

  expect(section).toMatchObject({ title: 'Repair or replace', level: 2 });
});

test('recogniseReport() joins a heading broken over two lines', () => {
  const { report } = recognisedReport(NUMBERED);

  expect(report.sections.at(-1)?.title).toBe('Implications for older people');
});

test('recogniseReport() reads title and author from the head, without the telephone number', () => {
  const { report } = recognisedReport(NUMBERED);

  expect([report.title, report.authors]).toEqual(['Bus Shelters', ['Wilf Danby, Transport Officer']]);
});

test('recogniseReport() reads recommendations of the summary and the body, each limb by itself', () => {
  const { report } = recognisedReport(SUMMARY_SHEET);

  expect(report.recommendations.map(({ place, label, text }) => [place, label, text])).toEqual([
    ['summary', '1', 'That the Panel note the report.'],
    ['summary', '2', 'That Cabinet be asked to:'],
    ['summary', '2(a)', 'buy two gritters; and'],
    ['summary', '2(b)', 'sell one.'],
    ['body', '3.1', 'That the Panel note the report.'],
  ]);
});

test('recogniseReport() lists appendices as printed, years included', () => {
  expect(recognisedReport(SUMMARY_SHEET).report.appendices).toEqual([
    'Appendix A Map of routes',
    'Appendix B Costs 2019',
  ]);
});

test("recogniseReport() takes a form's values for no headings", () => {
  const { report } = recognisedReport(SUMMARY_SHEET);

  expect(report.sections.map((section) => section.title)).toEqual([
    undefined,
    'Background',
    'Options considered and recommended proposal',
    'Recommendations',
  ]);
});

test('recogniseReport() finds a recommendation inside a table', () => {
  const { source, report } = recognisedReport(
    'Summary\tThe hall leaks.\nRecommendation\tIt is recommended that the roof be mended.\nOfficer\tP. Dunn\n',
  );

  expect(report.recommendations.map(({ text }) => text)).toEqual(['It is recommended that the roof be mended.']);
  expect(source.text.slice(report.recommendations[0]?.spans[0]?.start, report.recommendations[0]?.spans[0]?.end)).toBe(
    'It is recommended that the roof be mended.',
  );
});

test('recogniseReport() finds what a committee is asked in prose', () => {
  const { report } = recognisedReport(
    'Park Benches\n\n1 Purpose\n\n1.1 This report is about benches.\n\n1.2 The Committee is asked to:\n\na) note the report;\n\nb) agree to buy four benches.\n',
  );

  expect(report.recommendations.map(({ label, text }) => [label, text])).toEqual([
    ['a', 'note the report;'],
    ['b', 'agree to buy four benches.'],
  ]);
});

test('recogniseReport() takes an option that is preferred for no recommendation', () => {
  const { report } = recognisedReport(
    '1. Options\n\n1.1 Option 2 is the recommended option.\n\n1.2 Option 3 is dearer.\n',
  );

  expect(report.recommendations).toEqual([]);
});

test('recogniseReport() takes a list of contents for no sections', () => {
  const { report } = recognisedReport(
    'CONTENTS\n\n1. Aims ........ 2\n\n2. Means ....... 3\n\n1. Aims\n\n1.1 To mend.\n\n2. Means\n\n2.1 By hand.\n',
  );

  expect(report.sections.map((section) => section.number)).toEqual([undefined, '1', '2']);
});

test('recogniseReport() gives a measure all its paragraphs up to the next measure or part', () => {
  const { report } = recognisedReport(MEASURES);

  expect(report.measures.map(({ number, code, name, paragraphs }) => [number, code, name, paragraphs.length])).toEqual([
    ['No.4', 'NI 195', 'Streets below standard', 2],
    [undefined, 'CH12', 'Homes visited', 1],
    [undefined, 'CH14', 'Homes mended', 1],
    [undefined, 'KPI 7', 'Calls answered in a minute', 1],
  ]);
});

test('recogniseReport() takes key stages for no measures', () => {
  const { report } = recognisedReport('KS1: Priorities\n\nReading.\n\nKS2: Priorities\n\nWriting.\n');

  expect(report.measures).toEqual([]);
});

test('recogniseReport() leaves both figures where the paper disagrees with itself', () => {
  const { report } = recognisedReport('Summary\n\nVisits were 312,000.\n\n1. Visits\n\n1.1 Visits were 310,900.\n');

  const words = report.sections.flatMap((section) => section.paragraphs.map((paragraph) => paragraph.text)).join(' ');

  expect(words).toMatch(/312,000.*310,900/);
});

test('recogniseReport() gives each slide a paragraph with its label', () => {
  const { source, segment } = recognisedReport('First slide\nWelcome\nSecond slide\nThanks\n');
  const places = [
    { kind: 'slide' as const, label: 'Slide 1', start: 0, end: 19 },
    { kind: 'slide' as const, label: 'Slide 2', start: 20, end: 39 },
  ];

  const { report } = recogniseReport({ ...source, format: 'pptx', places }, segment);

  expect(report.sections[0]?.paragraphs.map(({ heading, text }) => [heading, text])).toEqual([
    ['Slide 1', 'First slide Welcome'],
    ['Slide 2', 'Second slide Thanks'],
  ]);
});
