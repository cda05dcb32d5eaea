import type { WebClient } from '@slack/web-api';
import type { App } from '../../app.ts';
import type { Desk } from '../../desk.ts';
import type { Log } from '../../log.ts';
import type { Messenger } from '../messenger.ts';
import type { FindReader } from '../reader.ts';
import type { AnswerMemory } from './memory/answer-memory.ts';
import type { StopMemory } from './memory/stop-memory.ts';
import type { ThreadMemory } from './memory/thread-memory.ts';
import type { OpenChanges } from './question/open-changes.ts';
import type { WaitingReply } from './reply/reply.ts';
import type { StreamBudget } from './reply/stream-budget.ts';

/** What every surface works with. */
export type SurfaceContext = {
  app: Pick<
    App,
    | 'ask'
    | 'find'
    | 'showCited'
    | 'papers'
    | 'meetings'
    | 'ledger'
    | 'status'
    | 'brief'
    | 'pack'
    | 'writeBriefing'
    | 'outstanding'
    | 'thread'
    | 'measure'
    | 'chart'
  >;
  desk: Desk;
  messenger: Messenger;
  client: WebClient;
  findReader: FindReader;
  threads: ThreadMemory;
  answers: AnswerMemory;
  stops: StopMemory;
  changes: OpenChanges;
  /** Replies to questions that wait, by the keys of their jobs. */
  waiting: Map<string, WaitingReply>;
  streams: StreamBudget;
  botUser: string;
  /** The channel that questions are handed to. */
  clerkChannel?: string;
  log: Log;
  now(): number;
};
