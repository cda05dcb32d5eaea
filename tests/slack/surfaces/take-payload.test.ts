import { describe, expect, it } from 'vitest';
import { takePayload } from '../../../src/slack/surfaces/incoming/take-payload.ts';

const THREAD = { team: 'T1', channel: 'C1', thread: '1.1' };

function take(
  event: object,
  {
    known,
    isHandOff = false,
    envelope = {},
  }: { known?: { askers: string[]; isSilent: boolean }; isHandOff?: boolean; envelope?: object } = {},
) {
  const noted: unknown[] = [];
  const threads = {
    find: () => known,
    listen: (place: unknown, user: string) => void noted.push(['listens', place, user]),
    fallSilent: (place: unknown) => void noted.push(['silent', place]),
  };
  const stops = { keep: () => '', find: () => undefined };
  const body = { team_id: 'T1', event_id: 'Ev1', type: 'event_callback', event, ...envelope };
  const incoming = takePayload(body, { botUser: 'U0BOT', threads, stops, isHandOff: () => isHandOff });
  return { incoming, noted };
}

const said = { type: 'message', user: 'U1', channel: 'C1', channel_type: 'channel', ts: '2.1', text: 'who was there?' };

describe('takePayload() of events', () => {
  it('makes one job of a mention, whichever of its two events comes first', () => {
    const text = '<@U0BOT> who was there?';
    const mention = take({ ...said, type: 'app_mention', channel_type: undefined, text, team: 'T1' });
    const message = take({ ...said, text, team: 'T1' });
    expect(message.incoming).toEqual(mention.incoming);
    expect(mention.incoming).toEqual({
      kind: 'job',
      key: 'message:T1:C1:2.1',
      job: {
        kind: 'question',
        surface: 'mention',
        place: { team: 'T1', channel: 'C1', thread: '2.1' },
        user: 'U1',
        ts: '2.1',
        text: 'who was there?',
        userTeam: 'T1',
      },
    });
    expect(mention.noted).toEqual([['listens', { team: 'T1', channel: 'C1', thread: '2.1' }, 'U1']]);
  });

  it('takes the workspace of a stranger over that of the host, and Slack’s word that others read along', () => {
    const fields = { team: 'T1', user_team: 'T9', text: '<@U0BOT> hello' };
    const { incoming } = take({ ...said, ...fields }, { envelope: { is_ext_shared_channel: true } });
    expect(incoming).toMatchObject({ job: { userTeam: 'T9', isExternal: true } });
  });

  it('follows a thread it knows, and falls silent when people talk', () => {
    const known = { askers: ['U1'], isSilent: false };
    const event = { ...said, thread_ts: '1.1' };
    expect(take(event, { known }).incoming).toMatchObject({ job: { surface: 'thread', place: THREAD } });
    expect(take({ ...event, text: '<@U2> were you there?' }, { known })).toEqual({
      incoming: undefined,
      noted: [['silent', THREAD]],
    });
    expect(take(event, { known: { askers: ['U1'], isSilent: true } }).incoming).toBeUndefined();
    expect(take(event).incoming).toBeUndefined();
    expect(take(said, { known }).incoming).toBeUndefined();
  });

  it('takes every direct message as a question, its own thread or the one it is in', () => {
    const direct = { ...said, channel: 'D1', channel_type: 'im' };
    expect(take(direct).incoming).toMatchObject({ job: { surface: 'direct', place: { thread: '2.1' } } });
    expect(take({ ...direct, thread_ts: '1.1' }).incoming).toMatchObject({ job: { place: { thread: '1.1' } } });
  });

  it.each([
    ['another bot', { bot_id: 'B2', text: '<@U0BOT> hello' }],
    ['itself', { user: 'U0BOT', text: '<@U0BOT> hello' }],
    ['Slackbot', { user: 'USLACKBOT', text: '<@U0BOT> hello' }],
    ['nobody', { user: undefined, text: '<@U0BOT> hello' }],
    ['news of a channel', { subtype: 'channel_topic', text: '<@U0BOT> hello' }],
    ['a program', { subtype: 'bot_message', text: '<@U0BOT> hello' }],
  ])('keeps out of what is said by %s', (_, fields) => {
    expect(take({ ...said, ...fields })).toEqual({ incoming: undefined, noted: [] });
  });

  it('takes an edit for one only if the words have changed', () => {
    const change = (text: string) => ({
      type: 'message',
      subtype: 'message_changed',
      channel: 'C1',
      ts: '3.1',
      message: { ts: '2.1', user: 'U1', text },
      previous_message: { ts: '2.1', text: '<@U0BOT> before' },
    });
    expect(take(change('<@U0BOT> after &amp; on')).incoming).toEqual({
      kind: 'edited',
      key: 'message:T1:C1:2.1',
      text: 'after & on',
    });
    expect(take(change('<@U0BOT> before')).incoming).toBeUndefined();
  });

  it('takes a deletion, a stop, an opened home and an opened conversation', () => {
    const deleted = { type: 'message', subtype: 'message_deleted', channel: 'C1', ts: '3.1', deleted_ts: '2.1' };
    expect(take(deleted).incoming).toEqual({ kind: 'deleted', key: 'message:T1:C1:2.1' });
    const stopped = { type: 'agent_session_stopped', user: 'U1', channel: 'C1', thread_ts: '1.1', event_ts: '1' };
    expect(take(stopped).incoming).toEqual({ kind: 'stopped', place: THREAD, user: 'U1' });
    const opened = { type: 'app_home_opened', user: 'U1', channel: 'D1', event_ts: '1' };
    expect(take({ ...opened, tab: 'home' }).incoming).toMatchObject({ job: { kind: 'home', user: 'U1' } });
    expect(take({ ...opened, tab: 'messages' }).incoming).toMatchObject({ job: { kind: 'prompts', channel: 'D1' } });
  });

  it('takes what is said under a hand-off for the clerk’s reply', () => {
    const { incoming, noted } = take(
      { ...said, thread_ts: '1.1', text: 'Yes &amp; it is <https://a.example|here>' },
      { isHandOff: true },
    );
    expect(incoming).toMatchObject({ job: { kind: 'clerk-reply', place: THREAD, text: 'Yes & it is here' } });
    expect(noted).toEqual([]);
  });

  it.each([
    null,
    1,
    'text',
    [],
    {},
    { event: null },
    { event: { type: 'message' } },
    { event: { type: 'x' }, team_id: 'T1' },
  ])('passes over what is not of Slack’s shape: %j', (body) => {
    const threads = { find: () => undefined, listen: () => undefined, fallSilent: () => undefined };
    const stops = { keep: () => '', find: () => undefined };
    expect(takePayload(body, { botUser: 'U0BOT', threads, stops, isHandOff: () => false })).toBeUndefined();
  });
});
