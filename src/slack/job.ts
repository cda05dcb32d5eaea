import type { StoppedByMember } from './stopped-by-member.ts';

/** Where in Slack a dialogue stands. A top-level message is the root of its own thread; all ids are Slack's. */
export type ThreadPlace = { team: string; channel: string; thread: string };

/** Where a question came from; what is answered in `command` is seen by the asker alone. */
export type Surface = 'mention' | 'direct' | 'thread' | 'shortcut' | 'command';

/**
 * One thing the bot owes somebody: recorded in the desk before Slack is told that it arrived, and worked off by the
 * queue, after a restart too. Texts are as Slack sent them: hostile until read.
 */
export type Job =
  | {
      kind: 'question';
      surface: Surface;
      place: ThreadPlace;
      user: string;
      /** ts of the message that asks; for a command or shortcut the ts under which it was taken in. */
      ts: string;
      text: string;
      /** Where a private answer goes: five uses in thirty minutes. */
      responseUrl?: string;
      /** The thread of the message that a shortcut was chosen on: a private answer is read there. */
      inThread?: string;
      /** Slack's word that people of other workspaces read this channel. */
      isExternal?: boolean;
      /** The asker's own workspace, where the event says it. */
      userTeam?: string;
    }
  | { kind: 'find'; team: string; channel: string; user: string; topic: string; responseUrl: string }
  /** What the committee's memory knows: a briefing, what is outstanding, a decision's life. */
  | {
      kind: 'look-up';
      wish: LookUpWish;
      team: string;
      channel: string;
      user: string;
      words: string;
      responseUrl: string;
    }
  /** What a standing briefing owes about the meeting of this day, YYYY-MM-DD. */
  | { kind: 'standing'; team: string; user: string; subscription: number; date: string }
  | { kind: 'home'; team: string; user: string }
  | { kind: 'prompts'; team: string; user: string; channel: string }
  | { kind: 'clerk-reply'; place: ThreadPlace; user: string; ts: string; text: string }
  | { kind: 'action'; action: string; value: string; team: string; channel?: string; user: string; body: unknown };

/** What `/minutes` looks up in the committee's memory. */
export type LookUpWish = 'brief' | 'outstanding' | 'thread' | 'measure';

/** A recorded job: `key` is the same for every delivery of the same thing. */
export type RecordedJob = { id: number; key: string; job: Job; attempts: number; receivedAt: number };

/** Why a job's signal is aborted: its member stopped it, the process stops and does it at its next start, or it took too long. */
export type StopReason = StoppedByMember | 'shutdown' | 'timeout';

/** Does one job; throws only for what the queue should try again or report. The signal's reason is a StopReason. */
export type WorkJob = (recorded: RecordedJob, options: { signal: AbortSignal }) => Promise<void>;

/** What somebody looks up with a command, as the desk keeps it. */
export type RecordedLookUp = RecordedJob & { job: Extract<Job, { kind: 'look-up' }> };
