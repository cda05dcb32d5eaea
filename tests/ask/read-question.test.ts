import { describe, expect, test } from 'vitest';
import { MAX_QUESTION_CHARS, readQuestion } from '../../src/ask/read-question.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { type Dialogue, rememberTurn } from '../../src/dialogue.ts';
import type { Question } from '../../src/question.ts';
import { makeLexicon } from '../support/made-up-lexicon.ts';

const meeting = (committee: string, date: string) => ({ committee, date, hasMinutes: true, hasAgenda: true });
const lexicon = makeLexicon({
  words: [
    'parks',
    'gardens',
    'pool',
    'paddling',
    'hedge',
    'budget',
    'bench',
    'attendance',
    'looked',
    'after',
    'children',
  ],
  committees: ['Parks and Gardens Panel', 'Roads Board'],
  meetings: [
    meeting('Parks and Gardens Panel', '2030-03-05'),
    meeting('Roads Board', '2031-01-14'),
    meeting('Parks and Gardens Panel', '2031-03-04'),
    meeting('Roads Board', '2031-03-11'),
    meeting('Parks and Gardens Panel', '2031-05-06'),
  ],
  abbreviations: { lac: ['looked after children'] },
  people: { moss: 'Ada Moss', 'ada moss': 'Ada Moss', fern: 'Fern' },
});

function read(text: string, options: { committee?: string; previous?: Dialogue } = {}): Question {
  return readQuestion(text, { lexicon, audience: PUBLIC_AUDIENCE, ...options });
}

/** What is kept of a question that nothing was found for. */
function asked(text: string): Dialogue {
  const coverage = { committees: [], meetings: [], papers: 0, missing: [] };
  return rememberTurn(read(text), {
    kind: 'declined',
    reason: 'not-in-papers',
    message: '',
    coverage,
    nearest: [],
    hits: [],
  });
}

describe('readQuestion()', () => {
  test('reads committee, meeting, reference, person, wish and words', () => {
    expect(read('What did Cllr Moss say on the hedge in minute 12, Parks and Gardens Panel, 4 March 2031?')).toEqual({
      text: 'What did Cllr Moss say on the hedge in minute 12, Parks and Gardens Panel, 4 March 2031?',
      audience: PUBLIC_AUDIENCE,
      committees: ['Parks and Gardens Panel'],
      dates: [{ from: '2031-03-04', to: '2031-03-04', printed: '4 March 2031', precision: 'day' }],
      references: [{ kind: 'minute', number: '12' }],
      people: ['Ada Moss'],
      wanted: ['discussion'],
      topic: expect.stringContaining('hedge'),
      terms: expect.arrayContaining([{ word: 'hedge', alternatives: [], known: true, weight: 1 }]),
    });
  });

  test('leaves the meeting date and the reference out of topic and words, and spells the rest out', () => {
    const question = read('LAC atendance in march 2031 (minute 12)');
    expect(question.topic).toBe('looked after children attendance in');
    expect(question.terms.map(({ word }) => word)).toEqual(['lac', 'atendance']);
  });

  test('keeps a date on which nobody met as part of the subject', () => {
    const question = read('hedge storm of 7 july 2019');
    expect(question.dates).toMatchObject([{ from: '2019-07-07', to: '2019-07-07' }]);
    expect(question.topic).toContain('july 2019');
  });

  test('adds the meeting of the committee before the one named: "and the one before"', () => {
    const question = read('hedges at the roads board in march 2031 and the one before');
    expect(question.dates.map(({ from }) => from)).toEqual(['2031-03-01', '2031-01-14']);
  });

  test('takes of "the meeting before March" that meeting alone', () => {
    const question = read('hedges at the roads board at the meeting before march 2031');
    expect(question.dates.map(({ from }) => from)).toEqual(['2031-01-14']);
  });

  test('finds a committee whose name is typed wrongly', () => {
    expect(read('what did the parks and gradens panel say of hedges').committees).toEqual(['Parks and Gardens Panel']);
  });

  test('tells item 4 of a month from an item of the fourth of it by who met then', () => {
    expect(read('item 7 march 2031').references).toEqual([{ kind: 'item', number: '7' }]);
    expect(read('the bench item 4 march 2031')).toMatchObject({ references: [], dates: [{ from: '2031-03-04' }] });
  });

  test('spells out short forms that lack the last word of what the papers shorten', () => {
    expect(read('how many la children').topic).toBe('how many looked after children');
  });

  test('drops control characters, marks of direction and spaces of no width', () => {
    expect(read(' hedge\u0000\u001b[31m\r\n\tpool\u202e \u200bbench\u2066\ufeff\u007f ').text).toBe(
      'hedge [31m pool bench',
    );
    expect(read('\u202e\u200f\u0007').text).toBe('');
  });

  test('refuses an overlong question and says how long it may be', () => {
    expect(read('hedge '.repeat(400).slice(0, MAX_QUESTION_CHARS)).committees).toEqual([]);
    expect(() => read('x'.repeat(MAX_QUESTION_CHARS + 1))).toThrow(
      expect.objectContaining({
        code: 'invalid',
        message: `Cannot read a question of ${MAX_QUESTION_CHARS + 1} characters: the most is ${MAX_QUESTION_CHARS}`,
      }),
    );
  });

  test('keeps to a committee given beside the question, by any of its names', () => {
    for (const committee of ['Roads Board', 'roads board', 'the board']) {
      expect(read('What did the Parks and Gardens Panel say?', { committee })).toMatchObject({
        only: 'Roads Board',
        committees: ['Roads Board'],
      });
    }
    expect(read('What did the Roads Board say?').only).toBeUndefined();
  });

  test('refuses a committee the index does not have and names those it has', () => {
    expect(() => read('hedges', { committee: 'Rivers Forum' })).toThrow(
      expect.objectContaining({
        code: 'invalid',
        message: 'Cannot find the committee "Rivers Forum": the index has "Parks and Gardens Panel", "Roads Board"',
      }),
    );
    const nothing = makeLexicon();
    expect(() =>
      readQuestion('hedges', { lexicon: nothing, audience: PUBLIC_AUDIENCE, committee: 'Rivers Forum' }),
    ).toThrow(expect.objectContaining({ message: 'Cannot find the committee "Rivers Forum": the index has none' }));
  });

  test('reads an empty question as one that names nothing', () => {
    expect(read('')).toEqual({
      text: '',
      audience: PUBLIC_AUDIENCE,
      committees: [],
      dates: [],
      references: [],
      people: [],
      wanted: [],
      topic: '',
      terms: [],
    });
  });
});

