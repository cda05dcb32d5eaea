import type { Surface, ThreadPlace } from '../../job.ts';
import { type EventPayload, type MessageEvent, readEventPayload } from './event-payload.ts';
import { type Incoming, messageKey } from './incoming.ts';
import { judgeSpeech } from './judge-speech.ts';
import { mentionsBot, readTypedText } from './read-typed-text.ts';

/** What is remembered of threads that the bot is in, for as long as dialogues are kept. */
export type KnownThreads = {
  find(place: ThreadPlace): { askers: string[]; isSilent: boolean } | undefined;
  /** The bot is asked here by this user: it listens from now on. */
  listen(place: ThreadPlace, user: string): void;
  /** People talk among themselves here: silent until mentioned again. */
  fallSilent(place: ThreadPlace): void;
};

export type TakeEventOptions = {
  botUser: string;
  threads: KnownThreads;
  /** True for the thread under a question handed to the clerk. */
  isHandOff(place: ThreadPlace): boolean;
};

/** Messages of these kinds are said by a member; every other subtype is news about messages or from programs. */
const SPOKEN = [undefined, null, 'file_share', 'thread_broadcast'];

/**
 * What an event comes to; undefined for all that the bot keeps out of: other bots, itself, talk among people, events
 * of other kinds or not of Slack's shape. Remembers at once who is spoken to in a thread, so that the order holds.
 */
export function takeEvent(body: unknown, options: TakeEventOptions): Incoming | undefined {
  const payload = readEventPayload(body);
  const team = payload && (payload.authorizations?.[0]?.team_id ?? payload.team_id);
  if (!payload || !team) return undefined;
  const { event, event_id } = payload;
  switch (event.type) {
    case 'app_home_opened': {
      const { user, channel, tab } = event;
      const key = `event:${team}:${event_id}`;
      if (tab === 'home') return { kind: 'job', key, job: { kind: 'home', team, user } };
      return { kind: 'job', key, job: { kind: 'prompts', team, user, channel } };
    }
    case 'agent_session_stopped':
      return { kind: 'stopped', place: { team, channel: event.channel, thread: event.thread_ts }, user: event.user };
    default:
      return takeMessage(event, { ...options, team, payload });
  }
}

type MessageOptions = TakeEventOptions & { team: string; payload: EventPayload };

function takeMessage(event: MessageEvent, options: MessageOptions): Incoming | undefined {
  const { team, botUser } = options;
  if (event.subtype === 'message_changed') return takeEdit(event, options);
  if (event.subtype === 'message_deleted') {
    const ts = event.deleted_ts ?? event.previous_message?.ts;
    return ts ? { kind: 'deleted', key: messageKey({ team, channel: event.channel, ts }) } : undefined;
  }
  const user = event.user;
  if (!SPOKEN.includes(event.subtype) || event.bot_id || !user || user === botUser || user === 'USLACKBOT')
    return undefined;
  const place = { team, channel: event.channel, thread: event.thread_ts ?? event.ts };
  if (event.thread_ts && options.isHandOff(place) && !mentionsBot(event.text, botUser)) {
    const job = { kind: 'clerk-reply', place, user, ts: event.ts, text: readTypedText(event.text, botUser) } as const;
    return { kind: 'job', key: messageKey({ ...place, ts: event.ts }), job };
  }
  const surface = surfaceOf(event, { ...options, place, user });
  if (!surface) return undefined;
  options.threads.listen(place, user);
  return question(event, { ...options, place, user, surface });
}

type Placed = MessageOptions & { place: ThreadPlace; user: string };

/** By which way a message asks the bot; undefined where it does not. Notes when people start to talk among themselves. */
function surfaceOf(event: MessageEvent, { botUser, threads, place, user }: Placed): Surface | undefined {
  if (event.channel_type === 'im' || (!event.channel_type && event.channel.startsWith('D'))) return 'direct';
  if (event.type === 'app_mention' || mentionsBot(event.text, botUser)) return 'mention';
  const thread = event.thread_ts ? threads.find(place) : undefined;
  if (!thread || thread.isSilent) return undefined;
  const addressee = judgeSpeech(event.text, { botUser, hasAsked: thread.askers.includes(user) });
  if (addressee === 'people') threads.fallSilent(place);
  return addressee === 'bot' ? 'thread' : undefined;
}

function question(
  event: MessageEvent,
  { botUser, payload, place, user, surface }: Placed & { surface: Surface },
): Incoming {
  const userTeam = event.user_team ?? event.source_team ?? event.team;
  return {
    kind: 'job',
    key: messageKey({ ...place, ts: event.ts }),
    job: {
      kind: 'question',
      surface,
      place,
      user,
      ts: event.ts,
      text: readTypedText(event.text, botUser),
      ...(payload.is_ext_shared_channel ? { isExternal: true } : {}),
      ...(userTeam ? { userTeam } : {}),
    },
  };
}

/** Slack tells of an unfurl or a reply as of a change; only other words are an edit. */
function takeEdit(event: MessageEvent, { team, botUser }: MessageOptions): Incoming | undefined {
  const { message, previous_message: before } = event;
  if (!message || message.bot_id || message.text === before?.text) return undefined;
  const key = messageKey({ team, channel: event.channel, ts: message.ts });
  return { kind: 'edited', key, text: readTypedText(message.text, botUser) };
}
