import type { Asked } from '../../../app.ts';
import { type Audience, mayReadAllOf } from '../../../audience.ts';
import { parseDialogue } from '../../../dialogue.ts';
import type { SurfaceContext } from '../context.ts';
import type { KeptAnswer } from '../memory/answer-memory.ts';

export type AskAnewOptions = {
  team: string;
  /** Who has it asked. */
  user: string;
  /** Whose members will read the answer. */
  channel: string;
  context: Pick<SurfaceContext, 'app' | 'findReader'>;
  signal: AbortSignal;
};

export type AskedAnew = { kind: 'asked'; asked: Asked; audience: Audience } | { kind: 'refused'; reason: string };

/** Asks once more what was answered elsewhere, from what everybody in a channel may see. */
export async function askAnew(kept: KeptAnswer, options: AskAnewOptions): Promise<AskedAnew> {
  const { team, user, channel, context, signal } = options;
  const { app, findReader } = context;
  const reader = await findReader({ team, user, channel });
  if (reader.kind === 'refused') return { kind: 'refused', reason: reader.reason };
  const { audience } = reader;
  const previous = parseDialogue(kept.dialogue);
  const asked = await app.ask(kept.question, {
    audience,
    ...(kept.committee === undefined ? {} : { committee: kept.committee }),
    ...(previous ? { previous } : {}),
    signal,
  });
  // Whoever came into the channel meanwhile reads it too; less is open each time, so this comes to an end.
  const now = await findReader({ team, user, channel });
  if (now.kind === 'refused' || !mayReadAllOf(now.audience, audience)) return askAnew(kept, options);
  return { kind: 'asked', asked, audience };
}
