import type { FollowUp, Question } from '../question.ts';

/** Words of following things up, each reading's own; everyday English, not any council's. */
const CUES: [FollowUp, RegExp][] = [
  [
    'outstanding',
    /\b(?:what(?:['’]?s)?|which|anything|list|still|all)\b.{0,40}\boutstanding\b(?!\s(?:schools?|results?|ofsted|rating|judg\w+|provision|work\b|figures?))|^outstanding\b(?!\s(?:schools?|results?))|\boutstanding (?:actions?|requests?|items?|matters?)|\b(?:overdue|gone quiet|loose ends|unanswered|still (?:open|owed|unresolved|to be (?:done|answered|reported)))\b|\b(?:what|which|anything)\b.{0,60}\b(?:never|not|hasn['’]?t|haven['’]?t) (?:been )?(?:come back|answered|reported back|followed up|done)|\bopen (?:actions?|requests?)\b/i,
  ],
  [
    'promised',
    /\b(?:promis\w+|undert(?:ook|aken?|akings?)|(?:officers?|director|cabinet member|they|she|he) (?:said|say|agreed|offered) (?:that )?(?:they|she|he|to)\b.{0,20}\b(?:would|do|send|provide|circulate|look)|(?:officers?|director|head of \w+|council)\b.{0,30}\b(?:commit|say they would)\b)/i,
  ],
  [
    'outcome',
    /\bwhat (?:(?:ever |has |did )?bec(?:ame|ome)|ever came|came|has come) (?:out )?of\b|\bwhat(?:['’]s| is| has)? ?happened (?:to|about|with) (?:the|our|that|those|my)\b|\bdid (?:anything|it|that) (?:ever )?(?:come of|happen|come back)\b|\bany takers\b|\bare (?:we|you|they) still waiting\b|\b(?:did|has|have)\b.{4,90}\bever (?:come|came|been|get|got)\b|(?:^|[,;:–-]\s|\band )(?:was|were|is|are|has|have|did)\b[^?.]{0,140}\b(?:done|carried out|completed|actioned|followed up|implemented|delivered|answered|published|reported back|brought back|(?:come|came|get|got) back|acted on|put right|sorted|finished(?: with)?|closed(?: now)?)\b(?: yet| in the end| to us| now)?\s*\??$/i,
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
