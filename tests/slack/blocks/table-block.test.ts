import { describe, expect, it } from 'vitest';
import type { CitedTable } from '../../../src/excerpt.ts';
import { tableBlock, tableRows, tableUnits } from '../../../src/slack/blocks/parts/table-block.ts';
import { shownText } from '../../support/read-slack-payload.ts';

const cell = (text: string) => ({ type: 'raw_text', text });
const rows = (count: number, cells: string[]) => Array.from({ length: count }, () => ({ cells, cited: false }));
const TABLE: CitedTable = {
  caption: 'Key stage 2',
  headers: [
    ['', 'Boys', 'Boys'],
    ['Subject', '2018', '2019'],
  ],
  rows: [
    { cells: ['Reading', '61%', '64%'], cited: true },
    { cells: ['Writing', '', '58%'], group: 'National', cited: false },
    { cells: ['Maths'], cited: false },
  ],
};

describe('tableBlock()', () => {
  it('is a table of plain cells, with as many in every row', () => {
    const setting = { align: 'left', is_wrapped: true };
    expect(tableBlock(TABLE)).toEqual({
      type: 'table',
      rows: [
        [cell(' '), cell('Boys'), cell('Boys')],
        [cell('Subject'), cell('2018'), cell('2019')],
        [cell('Reading'), cell('61%'), cell('64%')],
        [cell('Writing'), cell(' '), cell('58%')],
        [cell('Maths'), cell(' '), cell(' ')],
      ],
      column_settings: [setting, setting, setting],
    });
  });

  it.each<[string, CitedTable, boolean]>([
    ['100 rows with the header', { headers: [['a']], rows: rows(99, ['x']) }, true],
    ['101 rows with the header', { headers: [['a']], rows: rows(100, ['x']) }, false],
    ['20 cells a row', { headers: [], rows: rows(1, Array(20).fill('x')) }, true],
    ['21 cells a row', { headers: [], rows: rows(1, Array(21).fill('x')) }, false],
    ['10,000 characters', { headers: [], rows: rows(10, ['x'.repeat(1000)]) }, true],
    ['10,001 characters', { headers: [['y']], rows: rows(10, ['x'.repeat(1000)]) }, false],
    ['nothing', { headers: [], rows: [] }, false],
    ['no cells', { headers: [], rows: rows(2, []) }, false],
  ])('holds or leaves %s', (_name, table, holds) => {
    expect(tableBlock(table) !== undefined).toBe(holds);
  });
});

describe('tableRows()', () => {
  it('says each row with its group and the names of its columns', () => {
    expect(tableRows(TABLE)).toEqual([
      'Reading; Boys 2018: 61%; Boys 2019: 64%',
      'National: Writing; Boys 2019: 58%',
      'Maths',
    ]);
  });
});

describe('tableUnits()', () => {
  it('sets a table under its caption, whole in the text as well', () => {
    const [unit, ...more] = tableUnits(TABLE);
    expect(more).toEqual([]);
    expect(unit?.blocks.map(({ type }) => type)).toEqual(['rich_text', 'table']);
    expect(unit?.text).toBe(['Key stage 2', ...tableRows(TABLE)].join('\n'));
  });

  it('sets what no table block can hold row by row, with every cell', () => {
    const wide = {
      headers: [Array.from({ length: 25 }, (_, n) => `Column ${n}`)],
      rows: rows(
        2,
        Array.from({ length: 25 }, (_, n) => `cell ${n}`),
      ),
    };
    const units = tableUnits(wide);
    expect(units.flatMap(({ blocks }) => blocks.map(({ type }) => type))).toEqual(['rich_text', 'rich_text']);
    expect(shownText(units.map(({ blocks }) => blocks))).toContain('Column 24: cell 24');
  });

  it('is nothing where there is no table', () => {
    expect(tableUnits(undefined)).toEqual([]);
  });
});