describe('readQuestion() after another question', () => {
  const first = asked('What did the parks and gardens panel decide about the paddling pool on 4 March 2031?');

  test('takes subject and committee from it: "and the year before?"', () => {
    const next = read('and the year before?', { previous: first });
    expect(next.dates).toEqual([
      { from: '2030-03-04', to: '2030-03-04', printed: 'the year before', precision: 'day' },
    ]);
    expect(next.committees).toEqual(['Parks and Gardens Panel']);
    expect(next.wanted).toEqual(['decision']);
    expect(next.topic).toContain('paddling pool');
  });

  test('takes the meeting from it and its own wish: "who was there?"', () => {
    const next = read('who was there?', { previous: first });
    expect(next.wanted[0]).toBe('attendance');
    expect(next.dates).toEqual(first.dates);
    expect(next.committees).toEqual(['Parks and Gardens Panel']);
  });

  test('steps back to the meeting of the committee before it: "the one before"', () => {
    const before = { printed: 'the one before', precision: 'day' };
    expect(read('and the one before?', { previous: first }).dates).toEqual([
      { from: '2030-03-05', to: '2030-03-05', ...before },
    ]);
    const undated = asked('What did the roads board decide?');
    expect(read('and the one before?', { previous: undated }).dates).toEqual([
      { from: '2031-01-14', to: '2031-01-14', ...before },
    ]);
  });

  test('finds no meeting before the first', () => {
    const earliest = asked('What did the parks and gardens panel decide on 5 March 2030?');
    expect(read('and the one before?', { previous: earliest }).dates).toEqual([]);
  });

  test('changes the meeting and keeps the subject: "and in may?"', () => {
    const next = read('and in may?', { previous: first });
    expect(next.dates).toMatchObject([{ from: '2031-05-01', to: '2031-05-31' }]);
    expect(next.topic).toContain('paddling pool');
  });

  test('leaves a question that says all it needs as it is', () => {
    const text = 'How much of the budget was spent on hedge and bench at the roads board?';
    expect(read(text, { previous: first })).toEqual(read(text));
  });
});
