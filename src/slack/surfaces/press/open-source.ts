import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { readPause } from '../../../pause.ts';
import { readActionValue } from '../../blocks/parts/action-names.ts';
import { sourceModal } from '../../blocks/views/source-modal.ts';
import { readRefusal } from '../../calls/slack-refusal.ts';
import type { SurfaceContext } from '../context.ts';
import type { Press } from '../incoming/take-press.ts';
import { noticeModal } from './notice-modal.ts';

/** A trigger is good for three seconds; a modal that is not ready by now is opened empty and filled. */
const READY_WITHIN_MS = 1_200;
export const TOO_OLD = 'This answer is too old for its buttons to work. Please ask again.';
const OPENING = 'Opening the source …';

/** What a modal remembers of what it shows; whoever reads on is checked again. */
const metadata = z.object({ id: z.string(), n: z.number().int(), start: z.number().int(), end: z.number().int() });

export type SourceContext = Pick<SurfaceContext, 'app' | 'client' | 'answers' | 'desk' | 'findReader'>;

/** Opens a cited passage for whoever pressed, as far as they may read it themselves. */
export async function openSource(
  press: Press & { trigger: string },
  { context, readyWithinMs = READY_WITHIN_MS }: { context: SourceContext; readyWithinMs?: number },
): Promise<void> {
  const { id, n } = readActionValue(press.value);
  const view = drawSource({ id, n: Number(n) }, { press, context });
  const first = await Promise.race([view, pauseFor(readyWithinMs)]);
  const { client } = context;
  const opened = await client.views.open({ trigger_id: press.trigger, view: first ?? noticeModal(OPENING) });
  if (!first && opened.view?.id) await client.views.update({ view_id: opened.view.id, view: await view });
}

/** Turns the open modal to what comes before or after. */
export async function readOn(
  press: Press & { move: 'earlier' | 'later'; view: { id: string; metadata: string; hash?: string } },
  { context }: { context: SourceContext },
): Promise<void> {
  const shown = readMetadata(press.view.metadata);
  const view = shown ? await drawSource(shown, { press, context, move: press.move, shown }) : noticeModal(TOO_OLD);
  const { id, hash } = press.view;
  try {
    await context.client.views.update({ view_id: id, view, ...(hash ? { hash } : {}) });
  } catch (error) {
    // Of two quick presses the first has turned the page already.
    if (readRefusal(error).error !== 'hash_conflict') throw error;
  }
}

type DrawOptions = {
  press: Press;
  context: SourceContext;
  move?: 'earlier' | 'later';
  shown?: { start: number; end: number };
};

async function drawSource({ id, n }: { id: string; n: number }, options: DrawOptions): Promise<ModalView> {
  const { press, context, move, shown } = options;
  const { app, answers, desk, findReader } = context;
  const paused = readPause(desk.settings);
  if (paused) return noticeModal(`I give no answers for now: ${paused.reason}`);
  const kept = answers.find(id, press.team);
  // What was answered in private is its asker's alone, whatever a button's value says.
  const cited = kept && (!kept.isPrivate || kept.user === press.user) ? kept.sources[n - 1] : undefined;
  if (!cited) return noticeModal(TOO_OLD);
  const { team, user, place } = press;
  const reader = await findReader({ team, user, ...(place.userTeam ? { userTeam: place.userTeam } : {}) });
  if (reader.kind === 'refused') return noticeModal(`${reader.reason}.`);
  try {
    const readOn = { ...(move ? { move } : {}), ...(shown ? { shown: { start: shown.start, end: shown.end } } : {}) };
    const excerpt = app.showCited(cited, { audience: reader.audience, ...readOn });
    const { start, end } = excerpt.shown;
    return sourceModal(excerpt, { number: n, metadata: JSON.stringify({ id, n, start, end }) });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return noticeModal(`${error.message}.`);
    throw error;
  }
}

function readMetadata(text: string): z.infer<typeof metadata> | undefined {
  try {
    return metadata.safeParse(JSON.parse(text)).data;
  } catch {
    // Not ours, or changed on its way.
    return undefined;
  }
}

function pauseFor(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref();
  });
}
