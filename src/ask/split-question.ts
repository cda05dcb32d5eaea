/** The two questions that one holds, each with the subject both are about. */
export type QuestionParts = [string, string];

/** "Persistent absence - when were we told …, and what happened there?" */
const TWO =
  /^(?<first>.*?\b(?:what|when|where|how|which|who|did|was|were|is|are)\b.{6,}?),?\s+(?:and|then|but)\s+(?<second>(?:what(?:['’]s)?|when|where|how|which|who|whats)\b.{6,})$/i;
/** A subject set off before what is asked of it. */
const SUBJECT = /^(?<subject>[^:?]{4,80}?)\s*(?::|\s[-–—])\s+/;
const MIN_WORDS = 3;

/** The parts of a question that asks two things of one subject, set off before them; undefined for any other. */
export function splitQuestion(text: string): QuestionParts | undefined {
  const subject = SUBJECT.exec(text)?.groups?.subject?.trim();
  if (subject === undefined) return undefined;
  const { first, second } = TWO.exec(text.replace(SUBJECT, ''))?.groups ?? {};
  if (first === undefined || second === undefined) return undefined;
  if ([first, second].some((part) => part.split(/\s+/).length < MIN_WORDS)) return undefined;
  return [`${subject}: ${first}`, `${subject}: ${second}`];
}
