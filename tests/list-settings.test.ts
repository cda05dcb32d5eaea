import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSettings } from '../src/list-settings.ts';

const SECRETS = {
  SLACK_BOT_TOKEN: 'xoxb-1111-2222-abcdef',
  SLACK_APP_TOKEN: 'xapp-1-A1-abcdef',
  SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
  MINUTEBOOK_MODEL_KEY: 'a-key-of-the-council',
  OPENAI_API_KEY: 'sk-abcdef',
  MINUTEBOOK_EMBEDDING_KEY: 'another-key',
};

describe('listSettings()', () => {
  const settingOf = (env: Record<string, string>, name: string) =>
    listSettings(env).find((setting) => setting.name === name);

  it('shows of a secret nothing but the prefix that all of its kind have', () => {
    const listed = listSettings(SECRETS).filter(({ name }) => name in SECRETS);
    expect(listed.map(({ value }) => value)).toEqual(['xoxb-…', 'xapp-…', '…', '…', 'sk-…', '…']);
    for (const secret of Object.values(SECRETS)) {
      expect(JSON.stringify(listed)).not.toContain(secret.slice(5));
    }
  });

  it('shows no password or key that stands in an address', () => {
    expect(
      settingOf({ MINUTEBOOK_MODEL_URL: 'https://ann:secret@models.example/v1?key=secret' }, 'MINUTEBOOK_MODEL_URL'),
    ).toEqual({
      name: 'MINUTEBOOK_MODEL_URL',
      value: 'https://…@models.example/v1?…',
      from: 'environment',
    });
  });

  it('says what is in force and where it is from', () => {
    expect(settingOf({}, 'MINUTEBOOK_DESK')).toEqual({
      name: 'MINUTEBOOK_DESK',
      value: resolve('data/desk.db'),
      from: 'default',
    });
    expect(settingOf({ MINUTEBOOK_DESK: ' /srv/desk.db ' }, 'MINUTEBOOK_DESK')).toMatchObject({
      value: '/srv/desk.db',
      from: 'environment',
    });
    expect(settingOf({ SLACK_BOT_TOKEN: ' ' }, 'SLACK_BOT_TOKEN')).toMatchObject({ value: '', from: 'not set' });
  });

  it('names variables that look like its own and are none, without their values', () => {
    expect(settingOf({ MINUTEBOOK_INDX: 'xoxb-1' }, 'MINUTEBOOK_INDX')).toEqual({
      name: 'MINUTEBOOK_INDX',
      value: '',
      from: 'not known',
    });
  });
});
