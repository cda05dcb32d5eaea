import { describe, expect, it } from 'vitest';
import { findTextTables } from '../../src/read/tables/find-text-tables.ts';
import { splitLines } from '../../src/read/text/split-lines.ts';

/** Each table as its header count and its rows of cells joined by " / ". */
function tablesIn(text: string): [number, string[]][] {
  return findTextTables(text, splitLines(text)).map((table) => {
    for (const cell of table.rows.flatMap((row) => row.cells)) expect(text.slice(cell.start, cell.end)).toBe(cell.text);
    return [table.headerRows, table.rows.map((row) => row.cells.map((cell) => cell.text).join(' / '))];
  });
}

describe('findTextTables() in pipes', () => {
  it('takes the rows above the separator for the header and keeps empty cells', () => {
    expect(
      tablesIn('Lights\n\n| Quay | Lit | Failed |\n|---|:-:|---|\n| North | 14 | |\n| South | | 2 |\n\nEnd'),
    ).toEqual([[1, ['Quay / Lit / Failed', 'North / 14 / ', 'South /  / 2']]]);
  });

  it('finds a table without a separator row', () => {
    expect(tablesIn('| Quay | Lit |\n| North | 14 |\n| South | 9 |')).toEqual([
      [1, ['Quay / Lit', 'North / 14', 'South / 9']],
    ]);
  });

  it('follows a cell that was broken over lines', () => {
    expect(tablesIn('| Quay | Note |\n|---|---|\n| North | failed\neleven times |\n| South | sound |')).toEqual([
      [1, ['Quay / Note', 'North / failed\neleven times', 'South / sound']],
    ]);
  });

  it('keeps an escaped pipe inside its cell', () => {
    expect(tablesIn('| Mark | Use |\n|---|---|\n| a \\| b | either |')).toEqual([
      [1, ['Mark / Use', 'a \\| b / either']],
    ]);
  });

  it('takes the row below an empty header for the header if it names columns', () => {
    expect(tablesIn('| | | |\n|---|---|---|\n| Quay | Lit | Failed |\n| North | 14 | 11 |')).toEqual([
      [2, [' /  / ', 'Quay / Lit / Failed', 'North / 14 / 11']],
    ]);
  });

  it('cuts where the header is printed again after a page', () => {
    expect(tablesIn('| Quay | Lit |\n|---|---|\n| North | 14 |\n| Quay | Lit |\n| South | 9 |')).toEqual([
      [1, ['Quay / Lit', 'North / 14']],
      [1, ['Quay / Lit', 'South / 9']],
    ]);
  });
});

describe('findTextTables() in tabs', () => {
  it('joins a header over two rows', () => {
    expect(tablesIn('\tNorth Quay %\t\tSouth Quay %\t\n\t2023\t2024\t2023\t2024\nLit\t71\t68\t80\t81')).toEqual([
      [2, [' / North Quay % /  / South Quay % / ', ' / 2023 / 2024 / 2023 / 2024', 'Lit / 71 / 68 / 80 / 81']],
    ]);
  });

  it('brings a header that lost its corner over its columns', () => {
    expect(tablesIn('6.1\t6.2\nLamps lit\tLamps dark\n\nBY MONTH\tJan-24\t14\t2\n\tFeb-24\t11\t5')).toEqual([
      [2, [' /  / 6.1 / 6.2', ' /  / Lamps lit / Lamps dark', 'BY MONTH / Jan-24 / 14 / 2', ' / Feb-24 / 11 / 5']],
    ]);
  });

  it('gives names and values no header', () => {
    expect(tablesIn('Date of screening\t1.10.24\nReport\tHarbour lights, June 2024')).toEqual([
      [0, ['Date of screening / 1.10.24', 'Report / Harbour lights, June 2024']],
    ]);
  });

  it('keeps a title above the header as a header row', () => {
    expect(tablesIn('Lamps by quay\t\t\nQuay\tLit\tDark\nNorth\t14\t2')).toEqual([
      [2, ['Lamps by quay /  / ', 'Quay / Lit / Dark', 'North / 14 / 2']],
    ]);
  });

  it('takes tabs after bullets, numbers and names with a colon for no table', () => {
    expect(tablesIn('-\tone thing\n-\tanother\n1.\tThat it be noted\n2.\tThat it be paid')).toEqual([]);
    expect(tablesIn('Present:\tthe Mayor\nApologies:\tCouncillor Quayle')).toEqual([]);
  });
});

describe('findTextTables() in columns of spaces', () => {
  it('finds columns that stand under each other', () => {
    expect(
      tablesIn('Lights\n\nQuay        Lit     Failed\nNorth        14         11\nSouth         9          2\n\nEnd'),
    ).toEqual([[1, ['Quay / Lit / Failed', 'North / 14 / 11', 'South / 9 / 2']]]);
  });

  it('takes prose with wide spaces for no table', () => {
    expect(tablesIn('The lights   had failed again.\nIt was   noted that they had.\nMembers asked   why.')).toEqual([]);
  });
});

describe('findTextTables() in markup', () => {
  it('finds a table that Markdown kept as HTML', () => {
    expect(tablesIn('<table><tr><th>Quay</th><th>Lit</th></tr>\n<tr><td> North </td><td>14</td></tr></table>')).toEqual(
      [[1, ['Quay / Lit', 'North / 14']]],
    );
  });
});
