import type { DeclineReason } from '../answer.ts';
import type { Question } from '../question.ts';

/** Asks for an opinion, a text, small talk or the world outside: nothing that minutes hold. */
const NOT_FOR_THE_RECORD =
  /^(?:hi|hello|hey|thanks|thank you|good (?:morning|afternoon|evening))\b[^?]{0,30}$|\b(?:tell me a (?:joke|story)|what(?:'s| is) the weather|weather (?:today|tomorrow|forecast)|who are you|are you (?:a )?(?:bot|human|real)|write (?:me |us )?an? (?:speech|poem|letter|email|e-mail|tweet|press release)|translate|what(?:'s| is) the (?:time|date)\b|who (?:will|should|would) (?:win|i vote)|what (?:do|would) you (?:think|feel|prefer|reckon)|do you (?:think|like|agree|believe)|your opinion|recipe|football (?:score|result)s?|lottery|horoscope|ignore (?:all |your |the )?(?:previous|prior|above) instructions|system prompt)/i;

/**
 * Declines that need no search: a question without a readable word, and one that no committee's record could answer.
 * Undefined for a question to be looked up.
 */
export function judgeQuestion(question: Question): { reason: DeclineReason; message: string } | undefined {
  if (!/\p{L}{2}|\d/u.test(question.text)) return UNREADABLE;
  if (NOT_FOR_THE_RECORD.test(question.text)) {
    return { reason: 'not-for-the-record', message: 'This is not a question that the minutes and reports can answer' };
  }
  const hasSomething =
    question.references.length + question.dates.length + question.wanted.length + question.people.length > 0;
  if (!hasSomething && question.terms.length === 0) {
    return { reason: 'unreadable', message: 'The question says nothing that could be looked up' };
  }
  // Not one word that the papers or the language of questions know: typed by accident, or not English.
  const isGibberish =
    question.terms.length > 0 && question.terms.every((term) => !term.known && term.alternatives.length === 0);
  return isGibberish && !hasSomething && question.terms.length >= wordCount(question.text) ? UNREADABLE : undefined;
}

const UNREADABLE = {
  reason: 'unreadable' as const,
  message: 'The question cannot be read: none of its words is in the papers',
};

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
