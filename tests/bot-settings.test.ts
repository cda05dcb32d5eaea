import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBotSettings } from '../src/bot-settings.ts';

const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-b' };

function settingsOf(env: Record<string, string>) {
  const read = readBotSettings(env);
  if (read.kind === 'refused') throw new Error(read.problems.join('; '));
  return read.settings;
}

describe('readBotSettings()', () => {
  it('takes an app token as Socket Mode and a signing secret as HTTP', () => {
    expect(settingsOf(TOKENS).connection).toEqual({ kind: 'socket', appToken: 'xapp-1-b', healthPort: 3000 });
    expect(settingsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', PORT: '8080' }).connection).toEqual({
      kind: 'http',
      signingSecret: 's',
      port: 8080,
    });
    expect(settingsOf({ ...TOKENS, SLACK_SIGNING_SECRET: 's' }).connection.kind).toBe('socket');
  });

  it.each([
    [{ PORT: '8080' }, 8080],
    [{ PORT: '8080', MINUTEBOOK_HEALTH_PORT: '9090' }, 9090],
    [{ MINUTEBOOK_HEALTH_PORT: 'off' }, 'off'],
  ])('serves health where it is told: %o', (env, healthPort) => {
    expect(settingsOf({ ...TOKENS, ...env }).connection).toMatchObject({ healthPort });
  });

  it.each([
    'http://127.0.0.1:4000',
    'http://127.0.0.1:4000/',
    'http://127.0.0.1:4000/api',
    'http://127.0.0.1:4000/api/',
  ])('takes %s as the same server', (url) => {
    expect(settingsOf({ ...TOKENS, SLACK_API_URL: url }).apiUrl).toBe('http://127.0.0.1:4000/api/');
  });

  it('takes an empty variable as not set', () => {
    const settings = settingsOf({ ...TOKENS, SLACK_API_URL: '', MINUTEBOOK_CLERK_CHANNEL: ' ', MINUTEBOOK_ACCESS: '' });
    expect(settings).not.toHaveProperty('apiUrl');
    expect(settings).not.toHaveProperty('clerkChannel');
    expect(settings.accessFile).toBe(resolve('data/access.json'));
  });

  it.each([
    [
      {},
      [
        'Cannot start the bot: SLACK_BOT_TOKEN is not set',
        'Cannot start the bot: SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is not set',
      ],
    ],
    [
      { ...TOKENS, SLACK_BOT_TOKEN: 'xapp-secret' },
      ['Cannot start the bot: SLACK_BOT_TOKEN does not begin with xoxb-'],
    ],
    [
      { ...TOKENS, SLACK_APP_TOKEN: 'xapp-1 secret' },
      ["Cannot start the bot: SLACK_APP_TOKEN is not a token of Slack's"],
    ],
    [{ ...TOKENS, PORT: '70000' }, ['Cannot use PORT "70000": expected a port, 0 to 65535']],
    [
      { ...TOKENS, MINUTEBOOK_CLERK_CHANNEL: '#clerks' },
      ['Cannot use MINUTEBOOK_CLERK_CHANNEL "#clerks": expected the id of a channel, such as C0123456789'],
    ],
    [
      { ...TOKENS, SLACK_API_URL: 'slack.com' },
      ['Cannot use SLACK_API_URL "slack.com": expected an address, http or https'],
    ],
  ])('says each thing that is missing or wrong and quotes no secret: %o', (env, problems) => {
    expect(readBotSettings(env)).toEqual({ kind: 'refused', problems });
  });
});
