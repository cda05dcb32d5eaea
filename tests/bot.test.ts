import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeSlack, openFakeSlack } from './support/fake-slack/open-fake-slack.ts';

const BOT = ['--import', 'tsx', 'src/bot.ts'];

describe('npm start', () => {
  let folder: string;
  let slack: FakeSlack | undefined;
  const running: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-start-'));
  });

  afterEach(async () => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    await slack?.close();
    slack = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (env: Record<string, string>, args: string[] = []) => {
    const own = { MINUTEBOOK_INDEX: join(folder, 'index'), MINUTEBOOK_DESK: join(folder, 'desk.db') };
    const child = spawn(process.execPath, [...BOT, ...args], {
      env: { PATH: process.env.PATH ?? '', ...own, MINUTEBOOK_ACCESS: join(folder, 'access.json'), ...env },
    });
    running.push(child);
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      err += text;
    });
    const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, out, err }));
    return { child, ended, out: () => out };
  };
  const tokens = (fake: FakeSlack) => ({
    SLACK_API_URL: fake.apiUrl,
    SLACK_BOT_TOKEN: fake.botToken,
    SLACK_APP_TOKEN: fake.appToken,
    MINUTEBOOK_HEALTH_PORT: '0',
  });

  it('says in a sentence each which tokens are missing or wrong, and ends with 78', async () => {
    const [none, wrong] = await Promise.all([
      start({}).ended,
      start({ SLACK_BOT_TOKEN: 'xapp-1-secret', SLACK_APP_TOKEN: 'xoxb-secret' }).ended,
    ]);
    expect(none).toEqual({
      status: 78,
      out: '',
      err: 'Cannot start the bot: SLACK_BOT_TOKEN is not set\nCannot start the bot: SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is not set\n',
    });
    expect(wrong).toEqual({
      status: 78,
      out: '',
      err: 'Cannot start the bot: SLACK_BOT_TOKEN does not begin with xoxb-\nCannot start the bot: SLACK_APP_TOKEN does not begin with xapp-\n',
    });
  });

  it('ends with 78 and a sentence for each token that Slack does not know', async () => {
    slack = await openFakeSlack();
    const [both, app] = await Promise.all([
      start({ ...tokens(slack), SLACK_BOT_TOKEN: 'xoxb-another', SLACK_APP_TOKEN: 'xapp-another' }).ended,
      start({ ...tokens(slack), SLACK_APP_TOKEN: 'xapp-another', MINUTEBOOK_DESK: join(folder, 'other.db') }).ended,
    ]);
    expect(both).toMatchObject({
      status: 78,
      err: 'Cannot use SLACK_BOT_TOKEN: Slack does not know it (invalid_auth)\nCannot use SLACK_APP_TOKEN: Slack does not know it (invalid_auth)\n',
    });
    expect(app).toMatchObject({
      status: 78,
      err: 'Cannot use SLACK_APP_TOKEN: Slack does not know it (invalid_auth)\n',
    });
  });

  it('checks everything it needs, says what is missing and ends with 78', async () => {
    slack = await openFakeSlack({ scopes: ['chat:write', 'commands'] });
    const { status, out } = await start(tokens(slack), ['--check']).ended;
    expect(status).toBe(78);
    expect(out.split('\n').map((line) => /^\S+ +[a-z ]+:/.exec(line)?.[0])).toEqual([
      'ok       bot token:',
      'MISSING  scopes:',
      'ok       connection:',
      'ok       clerk channel:',
      'MISSING  index:',
      'ok       model:',
      'ok       language model:',
      'ok       desk:',
      'ok       access file:',
      undefined,
    ]);
    expect(out).toContain('app_mentions:read, assistant:write, channels:history');
  });

  it('answers in one sentence while there is no index, tells no question in its log, and ends with 0 on SIGTERM', async () => {
    slack = await openFakeSlack();
    slack.addUser('U1ANN', { name: 'Ann Parsley' });
    const { child, ended, out } = start({ ...tokens(slack), SLACK_API_URL: slack.apiUrl.replace(/\/api\/$/, '') });
    const said = slack.directMessage('U1ANN', 'what of the unmistakable footbridge?');
    await slack.eventually(() => slack?.replies('D1ANN', said.ts).some(({ text }) => /reference/.test(text)));
    child.kill('SIGTERM');
    expect((await ended).status).toBe(0);
    expect(out()).not.toContain('footbridge');
    for (const line of out().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
  });

  it('answers once what was open when it was killed', async () => {
    slack = await openFakeSlack();
    slack.addUser('U1ANN', { name: 'Ann Parsley' });
    const hang = slack.faults.add({ kind: 'hang', done: true, method: 'chat.postMessage' });
    const first = start(tokens(slack));
    const said = slack.directMessage('U1ANN', 'help');
    await slack.eventually(() => hang.hits === 1);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start(tokens(slack));
    await slack.eventually(() => second.out().includes('Job done'));
    expect(slack.replies('D1ANN', said.ts)).toHaveLength(1);
    second.child.kill('SIGTERM');
    expect((await second.ended).status).toBe(0);
  });
});
