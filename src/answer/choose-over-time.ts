import { hitsByMeeting } from '../over-time.ts';
import type { Hit } from '../passage.ts';
import type { Question } from '../question.ts';
import { countWords } from './count-words.ts';

/** Meetings that an answer tells of: more leave too few words to each. */
const MOST_MEETINGS = 6;
/** Words that limbs may have together, so that they fit with what introduces them. */
const MOST_LIMB_WORDS = 170;

/**
 * For a question about a matter over time, what each meeting that dealt with it has that answers best, oldest first:
 * where decisions are asked for the limbs of its minute, as many as there is room for; otherwise the likeliest passage,
 * of minutes where speech is asked for. Empty for other questions.
 */
export function chooseOverTime(question: Question, hits: Hit[]): Hit[] {
  const meetings = hitsByMeeting(hits, question);
  const chosen = question.wanted[0] === 'decision' ? limbsInTurn(meetings) : bestOfEach(meetings, question);
  return chosen.sort((a, b) => dateOf(a).localeCompare(dateOf(b)) || a.passage.ordinal - b.passage.ordinal);
}

function bestOfEach(meetings: Hit[][], { wanted }: Question): Hit[] {
  const isOfSpeech = wanted[0] === 'discussion';
  return meetings.flatMap((hits) => (isOfSpeech && hits.find(isMinuted)) || hits.slice(0, 1)).slice(0, MOST_MEETINGS);
}

/** The likeliest limb of each meeting, then another of the same minute, and so on while there is room. */
function limbsInTurn(meetings: Hit[][]): Hit[] {
  const each = meetings
    .map((hits) => {
      const first = hits.find(isLimb);
      return hits.filter((hit) => first && isLimb(hit) && isOfMinute(hit, first));
    })
    .filter(({ length }) => length > 0)
    .slice(0, MOST_MEETINGS);
  const longest = Math.max(0, ...each.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, at) => each.flatMap((limbs) => limbs[at] ?? [])).flat();
  let words = 0;
  return inTurn.filter(({ passage: { text } }, at) => {
    const count = countWords(text);
    if (at >= each.length && words + count > MOST_LIMB_WORDS) return false;
    words += count;
    return true;
  });
}

function isLimb({ passage: { kind } }: Hit): boolean {
  return kind === 'limb';
}

function isMinuted({ passage: { kind } }: Hit): boolean {
  return kind === 'discussion' || kind === 'minute' || kind === 'limb';
}

function isOfMinute({ passage: { paperId, place } }: Hit, { passage: other }: Hit): boolean {
  return paperId === other.paperId && place.minute === other.place.minute;
}

function dateOf({ passage }: Hit): string {
  return passage.place.meetingDate ?? '';
}
