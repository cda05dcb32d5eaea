import { expect, test } from 'vitest';
import { outlineLines } from '../../src/recognise/outline-lines.ts';
import { paperText } from '../support/paper-text.ts';
import { processorSeconds } from '../support/processor-seconds.ts';

const kindsOf = (text: string) => outlineLines(paperText(text)).map((line) => line.kind);

test('outlineLines() gives every line its place in the text', () => {
  const text = '# One\n\n- two\n  three';
  const lines = outlineLines(paperText(text));

  expect(lines.map((line) => text.slice(line.start, line.end))).toEqual(['# One', '', '- two', '  three']);
  expect(lines.map((line) => line.kind)).toEqual(['heading', 'blank', 'bullet', 'text']);
});

test('outlineLines() knows a heading by hashes, bold over two lines or capitals', () => {
  const lines = outlineLines(
    paperText('## Safeguarding\n\n**72. MEMBERSHIP OF THE\nPANEL**\n\n25th JULY MEETING\n\nThe Panel met.'),
  );
  const marks = lines.filter((line) => line.kind !== 'blank').map((line) => line.marks);

  expect(marks).toEqual([
    { hashes: 2, bold: false, capitals: false },
    { hashes: 0, bold: true, capitals: true },
    { hashes: 0, bold: true, capitals: true },
    { hashes: 0, bold: false, capitals: true },
    { hashes: 0, bold: false, capitals: false },
  ]);
});

test('outlineLines() does not call a resolution a heading', () => {
  expect(kindsOf('**Resolved:-**\nRESOLVED')).toEqual(['text', 'text']);
});

test('outlineLines() takes a bullet and a label off a line', () => {
  const [line] = outlineLines(paperText('- (2) That the report be noted.'));

  expect(line).toMatchObject({ kind: 'bullet', label: '2', labelDress: 'parens', rest: 'That the report be noted.' });
});

test.each(['Page 12', 'Page 3 of 40', 'nda Item 7', 'Agenda Item 12', '- 14 -'])(
  'outlineLines() calls "%s" furniture',
  (line) => {
    expect(kindsOf(`The Panel noted the\n${line}\nreport.`)).toEqual(['text', 'furniture', 'text']);
  },
);

test('outlineLines() calls a line that runs through the file furniture, and never a heading that only recurs', () => {
  const page = (at: number) =>
    `The gap in the year was wider than in the year before and the\n\nAnnual Attainment Report 2019\n\nnational one by ${at} points.\n\nRecommendations\n\nResolved:-\n`;
  const lines = outlineLines(paperText(`Annual Attainment Report 2019\n\n${[1, 2, 3, 4].map(page).join('\n')}`));
  const kindOf = (text: string) => lines.filter((line) => line.text === text).map((line) => line.kind);

  expect(kindOf('Annual Attainment Report 2019')).toEqual(['text', 'furniture', 'furniture', 'furniture', 'furniture']);
  expect(kindOf('Recommendations')).toEqual(['text', 'text', 'text', 'text']);
  expect(kindOf('Resolved:-')).toEqual(['text', 'text', 'text', 'text']);
});

test('outlineLines() keeps the head of each meeting where the body is named on many pages', () => {
  const pages = ['3 March 2020', '7 April 2020', '5 May 2020'].map(
    (date) => `PLANNING COMMITTEE\n${date}\nPresent: Cllr Roe\n`,
  );
  const lines = outlineLines(paperText(pages.join('\f')));

  expect(lines.filter((line) => line.text === 'PLANNING COMMITTEE').map((line) => line.kind)).toEqual([
    'heading',
    'heading',
    'heading',
  ]);
});

test('outlineLines() takes time that grows with the text, not faster', () => {
  const paper = paperText(`${'**a ( 1. | - '.repeat(20_000)}\n${'# 12.3 * _x_ (a) ['.repeat(20_000)}`);

  expect(processorSeconds(() => outlineLines(paper))).toBeLessThan(10);
});
