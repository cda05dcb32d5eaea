import { z } from 'zod';
import type { Desk, HandOff } from '../../../desk.ts';
import { clerkReplyMessages, handOffClosed } from '../../blocks/notices/hand-off-messages.ts';
import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import type { Job, RecordedJob } from '../../job.ts';
import type { Message, Target } from '../../messenger.ts';
import type { SurfaceContext } from '../context.ts';
import { type PressOptions, type RecordedPress, replyToPress } from '../press/pressed-answer.ts';

/** What was asked is kept until it is answered, and no longer. */
const handedOver = z.looseObject({ question: z.string().exactOptional(), isPrivate: z.boolean() });

const TOO_LATE = 'This question is closed already, so this was not sent to the member.';
const CLOSED_ALREADY = 'This question is closed already.';
const NOT_THEIRS = 'This can be closed only where the clerk has it.';

type RecordedReply = RecordedJob & { job: Extract<Job, { kind: 'clerk-reply' }> };
type Options = { context: SurfaceContext; signal: AbortSignal };

/**
 * Brings the clerk's reply back to where the member asked, and closes the question for both to see. Only the first
 * reply goes; later ones are told so, once. What those write who are told nothing here goes nowhere.
 */
export async function bringReply({ job, attempts }: RecordedReply, { context, signal }: Options): Promise<void> {
  const { messenger, desk, findReader, botUser } = context;
  const { place, user, text } = job;
  const handOff = desk.handOffs.byClerkThread(place);
  if (!handOff || user === botUser || text === '') return;
  const reader = await findReader({ team: place.team, user });
  if (reader.kind === 'refused') return;
  // A reply that was cut off after it had closed the question is finished, not refused.
  if (handOff.state === 'closed' && attempts === 1) {
    await messenger.post(plainMessage(TOO_LATE), { to: place, key: `hand-off:${handOff.id}:too-late` });
    return;
  }
  const { question = '' } = handedOver.parse(handOff.value);
  const to = await memberTarget(handOff, context);
  const messages = handOff.state === 'open' ? clerkReplyMessages(text, { clerk: user, question }) : [];
  for (const [n, message] of messages.entries()) {
    await messenger.post(message, { to, key: `hand-off:${handOff.id}:reply:${n}`, signal });
  }
  close(handOff, desk);
  await sayClosed(handOff, { by: user, to, context });
}

/** The clerk's button: closes the question without a reply. */
export async function closeByPress(recorded: RecordedPress, options: PressOptions): Promise<void> {
  const { job } = recorded;
  const { context } = options;
  const reply = replyToPress(recorded, options);
  const handOff = context.desk.handOffs.read(job.value);
  if (!handOff?.clerk || handOff.clerk.team !== job.team || handOff.clerk.channel !== job.channel) {
    return reply.say(plainMessage(NOT_THEIRS), { part: 'told' });
  }
  const isFirst = close(handOff, context.desk);
  if (!isFirst && recorded.attempts === 1) return reply.say(plainMessage(CLOSED_ALREADY), { part: 'told' });
  await sayClosed(handOff, { by: job.user, to: await memberTarget(handOff, context), context });
}

function close({ id, value }: HandOff, { handOffs }: Pick<Desk, 'handOffs'>): boolean {
  const { question: _answered, ...kept } = handedOver.parse(value);
  return handOffs.close(id, kept);
}

type ClosedOptions = { by: string; to: Target; context: SurfaceContext };

async function sayClosed(handOff: HandOff, { by, to, context }: ClosedOptions): Promise<void> {
  const message: Message = handOffClosed({ by });
  await context.messenger.post(message, { to, key: `hand-off:${handOff.id}:closed-for-member` });
  if (handOff.clerk) {
    await context.messenger.post(message, { to: handOff.clerk, key: `hand-off:${handOff.id}:closed-for-clerk` });
  }
}

/** Where the member asked; alone, if it was asked in private or nothing may be said there any more. */
async function memberTarget({ member, user, value }: HandOff, { findReader }: SurfaceContext): Promise<Target> {
  const alone = { team: member.team, channel: user };
  if (handedOver.parse(value).isPrivate) return alone;
  const reader = await findReader({ team: member.team, user, channel: member.channel });
  return reader.kind === 'refused' ? alone : member;
}
