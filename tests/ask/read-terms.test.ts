import { describe, expect, test } from 'vitest';
import { SpellingMender } from '../../src/ask/mend-spelling.ts';
import { readTerms } from '../../src/ask/read-terms.ts';
import type { Term } from '../../src/question.ts';
import { makeLexicon } from '../support/made-up-lexicon.ts';

const lexicon = makeLexicon({
  words: ['pool', 'paddling', 'looked', 'after', 'children', 'budget', 'hedge', 'attendance', 'technology', 'report'],
  abbreviations: { lac: ['looked after children'], can: ['climate action network'], rag: ['red amber green'] },
  initials: { pdp: ['park development plan'], hedge: ['highways edge'] },
});
const spelling = new SpellingMender(lexicon.vocabulary);

function termsOf(text: string): Term[] {
  return readTerms(text, lexicon, spelling);
}

function wordsIn(text: string): string[] {
  return termsOf(text).map(({ word }) => word);
}

function term(text: string, word: string): Term | undefined {
  return termsOf(text).find((found) => found.word === word);
}

describe('readTerms()', () => {
  test('keeps the content words in order and leaves out the words a question is wrapped in', () => {
    expect(wordsIn('Could you please show me what there is about the paddling hedge?')).toEqual(['paddling', 'hedge']);
    expect(wordsIn('')).toEqual([]);
    expect(wordsIn('what is it')).toEqual([]);
  });

  test('gives a word of the papers whole weight and nothing added', () => {
    expect(termsOf('hedge')).toEqual([{ word: 'hedge', alternatives: [], known: true, weight: 1 }]);
  });

  test('lets words that stand in nearly every passage count faintly', () => {
    expect(term('the report on the hedge', 'report')?.weight).toBeLessThan(1);
  });

  test('spells out an abbreviation of the papers, in whatever case it is typed', () => {
    for (const typed of ['LAC', 'lac']) {
      expect(termsOf(typed)).toMatchObject([
        { word: 'lac', alternatives: ['looked after children'], speltOut: 'looked after children' },
      ]);
    }
  });

  test('finds the short form for a phrase that is typed in full', () => {
    expect(term('looked after children', 'looked')?.alternatives).toContain('lac');
    expect(term('looked after children', 'children')?.alternatives).toContain('lac');
    expect(term('children looked at hedges', 'children')?.alternatives).not.toContain('lac');
  });

  test('tells an abbreviation in capitals from the everyday word: CAN from can', () => {
    expect(term('did CAN come', 'can')?.alternatives).toEqual(['climate action network']);
    expect(term('can they come', 'can')).toBeUndefined();
  });

  test('takes initials that no paper spells out only for what is in capitals or no word of the papers', () => {
    expect(term('the PDP', 'pdp')?.alternatives).toEqual(['park development plan']);
    expect(term('the pdp', 'pdp')?.alternatives).toEqual(['park development plan']);
    expect(term('the HEDGE', 'hedge')?.alternatives).toEqual(['highways edge']);
    expect(term('the hedge', 'hedge')?.alternatives).toEqual([]);
  });

  test("adds clerks' words for everyday ones", () => {
    expect(term('apols', 'apols')?.alternatives).toContain('apologies');
    expect(wordsIn('pls pool')).toEqual(['pool']);
  });

  test('mends a slip and says what it stands for', () => {
    expect(termsOf('atendance')).toEqual([
      { word: 'atendance', alternatives: ['attendance'], known: true, weight: 1, speltOut: 'attendance' },
    ]);
  });

  test('says that the papers do not have a word', () => {
    expect(termsOf('zeppelin')).toEqual([{ word: 'zeppelin', alternatives: [], known: false, weight: 1 }]);
  });

  test('adds the other forms of a financial or school year', () => {
    expect(term('budget 2030/31', '2030/31')?.alternatives).toEqual(['2030/2031', '30/31', '2030 31']);
    expect(term('budget 30/31', '30/31')?.alternatives).toEqual(['2030/31', '2030/2031', '2030 31']);
    expect(term('budget 2099/00', '2099/00')?.alternatives).toEqual(['2099/2000', '99/00', '2099 00']);
    expect(term('minute 45/31', '45/31')?.alternatives).toEqual([]);
  });

  test('takes words joined by a hyphen one by one', () => {
    expect(wordsIn('paddling-pool')).toEqual(['paddling', 'pool']);
  });
});
