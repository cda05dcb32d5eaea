import { z } from 'zod';
import type { DialogueStore } from '../../../desk.ts';
import type { ThreadPlace } from '../../job.ts';
import type { KnownThreads } from '../incoming/take-event.ts';

const keptThread = z.object({
  askers: z.array(z.string()),
  isSilent: z.boolean(),
  /** What the next question may lean on, as the dialogue's own file made it. */
  dialogue: z.unknown(),
});
type KeptThread = z.infer<typeof keptThread>;

/** More askers than this are not told apart from others; a thread is no register. */
const MAX_ASKERS = 50;

/** What is kept of a thread that the bot is in: who asked, whether it listens, and what a follow-up leans on. */
export type ThreadMemory = KnownThreads & {
  dialogue(place: ThreadPlace): unknown;
  keepDialogue(place: ThreadPlace, dialogue: unknown, user: string): void;
};

/** Remembers threads by team, channel and thread in the desk; all of a thread is forgotten `keepMs` after its last use. */
export function openThreadMemory(dialogues: DialogueStore, { keepMs }: { keepMs: number }): ThreadMemory {
  const read = (place: ThreadPlace): { thread: KeptThread; user: string } | undefined => {
    const found = dialogues.read(place);
    const checked = found && keptThread.safeParse(found.value);
    return checked?.success ? { thread: checked.data, user: found?.user ?? '' } : undefined;
  };
  const write = (place: ThreadPlace, thread: KeptThread, user: string) =>
    dialogues.write(place, { value: thread, user, keepMs });
  return {
    find: (place) => read(place)?.thread,
    listen(place, user) {
      const known = read(place)?.thread;
      const askers = [...new Set([...(known?.askers ?? []), user])].slice(-MAX_ASKERS);
      write(place, { dialogue: known?.dialogue, askers, isSilent: false }, user);
    },
    fallSilent(place) {
      const known = read(place);
      if (known) write(place, { ...known.thread, isSilent: true }, known.user);
    },
    dialogue: (place) => read(place)?.thread.dialogue,
    keepDialogue(place, dialogue, user) {
      const known = read(place)?.thread ?? { askers: [user], isSilent: false };
      write(place, { ...known, dialogue }, user);
    },
  };
}
