import { describe, expect, test } from 'vitest';
import { findCommittees } from '../../src/ask/find-committees.ts';
import { nameCommittees } from '../../src/retrieve/learn-lexicon.ts';

const COMMITTEES = nameCommittees([
  'Better Homes Select Commission',
  'Children in Care Panel',
  'Corporate Parenting Board',
  'Parks Committee',
  'Planning Committee',
]);

function namesIn(text: string, committees = COMMITTEES): string[] {
  return findCommittees(text, committees).map(({ name }) => name);
}

describe('findCommittees()', () => {
  test('finds a name in full with its place among the words', () => {
    expect(findCommittees('Did the Corporate Parenting Board agree?', COMMITTEES)).toEqual([
      { name: 'Corporate Parenting Board', firstWord: 2, wordCount: 3, short: false },
    ]);
  });

  test.each([
    ['what did better homes decide', 'Better Homes Select Commission'],
    ['what did BHSC decide', 'Better Homes Select Commission'],
    ['cicp in march', 'Children in Care Panel'],
    ['children in care panel, minute 4', 'Children in Care Panel'],
    ['what did the panel say', 'Children in Care Panel'],
    ['our board', 'Corporate Parenting Board'],
    ['corp parenting', 'Corporate Parenting Board'],
    ['the parks committee', 'Parks Committee'],
    ['PLANNING CTTEE', 'Planning Committee'],
  ])('finds in "%s" the %s', (typed, name) => {
    expect(namesIn(typed)).toEqual([name]);
  });

  test('marks initials as short', () => {
    expect(findCommittees('bhsc', COMMITTEES)).toEqual([
      { name: 'Better Homes Select Commission', firstWord: 0, wordCount: 1, short: true },
    ]);
  });

  test.each([
    'is there room on board the bus',
    'the expert panel of judges from outside',
    'when do the parks close',
    'planning a trip',
    'was the committee told',
    'a commission of 5% was paid',
  ])('takes a generic word for a committee only with its article: "%s"', (typed) => {
    expect(namesIn(typed)).toEqual([]);
  });

  test('finds both committees that share a name, and each of several named', () => {
    const twins = nameCommittees(['Green Spaces Committee', 'Green Spaces Panel']);
    expect(namesIn('what did green spaces decide', twins).sort()).toEqual([
      'Green Spaces Committee',
      'Green Spaces Panel',
    ]);
    expect(namesIn('green spaces panel', twins)).toEqual(['Green Spaces Panel']);
    expect(namesIn('did planning committee or parks committee agree').sort()).toEqual([
      'Parks Committee',
      'Planning Committee',
    ]);
  });

  test('finds nothing where the index has no committee', () => {
    expect(namesIn('parks committee', [])).toEqual([]);
  });
});
