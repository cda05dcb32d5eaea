import { formatDate } from './citation.ts';
import type { Outcome } from './ledger.ts';

/** The outcome in words. Silence is said to be silence. */
export function sayOutcomeKind(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'answered':
      return 'Answered.';
    case 'partly':
      return 'Answered in part.';
    case 'due':
      return `Due: ${sayDue(outcome.due)}${outcome.nextMeeting ? `; the next meeting is on ${formatDate(outcome.nextMeeting)}` : ''}.`;
    case 'overdue':
      return `Overdue (due ${sayDue(outcome.due)}): ${count(outcome.meetingsSince.length, 'meeting')} since (${outcome.meetingsSince.map(formatDate).join(', ')}), and no paper that is indexed answers it.`;
    case 'gone-quiet':
      return outcome.by.length > 0
        ? 'Spoken of since, but not answered in the papers that are indexed.'
        : `No later trace in the ${count(outcome.lookedThrough.length, 'paper')} looked through.`;
    case 'cannot-tell':
      return `It cannot be told: ${outcome.missing.join('; ')} are not in the index.`;
  }
}

function sayDue({ printed, iso }: { printed: string; iso?: string }): string {
  const day = iso === undefined ? undefined : formatDate(iso);
  return day === undefined || printed.includes(day) ? printed : /^\d{4}-/.test(printed) ? day : `${printed} (${day})`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
