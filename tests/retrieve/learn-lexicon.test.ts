import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameCommittees } from '../../src/retrieve/learn-lexicon.ts';
import { CANARY, openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex();
});

afterAll(() => sample.close());

describe('nameCommittees()', () => {
  test('names each in full, without the words for its body, and by initials', () => {
    expect(nameCommittees(['Better Homes Select Commission'])).toEqual([
      {
        name: 'Better Homes Select Commission',
        aliases: expect.arrayContaining(['better homes select commission', 'better homes', 'bhsc']),
      },
    ]);
  });

  test('takes initials with small words and without', () => {
    const [panel] = nameCommittees(['Children in Care Panel']);
    expect(panel?.aliases).toEqual(expect.arrayContaining(['cicp', 'ccp', 'children in care']));
  });

  test('never names a committee by a single word of its subject', () => {
    for (const { aliases } of nameCommittees(['Planning Committee', 'Cabinet', 'Council'])) {
      expect(aliases).not.toContain('planning');
    }
  });

  test('calls one "the panel" only where it alone is a panel', () => {
    const aliasesOf = (...names: string[]) => nameCommittees(names).map(({ aliases }) => aliases.includes('the panel'));
    expect(aliasesOf('Parks and Gardens Panel', 'Roads Board')).toEqual([true, false]);
    expect(aliasesOf('Parks and Gardens Panel', 'Care Panel')).toEqual([false, false]);
  });

  test('gives nothing for no names', () => {
    expect(nameCommittees([])).toEqual([]);
  });
});

describe('learnLexicon()', () => {
  test('learns committees, meetings in order of date, abbreviations and people', () => {
    const lexicon = sample.lexicon();
    expect(lexicon.committees.map(({ name }) => name)).toEqual(['Parks and Gardens Panel', 'Roads Board']);
    expect(lexicon.meetings.map(({ date, hasMinutes }) => [date, hasMinutes])).toEqual([
      ['2031-03-04', true],
      ['2031-03-11', true],
      ['2031-04-01', true],
      ['2031-05-06', false],
    ]);
    expect(lexicon.abbreviations).toEqual(new Map([['cgt', ['community garden trust']]]));
    expect([lexicon.people.get('moss'), lexicon.people.get('cole')]).toEqual(['Moss', 'Cole']);
  });

  test('learns nothing from what the audience may not read', () => {
    const { vocabulary, people, papers, initials, abbreviations } = sample.lexicon();
    const all = JSON.stringify([
      ...vocabulary,
      ...people,
      ...initials,
      ...abbreviations,
      ...papers.map((p) => [...p.words]),
    ]);
    expect(all).not.toContain(CANARY);
    expect(papers.some(({ words }) => words.has('boathouse'))).toBe(false);
    expect(sample.lexicon({ cleared: [3] }).papers.some(({ words }) => words.has('boathouse'))).toBe(true);
  });
});
