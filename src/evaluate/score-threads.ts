import { z } from 'zod';
import { peelDate } from '../peel-date.ts';
import type { Thread } from '../thread.ts';
import { readGoldLines } from './read-gold.ts';

const LINE = z.object({
  id: z.string(),
  committee: z.string(),
  /** Where the thread is taken up, as a citation. */
  cite: z.string(),
  /** Words by which it is looked for instead; its own place is then still the citation's. */
  topic: z.string().optional(),
  /** Places that belong to it, besides that one: a minute by its meeting's day and number, or a paper by its file. */
  joins: z.array(z.union([z.object({ date: z.string(), minute: z.string() }), z.object({ file: z.string() })])),
});
type GoldThread = z.infer<typeof LINE>;

/** `wrong` and `missed` name thread and place. What is only possibly related counts neither way. */
export type ThreadScores = {
  precision: number;
  recall: number;
  threads: number;
  labelled: number;
  wrong: string[];
  missed: string[];
};

/** Marks threads against labelled ones in a file. Throws `not-found`, or `invalid` naming the line at fault. */
export async function scoreThreads(find: (cite: string) => Promise<Thread>, goldFile: string): Promise<ThreadScores> {
  const gold = readGoldLines(goldFile, LINE);
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const line of gold) {
    const labelled = new Set(line.joins.map((join) => ('file' in join ? join.file : `${join.date} ${join.minute}`)));
    const found = placesOf(await find(line.topic ?? line.cite), line);
    for (const place of found) {
      if (labelled.has(place)) right++;
      else wrong.push(`${line.id}: ${place}`);
    }
    missed.push(...[...labelled].filter((place) => !found.has(place)).map((place) => `${line.id}: ${place}`));
  }
  return {
    precision: right / Math.max(1, right + wrong.length),
    recall: right / Math.max(1, right + missed.length),
    threads: gold.length,
    labelled: right + missed.length,
    wrong,
    missed,
  };
}

/** The minutes and papers of a thread, each once, without the place where it was taken up. */
function placesOf({ steps }: Thread, { cite }: GoldThread): Set<string> {
  const own = `${peelDate(cite)?.range.from} ${/^Minute (\w+)/.exec(cite)?.[1]}`;
  const places = steps.flatMap(({ place, source, isPossible }) => {
    // An agenda only announces what its minutes and reports hold.
    if (isPossible || place.paperKind === 'agenda') return [];
    return [place.paperKind === 'minutes' ? `${place.meetingDate} ${place.minute}` : source];
  });
  return new Set(places.filter((place) => place !== own));
}
