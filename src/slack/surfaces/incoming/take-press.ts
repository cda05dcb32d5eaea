import { z } from 'zod';
import { type ActionName, actionName } from '../../blocks/parts/action-names.ts';
import type { StopMemory } from '../memory/stop-memory.ts';
import { STOP_ACTION } from '../reply/status-message.ts';
import type { Incoming } from './incoming.ts';
import { type PressPayload, readPressPayload } from './interaction-payload.ts';
import { payloadKey } from './payload-key.ts';

/** Presses that open or turn a modal at once, within the life of their trigger; nothing is owed for them later. */
const AT_ONCE: ActionName[] = ['source', 'earlier', 'later'];

const pressPlace = z.object({
  response_url: z.string().exactOptional(),
  messageTs: z.string().exactOptional(),
  thread: z.string().exactOptional(),
  userTeam: z.string().exactOptional(),
});

/** Where a press was made and by whom, as far as its job needs it. */
export type PressPlace = z.infer<typeof pressPlace>;

/** What was recorded of a press, from its job. */
export function parsePressPlace(body: unknown): PressPlace {
  return pressPlace.safeParse(body).data ?? {};
}

/** Who pressed which button, where. */
export type Press = {
  action: string;
  value: string;
  team: string;
  user: string;
  channel?: string;
  place: PressPlace;
};

/** A press as read, or undefined for what is no press of Slack's. */
export function readPress(body: unknown): Press | undefined {
  const payload = readPressPayload(body);
  const [pressed] = payload?.actions ?? [];
  const team = payload?.team?.id ?? payload?.user.team_id;
  if (!payload || !pressed || !team) return undefined;
  const { user, channel } = payload;
  const known = {
    action: pressed.action_id,
    value: pressed.value ?? pressed.selected_option?.value ?? '',
    team,
    user: user.id,
    place: placeOf(payload),
  };
  return { ...known, ...(channel ? { channel: channel.id } : {}) };
}

function placeOf({ container, message, response_url, user }: PressPayload): PressPlace {
  const messageTs = container?.message_ts;
  const thread = container?.thread_ts ?? message?.thread_ts;
  return {
    ...(response_url ? { response_url } : {}),
    ...(messageTs ? { messageTs } : {}),
    ...(thread ? { thread } : {}),
    ...(user.team_id ? { userTeam: user.team_id } : {}),
  };
}

/** What a pressed button comes to: a job, a stop, or nothing that is owed. */
export function takePress(body: unknown, { stops }: { stops: StopMemory }): Incoming | undefined {
  const press = readPress(body);
  if (!press) return undefined;
  const { action, value, team, user, channel, place } = press;
  if (action === STOP_ACTION) {
    const stop = stops.find(value, team);
    return stop?.user === user ? { kind: 'stopped', place: stop.place, user } : undefined;
  }
  const name = actionName(action);
  if (!name || AT_ONCE.includes(name)) return undefined;
  const key = `press:${team}:${user}:${payloadKey(body)}`;
  const job = {
    kind: 'action',
    action: name,
    value,
    team,
    user,
    body: place,
    ...(channel ? { channel } : {}),
  } as const;
  return { kind: 'job', key, job };
}
