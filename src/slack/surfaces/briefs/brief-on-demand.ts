import { readRole } from '../../../role.ts';
import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import type { RecordedLookUp } from '../../job.ts';
import { type LookUpOptions, lookUpPrivately } from '../reply/look-up-privately.ts';
import { postBriefing } from './post-briefing.ts';

/** Briefs whoever sent `/minutes brief`, in a direct message: a document is attached, and a thread goes through it. */
export function briefOnDemand(recorded: RecordedLookUp, options: LookUpOptions): Promise<void> {
  const { key, job } = recorded;
  const { context, signal } = options;
  return lookUpPrivately(recorded, options, async (reply, audience) => {
    const { meeting, forRole } = readWish(job.words);
    const briefing = context.app.brief(meeting, { audience, ...(forRole === undefined ? {} : { forRole }) });
    await postBriefing(briefing, { context, to: { team: job.team, channel: job.user }, key, signal });
    await reply.say(plainMessage('The briefing is in your direct messages with me.'), { part: 'told' });
  });
}

/** "12 September for the chair": words that name a role after the last "for" say for whom it is laid out. */
const FOR_WHOM = /^(.*?)\s*\bfor\s+((?:the |an? )?[\p{L}][\p{L}' -]{2,40})$/iu;

function readWish(words: string): { meeting: string; forRole?: string } {
  const [, meeting = '', whom] = FOR_WHOM.exec(words) ?? [];
  if (whom === undefined || /\bmeeting\b/i.test(whom) || readRole(whom) === undefined)
    return { meeting: words || 'next' };
  return { meeting: meeting || 'next', forRole: whom };
}
