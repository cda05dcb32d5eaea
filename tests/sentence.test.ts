import { describe, expect, test } from 'vitest';
import { splitSentences } from '../src/sentence.ts';
import { processorSeconds } from './support/processor-seconds.ts';

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences()', () => {
  test('splits at full stops, question and exclamation marks', () => {
    expect(sentencesOf('The pool leaked. Why? Nobody knew! It was mended.')).toEqual([
      'The pool leaked.',
      'Why?',
      'Nobody knew!',
      'It was mended.',
    ]);
  });

  test('keeps closing quotation marks and brackets with their sentence', () => {
    expect(sentencesOf('She said “It leaks.” (It did.) He left.')).toEqual([
      'She said “It leaks.”',
      '(It did.)',
      'He left.',
    ]);
  });

  test.each([
    'Cllr. Fern and Mr. Moss spoke to Dr. Reed.',
    'J. Fern asked about No. 7 and Min. 12 at 2 p.m. Tuesday.',
    'Some parks, e.g. Fern Park, and approx. 12 others were open.',
    'It grew by 3.5 per cent to £1.2 million.',
    'See para. 3 and pp. 4 to 6.',
  ])('keeps whole: "%s"', (text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });

  test('ends a sentence at a blank line, a bullet and a label at a line start', () => {
    expect(
      sentencesOf('Members asked\nabout the pool\n\nThe reply\n- was short\n- and late\n(2) That it be noted'),
    ).toEqual(['Members asked\nabout the pool', 'The reply', '- was short', '- and late', '(2) That it be noted']);
  });

  test('takes a label with its words, and does not end a sentence at it', () => {
    expect(sentencesOf('(a) That it be noted.\n1. The pool leaked.')).toEqual([
      '(a) That it be noted.',
      '1. The pool leaked.',
    ]);
  });

  test('gives each row of a table for itself', () => {
    expect(sentencesOf('Park\tHedges\nFern Park\t12\nMoss Park\t7')).toEqual([
      'Park\tHedges',
      'Fern Park\t12',
      'Moss Park\t7',
    ]);
    expect(sentencesOf('| Park | Hedges |\n| Fern Park | 12 |')).toEqual(['| Park | Hedges |', '| Fern Park | 12 |']);
  });

  test('leaves out no word and overlaps nowhere, whatever the text', () => {
    const texts = [
      '',
      ' \n\n ',
      '...',
      'No full stop at all',
      'a. b. c. d.',
      '\t\n|\n\t|\n',
      '“Quoted.” - (1) x\n\n\n2. y! Z? “',
      'The pool (see Min. 3(a)) leaked.It was old. 12.5% more.\r\nNext line. £5 more.',
    ];
    for (const text of texts) {
      const spans = splitSentences(text);
      const inOrder = spans.every(({ start, end }, at) => start < end && start >= (spans[at - 1]?.end ?? 0));
      const words = spans.map(({ start, end }) => text.slice(start, end)).join('');
      expect([text, inOrder, words.replace(/\s+/g, '')]).toEqual([text, true, text.replace(/\s+/g, '')]);
    }
  });

  test.each(['word ', '\t', 'a. ', '"', '(1) x\n', 'A.'])(
    'splits a long text in a time that grows with its length alone: %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(400_000 / piece.length));
      expect(processorSeconds(() => splitSentences(text))).toBeLessThan(10);
    },
  );
});
