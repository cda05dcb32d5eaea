import { z } from 'zod';
import { id, ts } from './event-payload.ts';

/** An address of Slack's to answer at; a fake or a proxy may have plain HTTP. */
const responseUrl = z.url({ protocol: /^https?$/ }).max(2000);
const trigger = z.string().min(1).max(200);
const person = z.object({ id, team_id: id.nullish() });
const team = z.object({ id }).nullish();
const channel = z.object({ id });

const command = z.object({
  command: z.string().max(100),
  text: z
    .string()
    .nullish()
    .transform((text) => (text ?? '').slice(0, 40_000)),
  team_id: id,
  channel_id: id,
  user_id: id,
  response_url: responseUrl,
  trigger_id: trigger,
});

const shortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.string().max(255),
  trigger_id: trigger,
  response_url: responseUrl,
  user: person,
  team,
  channel,
  message: z.object({ text: z.string().nullish(), thread_ts: ts.nullish().catch(null) }),
});

const press = z.object({
  type: z.literal('block_actions'),
  user: person,
  team,
  channel: channel.nullish(),
  container: z
    .object({ message_ts: ts.nullish(), thread_ts: ts.nullish(), is_ephemeral: z.boolean().nullish() })
    .nullish(),
  message: z.object({ thread_ts: ts.nullish() }).nullish(),
  view: z
    .object({ id: z.string().max(100), hash: z.string().max(200).nullish(), private_metadata: z.string().max(3000) })
    .nullish(),
  trigger_id: trigger.nullish(),
  response_url: responseUrl.nullish().catch(null),
  actions: z
    .array(
      z.object({
        action_id: z.string().max(255),
        action_ts: z.string().max(64).nullish(),
        value: z.string().max(2000).nullish(),
        selected_option: z
          .object({ value: z.string().max(2000) })
          .nullish()
          .catch(null),
      }),
    )
    .min(1),
});

export type CommandPayload = z.infer<typeof command>;
export type ShortcutPayload = z.infer<typeof shortcut>;
export type PressPayload = z.infer<typeof press>;

/** A slash command's payload, or undefined for anything else. */
export function readCommandPayload(body: unknown): CommandPayload | undefined {
  return command.safeParse(body).data;
}

/** A message shortcut's payload, or undefined for anything else. */
export function readShortcutPayload(body: unknown): ShortcutPayload | undefined {
  return shortcut.safeParse(body).data;
}

/** The payload of a button pressed in a message or a modal, or undefined for anything else. */
export function readPressPayload(body: unknown): PressPayload | undefined {
  return press.safeParse(body).data;
}
