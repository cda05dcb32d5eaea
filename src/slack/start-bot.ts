import { setMaxListeners } from 'node:events';
import { App as BoltApp } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { App } from '../app.ts';
import type { BotSettings } from '../bot-settings.ts';
import type { Desk } from '../desk.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { plainMessage } from './blocks/notices/plain-messages.ts';
import { withAppToken } from './calls/bad-token.ts';
import { type ClientOptions, clientOptions, openClient } from './calls/open-client.ts';
import { openMessenger } from './calls/open-messenger.ts';
import { openPatientFetch, pause } from './calls/patient-fetch.ts';
import { readRefusal } from './calls/slack-refusal.ts';
import { keepState, type StateKeeper } from './delivery/bot-state.ts';
import { gateEvents } from './delivery/gate-events.ts';
import { keepStanding } from './delivery/keep-standing.ts';
import { limitQuestions } from './delivery/limit-questions.ts';
import { openQueue, type Queue } from './delivery/open-queue.ts';
import { sayAbout } from './delivery/say-about.ts';
import { sayClosed } from './delivery/say-closed.ts';
import { openTakeIn } from './delivery/take-in.ts';
import type { Messenger } from './messenger.ts';
import { openHealth } from './read-health.ts';
import type { SurfaceSet } from './surface-set.ts';
import { dayOf } from './surfaces/briefs/post-standing.ts';
import { tellFailure } from './surfaces/reply/tell-failure.ts';
import { boltLogger } from './transport/bolt-logger.ts';
import { openHttp } from './transport/open-http.ts';
import { openSocket } from './transport/open-socket.ts';
import { type Health, type ReadHealth, serveHealth } from './transport/serve-health.ts';
import type { Transport } from './transport/transport.ts';
import { type BotIdentity, whoAmI } from './who-am-i.ts';

/** Jobs that are being done when the bot is told to stop have this long; the rest of ten seconds is for closing. */
const DRAIN_MS = 6_000;
/** A large index takes longer to load than Slack should wait for the bot. */
const WARM_UP_MS = 5_000;
const PRUNE_EVERY_MS = 60 * 60_000;
/** Should a wake-up ever be missed, no question waits longer than this. */
const WAKE_EVERY_MS = 15_000;

/** What the surfaces are made over, once the bot knows who it is. */
export type BotWorld = BotIdentity & { client: WebClient; messenger: Messenger; desk: Desk; log: Log };

/** What the surfaces need of the process, and the process of them. */
export type BotSurfaces = SurfaceSet & {
  /** Told of every event once, such as that somebody left a channel. */
  onEvent?(event: { type: string; [field: string]: unknown }): void;
  isPaused?(): boolean;
};

export type BotParts = {
  app: Pick<App, 'ask' | 'status' | 'meetings' | 'pack'>;
  desk: Desk;
  settings: BotSettings;
  log: Log;
  openSurfaces(world: BotWorld): BotSurfaces;
  /** Aborted to give up starting. */
  signal?: AbortSignal;
  /** Milliseconds since 1970; another clock in tests. */
  now?: () => number;
  /** How long one call of Slack's Web API may take; shorter in tests. */
  callTimeoutMs?: number;
  /** How long open jobs have when the bot stops; shorter in tests. */
  drainMs?: number;
};

export type Bot = {
  health(): Health;
  /** Where this machine may ask for it, or Slack calls; undefined where nothing is served. */
  port: number | undefined;
  /** Stops intake, finishes or hands back what is open; within ten seconds. */
  stop(): Promise<void>;
};

