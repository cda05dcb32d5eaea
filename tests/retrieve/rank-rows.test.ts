import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { rankRows } from '../../src/retrieve/rank-rows.ts';
import { openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

const ATTENDANCE = `Committee: Schools Board
Date of meeting: 6th May, 2031
Report title: Attendance of Pupils
Report author: Ivy Rowan

1. Figures

1.1 The tables give the figures.

Table 1: Absence by sex
Sex\tAutumn term\tSpring term
Boys\t5.1\t6.2
Girls\t4.3\t4.9

Table 2: Exclusions by sex
Sex\tAutumn term\tSpring term
Boys\t17\t21
Girls\t3\t8

Table 3: Visits by month
Month\tVisits made\tVisits late
Apr-30\t40\t3
May-30\t41\t2
Jun-30\t39\t4
`;

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex({ 'schools/attendance.txt': ATTENDANCE });
});

afterAll(() => sample.close());

function rank(text: string) {
  const filter = { audience: PUBLIC_AUDIENCE };
  return rankRows(sample.question(text), { index: sample.index, lexicon: sample.lexicon(), filter });
}

/** Words of the best row of the best table. */
function bestRow(text: string): string | undefined {
  const [first] = rank(text);
  const best = first?.rows.reduce((a, b) => (b.similarity > a.similarity ? b : a));
  return first?.passage.text.slice(best?.start, best?.end);
}

describe('rankRows()', () => {
  test('takes the table that the caption names and the row that the words name', () => {
    expect(bestRow('exclusions of girls')).toBe('Girls\t3\t8');
    expect(bestRow('absence of boys')).toBe('Boys\t5.1\t6.2');
  });

  test('puts the table first of which a row, its headers and caption say most', () => {
    const captions = rank('exclusions of girls').map(({ passage }) => passage.place.tableCaption);
    expect(captions).toEqual(['Table 2: Exclusions by sex', 'Table 1: Absence by sex']);
  });

  test('takes the row of the month that is asked for, of which only the headers say the rest', () => {
    expect(bestRow('visits late in may 2030')).toBe('May-30\t41\t2');
    expect(bestRow('how many visits were made, june 30')).toBe('Jun-30\t39\t4');
  });

  test('says each row by its offsets in the passage', () => {
    for (const { passage, rows } of rank('absence of boys')) {
      expect(rows.map(({ start, end }) => passage.text.slice(start, end))).toEqual(passage.text.split('\n'));
    }
  });

  test('finds no table for a question that no row meets', () => {
    expect(rank('who was there')).toEqual([]);
    expect(rank('zeppelin landing fees and hangars of girls')).toEqual([]);
  });
});
