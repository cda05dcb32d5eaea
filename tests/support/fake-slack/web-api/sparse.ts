import type { Json } from '../blocks/check-blocks.ts';

/** Fields of an event's payload that Slack promises, and of its message; the rest comes along as a rule. */
const CALLBACK = ['type', 'team_id', 'api_app_id', 'event', 'event_id', 'event_time'];
const MESSAGE = ['type', 'subtype', 'channel', 'channel_type', 'user', 'text', 'ts', 'thread_ts', 'event_ts', 'bot_id'];
const OTHER_EVENT = [...MESSAGE, 'tab', 'view', 'message', 'previous_message', 'deleted_ts', 'subteam_id', 'tokens'];
const COMMAND = ['command', 'text', 'team_id', 'channel_id', 'user_id', 'response_url', 'trigger_id'];
const INTERACTION = ['type', 'callback_id', 'trigger_id', 'container', 'channel', 'message', 'actions', 'response_url'];
const ACTION = ['type', 'action_id', 'block_id', 'value', 'selected_option'];

const ANSWERS: Record<string, string[]> = {
  'auth.test': ['ok', 'error', 'team', 'user', 'team_id', 'user_id'],
  'chat.postMessage': ['ok', 'error', 'channel', 'ts'],
  'chat.update': ['ok', 'error', 'channel', 'ts'],
};

/** A payload with nothing in it that a listener may not count on; a press of an app of an organisation names no team. */
export function sparsePayload(payload: Json): Json {
  if (isObject(payload.event)) {
    const { event } = payload;
    const wanted = event.type === 'app_mention' ? MESSAGE.filter((name) => name !== 'channel_type') : OTHER_EVENT;
    return { ...pick(payload, CALLBACK), event: pick(event, wanted) };
  }
  if (typeof payload.command === 'string') return pick(payload, COMMAND);
  const user = pick(payload.user as Json, ['id']);
  const actions = Array.isArray(payload.actions) ? { actions: payload.actions.map((one) => pick(one, ACTION)) } : {};
  return { ...pick(payload, [...INTERACTION, 'view']), user, team: null, ...actions };
}

/** An answer of the Web API, the same way. */
export function sparseAnswer(method: string, body: Json): Json {
  const picked = ANSWERS[method] ? pick(body, ANSWERS[method]) : body;
  if (method === 'users.info' && isObject(body.user)) {
    return { ...picked, user: pick(body.user, ['id', 'team_id', 'name', 'deleted', 'is_bot', 'is_restricted']) };
  }
  if (method === 'conversations.info' && isObject(body.channel)) {
    return { ...picked, channel: pick(body.channel, ['id', 'name', 'is_im', 'is_private', 'is_archived']) };
  }
  return picked;
}

function pick(from: Json, names: string[]): Json {
  return Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
