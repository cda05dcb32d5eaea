import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../src/slack/format/visible-text.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { fc } from '../../support/properties.ts';

describe('visibleText()', () => {
  it('shows control characters and takes out what hides or reorders', () => {
    expect(visibleText('a\0b\x1b[2J\x7f\u202ec\u200b\u2066d\ufeff\ud83d')).toBe('a\u2400b\u241b[2J\u2421cd');
  });

  it('folds white space, and keeps lines when asked', () => {
    expect(visibleText(' a \t b\r\n\r\n\r\n\n c\u2028d\u0085e ')).toBe('a b c d e');
    expect(visibleText(' a \t b\r\n\r\n\r\n\n c\u2028d\u0085e ', { lines: true })).toBe('a b\n\nc\nd\ne');
  });

  it('leaves words of any language as they are', () => {
    for (const text of ['Cllr Ó Súilleabháin', 'שלום עולם', '会議録', '£1.2m – 3%', '🇬🇧 👍🏽'])
      expect(visibleText(text)).toBe(text);
  });

  it('says the same when read twice', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, lines) => {
        const once = visibleText(text, { lines });
        expect(visibleText(once, { lines })).toBe(once);
        expect(once).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
