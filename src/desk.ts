import type { LogEntry, Member, QuestionLog } from './question-log.ts';
import type { SubscriptionStore } from './subscription.ts';

/** Where in Slack a dialogue stands: ids of team and channel, and the ts of the thread's first message. */
export type DialoguePlace = { team: string; channel: string; thread: string };

/**
 * Something that arrived, as it is recorded before Slack is told so. `work` is what the bot owes for it, if anything:
 * `key` is the same for every delivery of the same thing, jobs of one `lane` are done in order, `body` is JSON.
 * `isQuestion` counts towards its member's limit.
 */
export type Arrival = {
  /** Slack's id of the event, where it has one. */
  eventId?: string;
  type: string;
  team: string;
  channel?: string;
  ts?: string;
  work?: { key: string; lane: string; user: string; isQuestion: boolean; body: unknown };
};

/** What recording came to: a job to do, something known already, or nothing that asks for work. */
export type Taken = { kind: 'job'; id: number } | { kind: 'duplicate' } | { kind: 'ignored' };

/** How a job ended. `handed-back` is not an end: it stays open for the next start. */
export type JobEnd = 'done' | 'failed' | 'stopped' | 'limited' | 'refused';

/** A job that is open. `attempts` counts the one going on; times are milliseconds since 1970. */
export type OpenJob = {
  id: number;
  key: string;
  lane: string;
  team: string;
  user: string;
  isQuestion: boolean;
  attempts: number;
  receivedAt: number;
  /** Not to be begun before. */
  notBefore: number;
};

/** What the bot owes, durable. Bodies are wiped when a job ends: of what was asked, only that it was asked is kept. */
export interface JobStore {
  record(arrival: Arrival): Taken;
  isKnownEvent(eventId: string): boolean;
  /** Every open job, the oldest first. */
  open(): OpenJob[];
  /** The job's body, with the attempt counted; undefined if it ended meanwhile. */
  begin(id: number): { body: unknown; attempts: number } | undefined;
  end(id: number, end: JobEnd, options?: { reference?: string }): void;
  /** What is known under a key, open or ended. */
  find(key: string): { id: number; state: 'open' | JobEnd; attempts: number; body?: unknown } | undefined;
  /** Puts another body in the place of an open job's that has not begun; false if it is too late. */
  rewrite(key: string, body: unknown): boolean;
  /** Leaves it open, to be tried again at this time. */
  postpone(id: number, notBefore: number): void;
  /** Leaves it open for the next start, as if this attempt had not been. */
  handBack(id: number): void;
  /** How many questions of a member arrived after this time and before this job; those over the limit left out. */
  countQuestions(who: { team: string; user: string }, options: { before: number; after: number }): number;
  /** The lanes in which jobs of a member ended so after this time, each once. */
  lanesEnded(who: { team: string; user: string }, options: { as: JobEnd; after: number }): string[];
  counts(): { open: number; failed: number; lastDoneAt?: number };
}

/**
 * One message of the bot under the messenger's key. `mark` is the opaque word that the message carries in Slack, by
 * which it is found again; a post without `ts` was begun and may or may not stand in Slack.
 */
export type Post = { key: string; mark: string; channel: string; ts?: string; begunAt: number; isNew: boolean };

export interface PostStore {
  /** Writes down that this message is going to be posted, or gives what is known of it. */
  begin(key: string, place: { team: string; channel: string }): Post;
  posted(key: string, ts: string): void;
  /** Slack refused it for good: it stands nowhere. */
  refused(key: string): void;
  /** What is known under a key, without writing anything down. */
  find(key: string): Post | undefined;
  /** True for a message known to be the bot's own under some key. */
  isPosted(channel: string, ts: string): boolean;
}

/** What a follow-up leans on; `value` is JSON, gone when its time is over. */
export interface DialogueStore {
  read(place: DialoguePlace): { value: unknown; user: string } | undefined;
  write(place: DialoguePlace, dialogue: { value: unknown; user: string; keepMs: number }): void;
  drop(place: DialoguePlace): void;
}

/** What buttons under an answer lead back to, so that they carry nothing but an opaque id. */
export interface AnswerStore {
  /** Keeps a value as JSON for this long; gives its id, which says nothing and cannot be guessed. */
  keep(value: unknown, options: { team: string; user: string; keepMs: number }): string;
  read(id: string): { value: unknown; team: string; user: string } | undefined;
  /** Puts another value in its place; false if it is gone. */
  replace(id: string, value: unknown): boolean;
}

/** A question handed to the clerk: `member` is where it was asked, `clerk` the thread that it is dealt with in. */
export type HandOff = {
  id: string;
  user: string;
  member: DialoguePlace;
  clerk?: DialoguePlace;
  state: 'open' | 'closed';
  value: unknown;
};

export interface HandOffStore {
  begin(handOff: { user: string; member: DialoguePlace; value: unknown }): string;
  /** Where the clerk has it. */
  place(id: string, clerk: DialoguePlace): void;
  read(id: string): HandOff | undefined;
  byClerkThread(place: DialoguePlace): HandOff | undefined;
  /** Puts `value` in the place of what was kept until then. False if it was closed before, so that of two closings one counts. */
  close(id: string, value: unknown): boolean;
}

/** What the store has of a member, as they may see it: their questions, the newest first, and how many of the rest. */
export type MemberData = {
  questions: LogEntry[];
  dialogues: number;
  answers: number;
  handOffs: number;
  subscriptions: number;
};

/** Settings that outlive a restart, such as why the bot is paused; `value` is JSON. */
export interface SettingStore {
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  drop(name: string): void;
}

/**
 * The bot's own store: what arrived, what it owes, what it said and what buttons lead back to. Every method throws an
 * AppError `unavailable` if the store cannot be read or written.
 */
export interface Desk {
  readonly jobs: JobStore;
  readonly posts: PostStore;
  readonly dialogues: DialogueStore;
  readonly answers: AnswerStore;
  readonly handOffs: HandOffStore;
  readonly settings: SettingStore;
  readonly subscriptions: SubscriptionStore;
  readonly log: QuestionLog;
  memberData(member: Member): MemberData;
  /** Forgets a member's logged questions, dialogues, answers, hand-offs and standing briefings; gives how many of all. */
  forgetMember(member: Member): number;
  /** Throws away what has had its time: dialogues, answers, and what arrived more than a day ago and is done. */
  prune(): void;
  close(): void;
}
