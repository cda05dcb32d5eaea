import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex();
});
afterAll(() => sample.close());

/** "2031-03-04 12(2)" for each statement of the answer. */
async function decided(question: string): Promise<string[]> {
  const answer = await sample.answer(question);
  if (answer.kind === 'declined') return [answer.reason];
  return answer.statements.map(({ citations: [{ place }] }) => `${place.meetingDate} ${place.minute}(${place.limb})`);
}

describe('findDecided()', () => {
  it.each([
    'What was decided on 4 March 2031?',
    'what did the Parks and Gardens Panel resolve at its meeting of 4 March 2031',
  ])('tells all that a meeting decided, in order and without its formal business: %s', async (question) => {
    expect(await decided(question)).toEqual([
      '2031-03-04 12(1)',
      '2031-03-04 12(2)',
      '2031-03-04 12(3)',
      '2031-03-04 13()',
    ]);
  });

  it('takes the last meeting for the newest that has minutes', async () => {
    const newest = await decided('What was decided at the last meeting of the Parks and Gardens Panel?');
    expect(newest.length).toBeGreaterThan(0);
    const dates = sample.index.meetings({ cleared: [] }).flatMap(({ committee, date, hasMinutes }) => {
      return committee === 'Parks and Gardens Panel' && hasMinutes ? [date] : [];
    });
    expect(newest.every((place) => place.startsWith(dates.sort().at(-1) ?? 'none'))).toBe(true);
  });

  it('leaves a question that names its subject to the search', async () => {
    expect(await decided('What was decided about the library garden on 4 March 2031?')).toEqual(['2031-03-04 13()']);
  });
});
