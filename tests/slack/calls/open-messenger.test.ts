import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../../src/desk/open-desk.ts';
import type { Desk } from '../../../src/desk.ts';
import { plainMessage } from '../../../src/slack/blocks/notices/plain-messages.ts';
import { openClient } from '../../../src/slack/calls/open-client.ts';
import { openMessenger } from '../../../src/slack/calls/open-messenger.ts';
import { openPatientFetch } from '../../../src/slack/calls/patient-fetch.ts';
import type { Messenger } from '../../../src/slack/messenger.ts';
import { type FakeSlack, openFakeSlack } from '../../support/fake-slack/open-fake-slack.ts';
import { keepLog } from '../../support/quiet-log.ts';

describe('openMessenger()', () => {
  let folder: string;
  let slack: FakeSlack;
  let desk: Desk;
  let messenger: Messenger;
  let revoked: string[];
  const stopped = new AbortController();
  const to = { team: 'T0COUNCIL', channel: 'C1ENV' };
  const texts = () => slack.replies('C1ENV').map(({ text }) => text);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-messenger-'));
    slack = await openFakeSlack();
    slack.addUser('U1ANN');
    slack.addChannel('C1ENV', { members: ['U1ANN'] });
    desk = openDesk(join(folder, 'desk.db'));
    revoked = [];
    messenger = openWaiting(120_000);
  });

  /** One that takes a call for lost after so many milliseconds. */
  const openWaiting = (timeoutMs: number) => {
    const log = keepLog();
    const fetch = openPatientFetch({ log, timeoutMs, stopped: stopped.signal });
    const client = openClient(slack.botToken, { apiUrl: slack.apiUrl, fetch, log });
    const { apiUrl, botUser } = slack;
    const onRevoked = (error: string) => void revoked.push(error);
    return openMessenger({ client, posts: desk.posts, botUser, log, apiUrl, onRevoked });
  };

  afterEach(async () => {
    desk.close();
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('posts once under one key, whoever asks again', async () => {
    const first = await messenger.post(plainMessage('said'), { to, key: 'k' });
    expect(await messenger.post(plainMessage('said'), { to, key: 'k' })).toEqual(first);
    expect(texts()).toEqual(['said']);
  });

  it.each(['hang', 'reset', 'garbage'] as const)(
    'finds what Slack posted though its answer was lost: %s',
    async (kind) => {
      slack.faults.add({ kind, done: true, method: 'chat.postMessage' });
      const hasty = openWaiting(2_000);
      const { ts } = await (kind === 'hang' ? hasty : messenger).post(plainMessage('said'), { to, key: 'k' });
      expect(slack.replies('C1ENV').map((one) => one.ts)).toEqual([ts]);
    },
  );

  it('takes a message with the same words under another key as another', async () => {
    await messenger.post(plainMessage('the same words'), { to, key: 'k1' });
    slack.faults.add({ kind: 'reset', method: 'chat.postMessage' });
    await messenger.post(plainMessage('the same words'), { to, key: 'k2' });
    expect(texts()).toEqual(['the same words', 'the same words']);
  });

  it('finds after a restart what was posted before it', async () => {
    const { mark } = desk.posts.begin('k', to);
    const metadata = { event_type: 'minutebook_post', event_payload: { mark } };
    const client = openClient(slack.botToken, { apiUrl: slack.apiUrl, fetch, log: keepLog() });
    const { ts } = await client.chat.postMessage({ channel: 'C1ENV', text: 'said', metadata });
    expect(await messenger.post(plainMessage('said'), { to, key: 'k' })).toEqual({ ts, channel: 'C1ENV' });
    expect(texts()).toEqual(['said']);
  });

  it('does not post again where it cannot look', async () => {
    slack.faults.add({ kind: 'reset', done: true, method: 'chat.postMessage' });
    const blind = slack.faults.add({
      kind: 'error',
      error: 'missing_scope',
      method: 'conversations.history',
      times: 9,
    });
    await expect(messenger.post(plainMessage('said'), { to, key: 'k' })).rejects.toMatchObject({ code: 'forbidden' });
    blind.remove();
    await messenger.post(plainMessage('said'), { to, key: 'k' });
    expect(texts()).toEqual(['said']);
  });

  it.each([
    ['is_archived', 'forbidden'],
    ['not_in_channel', 'forbidden'],
    ['thread_not_found', 'not-found'],
    ['no_text', 'internal'],
  ])('says what Slack says: %s', async (error, code) => {
    slack.faults.add({ kind: 'error', error, method: 'chat.postMessage' });
    await expect(messenger.post(plainMessage('said'), { to, key: 'k' })).rejects.toMatchObject({ code });
    expect(revoked).toEqual([]);
  });

  it('tells that the token is dead', async () => {
    slack.revokeToken();
    await expect(messenger.post(plainMessage('said'), { to, key: 'k' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(revoked).toEqual(['token_revoked']);
  });

  it('shows the text alone where Slack does not take the blocks, in a post and in a change', async () => {
    slack.faults.add({ kind: 'error', error: 'invalid_blocks', method: 'chat.postMessage' });
    const { ts } = await messenger.post(plainMessage('said'), { to, key: 'k' });
    slack.faults.add({ kind: 'error', error: 'msg_blocks_too_long', method: 'chat.update' });
    await messenger.update(plainMessage('changed'), { to, ts });
    expect(slack.replies('C1ENV').map(({ text, blocks }) => [text, blocks ?? []])).toEqual([['changed', []]]);
  });

  it('cuts the text of a change to what Slack takes', async () => {
    const { ts } = await messenger.post(plainMessage('short'), { to, key: 'k' });
    await messenger.update({ text: 'x'.repeat(9_000), blocks: [] }, { to, ts });
    expect(texts()[0]?.length).toBeLessThanOrEqual(4_000);
  });

  it('never throws over a status', async () => {
    slack.faults.add({ kind: 'error', error: 'internal_error', method: 'assistant.threads.setStatus', times: 9 });
    await messenger.setStatus('Reading …', { to: { ...to, thread: '1.1' } });
  });

  it('answers at no address but Slack’s', async () => {
    const said = messenger.respond(plainMessage('said'), { url: 'https://hooks.slack.com.example.org/x' });
    await expect(said).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('lets other methods go on while one has to wait', async () => {
    slack.faults.add({ kind: 'rate-limited', retryAfterSeconds: 1, method: 'chat.postMessage' });
    const posted = messenger.post(plainMessage('said'), { to, key: 'k' });
    await messenger.setStatus('Reading …', { to: { ...to, thread: '1.1' } });
    await posted;
    const calls = slack.calls().filter(({ method }) => /setStatus|postMessage/.test(method));
    expect(calls.map(({ method }) => method).sort()).toEqual([
      'assistant.threads.setStatus',
      'chat.postMessage',
      'chat.postMessage',
    ]);
    expect(calls.at(-1)?.method).toBe('chat.postMessage');
    expect((calls.at(-1)?.at ?? 0) - (calls[0]?.at ?? 0)).toBeGreaterThan(900);
    expect(texts()).toEqual(['said']);
  });
});
