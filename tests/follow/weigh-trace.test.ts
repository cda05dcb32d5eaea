import { describe, expect, it } from 'vitest';
import { readSeason } from '../../src/follow/outcome/read-season.ts';
import { weighTrace } from '../../src/follow/outcome/weigh-trace.ts';

describe('weighTrace()', () => {
  it.each([
    ['That the request made in Minute No. 20 (3) be closed.', 'closed'],
    ['The survey had been carried out in May.', 'done'],
    ['41 of the 61 schools had given a name.', 'partial'],
    ['The training of the remaining nine remain open.', 'partial'],
    ['The log had been published, but only from 3 am.', 'partial'],
    ['No reply had yet come from the Board.', 'pending'],
    ['The report was not ready.', 'pending'],
    ['The Engineer would look at the handrail.', 'mention'],
  ])('of "%s" is %s', (words, weight) => expect(weighTrace(words)).toBe(weight));

  it('takes only another body’s decision for its reply', () => {
    expect(weighTrace('The recommendation has been put to the Cabinet Member.', { isReply: true })).toBe('mention');
    expect(weighTrace('Cabinet did not agree to the exemption.', { isReply: true })).toBe('done');
  });
});

describe('readSeason()', () => {
  it.each([
    ['before Easter', '2026-03-17', '2026-04-05'],
    ['before Easter', '2024-04-02', '2025-04-20'],
    ['by the end of the spring term', '2025-11-18', '2026-04-10'],
    ['before the end of term', '2026-03-17', '2026-04-10'],
    ['in the summer term', '2026-03-17', '2026-07-22'],
  ])('counts "%s", said on %s, to %s', (words, said, to) => expect(readSeason(words, said)?.to).toBe(to));

  it('reads no season in a text without one', () => {
    expect(readSeason('by the end of March', '2026-01-20')).toBeUndefined();
  });
});
