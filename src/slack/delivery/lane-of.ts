import type { Job, ThreadPlace } from '../job.ts';

/** Jobs of one lane are done one after the other: those of a thread, and what would overtake itself. */
export function laneOf(job: Job): string {
  switch (job.kind) {
    case 'question':
    case 'clerk-reply':
      return threadLane(job.place);
    case 'find':
      return `find:${job.team}:${job.user}`;
    case 'look-up':
      return `look-up:${job.team}:${job.user}`;
    case 'standing':
      return `standing:${job.subscription}`;
    case 'home':
      return `home:${job.team}:${job.user}`;
    case 'prompts':
      return `prompts:${job.team}:${job.channel}`;
    case 'action':
      return `action:${job.team}:${job.user}:${job.action}`;
  }
}

export function threadLane({ team, channel, thread }: ThreadPlace): string {
  return `thread:${team}:${channel}:${thread}`;
}

/** Whom the bot owes it; a job that nobody is limited for is no question. */
export function ownerOf(job: Job): { team: string; user: string; isQuestion: boolean } {
  const isQuestion = job.kind === 'question' || job.kind === 'find' || job.kind === 'look-up';
  return { team: 'place' in job ? job.place.team : job.team, user: job.user, isQuestion };
}
