import type { WebClient } from '@slack/web-api';
import { AppError } from '../../errors.ts';
import { readRefusal } from './slack-refusal.ts';

/** What Slack's errors about a token mean to whoever set it; docs.slack.dev/reference/methods/auth.test, "Errors". */
const MEANING: Record<string, string> = {
  invalid_auth: 'Slack does not know it',
  not_authed: 'Slack does not know it',
  account_inactive: 'its app or workspace is no longer active',
  token_revoked: 'it was revoked, so the app must be installed again',
  token_expired: 'it has expired, so a new one is needed',
  not_allowed_token_type: 'it is a token of another kind',
  user_removed_from_team: 'its app was removed from the workspace',
  team_disabled: 'its workspace is disabled',
};

/** Why the bot token is of no use, in a sentence; undefined if the failure says nothing of the token. */
export function badBotToken(thrown: unknown): AppError | undefined {
  const { error } = readRefusal(thrown);
  const meaning = MEANING[error];
  if (meaning === undefined) return undefined;
  return new AppError('invalid', `Cannot use SLACK_BOT_TOKEN: ${meaning} (${error})`, thrown);
}

/** Why the app token is of no use, in a sentence. */
export function badAppToken(thrown: unknown): AppError {
  const { error } = readRefusal(thrown);
  const isScope = error === 'missing_scope' || error === 'no_permission';
  const meaning = isScope ? 'it lacks the scope connections:write' : (MEANING[error] ?? 'Slack refuses it');
  return new AppError('invalid', `Cannot use SLACK_APP_TOKEN: ${meaning} (${error})`, thrown);
}

/** A refused bot token with the app token's sentence after it, a line each, should Slack refuse that as well. */
export async function withAppToken(bad: AppError, connect: WebClient): Promise<AppError> {
  try {
    await connect.apps.connections.open({});
    return bad;
  } catch (thrown) {
    if (readRefusal(thrown).kind === 'unsure') return bad;
    return new AppError(bad.code, `${bad.message}\n${badAppToken(thrown).message}`, bad);
  }
}
