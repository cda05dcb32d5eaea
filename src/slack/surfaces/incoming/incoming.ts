import type { Job, ThreadPlace } from '../../job.ts';

/**
 * What a delivery from Slack comes to, told without waiting for anything: a job to be recorded under `key`, a change of
 * a question that may still be open, or a member's word to stop. The key of a message is the same for every event of it.
 */
export type Incoming =
  | { kind: 'job'; key: string; job: Job }
  | { kind: 'edited'; key: string; text: string }
  | { kind: 'deleted'; key: string }
  | { kind: 'stopped'; place: ThreadPlace; user: string };

/** One message in Slack, whichever events tell of it: a mention in a channel comes as two. */
export function messageKey({ team, channel, ts }: { team: string; channel: string; ts: string }): string {
  return `message:${team}:${channel}:${ts}`;
}
