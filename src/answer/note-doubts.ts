import type { Statement } from '../answer.ts';
import { formatDate } from '../citation.ts';
import type { Hit } from '../passage.ts';
import type { Question } from '../question.ts';

export type NoteOptions = { chosen: Hit[]; hits: Hit[]; statements: Statement[] };

/** Verbs of deciding for and against: a question that takes one for granted is checked against the limb's. */
const FOR = /\b(?:approved?|agreed?|adopted|endorsed|supported|accepted|granted|carried|backed)\b/i;
const AGAINST = /\b(?:refused?|rejected?|turned down|declined|dismissed|voted down|opposed|lost)\b/i;

/** A hit of another meeting or committee this near the best could be what was meant. */
const NEARLY_AS_GOOD = 0.9;

/** What a reader must know besides the statements: draft or corrected minutes, a premise the record contradicts, another meeting it could be. */
export function noteDoubts(question: Question, { chosen, hits, statements }: NoteOptions): string[] {
  return [...noteStatus(statements), ...notePremise(question, chosen), ...noteOther(question, chosen, hits)];
}

function noteStatus(statements: Statement[]): string[] {
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
  const assumed = AGAINST.exec(question.text)?.[0] ?? FOR.exec(question.text)?.[0];
  if (assumed === undefined) return [];
  const contradicts = AGAINST.test(assumed) !== AGAINST.test(limb.text);
  return contradicts ? [`The question says “${assumed}”; the record does not: see the resolution quoted.`] : [];
}

function noteOther(question: Question, chosen: Hit[], hits: Hit[]): string[] {
  const [best] = chosen;
  if (!best || question.dates.length > 0 || question.references.length === 0) return [];
  const said = new Set(chosen.map(({ passage }) => meetingOf(passage.place)));
  const other = hits.find(
    (hit) => hit.score >= NEARLY_AS_GOOD * best.score && hit.byRecord && !said.has(meetingOf(hit.passage.place)),
  );
  return other ? [`It could also mean ${meetingOf(other.passage.place)}.`] : [];
}

function meetingOf({ committee, meetingDate }: Hit['passage']['place']): string {
  return [committee, meetingDate && formatDate(meetingDate)].filter(Boolean).join(', ');
}
