import { describe, expect, it } from 'vitest';
import { escapeEntities } from '../../../src/slack/format/escape-mrkdwn.ts';
import { readSlackText } from '../../../src/slack/format/read-slack-text.ts';
import { fc } from '../../support/properties.ts';

describe('readSlackText()', () => {
  it('reads mentions, channels, groups, links and entities as people do', () => {
    expect(
      readSlackText(
        '<@U1|ann> in <#C1|roads>, <!subteam^S1|@clerks> and <!here>: see <https://x.example/a|the minutes>, ' +
          '<https://x.example/b> or <mailto:a@x.example|a@x.example> &amp; &lt;b&gt; <@U2> <!date^1^{date}|today>',
      ),
    ).toBe('@ann in #roads, @clerks and @here: see the minutes, https://x.example/b or a@x.example & <b> @U2 today');
  });

  it('reads what was typed back from how Slack sends it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(readSlackText(escapeEntities(typed))).toBe(typed);
      }),
    );
  });

  it('takes no time over brackets without end', () => {
    expect(readSlackText('<'.repeat(100_000))).toHaveLength(100_000);
  });
});
