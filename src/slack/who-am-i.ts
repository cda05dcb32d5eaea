import type { WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { badBotToken } from './calls/bad-token.ts';
import { pause } from './calls/patient-fetch.ts';
import { readRefusal } from './calls/slack-refusal.ts';

const FIRST_RETRY_MS = 500;
const MAX_RETRY_MS = 15_000;

/** Who the bot is in Slack: its workspace, and itself as a member and as an app. */
export type BotIdentity = { team: string; enterprise?: string; botUser: string; botId?: string };

/**
 * Asks Slack whose token it is, for as long as Slack cannot be reached. Throws AppError `invalid` if Slack does not
 * accept it, and the signal's reason when the bot is to stop.
 */
export async function whoAmI(client: WebClient, { log, stopped }: { log: Log; stopped: AbortSignal }) {
  for (let failures = 0; ; failures += 1) {
    stopped.throwIfAborted();
    try {
      return await readIdentity(client);
    } catch (error) {
      stopped.throwIfAborted();
      const bad = badBotToken(error);
      if (bad) throw bad;
      if (failures === 0) log.warn('Slack cannot be reached; trying on', { error: readRefusal(error).error });
      await pause(Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** failures), stopped);
    }
  }
}

async function readIdentity(client: WebClient): Promise<BotIdentity> {
  const { team_id: team, user_id: botUser, bot_id: botId, enterprise_id: enterprise } = await client.auth.test();
  if (team === undefined || botUser === undefined) throw new Error('auth.test tells neither team nor user');
  return { team, botUser, ...(botId ? { botId } : {}), ...(enterprise ? { enterprise } : {}) };
}
