import { z } from 'zod';
import type { AnswerStore } from '../../../desk.ts';
import type { ThreadPlace } from '../../job.ts';

const stop = z.object({
  stops: z.object({ team: z.string(), channel: z.string(), thread: z.string() }),
  user: z.string(),
});

/** No question is worked on for longer. */
const KEEP_MS = 60 * 60_000;

/** What a Stop button stops: what its asker has asked in a thread. */
export type StopMemory = {
  keep(place: ThreadPlace, user: string): string;
  find(id: string, team: string): { place: ThreadPlace; user: string } | undefined;
};

/** Keeps in the desk what Stop buttons lead to. */
export function openStopMemory(answers: AnswerStore): StopMemory {
  return {
    keep: (place, user) => answers.keep({ stops: place, user }, { team: place.team, user, keepMs: KEEP_MS }),
    find(id, team) {
      const found = answers.read(id);
      const checked = found?.team === team ? stop.safeParse(found.value) : undefined;
      return checked?.success ? { place: checked.data.stops, user: checked.data.user } : undefined;
    },
  };
}
