import type { SurfaceSet } from '../surface-set.ts';
import type { SurfaceContext } from './context.ts';
import { takePayload } from './incoming/take-payload.ts';
import { openAnswerMemory } from './memory/answer-memory.ts';
import { openStopMemory } from './memory/stop-memory.ts';
import { openThreadMemory } from './memory/thread-memory.ts';
import { openChanges } from './question/open-changes.ts';
import { endWaiting, showWaiting } from './question/reply-to-question.ts';
import { dropQuestion } from './question/work-question.ts';
import { registerSurfaces } from './register-surfaces.ts';
import { openStreamBudget } from './reply/stream-budget.ts';
import { workSurfaces } from './work-surfaces.ts';

const HOUR_MS = 60 * 60_000;
/** A conversation is over when nobody has asked on for a day. */
export const DEFAULT_DIALOGUE_HOURS = 24;
/** The buttons under an answer work for this long. */
const ANSWERS_KEPT_HOURS = 30 * 24;

export type SurfacesOptions = Pick<
  SurfaceContext,
  'app' | 'desk' | 'messenger' | 'client' | 'findReader' | 'botUser' | 'log'
> & {
  clerkChannel?: string;
  /** How long what a follow-up leans on is kept after the last question of a thread. */
  dialogueHours?: number;
  now?: () => number;
};

/** Everything that members see of the bot in Slack: what is taken in, the work it makes, and what is answered at once. */
export function openSurfaces({
  dialogueHours = DEFAULT_DIALOGUE_HOURS,
  now = Date.now,
  ...given
}: SurfacesOptions): SurfaceSet {
  const { desk, botUser } = given;
  const context: SurfaceContext = {
    ...given,
    now,
    threads: openThreadMemory(desk.dialogues, { keepMs: dialogueHours * HOUR_MS }),
    answers: openAnswerMemory(desk.answers, {
      // In private mode no text outlasts the conversation either.
      keepMs: (desk.log.settings.isPrivate ? dialogueHours : ANSWERS_KEPT_HOURS) * HOUR_MS,
      briefMs: dialogueHours * HOUR_MS,
    }),
    stops: openStopMemory(desk.answers),
    changes: openChanges(),
    waiting: new Map(),
    streams: openStreamBudget(now),
  };
  const { threads, stops, changes } = context;
  const isHandOff = (place: Parameters<typeof threads.find>[0]) => desk.handOffs.byClerkThread(place) !== undefined;
  return {
    take(body) {
      const incoming = takePayload(body, { botUser, threads, stops, isHandOff });
      if (incoming?.kind === 'edited') changes.edited(incoming.key, incoming.text);
      if (incoming?.kind === 'deleted') changes.deleted(incoming.key);
      return incoming;
    },
    work: workSurfaces(context),
    dropped: async ({ job, ...recorded }) => {
      if (job.kind === 'question') await dropQuestion({ ...recorded, job }, context);
    },
    waits({ job, ...recorded }) {
      if (job.kind === 'question') showWaiting({ ...recorded, job }, context);
    },
    over: ({ key }) => void endWaiting(key, context),
    register: (bolt) => registerSurfaces(bolt, context),
  };
}
