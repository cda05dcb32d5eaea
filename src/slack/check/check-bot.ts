import type { WebClient } from '@slack/web-api';
import type { App } from '../../app.ts';
import type { BotSettings, ReadSettings } from '../../bot-settings.ts';
import type { Desk } from '../../desk.ts';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { findUnknownCommittees } from '../access/access-rules.ts';
import { openAccessFile } from '../access/open-access-file.ts';
import { badAppToken, badBotToken } from '../calls/bad-token.ts';
import { openClient } from '../calls/open-client.ts';
import { openPatientFetch } from '../calls/patient-fetch.ts';
import { readRefusal } from '../calls/slack-refusal.ts';
import { readManifestScopes } from './read-manifest-scopes.ts';

/** Nobody waits longer than this for a check of Slack's limits. */
const MAX_WAIT_MS = 10_000;
const SETTING = 'check';
/** A workspace whose members are guests does without the agent view (docs/slack.md). */
const AGENT_SCOPE = 'assistant:write';

/** One thing that was tried: whether it is as it should be, and what there is or what is missing. */
export type Finding = { name: string; isOk: boolean; detail: string };

export type CheckParts = {
  app: Pick<App, 'ask' | 'status' | 'checkWriter'>;
  /** Without tokens nothing of Slack can be tried. */
  read: ReadSettings;
  accessFile: string;
  deskFile: string;
  openDesk(file: string): Desk;
  log: Log;
};

/** Tries everything the bot needs, each by itself, so that one thing missing does not hide another. */
export async function checkBot(parts: CheckParts): Promise<Finding[]> {
  const { read, app } = parts;
  const index = await attempt('index', () => checkIndex(app));
  const ofSlack =
    read.kind === 'ready'
      ? await checkSlack(read.settings, parts.log)
      : read.problems.map((detail) => ({ name: 'settings', isOk: false, detail }));
  return [
    ...ofSlack,
    index,
    await attempt('model', () => checkModel(app, index)),
    await attempt('language model', () => checkWriter(app)),
    await attempt('desk', () => checkDesk(parts)),
    await attempt('access file', () => checkAccess(parts)),
  ];
}

async function checkSlack(settings: BotSettings, log: Log): Promise<Finding[]> {
  const { apiUrl, botToken, connection, clerkChannel } = settings;
  const stopped = new AbortController();
  const fetch = openPatientFetch({ log, maxWaitMs: MAX_WAIT_MS, stopped: stopped.signal });
  const calls = { fetch, log, ...(apiUrl === undefined ? {} : { apiUrl }) };
  const client = openClient(botToken, calls);
  const connect = connection.kind === 'socket' ? openClient(connection.appToken, calls) : undefined;
  return [
    ...(await checkBotToken(client)),
    await attempt('connection', () => checkConnection(connect)),
    await attempt('clerk channel', () => checkClerkChannel(client, clerkChannel)),
  ];
}

/** Runs one check: what it gives is how things stand, what it throws is what is missing. */
async function attempt(name: string, check: () => Promise<string> | string): Promise<Finding> {
  try {
    return { name, isOk: true, detail: await check() };
  } catch (error) {
    if (error instanceof AppError) return { name, isOk: false, detail: error.message };
    const { kind, error: said } = readRefusal(error);
    return { name, isOk: false, detail: kind === 'unsure' ? `no answer (${said})` : `Slack says "${said}"` };
  }
}

async function checkBotToken(client: WebClient): Promise<Finding[]> {
  let scopes: string[] | undefined;
  const token = await attempt('bot token', async () => {
    try {
      const { team, user, response_metadata } = await client.auth.test();
      scopes = response_metadata?.scopes;
      return `${user ?? 'the bot'} in ${team ?? 'the workspace'}`;
    } catch (error) {
      throw badBotToken(error) ?? error;
    }
  });
  if (!token.isOk) return [token];
  return [token, await attempt('scopes', () => compareScopes(scopes))];
}

