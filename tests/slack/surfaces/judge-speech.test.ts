import { describe, expect, it } from 'vitest';
import { judgeSpeech } from '../../../src/slack/surfaces/incoming/judge-speech.ts';
import { processorSeconds } from '../../support/processor-seconds.ts';

const asker = { botUser: 'U0BOT', hasAsked: true };
const other = { botUser: 'U0BOT', hasAsked: false };

describe('judgeSpeech()', () => {
  it.each([
    'and the year before?',
    'who was there?',
    'what about Rawmarsh?',
    'Rawmarsh, what was decided?',
    'In January, who chaired?',
    'show me the recommendations',
    'Also, which wards?',
    'did the Chair declare an interest?',
  ])('takes a question for the bot, whoever asks: %s', (text) => {
    expect([judgeSpeech(text, asker), judgeSpeech(text, other)]).toEqual(['bot', 'bot']);
  });

  it.each(['the Rawmarsh one', 'in October 2019', 'only the resolutions'])(
    'takes a plain remark of the asker for a follow-up, and of others for talk: %s',
    (text) => {
      expect([judgeSpeech(text, asker), judgeSpeech(text, other)]).toEqual(['bot', 'people']);
    },
  );

  it.each([
    '<@U2> what do you think?',
    '<!here> who was there?',
    '<!subteam^S1|@clerks> is this right?',
    'Ben, were you there?',
    'Hi Ben, can you check this?',
    'I think it was the January one',
    'we should ask the clerk',
    'what do you think?',
    'have you read the report?',
  ])('hears people talk to people: %s', (text) => {
    expect([judgeSpeech(text, asker), judgeSpeech(text, other)]).toEqual(['people', 'people']);
  });

  it.each(['Thanks!', 'ok, got it', 'Great, thank you.', 'yes', 'Noted'])(
    'wants no answer to a courtesy: %s',
    (text) => {
      expect(judgeSpeech(text, asker)).toBe('nobody');
    },
  );

  it('takes what names the bot for the bot, whoever else is named', () => {
    expect(judgeSpeech('<@U0BOT> and <@U2>, who was there?', other)).toBe('bot');
    expect(judgeSpeech('<@U0BOT|minutebook> thanks', other)).toBe('bot');
  });

  it.each(['A', 'a ', 'Ab, ', '<@U2', '<', 'thanks ', 'Hello A'])(
    'reads hostile lengths in a time that grows with them alone: %s',
    (part) => {
      const text = part.repeat(300_000 / part.length);
      expect(processorSeconds(() => judgeSpeech(text, asker))).toBeLessThan(10);
    },
  );
});
