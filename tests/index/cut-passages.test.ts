import { describe, expect, test } from 'vitest';
import { cutPassages, type PassageDraft } from '../../src/index/cut-passages.ts';
import type { Paper, PaperText } from '../../src/paper.ts';
import { MAX_PASSAGE_CHARS } from '../../src/passage.ts';
import { makeMeeting, makeMinute, makePaper, plainPaperText, spanOf } from '../support/made-up-paper.ts';

const MINUTES = `PARKS PANEL
4th March, 2031
Present: Councillors Fern and Moss.

12. PADDLING POOL
The pool had leaked since May.

Members asked about the cost.

Resolved:-
(1) That the pool be mended.
(2) That the Clerk write to the contractor by 1 April:
- about the leak, and
- about the bill.

13. URGENT BUSINESS
There was none.
`;

const PARKS = makeMeeting('Parks Panel', '2031-03-04');

function parksMinutes(): Paper {
  return makePaper('minutes', MINUTES, {
    meeting: PARKS,
    attendance: [
      {
        role: 'present',
        people: [{ name: 'Fern' }, { name: 'Moss' }],
        text: 'Councillors Fern and Moss.',
        spans: [spanOf(MINUTES, 'Present: Councillors Fern and Moss.')],
      },
    ],
    minutes: [
      makeMinute(MINUTES, {
        number: '12',
        title: 'PADDLING POOL',
        discussion: ['The pool had leaked since May.', 'Members asked about the cost.'],
        limbs: [
          ['1', 'That the pool be mended.'],
          ['2', 'That the Clerk write to the contractor by 1 April:\n- about the leak, and\n- about the bill.'],
        ],
      }),
      makeMinute(MINUTES, { number: '13', title: 'URGENT BUSINESS', discussion: ['There was none.'] }),
    ],
  });
}

function cut(text: string, papers: Paper[], parts: Partial<PaperText> = {}): PassageDraft[] {
  return cutPassages({ ...plainPaperText(text), ...parts }, papers, { source: 'a.txt' });
}

/** All that the passages hold, without white space, agendas' lists left out. */
function wordsOf(passages: PassageDraft[]): string {
  return passages
    .filter((passage) => passage.kind !== 'agenda')
    .map((passage) => passage.text)
    .join('')
    .replace(/\s+/g, '');
}

