import { describe, expect, it } from 'vitest';
import { wrapText } from '../../src/terminal/wrap-text.ts';

describe('wrapText()', () => {
  it('breaks at spaces and keeps to the width', () => {
    const text = 'That the report be noted and that a further report be brought to the next meeting of the Panel';
    const lines = wrapText(text, { width: 30 }).split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(30);
    expect(lines.join(' ')).toBe(text);
  });

  it('puts the first indent on the first line only', () => {
    expect(wrapText('one two three four five six', { width: 24, first: '[1] ', indent: '    ' })).toBe(
      '[1] one two three four\n    five six',
    );
  });

  it('cuts a word longer than the line without losing a character', () => {
    const word = 'x'.repeat(75);
    const wrapped = wrapText(word, { width: 30 });
    expect(wrapped.split('\n').map((line) => line.length)).toEqual([30, 30, 15]);
    expect(wrapped.replaceAll('\n', '')).toBe(word);
  });

  it('keeps the lines of the text', () => {
    expect(wrapText('one\n\ntwo', { width: 80 })).toBe('one\n\ntwo');
  });
});
