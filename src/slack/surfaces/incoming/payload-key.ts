import { createHash } from 'node:crypto';

/** A key for what Slack gives none: the same for the same payload delivered again, and another for every other. */
export function payloadKey(payload: unknown): string {
  return createHash('sha256').update(JSON.stringify(payload)).digest('hex').slice(0, 32);
}