describe('cutPassages()', () => {
  const passages = cut(MINUTES, [parksMinutes()]);

  test('makes each limb a passage of its own, bullets and all', () => {
    const limbs = passages.filter((passage) => passage.kind === 'limb');
    expect(limbs.map((limb) => limb.place.limb)).toEqual(['1', '2']);
    expect(limbs[1]?.text).toBe(
      '(2) That the Clerk write to the contractor by 1 April:\n- about the leak, and\n- about the bill.',
    );
  });

  test('puts "Resolved" in front of the first limb and says where the limb begins', () => {
    const first = passages.find((passage) => passage.place.limb === '1');
    expect(first?.text).toBe('Resolved:-\n(1) That the pool be mended.');
    expect(first?.recordSpan).toEqual(spanOf(MINUTES, '(1) That the pool be mended.'));
  });

  test('gives committee, date, minute and label as context', () => {
    const second = passages.find((passage) => passage.place.limb === '2');
    expect(second?.context).toBe('Parks Panel · 4 March 2031 · minute 12 PADDLING POOL · Resolved (2)');
    expect(second?.place).toMatchObject({ committee: 'Parks Panel', meetingDate: '2031-03-04', minute: '12' });
  });

  test('gathers the discussion of a minute under its heading, never over to the next minute', () => {
    const discussion = passages.filter((passage) => passage.kind === 'discussion');
    expect(discussion.map((passage) => passage.text)).toEqual([
      '12. PADDLING POOL\nThe pool had leaked since May.\n\nMembers asked about the cost.',
    ]);
  });

  test('keeps a minute that has no limb and fits in one passage whole', () => {
    const minute = passages.find((passage) => passage.kind === 'minute');
    expect(minute?.text).toBe('13. URGENT BUSINESS\nThere was none.');
  });

  test('keeps attendance apart', () => {
    expect(passages.find((passage) => passage.kind === 'attendance')?.text).toContain('Councillors Fern and Moss.');
  });

  test('ends the list of those present where a minute begins that tells of apologies', () => {
    const text = 'PARKS PANEL\nPresent: Councillor Fern.\n\n12. APOLOGIES\nFrom Councillor Moss.\n';
    const lists = ['Present: Councillor Fern.', 'From Councillor Moss.'].map((words) => ({
      role: 'present' as const,
      people: [],
      text: words,
      spans: [spanOf(text, words)],
    }));
    const minutes = [makeMinute(text, { number: '12', title: 'APOLOGIES', discussion: ['From Councillor Moss.'] })];
    const cuts = cut(text, [makePaper('minutes', text, { meeting: PARKS, attendance: lists, minutes })]);
    expect(cuts.map(({ place, text: words }) => [place.minute, words])).toEqual([
      [undefined, 'PARKS PANEL\nPresent: Councillor Fern.'],
      ['12', '12. APOLOGIES\nFrom Councillor Moss.'],
    ]);
  });

  test('holds all the text in order and none of it twice', () => {
    expect(wordsOf(passages)).toBe(MINUTES.replace(/\s+/g, ''));
    expect(passages.every((passage, index) => passage.ordinal === index)).toBe(true);
  });

  test('gives slices of the text, none longer than a passage, however the text runs on', () => {
    const texts = [
      'word '.repeat(2_000),
      'x'.repeat(5_000),
      `A sentence of some length. ${'- bullet one two\n'.repeat(300)}`,
    ];
    for (const text of texts) {
      const long = cut(text, [makePaper('other', text)]);
      expect(long.length).toBeGreaterThan(2);
      for (const passage of long) {
        expect(passage.text).toBe(text.slice(passage.span.start, passage.span.end));
        expect(passage.text.length).toBeLessThanOrEqual(MAX_PASSAGE_CHARS);
      }
      expect(wordsOf(long)).toBe(text.replace(/\s+/g, ''));
    }
  });

  test('keeps a limb whole over what a page prints between its halves', () => {
    const text = '1. WALLS\nResolved:- (1) That the wall\nPARKS PANEL 4/3/31\n7\nbe built.\n';
    const minute = makeMinute(text, { number: '1', title: 'WALLS' });
    const spans = [spanOf(text, '(1) That the wall'), spanOf(text, 'be built.')];
    const limb = { label: '1', verb: 'resolved', kind: 'decision' as const, text: 'That the wall be built.', spans };
    const whole = { ...minute, span: { start: 0, end: text.length }, limbs: [limb] };
    const [first] = cut(text, [makePaper('minutes', text, { minutes: [whole] })]).filter((p) => p.kind === 'limb');
    expect(first?.text).toContain('(1) That the wall\nPARKS PANEL 4/3/31\n7\nbe built.');
  });

  test('tells the page of a limb, not of the words on the page before that lead it in', () => {
    const text = '1. WALLS\nIt was RESOLVED:\n\n(1) That the wall be built.\n';
    const minute = makeMinute(text, { number: '1', title: 'WALLS', limbs: [['1', 'That the wall be built.']] });
    const overleaf = text.indexOf('(1)');
    const pages = [
      { number: 1, label: '7', start: 0, end: overleaf },
      { number: 2, label: '8', start: overleaf, end: text.length },
    ];
    const passages = cut(text, [makePaper('minutes', text, { minutes: [minute] })], { pages });
    expect(passages.find(({ kind }) => kind === 'limb')?.place).toMatchObject({ page: 2, pageLabel: '8' });
  });
});

