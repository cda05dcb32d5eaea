import { describe, expect, it } from 'vitest';
import { cutText } from '../../../src/slack/format/cut-text.ts';
import { mrkdwnWeight } from '../../../src/slack/format/escape-mrkdwn.ts';
import { splitText } from '../../../src/slack/format/split-text.ts';
import { visibleText } from '../../../src/slack/format/visible-text.ts';
import { hostileText, LONG } from '../../support/hostile-text.ts';
import { fc } from '../../support/properties.ts';
import { fold } from '../../support/read-slack-payload.ts';

const weightOf = (text: string) => text.split('').reduce((sum, character) => sum + mrkdwnWeight(character), 0);
const bare = (text: string) => text.replace(/\s/g, '');

describe('splitText()', () => {
  it('breaks between sentences, else between words, else between characters', () => {
    expect(splitText('One two three. Four five six seven.', { max: 20 })).toEqual([
      'One two three.',
      'Four five six seven.',
    ]);
    expect(splitText('one two three four', { max: 9 })).toEqual(['one two', 'three', 'four']);
    expect(splitText('abcdefgh', { max: 3 })).toEqual(['abc', 'def', 'gh']);
  });

  it('keeps surrogate pairs and combining marks whole', () => {
    expect(splitText('😀😀😀', { max: 3 })).toEqual(['😀', '😀', '😀']);
    expect(splitText('ae\u0301ae\u0301', { max: 2 })).toEqual(['a', 'e\u0301', 'a', 'e\u0301']);
  });

  it('gives parts within the weight that join to the text', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 10, max: 60 }), (raw, max) => {
        const text = visibleText(raw, { lines: true });
        const parts = splitText(text, { max, weigh: mrkdwnWeight });
        for (const part of parts) {
          expect(weightOf(part)).toBeLessThanOrEqual(max);
          expect(part).not.toMatch(/\p{Cs}/u);
          expect(part.trim()).toBe(part);
        }
        expect(bare(parts.join(''))).toBe(bare(text));
      }),
    );
  });

  it.each(LONG.map((text) => [text.slice(0, 12), text]))('splits 100 kB of %j', (_start, text) => {
    const parts = splitText(text, { max: 2_500, weigh: mrkdwnWeight });
    expect(Math.max(...parts.map(weightOf))).toBeLessThanOrEqual(2_500);
    expect(bare(parts.join(''))).toBe(bare(text));
  });
});

describe('cutText()', () => {
  it('leaves short text alone and marks what is cut', () => {
    expect(cutText('one two three', 13)).toBe('one two three');
    expect(cutText('one two three', 10)).toBe('one two …');
  });

  it('is never longer than allowed and begins as the text does', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 8, max: 40 }), (raw, max) => {
        const text = visibleText(raw);
        const cut = cutText(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/\p{Cs}/u);
        expect(fold(text).startsWith(fold(cut.replace(/ …$/, '')))).toBe(true);
      }),
    );
  });
});
