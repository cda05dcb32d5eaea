import type { Json } from '../blocks/check-blocks.ts';
import type { AgentThreads } from './agent-threads.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';
import type { Workspace } from './workspace.ts';

/** How this Slack behaves; times in ms unless a name says otherwise. */
export type FakeSettings = {
  /** Granted to the bot's token, and what it is told of. */
  scopes: readonly string[];
  events: readonly string[];
  /** Slack's minutes between its tries of an event are this much shorter. */
  clockFactor: number;
  ackTimeoutMs: number;
  triggerMs: number;
  /** Whether calls are counted against Slack's tiers. */
  rateLimits: boolean;
  /** The most that one page of a list holds, however many are asked for. */
  pageSize: number;
  pingMs: number;
  /** Whether payloads and answers hold only what Slack promises, and `hello` says nothing but that. */
  sparse: boolean;
  /** Methods that this Slack does not have. */
  unknownMethods: readonly string[];
  signingSecret: string;
  botToken: string;
  appToken: string;
  /** The team's word for the bot's user. */
  teamName: string;
};

/** All that the methods and deliveries of one fake Slack share. */
export type FakeState = {
  settings: FakeSettings;
  workspace: Workspace;
  views: Views;
  triggers: Triggers;
  threads: AgentThreads;
  responseUrls: ResponseUrls;
  files: Map<string, { name: string; bytes?: Buffer; channel?: string; title?: string }>;
  /** Why the bot's token no longer works. */
  revoked: { error?: 'token_revoked' | 'account_inactive' };
  apiUrl(): string;
  /** Tells the app of something, if it is subscribed to it. */
  emit(event: Json): void;
};

export type Method = (args: Json, state: FakeState) => Json | Promise<Json>;
