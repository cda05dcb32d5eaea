import { randomUUID } from 'node:crypto';
import { SlackError } from '../web-api/slack-error.ts';

export type Triggers = ReturnType<typeof openTriggers>;

/** trigger_ids: good for `triggerMs` and for one view. */
export function openTriggers(triggerMs: number) {
  const given = new Map<string, { user: string; at: number; used: boolean; inView?: string }>();
  return {
    give(user: string, inView?: string): string {
      const id = `${Date.now()}.${randomUUID()}`;
      given.set(id, { user, at: Date.now(), used: false, ...(inView ? { inView } : {}) });
      return id;
    },
    /** Throws `SlackError` with Slack's names for ids that are unknown, too old or used. */
    exchange(id: unknown): { user: string; inView?: string } {
      const trigger = given.get(String(id));
      if (!trigger) throw new SlackError('invalid_trigger_id');
      if (trigger.used) throw new SlackError('exchanged_trigger_id');
      if (Date.now() - trigger.at > triggerMs) throw new SlackError('expired_trigger_id');
      trigger.used = true;
      return trigger;
    },
  };
}
