import type { App as BoltApp } from '@slack/bolt';
import type { RecordedJob, WorkJob } from './job.ts';
import type { Incoming } from './surfaces/incoming/incoming.ts';

/** What the surfaces do for the bot's process. */
export type SurfaceSet = {
  /**
   * What any payload of Slack's comes to: an event, a command, a shortcut, a press, a submitted modal. Called once
   * for each before it is acknowledged, so it waits for nothing; undefined where nothing is owed.
   */
  take(body: unknown): Incoming | undefined;
  work: WorkJob;
  /** What is still owed to a job that a member stopped before it was begun. */
  dropped?(recorded: RecordedJob): Promise<void>;
  /** Shows whoever asked that their question waits for others. Never throws. */
  waits?(recorded: RecordedJob): void;
  /** Takes away what was shown of a job while it waited, if the work itself did not. Never throws. */
  over?(recorded: RecordedJob): void;
  /** Registers what must happen within Slack's three seconds: answers in an acknowledgement, modals to be opened. */
  register(bolt: BoltApp): void;
};
