import { AppError } from '../../errors.ts';
import type { Job, RecordedJob } from '../job.ts';
import type { Message, Messenger, Target } from '../messenger.ts';

/**
 * Says one thing to whom a job is owed, where they asked: in the thread, or to them alone for what was asked in
 * private or pressed. A home page, prompts and standing briefings are asked by nobody at the time and are told nothing.
 */
export async function sayAbout(
  { key, job }: RecordedJob,
  { messenger, message, part }: { messenger: Messenger; message: Message; part: string },
): Promise<void> {
  const url = responseUrlOf(job);
  if (url !== undefined) {
    try {
      return await messenger.respond(message, { url });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // The address has had its time; the member is told directly.
    }
  }
  const to = targetOf(job);
  if (to) await messenger.post(message, { to, key: `${key}:${part}` });
}

function responseUrlOf(job: Job): string | undefined {
  if (job.kind === 'question' || job.kind === 'find' || job.kind === 'look-up') return job.responseUrl;
  if (job.kind !== 'action') return undefined;
  const { body } = job;
  const url = typeof body === 'object' && body !== null && 'response_url' in body ? body.response_url : undefined;
  return typeof url === 'string' && url !== '' ? url : undefined;
}

function targetOf(job: Job): Target | undefined {
  switch (job.kind) {
    case 'question': {
      const { place, user, surface } = job;
      const isPrivate = surface === 'command' || surface === 'shortcut';
      return isPrivate ? { team: place.team, channel: user } : place;
    }
    case 'clerk-reply':
      return job.place;
    case 'find':
    case 'look-up':
    case 'action':
      return { team: job.team, channel: job.user };
    case 'standing':
    case 'home':
    case 'prompts':
      return undefined;
  }
}
