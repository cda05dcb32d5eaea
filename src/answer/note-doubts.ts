import type { Statement } from '../answer.ts';
import { formatDate } from '../citation.ts';
import type { Hit } from '../passage.ts';
import type { Question } from '../question.ts';

export type NoteOptions = { chosen: Hit[]; hits: Hit[]; statements: Statement[] };

/** Verbs of deciding for and against: a question that takes one for granted is checked against the limb's. */
const FOR = /\b(?:approved?|agreed?|adopted|endorsed|supported|accepted|granted|carried|backed)\b/i;
const AGAINST = /\b(?:refused?|rejected?|turned down|declined|dismissed|voted down|opposed|lost)\b/i;

const PUT_OFF = /\b(?:deferred|deferral|postponed|put off|adjourned)\b/i;

/** A hit of another meeting or committee this near the best could be what was meant. */
const NEARLY_AS_GOOD = 0.5;

/** How a note on another meeting that could be meant begins. */
export const OTHER_MEETING = 'It could also mean';

/** What a reader must know besides the statements: draft or corrected minutes, a premise the record contradicts, another meeting it could be. */
export function noteDoubts(question: Question, { chosen, hits, statements }: NoteOptions): string[] {
  return [...noteStatus(statements), ...notePremise(question, chosen), ...noteOther(question, chosen, hits)];
}

/** Which of the cited minutes are a draft, or were corrected. */
export function noteStatus(statements: Statement[]): string[] {
  const notes = statements.flatMap(({ citations }) =>
    citations.flatMap(({ place, status }) => {
      const which = `${place.committee ?? 'the committee'}, ${place.meetingDate ? formatDate(place.meetingDate) : 'date not printed'}`;
      if (place.paperKind !== 'minutes') return [];
      if (status.kind === 'draft') return [`The minutes of ${which} are a draft: no approval of them is in the index.`];
      return status.kind === 'corrected'
        ? [`The minutes of ${which} were corrected${status.byMinute ? ` by Minute ${status.byMinute}` : ''}.`]
        : [];
    }),
  );
  return [...new Set(notes)];
}

function notePremise(question: Question, chosen: Hit[]): string[] {
  const limb = chosen.find(({ passage }) => passage.kind === 'limb')?.passage;
  if (!limb || !/^(?:why|how come|when|who|what)\b/i.test(question.text)) return [];
  const assumed = [PUT_OFF, AGAINST, FOR].flatMap((verbs) => verbs.exec(question.text)?.[0] ?? [])[0];
  if (assumed === undefined) return [];
  return outcomeOf(assumed) !== outcomeOf(limb.text)
    ? [`The question says “${assumed}”; the record does not: see the resolution quoted.`]
    : [];
}

function outcomeOf(text: string): 'put off' | 'against' | 'for' {
  if (PUT_OFF.test(text)) return 'put off';
  return AGAINST.test(text) ? 'against' : 'for';
}

/** The likeliest other meeting that fits the question as well, where the answer is of one alone. */
function noteOther(question: Question, chosen: Hit[], hits: Hit[]): string[] {
  const [best] = chosen;
  if (!best || question.leaning) return [];
  const said = new Set(chosen.map(({ passage }) => meetingOf(passage.place)));
  const other = hits.find((hit) => !said.has(meetingOf(hit.passage.place)) && couldBeMeant(hit, best, question));
  return other ? [`${OTHER_MEETING} ${meetingOf(other.passage.place)}.`] : [];
}

/** Named by the same number or role, or nearly as likely, at a meeting that the question leaves open. */
function couldBeMeant(hit: Hit, best: Hit, { committees, dates }: Question): boolean {
  const { committee, meetingDate } = hit.passage.place;
  if (committee === undefined || meetingDate === undefined) return false;
  if (committees.length > 0 && !committees.includes(committee)) return false;
  if (dates.length > 0 && !dates.some(({ from, to }) => meetingDate >= from && meetingDate <= to)) return false;
  return best.byRecord ? hit.byRecord : hit.score >= NEARLY_AS_GOOD * best.score;
}

function meetingOf({ committee, meetingDate }: Hit['passage']['place']): string {
  return [committee, meetingDate && formatDate(meetingDate)].filter(Boolean).join(', ');
}
