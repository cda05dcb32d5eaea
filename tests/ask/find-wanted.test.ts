import { describe, expect, test } from 'vitest';
import { findWanted } from '../../src/ask/find-wanted.ts';
import type { Wanted } from '../../src/question.ts';

describe('findWanted()', () => {
  test.each([
    ['What did the panel decide about the pool?', 'decision'],
    ['was the plan approved', 'decision'],
    ['what was resolved on the hedges', 'decision'],
    ['did we agree the fees', 'decision'],
    ['What are we recommended to do about the pool?', 'recommendation'],
    ['what are we being asked to agree', 'recommendation'],
    ['which option did officers prefer', 'recommendation'],
    ['Who was there?', 'attendance'],
    ['who sent apologies', 'attendance'],
    ['who chaired it', 'attendance'],
    ['which officers were also at the June meeting', 'attendance'],
    ['did we set anything up to look into it', 'decision'],
    ['did anyone declare an interest', 'declaration'],
    ['any declarations of a personal interest', 'declaration'],
    ['when is the next meeting', 'next-meeting'],
    ['when do we next meet', 'next-meeting'],
    ['which items were exempt', 'exempt'],
    ['what was discussed behind closed doors', 'exempt'],
    ['why were press and public excluded', 'exempt'],
    ["what's on the agenda for March", 'briefing'],
    ['brief me on the next papers', 'briefing'],
    ['main papers and page nos', 'briefing'],
    ['has this come up before', 'history'],
    ['what did members say about the hedges', 'discussion'],
    ['what concerns were raised', 'discussion'],
    ['how many benches were mended', 'figure'],
    ['what percentage of paths was swept', 'figure'],
    ['any progress on the hedges', 'progress'],
  ] satisfies [string, Wanted][])('takes "%s" to ask first for %s', (typed, wanted) => {
    expect(findWanted(typed)[0]).toBe(wanted);
  });

  test('keeps all that fit, most telling first', () => {
    expect(findWanted('How many councillors sent apologies, and what was decided?')).toEqual([
      'attendance',
      'decision',
      'figure',
    ]);
  });

  test('gives nothing where the question does not say', () => {
    expect(findWanted('paddling pool')).toEqual([]);
  });
});
