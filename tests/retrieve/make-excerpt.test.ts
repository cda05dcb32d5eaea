import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/passage.ts';
import { makeExcerpt } from '../../src/retrieve/make-excerpt.ts';
import { samplePassage } from '../support/sample-answer.ts';

const TEXT = 'Heading. The first part. The cited words. The secret part. The last part.';
const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const passage = (words: string): Passage => samplePassage({ text: words, span: spanOf(words) });
const passages = [
  passage('Heading. The first part. '),
  passage('The cited words. '),
  passage('The secret part. '),
  passage('The last part.'),
];

const isBlank = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end).trim() === '';

describe('makeExcerpt()', () => {
  it('gives the surroundings as slices that join to the text', () => {
    const parts = makeExcerpt([spanOf('The cited words.')], { passages, isBlank });
    expect(parts.map(({ text }) => text).join('')).toBe(TEXT);
    expect(parts.filter(({ cited }) => cited).map(({ text }) => text)).toEqual(['The cited words.']);
    expect(parts.some(({ gapBefore }) => gapBefore)).toBe(false);
  });

  it('leaves out what is between passages and says that there is a gap', () => {
    const open = passages.filter(({ text }) => !text.includes('secret'));
    const parts = makeExcerpt([spanOf('The cited words.')], { passages: open, isBlank });
    expect(parts.map(({ text }) => text).join('')).not.toContain('secret');
    expect(parts.at(-1)).toEqual({ text: 'The last part.', cited: false, gapBefore: true });
  });

  it('marks words inside a passage, and two places of one passage', () => {
    const parts = makeExcerpt([spanOf('first'), spanOf('words')], { passages, isBlank });
    expect(parts.filter(({ cited }) => cited).map(({ text }) => text)).toEqual(['first', 'words']);
  });

  it('shows no more than a screen around the cited words, cut between words', () => {
    const long = 'word '.repeat(1000);
    const wide = [samplePassage({ text: long, span: { start: 0, end: 5000 } })];
    const [before, cited, after] = makeExcerpt([{ start: 2500, end: 2600 }], { passages: wide, isBlank });
    expect([before?.text.trim().length, cited?.text.length, after?.text.trim().length]).toEqual([694, 100, 699]);
    expect(`${before?.text} ${after?.text}`.trim().split(/\s+/)).toEqual(Array(279).fill('word'));
  });

  it('takes white space between passages for no gap', () => {
    const apart = [passage('Heading. The first part.'), passage('The cited words.')];
    const parts = makeExcerpt([spanOf('The cited words.')], { passages: apart, isBlank });
    expect(parts.map(({ gapBefore }) => gapBefore)).toEqual([false, false]);
    expect(parts[0]?.text).toBe('Heading. The first part.');
  });

  it('shows words that two passages share once', () => {
    const twice = [...passages, passage('The first part. The cited words.')];
    expect(
      makeExcerpt([spanOf('Heading')], { passages: twice, isBlank })
        .map(({ text }) => text)
        .join(''),
    ).toBe(TEXT);
  });
});