function compareScopes(given: string[] | undefined): string {
  const wanted = readManifestScopes();
  if (given === undefined) return 'Slack does not say which the token has';
  const missing = wanted.filter((scope) => !given.includes(scope));
  if (missing.length === 0) return `all ${wanted.length} that the manifest asks for`;
  if (missing.every((scope) => scope === AGENT_SCOPE)) return `all but ${AGENT_SCOPE}: no prompts and titles`;
  const hint = 'add them under OAuth & Permissions and install the app again';
  throw new AppError('invalid', `the token lacks ${missing.join(', ')}; ${hint}`);
}

/** Socket Mode is tried by asking for a connection, which is then not made; of HTTP only Slack can try the secret. */
async function checkConnection(connect: WebClient | undefined): Promise<string> {
  if (!connect) return 'HTTP; the signing secret is tried by the first request of Slack';
  try {
    await connect.apps.connections.open({});
  } catch (error) {
    if (readRefusal(error).kind === 'unsure') throw error;
    throw badAppToken(error);
  }
  return 'Socket Mode; the app token is good';
}

function checkIndex(app: CheckParts['app']): string {
  const { exists, folder, papers, meetings } = app.status();
  if (!exists) throw new AppError('not-found', `there is none in "${folder}"; make it with: minutebook ingest PATH…`);
  if (papers === 0) throw new AppError('not-found', `it holds no papers; add them with: minutebook ingest PATH…`);
  return `${papers} papers of ${meetings} meetings`;
}

/** A question is answered, which takes the model; what the index lacks is told by its own check. */
async function checkModel(app: CheckParts['app'], index: Finding): Promise<string> {
  try {
    const { ms } = await app.ask('What was decided at the last meeting?', { isExtractive: true });
    return `a question takes ${Math.round(ms)} ms`;
  } catch (error) {
    if (!index.isOk && error instanceof AppError && error.code !== 'unreadable') return 'loaded; tried on no question';
    throw error;
  }
}

/** One small call; a council that set no model needs none. */
async function checkWriter(app: CheckParts['app']): Promise<string> {
  const checked = await app.checkWriter();
  if (!checked) return 'not configured: answers are quotations, and nothing leaves this machine';
  const { id, isOnThisMachine, ms } = checked;
  const where = isOnThisMachine ? 'on this machine' : 'elsewhere: questions and passages are sent to it';
  return `${id} replies in ${ms} ms, ${where}`;
}

function checkDesk({ openDesk, deskFile }: CheckParts): string {
  const desk = openDesk(deskFile);
  try {
    desk.settings.write(SETTING, true);
    desk.settings.drop(SETTING);
    const { open } = desk.jobs.counts();
    return `${deskFile}, ${open === 0 ? 'nothing' : open} open`;
  } finally {
    desk.close();
  }
}

function checkAccess({ app, accessFile, log }: CheckParts): string {
  const rules = openAccessFile(accessFile, { log }).rules();
  const grants = rules.people.size + rules.groups.size + rules.channels.size;
  const unknown = findUnknownCommittees(rules, app.status().committees);
  const warning = unknown.length === 0 ? '' : `; the index knows no ${unknown.map((name) => `"${name}"`).join(', ')}`;
  return grants === 0 ? 'nobody is cleared for exempt papers' : `${accessFile}, ${grants} grants${warning}`;
}

async function checkClerkChannel(client: WebClient, channel: string | undefined): Promise<string> {
  if (channel === undefined) return 'not set: questions cannot be handed to the clerk (MINUTEBOOK_CLERK_CHANNEL)';
  const { channel: facts } = await client.conversations.info({ channel });
  if (facts?.is_archived) throw new AppError('invalid', `${channel} is archived`);
  if (facts?.is_member === false) {
    throw new AppError('invalid', `the bot is not in ${channel}; invite it there with /invite`);
  }
  return `${channel}${facts?.name ? ` (#${facts.name})` : ''}`;
}
