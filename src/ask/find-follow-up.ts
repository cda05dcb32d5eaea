import type { FollowUp, Question } from '../question.ts';

/** Words of following things up, each reading's own; everyday English, not any council's. */
const CUES: [FollowUp, RegExp][] = [
  [
    'outstanding',
    /\b(?:outstanding\b(?!\s(?:schools?|results?|ofsted|rating|judg\w+|provision|work\b))|overdue|gone quiet|loose ends|unanswered|still (?:open|owed|unresolved|to be (?:done|answered|reported)|waiting (?:for|on))|(?:what|which|anything)\b.{0,60}\b(?:never|not|hasn['’]?t|haven['’]?t) (?:been )?(?:come back|answered|reported back|followed up|done)|open (?:actions?|requests?|items?))/i,
  ],
  [
    'promised',
    /\b(?:promis\w+|undert(?:ook|aken?|akings?)|committed to|(?:officers?|director|cabinet member|they|she|he) (?:said|say|agreed|offered) (?:that )?(?:they|she|he|to)\b.{0,20}\b(?:would|do|send|provide|circulate|look)|(?:officers?|director|head of \w+|council)\b.{0,30}\b(?:agree|offer|commit|say they would)\b.{0,20}\b(?:to|us)\b)/i,
  ],
  [
    'outcome',
    /\b(?:what (?:became|has become|ever became|did become) of|what(?:['’]s| is| has)? ?happened (?:to|about|with) (?:the|our|that|those)|did anything (?:come of|happen)|(?:was|were|is|are|has|have|did|been)\b[^?.]{0,140}\b(?:ever |actually |yet )?(?:done|carried out|completed|actioned|followed up|implemented|delivered|answered|published|reported back|(?:come|came|get|got|been brought) back|acted on|put right|sorted)\b(?: yet| in the end| to us)?\s*\??$)/i,
  ],
];
/** Words of these readings say nothing of the subject. */
const NO_SUBJECT =
  /^(?:outstanding|overdue|promis\w*|undert\w+|commit\w*|officers?|quiet|open|actions?|requests?|answered|unanswered|done|carried|completed|actioned|followed|implemented|delivered|published|reported|back|acted|happen\w*|became|become|anything|ever|yet|still|items?|owed|waiting|loose|ends|agree[ds]?|offer\w*|said|would|sorted|right|end|committee|members?|asked|ask|resolved?|resolution|minutes?|director|head)$/i;

/** What a question asks of the committee's memory rather than of a passage; undefined where it does not. */
export function findFollowUp({
  text,
  leaning,
  references,
}: Pick<Question, 'text' | 'leaning' | 'references'>): FollowUp | undefined {
  const found = CUES.find(([, cue]) => cue.test(text))?.[0];
  if (found !== 'outcome') return found;
  // "Was it done?" needs something that "it" is.
  const isBare = /\b(?:it|that|this|those|they)\b/i.test(text) && text.split(/\s+/).length <= 6;
  return isBare && !leaning && references.length === 0 ? undefined : found;
}

/** The terms of a follow-up question that say what it is about. */
export function followUpTerms({ terms }: Pick<Question, 'terms'>): Question['terms'] {
  return terms.filter(({ word, weight }) => weight === 1 && !NO_SUBJECT.test(word));
}