/**
 * Starts the bot and connects it to Slack; open jobs of the desk are worked off at once. Throws AppError `invalid` if
 * Slack does not accept a token, `unavailable` if the port is taken.
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { app, desk, settings, log } = parts;
  const stopped = new AbortController();
  // Every call that waits for Slack listens to it; more than ten at a time are no leak.
  setMaxListeners(0, stopped.signal);
  parts.signal?.addEventListener('abort', () => stopped.abort(parts.signal?.reason), { once: true });
  const calls = openCalls(parts, stopped.signal);
  const client = openClient(settings.botToken, calls);
  const asked = whoAmI(client, { log, stopped: stopped.signal }).catch(async (error: unknown) => {
    const { connection } = settings;
    if (connection.kind === 'http' || !(error instanceof AppError)) throw error;
    throw await withAppToken(error, openClient(connection.appToken, calls));
  });
  const [identity] = await Promise.all([asked, warmUp(app, log)]);
  const state = keepState();
  const { surfaces, queue } = joinWork(parts, { identity, client, state });
  const mode = settings.connection.kind;
  const readHealth = openHealth({ mode, app, desk, state, isPaused: () => surfaces.isPaused?.() ?? false });
  const transport = openTransport(settings, { calls, log, state, readHealth });
  const bolt = openBolt(transport, { identity, token: settings.botToken, calls, log });
  surfaces.register(bolt);
  const onEvent: BotSurfaces['onEvent'] = (event) => surfaces.onEvent?.(event);
  const { team } = identity;
  gateEvents(bolt, {
    log,
    installed: identity,
    takeIn: openTakeIn({ desk, queue, surfaces, team, onEvent, log, state }),
  });
  const healthServer = await openHealthServer(settings, { readHealth, log });
  const stopTimers = keepHouse({ desk, log, wake: queue.wake });
  const stopStanding = keepStanding({
    ...parts,
    team,
    wake: queue.wake,
    now: parts.now ?? Date.now,
    dayOf,
  });
  const close = () => {
    stopTimers();
    stopStanding();
    healthServer?.close();
    stopped.abort(new Error('the bot stops'));
  };
  try {
    await transport.start();
  } catch (error) {
    close();
    throw error;
  }
  queue.wake();
  return {
    health: readHealth,
    port: transport.port?.() ?? healthServer?.port,
    async stop() {
      await transport.stop();
      await queue.drain(parts.drainMs ?? DRAIN_MS);
      close();
    },
  };
}

function openCalls({ settings: { apiUrl }, log, callTimeoutMs }: BotParts, stopped: AbortSignal): ClientOptions {
  const timeout = callTimeoutMs === undefined ? {} : { timeoutMs: callTimeoutMs };
  return { fetch: openPatientFetch({ log, stopped, ...timeout }), log, ...(apiUrl === undefined ? {} : { apiUrl }) };
}

type Joined = { identity: BotIdentity; client: WebClient; state: StateKeeper };

/** What speaks to Slack, what answers, and the queue between what arrives and what is said. */
function joinWork(parts: BotParts, { identity, client, state }: Joined): { surfaces: BotSurfaces; queue: Queue } {
  const { desk, settings, log } = parts;
  const { apiUrl, questionsPerMinute: perMinute } = settings;
  const messenger = openMessenger({
    client,
    log,
    posts: desk.posts,
    botUser: identity.botUser,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    onRevoked: (error) => {
      if (state.stoppedBy(error)) log.warn('Slack no longer accepts the token; the bot says nothing more', { error });
    },
  });
  const surfaces = parts.openSurfaces({ ...identity, client, messenger, desk, log });
  const queue = openQueue({
    desk,
    log,
    state,
    work: surfaces.work,
    ...(surfaces.dropped ? { dropped: surfaces.dropped } : {}),
    ...(surfaces.waits ? { waits: surfaces.waits } : {}),
    ...(surfaces.over ? { over: surfaces.over } : {}),
    isWithinLimit: limitQuestions({ desk, messenger, perMinute }),
    tellClosed: (recorded) => sayClosed(recorded, { messenger }),
    giveUp: (recorded, { error, reference }) =>
      sayAbout(recorded, { messenger, message: plainMessage(tellFailure(error, reference)), part: 'failure' }),
  });
  return { surfaces, queue };
}

type HealthServer = Awaited<ReturnType<typeof serveHealth>>;

/** In HTTP mode the server that Slack calls tells the health as well. */
async function openHealthServer(
  { connection }: BotSettings,
  options: { readHealth: ReadHealth; log: Log },
): Promise<HealthServer | undefined> {
  if (connection.kind === 'http' || connection.healthPort === 'off') return undefined;
  return serveHealth(connection.healthPort, options);
}

/**
 * Loads the index and the model before the first member waits for them, unless that takes long: then Slack is not kept
 * waiting. What is amiss is told by health and --check.
 */
async function warmUp(app: BotParts['app'], log: Log): Promise<void> {
  const asked = app.ask('What was decided at the last meeting?').then(
    () => undefined,
    (error: unknown) => void log.fault('No question can be answered yet', error),
  );
  await Promise.race([asked, pause(WARM_UP_MS)]);
}

type TransportParts = { calls: ClientOptions; log: Log; state: StateKeeper; readHealth: ReadHealth };

function openTransport({ connection }: BotSettings, { calls, log, state, readHealth }: TransportParts): Transport {
  const onChange = (isConnected: boolean) => {
    if (state.connected(isConnected)) log.info(isConnected ? 'Connected to Slack' : 'Not connected to Slack');
  };
  if (connection.kind === 'http') {
    const { signingSecret, port } = connection;
    return openHttp({ signingSecret, port, log, readHealth, onChange });
  }
  return openSocket({ appToken: connection.appToken, clientOptions: clientOptions(calls), log, onChange });
}

type BoltParts = { identity: BotIdentity; token: string; calls: ClientOptions; log: Log };

function openBolt(transport: Transport, { identity, token, calls, log }: BoltParts): BoltApp {
  const { team, enterprise, botUser, botId } = identity;
  const bolt = new BoltApp({
    receiver: transport.receiver,
    // Asked once, at the start: Bolt would ask Slack again for every payload.
    authorize: async () => ({
      botToken: token,
      botUserId: botUser,
      teamId: team,
      ...(botId === undefined ? {} : { botId }),
      ...(enterprise === undefined ? {} : { enterpriseId: enterprise }),
    }),
    clientOptions: clientOptions(calls),
    logger: boltLogger(log),
    convoStore: false,
  });
  bolt.error(async (error) => {
    log.fault('What had to happen at once failed', error, { error: readRefusal(error).error });
  });
  return bolt;
}

/** Clears the desk of what has had its time, and looks for open jobs, from time to time. */
function keepHouse({ desk, log, wake }: { desk: Desk; log: Log; wake(): void }): () => void {
  const prune = () => {
    try {
      desk.prune();
    } catch (error) {
      log.fault('The desk could not be cleared', error);
    }
  };
  prune();
  const timers = [setInterval(prune, PRUNE_EVERY_MS), setInterval(wake, WAKE_EVERY_MS)];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
