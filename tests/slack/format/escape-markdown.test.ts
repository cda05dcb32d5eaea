import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/slack/format/escape-markdown.ts';
import { visibleText } from '../../../src/slack/format/visible-text.ts';
import { CRAFTED, hostileText } from '../../support/hostile-text.ts';
import { fc } from '../../support/properties.ts';
import { readMarkdown } from '../../support/read-slack-payload.ts';

describe('escapeMarkdown()', () => {
  it('leaves an ordinary sentence alone', () => {
    const text = 'Resolved (minute 13): “(2) that the first permit cost £45 a year - and the second £90 & more;”';
    expect(escapeMarkdown(text)).toBe(text);
  });

  it('lets nothing be markup', () => {
    expect(escapeMarkdown('# Head *bold* [a](b) `c` | d')).toBe('\\# Head \\*bold\\* \\[a\\](b) \\`c\\` \\| d');
    expect(escapeMarkdown('1. one')).toBe('1\\. one');
    expect(escapeMarkdown('- one')).toBe('\\- one');
    expect(escapeMarkdown('> <!here> &lt; R&D')).toBe('&gt; &lt;!here&gt; &amp;lt; R&D');
  });

  it.each(CRAFTED)('reads %j as the same words', (text) => {
    expect(readMarkdown(escapeMarkdown(text))).toBe(visibleText(text));
  });

  it('reads any text as the same words, with no markup, token or link in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readMarkdown(escapeMarkdown(text))).toBe(visibleText(text));
      }),
    );
  });
});
