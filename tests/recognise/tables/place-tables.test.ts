import { expect, test } from 'vitest';
import { recognisedReport } from '../../support/recognised-report.ts';

test('placeTables() repeats a spanning header over its columns and tells groups of like rows apart', () => {
  const { tables } = recognisedReport(
    [
      'Pupils by area',
      '',
      '2019\tReading\t\tMaths\t',
      '\tMet\tAbove\tMet\tAbove',
      'England\t\t\t\t',
      'Boys\t60.1\t9.5\t71.2\t21.7',
      'Girls\t70.2\t13.0\t79.3\t28.6',
      'Council\t\t\t\t',
      'Boys\t57.2\t8.3\t67.0\t21.4',
      '',
    ].join('\n'),
  );

  expect(tables[0]?.headers).toEqual([
    ['2019', 'Reading', 'Reading', 'Maths', 'Maths'],
    ['', 'Met', 'Above', 'Met', 'Above'],
  ]);
  expect(tables[0]?.rows.map(({ group, cells }) => [group, cells[0], cells[1]])).toEqual([
    ['England', 'Boys', '60.1'],
    ['England', 'Girls', '70.2'],
    ['Council', 'Boys', '57.2'],
  ]);
});

test('placeTables() gives each row the slice of the text it stands in', () => {
  const { source, tables } = recognisedReport('Costs\n\n| Site | £000 |\n|---|---|\n| Pier | 12 |\n| Park | 7 |\n');

  expect(tables[0]?.rows.map(({ span }) => source.text.slice(span.start, span.end))).toEqual([
    '| Pier | 12 |',
    '| Park | 7 |',
  ]);
});

test('placeTables() takes the line "Table 3" beside a table for its caption, completed by the line under it', () => {
  const { tables } = recognisedReport(
    '1. Costs\n\n1.1 See below.\n\nTable 3:\n\nCosts of each site\n\n| Site | £000 |\n|---|---|\n| Pier | 12 |\n\n1.2 More.\n',
  );

  expect([tables[0]?.caption, tables[0]?.section]).toEqual(['Table 3: Costs of each site', 'Costs']);
});

test('placeTables() takes the sentence that introduces a table, and its headings as section', () => {
  const { tables } = recognisedReport(
    '1. Costs\n\nRepairs\n\n1.1 The table below shows the cost of each site.\n\n| Site | £000 |\n|---|---|\n| Pier | 12 |\n',
  );

  expect([tables[0]?.caption, tables[0]?.section]).toEqual([
    'The table below shows the cost of each site.',
    'Costs – Repairs',
  ]);
});

test('placeTables() keeps the headers of a table that a page broke off', () => {
  const { tables } = recognisedReport(
    'Sites\n\n| Site | Cost | Year |\n|---|---|---|\n| Pier | 12 | 2019 |\n\n\n| | | |\n|---|---|---|\n| Park | 7 | 2020 |\n',
  );

  expect(tables.at(-1)).toMatchObject({ caption: 'Sites', headers: [['Site', 'Cost', 'Year']] });
  expect(tables.flatMap((table) => table.rows.map((row) => row.cells[0]))).toEqual(['Pier', 'Park']);
});

test('placeTables() takes a glossary for rows without headers', () => {
  const { tables } = recognisedReport(
    'Glossary\n\nBID\tBusiness improvement district\nCIL\tCommunity infrastructure levy\nHRA\tHousing revenue account\n',
  );

  expect(tables[0]).toMatchObject({ caption: 'Glossary', headers: [] });
  expect(tables[0]?.rows).toHaveLength(3);
});
