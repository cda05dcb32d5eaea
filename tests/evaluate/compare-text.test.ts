import { describe, expect, test } from 'vitest';
import { comparedWords, foldText, holdsQuote, prepareText, saysFact } from '../../src/evaluate/compare-text.ts';

describe('foldText()', () => {
  test('folds case, quotation marks, dashes, marks of Markdown and HTML, and white space', () => {
    expect(foldText('**The** “Pool’s”\n\n| <b>20–21</b> |  # <br/>Yes')).toBe('the "pool\'s" 20-21 yes');
  });
});

describe('comparedWords()', () => {
  test('keeps the signs of figures and drops other marks', () => {
    expect(comparedWords('It cost £1,200.50 (3.5% more) – “twice”!')).toEqual([
      'it',
      'cost',
      '£1,200.50',
      '3.5%',
      'more',
      'twice',
    ]);
  });
});

describe('holdsQuote()', () => {
  const text = prepareText('One two three four five six seven eight nine ten.');

  test('holds a quotation that stands in the text, however short', () => {
    expect(holdsQuote(text, 'TWO  three')).toBe(true);
    expect(holdsQuote(text, 'three two')).toBe(false);
  });

  test('holds a quotation of which seven word trigrams in ten stand there', () => {
    // Twelve words make ten trigrams; each word changed at the end takes one away.
    expect(holdsQuote(prepareText('a b c d e f g h i X Y Z'), 'a b c d e f g h i j k l')).toBe(true);
    expect(holdsQuote(prepareText('a b c d e f g h X Y Z W'), 'a b c d e f g h i j k l')).toBe(false);
  });

  test('holds no other quotation of less than three words', () => {
    expect(holdsQuote(text, 'eleven twelve')).toBe(false);
  });
});

describe('saysFact()', () => {
  test.each([
    ['It cost £1,200.', '£1200'],
    ['It cost £ 1200', '£1,200'],
    ['on the 1st May', '1 May'],
    ['45 % of them', '45%'],
    ['It was Refused', 'refused.'],
    ['minute 12 (3) says', '12(3)'],
  ])('finds in "%s" the fact "%s"', (said, fact) => {
    expect(saysFact(said, fact)).toBe(true);
  });

  test.each([
    ['It cost £1,300', '£1200'],
    ['on the 1st June', '1 May'],
    ['', 'refused'],
  ])('does not find in "%s" the fact "%s"', (said, fact) => {
    expect(saysFact(said, fact)).toBe(false);
  });
});
