import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asksForBriefing } from '../../src/app/ask-briefing.ts';
import { CANARY, openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex();
});
afterAll(() => sample.close());

async function quotesFor(text: string): Promise<string[]> {
  const answer = await sample.answer(text);
  if (answer.kind === 'declined') throw new Error(answer.message);
  return answer.statements.map(({ citations: [{ quote }] }) => quote);
}

describe('findReportBrief()', () => {
  test.each([
    'brief me on the hedge cutting report',
    'What do I need to know about the report on hedge cutting in lanes?',
    'summarise the hedge cutting paper for 6 May 2031',
  ])('tells what is asked of the committee first, then figures and money: %s', async (text) => {
    const [asked, ...said] = await quotesFor(text);
    expect(asked).toContain('3.1 That the Panel agree to cut the hedges in September.');
    expect(asked).toContain('3.2 That the contract be let for two years.');
    expect(said.join(' ')).toContain('42 lanes');
    expect(said.at(-1)).toContain('£31,200');
  });

  test("tells of an item its line of the agenda and the report that is called as it is, and nothing of other items'", async () => {
    const [line, ...said] = await quotesFor('what do I need to know about item 3 on 6 May 2031');
    expect(line).toContain('Hedge cutting in lanes');
    expect(said.join(' ')).toContain('£31,200');
    expect([line, ...said].join(' ')).not.toContain('Allotment rents');
  });

  test('lists the agenda as well where it is asked what is on it', async () => {
    const said = (await quotesFor("what's on on 6 May 2031, and what do I need to know about item 3?")).join(' ');
    expect(said).toContain('Allotment rents');
    expect(said).toContain('£31,200');
  });

  test('tells an item without a report by its own line alone', async () => {
    const said = await quotesFor('what do I need to know about item 4 on 6 May 2031');
    expect(said.join(' ')).toContain('Allotment rents');
    expect(said.join(' ')).not.toContain('Hedge cutting');
  });

  test.each(['brief me on the boathouse lease report', 'what do I need to know about item 5 on 6 May 2031'])(
    'says nothing of a report that is closed to the reader: %s',
    async (text) => {
      const answer = await sample.answer(text);
      expect(JSON.stringify(answer)).not.toContain(CANARY);
      expect(JSON.stringify(answer)).not.toContain('£9,999');
    },
  );

  test('is for the report as a whole: more than its title says asks for a part of it', async () => {
    const hits = await sample.retrieve('brief me on the tractor drivers in the hedge cutting report');
    expect(hits.some(({ byRecord }) => byRecord)).toBe(false);
  });

  test('a report that is named is briefed on, not the meeting it came to', async () => {
    const text = 'brief me on the hedge cutting report for 6 May 2031';
    expect(asksForBriefing(sample.question(text), await sample.answer(text))).toBe(false);
    const meeting = 'brief me for the meeting on 6 May 2031';
    expect(asksForBriefing(sample.question(meeting), await sample.answer(meeting))).toBe(true);
  });
});
