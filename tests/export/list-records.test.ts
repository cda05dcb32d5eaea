import { describe, expect, it } from 'vitest';
import { listRecords } from '../../src/export/list-records.ts';
import type { Paper } from '../../src/paper.ts';

const TEXT = '12. FOOTBRIDGE\nIt was asked when it would reopen.\nResolved:- (2) That the footbridge be repaired.\n';
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const LIMB = '(2) That the footbridge be repaired.';

const minutes: Paper = {
  kind: 'minutes',
  span: { start: 0, end: TEXT.length },
  meeting: {
    committee: 'Works Committee',
    date: { printed: '9 Jan 2024', iso: '2024-01-09' },
    span: { start: 0, end: 1 },
  },
  status: { kind: 'draft' },
  access: { kind: 'public' },
  attendance: [{ role: 'apologies', people: [{ name: 'Okafor' }], text: 'Cllr Okafor', spans: [{ start: 0, end: 2 }] }],
  declarations: [],
  items: [],
  minutes: [
    {
      number: '12',
      title: 'FOOTBRIDGE',
      span: { start: 0, end: TEXT.length },
      headingSpans: [span('12. FOOTBRIDGE')],
      access: { kind: 'exempt', paragraphs: [3] },
      discussion: [{ text: 'It was asked when it would reopen.', spans: [span('It was asked when it would reopen.')] }],
      limbs: [
        {
          label: '2',
          verb: 'resolved',
          kind: 'decision',
          text: 'That the footbridge be repaired.',
          spans: [span(LIMB)],
        },
      ],
      lostMotions: [],
    },
  ],
  tables: [
    {
      caption: 'Spans',
      headers: [['Span', 'Length']],
      rows: [{ cells: ['1', '9 m'], span: { start: 0, end: 1 } }],
      span: { start: 0, end: 1 },
    },
  ],
};

const options = { source: 'works/minutes.txt', text: TEXT, pageOf: (offset: number) => (offset < 20 ? 1 : 2) };

describe('listRecords()', () => {
  const records = listRecords(minutes, options);

  it('lists the paper and all its records in reading order', () => {
    expect(records.map(({ record }) => record)).toEqual([
      'paper',
      'attendance',
      'minute',
      'paragraph',
      'limb',
      'table',
    ]);
  });

  it('gives a limb its label, page, minute and the access of its minute', () => {
    expect(records.find(({ record }) => record === 'limb')).toEqual({
      record: 'limb',
      paper: 'works/minutes.txt',
      committee: 'Works Committee',
      meetingDate: '2024-01-09',
      number: '2',
      title: 'FOOTBRIDGE',
      text: 'That the footbridge be repaired.',
      access: { kind: 'exempt', paragraphs: [3] },
      page: 2,
      minute: '12',
      verb: 'resolved',
      kind: 'decision',
      asked: null,
      by: null,
      toBody: null,
      vote: null,
    });
  });

  it('has every common field on every record, null where there is nothing', () => {
    const fields = ['record', 'paper', 'committee', 'meetingDate', 'number', 'title', 'text', 'access', 'page'];
    for (const record of records) expect(Object.keys(record)).toEqual(expect.arrayContaining(fields));
    expect(records.flatMap((record) => Object.values(record))).not.toContain(undefined);
  });

  it('writes a table a row a line, headers first', () => {
    expect(records.at(-1)).toMatchObject({ title: 'Spans', text: 'Span | Length\n1 | 9 m', rows: [['1', '9 m']] });
  });

  it("has a report's paragraphs, recommendations and measures", () => {
    const paragraph = { number: '1.1', text: 'The bridge is old.', spans: [{ start: 3, end: 5 }] };
    const report: Paper = {
      ...minutes,
      kind: 'report',
      title: 'Footbridge',
      minutes: [],
      tables: [],
      attendance: [],
      report: {
        title: 'Footbridge',
        authors: ['A. Clerk'],
        recommendations: [{ label: '2.1', text: 'Repair it.', spans: [{ start: 1, end: 2 }], place: 'body' }],
        sections: [{ number: '1', title: 'Background', level: 1, span: { start: 0, end: 9 }, paragraphs: [paragraph] }],
        appendices: [],
        measures: [{ code: 'NI 59', name: 'Assessments', span: { start: 0, end: 3 }, paragraphs: [] }],
      },
    };
    expect(listRecords(report, options).map(({ record, number, title }) => [record, number, title])).toEqual([
      ['paper', null, 'Footbridge'],
      ['report', null, 'Footbridge'],
      ['recommendation', '2.1', null],
      ['paragraph', '1.1', 'Background'],
      ['measure', 'NI 59', 'Assessments'],
    ]);
  });
});
