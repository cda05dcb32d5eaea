import type { WebClient } from '@slack/web-api';
import type { Log } from '../../log.ts';
import { readRefusal } from './slack-refusal.ts';

/** Ids of channels begin with C, D or G. */
const IS_MEMBER = /^[UW]/;

/**
 * Makes the function that gives the channel to post in: for a member's id that of the direct message with them, which
 * is opened first, for messages can be looked for in no other. Where Slack opens none the id itself must do.
 */
export function openDirectChannels(client: WebClient, log: Log): (channel: string) => Promise<string> {
  const known = new Map<string, string>();
  return async (channel) => {
    if (!IS_MEMBER.test(channel)) return channel;
    const found = known.get(channel) ?? (await open(channel, { client, log }));
    if (found !== undefined) known.set(channel, found);
    return found ?? channel;
  };
}

async function open(user: string, { client, log }: { client: WebClient; log: Log }): Promise<string | undefined> {
  try {
    return (await client.conversations.open({ users: user })).channel?.id;
  } catch (error) {
    log.info('Direct message not opened', { error: readRefusal(error).error });
    return undefined;
  }
}
