import { describe, expect, it } from 'vitest';
import { findFollowUp } from '../../src/ask/find-follow-up.ts';
import { splitQuestion } from '../../src/ask/split-question.ts';

const read = (text: string) => findFollowUp({ text, references: [] });

describe('findFollowUp()', () => {
  it.each([
    ['what is outstanding from September?', 'outstanding'],
    ['which requests were never answered', 'outstanding'],
    ['what did officers promise us on EHCPs?', 'promised'],
    ['was the parking survey done?', 'outcome'],
    ['what became of the petition', 'outcome'],
  ])('reads "%s" as %s', (text, wish) => expect(read(text)).toBe(wish));

  it.each([
    'how many schools were outstanding schools',
    'what did we resolve on the footbridge?',
    'when is the next meeting',
    'was it done?',
  ])('leaves "%s" to the papers', (text) => expect(read(text)).toBeUndefined());

  it('knows what "it" is from the conversation', () => {
    expect(
      findFollowUp({
        text: 'was it done?',
        references: [],
        leaning: { kind: 'minute', subject: 'footbridge', places: [] },
      }),
    ).toBe('outcome');
  });
});

describe('splitQuestion()', () => {
  it('gives both parts the subject that is set off before them', () => {
    expect(splitQuestion('footbridge - when were we told it would reopen, and what happened then?')).toEqual([
      'footbridge: when were we told it would reopen',
      'footbridge: what happened then?',
    ]);
  });

  it('asks the same of each of two times', () => {
    expect(splitQuestion('lamps - how many were lit in june 2031 and then by september')).toEqual([
      'lamps: how many were lit in june 2031',
      'lamps: how many were lit by september',
    ]);
    expect(splitQuestion('children in care, autumn 2031 vs end of 2032')).toEqual([
      'children in care autumn 2031',
      'children in care end of 2032',
    ]);
  });

  it('takes what a reader wants to hear of one after the other', () => {
    expect(splitQuestion('brief me on the lamps report: staff, numbers, costs')).toEqual([
      'brief me on the lamps report: staff',
      'brief me on the lamps report: numbers',
      'brief me on the lamps report: costs',
    ]);
  });

  it('parts two questions without a subject before them only where each says its own', () => {
    expect(splitQuestion('how many lamps were lit on the quay and when did the ferry pumps fail')).toHaveLength(2);
    expect(splitQuestion('how many lamps were lit on the quay and when did it start')).toBeUndefined();
  });

  it.each([
    'what was decided on lamps each time and who spoke at each meeting',
    'what did we resolve on lamps and bins',
    'footbridge: what was said',
    'lamps and when',
  ])('leaves "%s" whole', (text) => expect(splitQuestion(text)).toBeUndefined());
});
