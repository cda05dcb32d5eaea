import { describe, expect, it } from 'vitest';
import { plainForTerminal } from '../../src/terminal/plain-for-terminal.ts';

const HOSTILE = [
  '\x1b[2J\x1b[H',
  '\x1b]0;title\x07',
  '\x1b]8;;http://example.org\x1b\\link',
  '\x9b31m',
  '\x90q',
  '\x07',
  '\r',
  '\b\b\b',
  '\u202e',
  '\u2066x\u2069',
  '\u200f',
  '\ufeff',
  '\u{e0041}',
  '\u2028',
  '\ud800',
  '\x00',
  '\x7f',
  '\v',
];
const FORBIDDEN =
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]|[\u{e0000}-\u{e007f}]/u;

/** Repeatable noise: a linear congruential generator over pieces of text, so a failure can be run again. */
function noise(seed: number): string {
  let state = seed;
  const next = (bound: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % bound;
  };
  return Array.from({ length: 30 }, () => {
    const choice = next(3);
    if (choice === 0) return HOSTILE[next(HOSTILE.length)];
    return choice === 1 ? String.fromCodePoint(next(0x300)) : String.fromCodePoint(next(0xd7ff));
  }).join('');
}

describe('plainForTerminal()', () => {
  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('lets nothing of %s through', (_name, text) => {
    expect(plainForTerminal(`a${text}b`)).not.toMatch(FORBIDDEN);
    expect(plainForTerminal(`a${text}b`, { lines: true })).not.toMatch(FORBIDDEN);
  });

  it('lets no control or reordering character through, whatever the text', () => {
    for (let seed = 1; seed <= 500; seed++) {
      expect(plainForTerminal(noise(seed))).not.toMatch(FORBIDDEN);
      expect(plainForTerminal(noise(seed), { lines: true })).not.toMatch(FORBIDDEN);
      expect(plainForTerminal(noise(seed))).not.toContain('\n');
    }
  });

  it('changes nothing the second time', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const once = plainForTerminal(noise(seed), { lines: true });
      expect(plainForTerminal(once, { lines: true })).toBe(once);
    }
  });

  it('shows an escape sequence as text', () => {
    expect(plainForTerminal('\x1b[31mred')).toBe('\u241b[31mred');
  });

  it('folds white space to single spaces unless lines are asked for', () => {
    expect(plainForTerminal('a\r\n  b\tc')).toBe('a b c');
    expect(plainForTerminal('a\r\n  b\tc', { lines: true })).toBe('a\n  b c');
  });

  it('keeps what people write: accents, dashes, quotes, pounds and other scripts', () => {
    const text = 'Llŷn – “Café” £1,000 ½ Ελλάδα 議事録 😀';
    expect(plainForTerminal(text)).toBe(text);
  });
});
