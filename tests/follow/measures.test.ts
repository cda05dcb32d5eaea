import { describe, expect, it } from 'vitest';
import { joinSeries } from '../../src/follow/join-series.ts';
import { cellPeriod, readPeriod } from '../../src/follow/measures/read-period.ts';
import { readSentenceFigures } from '../../src/follow/measures/read-sentence-figures.ts';
import { readTablePoints } from '../../src/follow/measures/read-table-points.ts';
import type { MeasurePoint } from '../../src/series.ts';

const SPAN = { start: 0, end: 10 };
const row = (...cells: string[]) => ({ cells, span: SPAN });

describe('readPeriod()', () => {
  it.each([
    ['Q2 2025/26', '2025-09-30 q'],
    ['quarter 4 of 2024/25', '2025-03-31 q'],
    ['2023-24', '2024-03-31 y'],
    ['Jan-17', '2017-01-31 m'],
    ['As at 31/03/2017', '2017-03-31 d'],
    ['in 2024, as before', '2024-12-31 y'],
  ])('reads %s', (printed, key) => expect(readPeriod(printed)?.key).toBe(key));

  it('takes a quarter without a year for the last one before the meeting', () => {
    expect(readPeriod('in quarter 2', '2026-01-20')?.key).toBe('2025-09-30 q');
  });

  it('takes a cell with other words for no period', () => {
    expect(cellPeriod('Price, first year (£)')).toBeUndefined();
    expect(cellPeriod('Planks laid in 2024/25')).toBeUndefined();
  });
});

describe('readTablePoints()', () => {
  const table = {
    caption: 'Table 1: Works measures',
    headers: [['Measure', '2022/23', '2023/24', 'Target', 'England', 'Rating']],
    rows: [
      row('No.4 Lamps lit (%)', '88.1', '90.4', '92', 'n/a', 'AMBER'),
      row('WK 7 Gullies cleaned', '1,204', '1,377', '1,300', '', 'GREEN'),
    ],
    span: SPAN,
  };

  it('reads number, code, unit, results and target of every row, and nothing that is not published', () => {
    const points = readTablePoints(table, { text: 'x'.repeat(20) });
    expect(
      points.map(({ number, code, name, unit, kind, periodKey, value }) => [
        number ?? code,
        name,
        unit,
        kind,
        periodKey,
        value,
      ]),
    ).toEqual([
      ['No.4', 'Lamps lit', '%', 'actual', '2023-03-31 y', 88.1],
      ['No.4', 'Lamps lit', '%', 'actual', '2024-03-31 y', 90.4],
      ['No.4', 'Lamps lit', '%', 'target', '2024-03-31 y', 92],
      ['WK 7', 'Gullies cleaned', undefined, 'actual', '2023-03-31 y', 1204],
      ['WK 7', 'Gullies cleaned', undefined, 'actual', '2024-03-31 y', 1377],
      ['WK 7', 'Gullies cleaned', undefined, 'target', '2024-03-31 y', 1300],
    ]);
  });

  it('reads a table whose rows are the periods', () => {
    const winters = {
      headers: [['Winter', 'Treatments', 'Salt used (tonnes)']],
      rows: [row('2022/23', '49', '3,020'), row('2023/24', '43', '2,515')],
      span: SPAN,
    };
    expect(
      readTablePoints(winters, { text: '' }).map(({ name, unit, period, value }) => [name, unit, period, value]),
    ).toContainEqual(['Salt used', 'tonnes', '2023/24', 2515]);
  });

  it('reads nothing from a table without periods', () => {
    expect(
      readTablePoints(
        { headers: [['Bidder', 'Price (£)']], rows: [row('Millwright', '7,184')], span: SPAN },
        { text: '' },
      ),
    ).toEqual([]);
  });
});

describe('readSentenceFigures()', () => {
  const read = (sentence: string) =>
    readSentenceFigures(sentence, {
      period: { printed: '2023/24', key: '2024-03-31 y' },
      near: '2024-06-04',
      isResult: true,
    }).map(({ kind, printed, period, group }) => [kind, printed, period.key, group]);

  it('tells result, earlier result and target apart', () => {
    expect(read('81.0% of lamps were lit, compared with 86.7% in 2022/23, against a target of 88%.')).toEqual([
      ['actual', '81.0%', '2024-03-31 y', undefined],
      ['actual', '86.7%', '2023-03-31 y', undefined],
      ['target', '88%', '2024-03-31 y', undefined],
    ]);
  });

  it('takes neither a change nor a bound for a result', () => {
    expect(read('The figure rose by 3% and stayed above 40%.')).toEqual([]);
  });

  it('takes the share for the result where a count stands before it', () => {
    expect(read('There were 1560 inspections completed in 2023/24, 56.1% (845) of these in time.')).toEqual([
      ['actual', '56.1%', '2024-03-31 y', undefined],
    ]);
  });
});

describe('joinSeries()', () => {
  const point = (parts: Partial<MeasurePoint>): MeasurePoint => ({
    id: 1,
    paperId: 1,
    passageId: 1,
    source: 'a.md',
    access: { kind: 'public' },
    status: { kind: 'published' },
    place: { paperKind: 'report', committee: 'Works Committee', meetingDate: '2024-06-04', paperTitle: 'Outturn' },
    text: 'row',
    span: SPAN,
    name: 'Lamps repaired within 10 working days',
    nameKey: 'lamps repaired within 10 working days',
    number: 'No.4',
    period: '2023/24',
    periodKey: '2024-03-31 y',
    kind: 'actual',
    printed: '90.4',
    value: 90.4,
    ...parts,
  });
  const later = {
    paperId: 2,
    source: 'b.md',
    place: {
      paperKind: 'report' as const,
      committee: 'Works Committee',
      meetingDate: '2025-06-03',
      paperTitle: 'Outturn',
    },
  };

  it('shows both where two papers differ over one period', () => {
    const [series] = joinSeries([point({}), point({ ...later, id: 2, printed: '91.0', value: 91 })]);
    expect(series?.conflicts.map(({ points }) => points.map(({ printed }) => printed))).toEqual([['90.4', '91.0']]);
  });

  it('takes a rounded figure for the same', () => {
    const [series] = joinSeries([point({}), point({ ...later, id: 2, printed: '90', value: 90 })]);
    expect([series?.points.length, series?.conflicts]).toEqual([1, []]);
  });

  it('marks where the definition changes', () => {
    const [series] = joinSeries([
      point({ definition: 'Lamps repaired within 10 working days' }),
      point({
        ...later,
        id: 2,
        periodKey: '2025-03-31 y',
        period: '2024/25',
        definition: 'Lamps repaired within 20 working days',
      }),
    ]);
    expect(series?.breaks.map(({ why }) => why)).toContainEqual(expect.stringContaining('the definition changes'));
  });

  it('keeps measures apart that only share a number, or only differ by what they count', () => {
    expect(joinSeries([point({}), point({ id: 2, name: 'Missed bins', nameKey: 'missed bins' })])).toHaveLength(2);
    const { number: _, ...unnumbered } = point({
      id: 3,
      name: 'Lamps repaired within 20 working days',
      nameKey: 'lamps repaired within 20 working days',
    });
    const { number: __, ...other } = point({});
    expect(joinSeries([other, unnumbered])).toHaveLength(2);
  });

  it('keeps two committees apart that number their measures alike', () => {
    const elsewhere = { ...later.place, committee: 'Parks Committee' };
    expect(joinSeries([point({}), point({ id: 2, place: elsewhere })])).toHaveLength(2);
  });
});
