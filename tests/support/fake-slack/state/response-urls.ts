import { randomUUID } from 'node:crypto';
import { checkBlocks, type Json } from '../blocks/check-blocks.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { BOT_ID, BOT_USER, type FakeMessage, findMessage, type Workspace } from './workspace.ts';

/** What a response_url was given for: the member, the channel, and the message pressed. */
export type ResponseTarget = {
  user: string;
  channel: string;
  message?: { ts: string; ephemeral: boolean };
};

export type ResponseUrls = ReturnType<typeof openResponseUrls>;

const MAX_USES = 5;
const GOOD_FOR_MS = 30 * 60_000;

/** The response_urls of commands and actions: five uses within half an hour unless they are over before. */
export function openResponseUrls(workspace: Workspace) {
  const given = new Map<string, ResponseTarget & { at: number; uses: number }>();
  return {
    give(target: ResponseTarget): string {
      const id = randomUUID();
      given.set(id, { ...target, at: Date.now(), uses: 0 });
      return id;
    },
    /** All of them are over at once. */
    expire(): void {
      for (const one of given.values()) one.at = 0;
    },
    use(id: string, body: Json): void {
      const target = given.get(id);
      if (!target || Date.now() - target.at > GOOD_FOR_MS) throw new SlackError('expired_url');
      if (target.uses >= MAX_USES) throw new SlackError('used_url');
      target.uses += 1;
      respond(body, { target, workspace });
    },
  };
}

/** Carries out what a response says: also that of a command's acknowledgement. Throws `SlackError`. */
export function respond(body: Json, { target, workspace }: { target: ResponseTarget; workspace: Workspace }): void {
  const channel = workspace.channel(target.channel);
  const pressed = target.message;
  if (body.delete_original === true || body.delete_original === 'true') {
    remove(target, workspace);
    return;
  }
  if (body.text === undefined && body.blocks === undefined) throw new SlackError('no_text');
  const blocks = body.blocks === undefined ? {} : { blocks: checkBlocks(body.blocks, 'message') };
  const content = { text: String(body.text ?? ''), ...blocks };
  const replaces = body.replace_original === true || body.replace_original === 'true';
  if (pressed && replaces) {
    const place = pressed.ephemeral ? workspace.ephemerals : channel.messages;
    const original = place.find(({ ts }) => ts === pressed.ts);
    if (!original) throw new SlackError('message_not_found');
    Object.assign(original, { blocks: undefined, ...content, edited: true, arguments: body });
    workspace.changed();
    return;
  }
  // Only what names a thread is said in it, and only where all may see it (handling-user-interaction#publishing_in_thread).
  const thread = body.response_type === 'in_channel' ? body.thread_ts : undefined;
  const message: Omit<FakeMessage, 'postedAt'> = {
    ts: workspace.makeTs(),
    user: BOT_USER,
    botId: BOT_ID,
    ...content,
    ...(typeof thread === 'string' ? { threadTs: thread } : {}),
    arguments: body,
  };
  if (body.response_type === 'in_channel') workspace.say(message, channel);
  else workspace.whisper({ ...message, seenBy: target.user }, target.channel);
}

function remove({ message, channel }: ResponseTarget, workspace: Workspace): void {
  if (!message) throw new SlackError('message_not_found');
  const { messages } = workspace.channel(channel);
  const place = message.ephemeral ? workspace.ephemerals : messages;
  const index = place.findIndex(({ ts }) => ts === message.ts);
  if (index < 0 || (!message.ephemeral && !findMessage(workspace.channel(channel), message.ts))) {
    throw new SlackError('message_not_found');
  }
  place.splice(index, 1);
  workspace.changed();
}
