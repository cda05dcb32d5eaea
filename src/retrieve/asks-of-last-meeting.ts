import type { Question } from '../question.ts';

const LAST_MEETING = /\b(?:last|latest|most recent|newest)\b(?:\s\S{1,40}){0,6}?\s+meeting\b/i;

/** True if a question asks about "the last meeting" and names no day or month: the newest that the index has is meant. */
export function asksOfLastMeeting({ text, dates }: Question): boolean {
  return dates.length === 0 && LAST_MEETING.test(text);
}
