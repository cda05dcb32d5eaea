import { describe, expect, test } from 'vitest';
import { wordsOf } from '../src/lexicon.ts';

describe('wordsOf()', () => {
  test('gives words in lower case without apostrophes, and numbers with their parts', () => {
    expect(wordsOf("Children’s Board's 2030/31 para 3.2.4: £1,200!")).toEqual([
      'childrens',
      'boards',
      '2030/31',
      'para',
      '3.2.4',
      '1',
      '200',
    ]);
  });

  test('folds letters that only look different, and keeps those of other languages', () => {
    expect(wordsOf('ﬁnance Ａgenda Mônoedd')).toEqual(['finance', 'agenda', 'mônoedd']);
  });

  test('gives nothing for a text without words', () => {
    expect(wordsOf(' – … ?! ')).toEqual([]);
  });
});
