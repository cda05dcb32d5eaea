import { z } from 'zod';
import type { AnswerStore } from '../../../desk.ts';

const keptAnswer = z.object({
  place: z.object({ team: z.string(), channel: z.string(), thread: z.string() }),
  user: z.string(),
  /** Seen by the asker alone. */
  isPrivate: z.boolean(),
  question: z.string(),
  committee: z.string().exactOptional(),
  /** What the question leant on. */
  dialogue: z.unknown().optional(),
  /** Where each source stands, in the order of their numbers. */
  sources: z.array(
    z.object({ source: z.string(), start: z.number(), end: z.number(), quote: z.string().exactOptional() }),
  ),
  /** The question once more, confined to another meeting, committee or minute, in the order of their numbers. */
  readings: z.array(
    z.object({ label: z.string(), meeting: z.string(), text: z.string(), committee: z.string().exactOptional() }),
  ),
  /** Its line in the record of questions. */
  record: z.string().exactOptional(),
  /** Set once it was handed to the clerk. */
  handOff: z.string().exactOptional(),
});

/**
 * An answer that was given, as far as its buttons need it. Of its words only what is cited is kept, to be known again:
 * whoever presses gets what they may see, made anew.
 */
export type KeptAnswer = z.infer<typeof keptAnswer>;
export type KeptReading = KeptAnswer['readings'][number];

export type AnswerMemory = {
  /** Gives the opaque id that the buttons carry. `isBrief`: kept for a short time only. */
  keep(answer: KeptAnswer, options?: { isBrief?: boolean }): string;
  /** Undefined for what was never kept, is past its time, or is another workspace's. */
  find(id: string, team: string): KeptAnswer | undefined;
  replace(id: string, answer: KeptAnswer): void;
};

export type AnswerMemoryOptions = {
  keepMs: number;
  /** For what is not to be kept as text any longer than buttons need. */
  briefMs: number;
};

/** Keeps answers in the desk, for as long as their buttons work. */
export function openAnswerMemory(answers: AnswerStore, { keepMs, briefMs }: AnswerMemoryOptions): AnswerMemory {
  return {
    keep(answer, { isBrief = false } = {}) {
      const { place, user } = answer;
      return answers.keep(answer, { team: place.team, user, keepMs: isBrief ? briefMs : keepMs });
    },
    find(id, team) {
      const found = answers.read(id);
      const checked = found?.team === team ? keptAnswer.safeParse(found.value) : undefined;
      return checked?.success ? checked.data : undefined;
    },
    replace: (id, answer) => void answers.replace(id, answer),
  };
}
