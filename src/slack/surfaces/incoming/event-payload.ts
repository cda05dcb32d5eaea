import { z } from 'zod';

/** Slack's ids are short and plain; whatever else stands where one belongs is no payload of Slack's. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** A message's time, by which it is known in its channel. */
export const ts = z.string().regex(/^\d{1,16}(?:\.\d{1,16})?$/);
/** Slack itself cuts messages at 40,000 characters. */
const text = z
  .string()
  .nullish()
  .transform((value) => (value ?? '').slice(0, 40_000));
const optionalId = id.nullish().catch(null);

const message = z.object({
  type: z.enum(['app_mention', 'message']),
  subtype: z.string().nullish(),
  channel: id,
  channel_type: z.string().nullish(),
  user: optionalId,
  bot_id: z.string().nullish(),
  text,
  ts,
  thread_ts: ts.nullish(),
  team: optionalId,
  user_team: optionalId,
  source_team: optionalId,
  deleted_ts: ts.nullish(),
  message: z.object({ ts, text, user: optionalId, bot_id: z.string().nullish() }).nullish(),
  previous_message: z.object({ ts, text }).nullish(),
});
const homeOpened = z.object({
  type: z.literal('app_home_opened'),
  user: id,
  channel: id,
  tab: z.string(),
});
const sessionStopped = z.object({ type: z.literal('agent_session_stopped'), user: id, channel: id, thread_ts: ts });

const event = z.discriminatedUnion('type', [message, homeOpened, sessionStopped]);

const eventPayload = z.object({
  team_id: optionalId,
  event_id: z.string().max(100),
  is_ext_shared_channel: z.boolean().nullish(),
  authorizations: z.array(z.object({ team_id: optionalId })).nullish(),
  event,
});

export type MessageEvent = z.infer<typeof message>;
export type EventPayload = z.infer<typeof eventPayload>;

/** The payload of an `events_api` delivery, if it is of a kind that the surfaces answer; else undefined. */
export function readEventPayload(body: unknown): EventPayload | undefined {
  const checked = eventPayload.safeParse(body);
  return checked.success ? checked.data : undefined;
}
