import { cutText } from '../../format/cut-text.ts';
import type { Job, LookUpWish, ThreadPlace } from '../../job.ts';
import type { Incoming } from './incoming.ts';
import { type CommandPayload, readCommandPayload, readShortcutPayload } from './interaction-payload.ts';
import { payloadKey } from './payload-key.ts';
import { readTypedText } from './read-typed-text.ts';

/** The message shortcut "Ask the minutes about this", as the manifest names it. */
export const ASK_SHORTCUT = 'ask_about_message';

/** A message that is asked about may be longer than any question. */
const MAX_MESSAGE_CHARS = 1_900;

/** What a command asks for; `help` also where it asks for nothing. */
export type CommandWish =
  | { kind: 'help' | 'my-data' | 'forget-me' | 'unsubscribe' }
  | { kind: 'find'; topic: string }
  | { kind: 'look-up'; wish: LookUpWish; words: string }
  | { kind: 'subscribe' }
  | { kind: 'question'; text: string };

/** The command, as the manifest names it. */
export const COMMAND = '/minutes';

export type TakeCommandOptions = { botUser: string };

/** Reads the words after `/minutes`. */
export function readCommand({ text }: CommandPayload, botUser: string): CommandWish {
  const typed = readTypedText(text, botUser);
  if (/^(?:help|\?)?$/i.test(typed) || /^find$/i.test(typed)) return { kind: 'help' };
  if (/^my data$/i.test(typed)) return { kind: 'my-data' };
  if (/^forget me$/i.test(typed)) return { kind: 'forget-me' };
  if (/^subscribe$/i.test(typed)) return { kind: 'subscribe' };
  if (/^unsubscribe$/i.test(typed)) return { kind: 'unsubscribe' };
  const lookUp = readLookUp(typed);
  if (lookUp) return lookUp;
  const topic = /^find\s+(.+)$/i.exec(typed)?.[1];
  return topic === undefined ? { kind: 'question', text: typed } : { kind: 'find', topic };
}

/** "brief", "brief 12 September", "outstanding", "thread school streets", "measure NI 59"; "brief" alone is the next meeting. */
function readLookUp(typed: string): CommandWish | undefined {
  const [, word = '', words = ''] = /^(brief|outstanding|thread|measure)(?:\s+(.+))?$/i.exec(typed) ?? [];
  const wish = (['brief', 'outstanding', 'thread', 'measure'] as const).find((known) => known === word.toLowerCase());
  if (wish === undefined) return undefined;
  return (wish === 'thread' || wish === 'measure') && words === ''
    ? { kind: 'help' }
    : { kind: 'look-up', wish, words };
}

/** What a slash command comes to; what is said in the acknowledgement owes nothing. */
export function takeCommand(body: unknown, { botUser }: TakeCommandOptions): Incoming | undefined {
  const payload = readCommandPayload(body);
  if (payload?.command !== COMMAND) return undefined;
  const { team_id: team, channel_id: channel, user_id: user, response_url: responseUrl, trigger_id } = payload;
  const wish = readCommand(payload, botUser);
  const key = `command:${team}:${payloadKey(body)}`;
  switch (wish.kind) {
    case 'help':
    case 'my-data':
    case 'forget-me':
    case 'subscribe':
    case 'unsubscribe':
      return undefined;
    case 'look-up': {
      const { wish: looked, words } = wish;
      return { kind: 'job', key, job: { kind: 'look-up', wish: looked, team, channel, user, words, responseUrl } };
    }
    case 'find':
      return { kind: 'job', key, job: { kind: 'find', team, channel, user, topic: wish.topic, responseUrl } };
    case 'question':
      return {
        kind: 'job',
        key,
        job: askPrivately({
          surface: 'command',
          team,
          channel,
          user,
          responseUrl,
          trigger: trigger_id,
          text: wish.text,
        }),
      };
  }
}

/** What a message shortcut comes to: the message is asked about, and answered to whoever chose the shortcut alone. */
export function takeShortcut(body: unknown, { botUser }: TakeCommandOptions): Incoming | undefined {
  const payload = readShortcutPayload(body);
  const team = payload?.team?.id ?? payload?.user.team_id;
  if (!payload || !team || payload.callback_id !== ASK_SHORTCUT) return undefined;
  const text = cutText(readTypedText(payload.message.text ?? '', botUser), MAX_MESSAGE_CHARS);
  const where = { team, channel: payload.channel.id, user: payload.user.id, responseUrl: payload.response_url };
  const inThread = payload.message.thread_ts ?? undefined;
  const asked = { surface: 'shortcut' as const, ...where, trigger: payload.trigger_id, text };
  const job = askPrivately({ ...asked, ...(inThread === undefined ? {} : { inThread }) });
  return { kind: 'job', key: `shortcut:${team}:${payloadKey(body)}`, job };
}

type Asked = {
  surface: 'command' | 'shortcut';
  team: string;
  channel: string;
  user: string;
  responseUrl: string;
  text: string;
  trigger: string;
  inThread?: string;
};

function askPrivately({ team, channel, trigger, ...asked }: Asked): Job {
  const place = privatePlace({ team, channel, trigger });
  return { kind: 'question', ...asked, place, ts: place.thread };
}

/** No message stands in Slack for what is asked in private: the trigger, used but once, is its thread. */
export function privatePlace({
  team,
  channel,
  trigger,
}: {
  team: string;
  channel: string;
  trigger: string;
}): ThreadPlace {
  return { team, channel, thread: trigger };
}
