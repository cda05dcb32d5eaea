import { describe, expect, it } from 'vitest';
import { escapeMrkdwn, mrkdwnWeight } from '../../../src/slack/format/escape-mrkdwn.ts';
import { visibleText } from '../../../src/slack/format/visible-text.ts';
import { CRAFTED, hostileText } from '../../support/hostile-text.ts';
import { fc } from '../../support/properties.ts';
import { readMrkdwn, tokensOf } from '../../support/read-slack-payload.ts';

describe('escapeMrkdwn()', () => {
  it('turns Slack’s three characters into entities', () => {
    expect(escapeMrkdwn('Roads & <!here> &lt;')).toBe('Roads &amp; &lt;!here&gt; &amp;lt;');
  });

  it('leaves an ordinary sentence alone', () => {
    const text = 'Resolved: “(1) That £1.2m be spent by 7.30 p.m. on Mill Lane (No. 4); 61% agreed.”';
    expect(escapeMrkdwn(text)).toBe(text);
  });

  it.each(CRAFTED)('holds no token of %j and reads the same', (text) => {
    expect(tokensOf(escapeMrkdwn(text))).toEqual([]);
    expect(readMrkdwn(escapeMrkdwn(text))).toBe(visibleText(text));
  });

  it('holds no token of any text, reads the same, and weighs no more than foretold', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, lines) => {
        const escaped = escapeMrkdwn(text, { lines });
        const seen = visibleText(text, { lines });
        expect(tokensOf(escaped)).toEqual([]);
        expect(readMrkdwn(escaped)).toBe(seen);
        expect(escaped).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect(escaped.length).toBeLessThanOrEqual(
          [...seen].flatMap((c) => c.split('')).reduce((sum, c) => sum + mrkdwnWeight(c), 0),
        );
      }),
    );
  });
});
