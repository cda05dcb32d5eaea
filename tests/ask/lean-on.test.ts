import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../src/ask/read-question.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import type { Dialogue } from '../../src/dialogue.ts';
import type { Question } from '../../src/question.ts';
import { makeLexicon } from '../support/made-up-lexicon.ts';

const meeting = (committee: string, date: string) => ({ committee, date, hasMinutes: true, hasAgenda: true });
const lexicon = makeLexicon({
  words: ['pool', 'paddling', 'hedge', 'budget', 'bench', 'boys', 'girls', 'heated', 'visitors'],
  committees: ['Parks and Gardens Panel', 'Roads Board'],
  meetings: [
    meeting('Parks and Gardens Panel', '2030-11-05'),
    meeting('Parks and Gardens Panel', '2031-03-04'),
    meeting('Roads Board', '2031-03-11'),
    meeting('Parks and Gardens Panel', '2031-05-06'),
  ],
});

const LIMB: Dialogue = {
  topic: 'what was decided about the paddling pool at Fern Park in 2030/31',
  wanted: ['decision'],
  committees: [],
  dates: [],
  people: [],
  cited: [
    {
      source: 'parks/minutes.txt',
      span: { start: 100, end: 150 },
      isReport: false,
      committee: 'Parks and Gardens Panel',
      meetingDate: '2031-03-04',
      minute: '12',
      limb: '1',
    },
  ],
};

function after(text: string, previous: Dialogue = LIMB): Question {
  return readQuestion(text, { lexicon, audience: PUBLIC_AUDIENCE, previous });
}

describe('leanOn()', () => {
  test.each(['which minute was that?', 'what page is that on?', 'where does it say that?', 'and when was that?'])(
    'asks for the place that was cited: "%s"',
    (text) => {
      expect(after(text).leaning).toMatchObject({ kind: 'place', places: LIMB.cited, subject: LIMB.topic });
    },
  );

  test.each([
    'who proposed it?',
    'was it carried?',
    'how did the vote go?',
    'who voted against?',
    'who spoke about it?',
  ])('asks more of the minute that was cited: "%s"', (text) => expect(after(text).leaning?.kind).toBe('minute'));

  test.each(['who was there?', 'who chaired?', 'who sent apologies?'])('asks about the meeting cited: "%s"', (text) => {
    expect(after(text)).toMatchObject({
      leaning: { kind: 'meeting' },
      committees: ['Parks and Gardens Panel'],
      dates: [{ from: '2031-03-04', to: '2031-03-04' }],
    });
  });

  test('takes a limb of the minute that was cited', () => {
    expect(after('and the second resolution?').references).toEqual([{ kind: 'resolution', number: '2', within: '12' }]);
    expect(after('what does resolution 3 say?').references).toEqual([
      { kind: 'resolution', number: '3', within: '12' },
    ]);
  });

  test('asks what the report says of the subject', () => {
    const next = after('what did the report say about it?');
    expect(next.leaning?.kind).toBe('report');
    expect(next.topic).toContain('paddling pool');
  });

  test('puts one name, and one year, in the place of another', () => {
    expect(after('what about Moss Park?').topic).toBe(
      'what was decided about the paddling pool at Moss Park in 2030/31',
    );
    expect(after('and the year before?').topic).toBe(
      'what was decided about the paddling pool at Fern Park in 2029/30',
    );
    expect(after('and in 2028/29?').topic).toBe('what was decided about the paddling pool at Fern Park in 2028/29');
  });

  test('puts other words beside the subject, and the next ones in their place', () => {
    const girls = after('and girls?');
    expect(girls.leaning).toMatchObject({ kind: 'subject', subject: LIMB.topic, instead: 'girls' });
    const boys = after('what about boys?', { ...LIMB, instead: 'girls' });
    expect(boys.leaning).toMatchObject({ subject: LIMB.topic, instead: 'boys' });
    expect(boys.topic).not.toContain('girls');
  });

  test('steps to the meeting of the committee before, after and since the one cited', () => {
    expect(after('and the one before?').dates).toMatchObject([{ from: '2030-11-05', to: '2030-11-05' }]);
    expect(after('and at the next meeting?')).toMatchObject({ dates: [{ from: '2031-05-06' }], wanted: ['decision'] });
    expect(after('did it come back?').dates).toMatchObject([{ from: '2031-03-05', to: '9999-12-31' }]);
    expect(after('and in November?').dates).toMatchObject([{ from: '2030-11-01', to: '2030-11-30' }]);
  });

  test('turns to another committee in the same month', () => {
    const next = after('who was at the roads board?', {
      ...LIMB,
      dates: [{ from: '2031-03-04', to: '2031-03-04', printed: '4 March', precision: 'day' }],
    });
    expect(next).toMatchObject({ committees: ['Roads Board'], dates: [{ from: '2031-03-01', to: '2031-03-31' }] });
  });

  test('asks for reasons in what was discussed', () => {
    expect(after('why?').wanted).toEqual(['discussion']);
  });

  test('reads a question that names its own subject as if it were the first', () => {
    const text = 'How many visitors used the heated pool and the bench by the hedge?';
    expect(after(text)).toEqual(readQuestion(text, { lexicon, audience: PUBLIC_AUDIENCE }));
  });

  test('forgets committees that this audience knows nothing of', () => {
    const closed = {
      ...LIMB,
      committees: ['Secret Panel'],
      cited: LIMB.cited.map((place) => ({ ...place, committee: 'Secret Panel' })),
    };
    const next = after('who was there?', closed);
    expect(JSON.stringify([next.committees, next.leaning?.places])).toBe('[[],[]]');
  });
});
