import type { Vote } from '../../minute.ts';
import { NUMBER_WORDS, valueOfWords } from '../../number-words.ts';
import { countVoters } from './count-voters.ts';

/** Words by which minutes say that nobody, or a majority, was against; for joining into other patterns. */
export const VOTE_WORDS = 'unanimous(?:ly)?|carried(?! (?:out|forward|over|on)\\b)|nem\\.? con|all in favour';

const NOBODY = ['no', 'nil', 'none', 'nobody', 'zero'];
const COUNT = `\\d{1,3}|${NUMBER_WORDS}|${NOBODY.join('|')}`;
const FOR = [
  // "On a division, there voted:- For the motion (30) – … For the amendment (12) – …"
  /\bfor the motion\s?\((\d{1,3})\)/i,
  new RegExp(`\\b(${COUNT})(?: votes?| members?)?(?: voting| voted)? for the motion\\b`, 'i'),
  /\b(?:for|in favour)(?: (?:of )?(?:the )?(?:motion|amendment|recommendations?|proposals?|resolution|substantive motion))?\s?:[^()]{0,600}\((\d{1,3})\)/i,
  new RegExp(`\\b(${COUNT})(?: votes?| members?)?(?: voting| voted)? (?:for|in favour)\\b`, 'i'),
  /\b(?:for|in favour)\s?[:\-–]?\s?\(?(\d{1,3})\b/i,
  new RegExp(`\\bby (${COUNT})(?: votes?)? to (?:${COUNT})\\b`, 'i'),
];
const AGAINST = [
  /\bfor the amendment\s?\((\d{1,3})\)/i,
  /\bagainst(?: (?:of )?(?:the )?(?:motion|amendment|recommendations?|proposals?|resolution|substantive motion))?\s?:[^()]{0,600}\((\d{1,3})\)/i,
  new RegExp(`\\b(${COUNT})(?: votes?| members?)?(?: voting| voted)? against\\b`, 'i'),
  /\bagainst\s?[:\-–]?\s?\(?(\d{1,3})\b/i,
  new RegExp(`\\bby (?:${COUNT})(?: votes?)? to (${COUNT})\\b`, 'i'),
];
const ABSTAINED = [
  /\babst(?:ain(?:ed)?|entions?)\s?:[^()]{0,600}\((\d{1,3})\)/i,
  new RegExp(`\\b(${COUNT})(?: members?)?(?: voting)? (?:abstentions?|abstained|abstaining|abstain)\\b`, 'i'),
  /\b(?:abstentions?|abstained|abstaining|abstain)\s?[:\-–]?\s?\(?(\d{1,3})\b/i,
];
const UNANIMOUS = /\bunanimous(?:ly)?\b|\bnem\.? ?con\b|\ball (?:were )?in favour\b|\ball agreed\b|\bagreed by all\b/i;
const CARRIED =
  /\bcarried\b(?! (?:out|forward|over|on)\b)|\bpassed\b|\bby (?:a )?(?:\w{1,10} )?majority\b|\bmajority vote\b/i;
const LOST = /\b(?:lost|fell|defeated|not carried|rejected|failed|negatived)\b/i;
/** A vote stands near what it was taken on. */
const MAX_CHARS = 3000;
const MAX_RECORDED_CHARS = 300;
const VOTE_SIGN =
  /\bvot(?:e|es|ed|ing)\b|\bcarried\b(?! (?:out|forward|over|on)\b)|\blost\b|\bfell\b|\bdefeated\b|\bunanimous(?:ly)?\b|\bnem\.? ?con\b|\babst(?:ain|ention)|\bin favour\b|\(\s?for:?\s|\d for\b|\ball agreed\b|\bby (?:a )?(?:\w{1,10} )?majority\b|(?:^|\n| )(?:for|against)\b[^:\n]{0,30}:/i;

/** The vote printed in a text, or undefined. Counts that are not printed stay undefined. */
export function readVote(words: string): Vote | undefined {
  const text = words.slice(0, MAX_CHARS);
  if (!VOTE_SIGN.test(text)) return undefined;
  const named = countVoters(text);
  const counted = {
    for: firstCount(text, FOR) ?? named.for,
    against: firstCount(text, AGAINST) ?? named.against,
    abstained: firstCount(text, ABSTAINED) ?? named.abstained,
  };
  const outcome = outcomeOf(text, counted);
  const hasCount =
    counted.for !== undefined &&
    (counted.against !== undefined || counted.abstained !== undefined || /vot/i.test(text));
  if (outcome === 'unknown' && !hasCount) return undefined;
  const isRecorded = Object.keys(named).length > 0;
  const vote: Vote = { printed: isRecorded ? recordedVote(text) : printedVote(text), outcome };
  if (counted.for !== undefined) vote.for = counted.for;
  if (counted.against !== undefined) vote.against = counted.against;
  if (counted.abstained !== undefined) vote.abstained = counted.abstained;
  return vote;
}

function outcomeOf(text: string, counted: { for?: number | undefined; against?: number | undefined }): Vote['outcome'] {
  if (LOST.test(text)) return 'lost';
  if (UNANIMOUS.test(text)) return 'unanimous';
  if (CARRIED.test(text)) return 'carried';
  if (counted.for === undefined || counted.against === undefined) return 'unknown';
  return counted.for > counted.against ? 'carried' : counted.for < counted.against ? 'lost' : 'unknown';
}

function firstCount(text: string, patterns: RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const printed = pattern.exec(text)?.[1]?.toLowerCase();
    if (printed !== undefined) return NOBODY.includes(printed) ? 0 : (valueOfWords(printed) ?? Number(printed));
  }
  return undefined;
}

/** A recorded vote's own words, as far as a reader wants them. */
function recordedVote(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_RECORDED_CHARS);
}

/** The bracket or sentence that holds the vote. */
function printedVote(text: string): string {
  const bracket =
    /(?:\bCARRIED |\bcarried |\bLOST |\blost )?\([^()]{0,120}(?:\bfor\b|against|abst|unanim|in favour|vote)[^()]{0,120}\)/i.exec(
      text,
    )?.[0];
  if (bracket) return bracket;
  const sentence = text.split(/(?<=[.;])\s+(?=[A-Z(])/).find((part) => VOTE_SIGN.test(part)) ?? text;
  return sentence.length <= 200
    ? sentence.trim()
    : (/(?:unanimously|nem\.? ?con\.?|carried|all in favour|all agreed)/i.exec(sentence)?.[0] ??
        sentence.slice(0, 200));
}