describe('cutPassages() of reports', () => {
  const LONG = 'The hedge is long and green and grows. '.repeat(12).trim();
  const REPORT = `Hedges
1. Background
1.1 ${LONG}
1.2 It grows.
1.3 It is cut.
2. Figures
| Hedge | Metres |
|---|---|
| North | 10 |
| South | 20 |
3. Recommendations
1. That it be cut.
2. That it be burnt.
`;
  const section = (number: string, title: string, end: string, paragraphs: [string, string][]) => ({
    number,
    title,
    level: 1,
    span: {
      start: spanOf(REPORT, `${number}. ${title}`).start,
      end: end === '' ? REPORT.length : spanOf(REPORT, end).start,
    },
    paragraphs: paragraphs.map(([label, words]) => ({ number: label, text: words, spans: [spanOf(REPORT, words)] })),
  });
  const report = makePaper('report', REPORT, {
    title: 'Hedges',
    meeting: PARKS,
    tables: [
      {
        caption: 'Metres of hedge',
        headers: [['Hedge', 'Metres']],
        rows: ['| North | 10 |', '| South | 20 |'].map((row) => ({ cells: row.split(' '), span: spanOf(REPORT, row) })),
        span: { start: REPORT.indexOf('| Hedge'), end: REPORT.indexOf('3. Rec') },
      },
    ],
    report: {
      title: 'Hedges',
      authors: [],
      appendices: [],
      measures: [],
      recommendations: ['1. That it be cut.', '2. That it be burnt.'].map((words) => ({
        text: words,
        spans: [spanOf(REPORT, words)],
        place: 'body' as const,
      })),
      sections: [
        section('1', 'Background', '2. Figures', [
          ['1.1', `1.1 ${LONG}`],
          ['1.2', '1.2 It grows.'],
          ['1.3', '1.3 It is cut.'],
        ]),
        section('2', 'Figures', '3. Recommendations', []),
        section('3', 'Recommendations', '', []),
      ],
    },
  });
  const passages = cut(REPORT, [report]);

  test('leaves a long numbered paragraph alone and gathers short ones, each number kept', () => {
    const paragraphs = passages.filter(
      (passage) => passage.kind === 'paragraph' && passage.place.heading === 'Background',
    );
    expect(paragraphs.map((passage) => passage.place.section)).toEqual(['1.1', '1.2']);
    expect(paragraphs[1]?.place.sections).toEqual(['1.2', '1.3']);
  });

  test("gives a table's rows its caption and headers as context", () => {
    const rows = passages.find((passage) => passage.kind === 'table');
    expect(rows?.text).toContain('| North | 10 |\n| South | 20 |');
    expect(rows?.context).toContain('Metres of hedge · Hedge | Metres');
    expect(rows?.place.tableCaption).toBe('Metres of hedge');
  });

  test('keeps a list of recommendations together', () => {
    const lists = passages.filter((passage) => passage.kind === 'recommendation');
    expect(lists.map((list) => list.text)).toEqual(['3. Recommendations\n1. That it be cut.\n2. That it be burnt.']);
  });

  test('holds all the text', () => {
    expect(wordsOf(passages)).toBe(REPORT.replace(/\s+/g, ''));
  });
});

test('cutPassages() leaves the end and head of a page out of a limb that begins overleaf', () => {
  const text = `PARKS PANEL\n4th March, 2031\n\n12. PADDLING POOL\nThe pool had leaked since May.\n\nIt was AGREED:\n\nPage 2\nParks Panel\n\n(1) That the pool be mended.\n`;
  const minute = makeMinute(text, {
    number: '12',
    title: 'PADDLING POOL',
    discussion: ['The pool had leaked since May.'],
    limbs: [['1', 'That the pool be mended.']],
  });
  const passages = cut(text, [makePaper('minutes', text, { meeting: PARKS, minutes: [minute] })]);
  expect(passages.filter(({ kind }) => kind === 'limb').map((passage) => passage.text)).toEqual([
    '(1) That the pool be mended.',
  ]);
  expect(wordsOf(passages)).toBe(text.replace(/\s/g, ''));
});
