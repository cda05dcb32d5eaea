import { plainMessage } from '../blocks/notices/plain-messages.ts';
import type { RecordedJob } from '../job.ts';
import type { Messenger } from '../messenger.ts';

/**
 * Tells whoever asked in a channel in which Slack lets the bot say nothing, in a direct message, that no answer comes.
 * What was asked in private or in a direct message had no other place.
 */
export async function sayClosed({ id, key, job }: RecordedJob, { messenger }: { messenger: Messenger }): Promise<void> {
  if (job.kind !== 'question' || job.responseUrl !== undefined || job.place.channel.startsWith('D')) return;
  const message = plainMessage(
    `I cannot answer where you asked, because Slack does not let me post there. Please ask me here (reference job ${id}).`,
  );
  await messenger.post(message, { to: { team: job.place.team, channel: job.user }, key: `${key}:closed` });
}
