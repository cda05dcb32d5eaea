import type { Hit } from './passage.ts';
import type { Question, Term } from './question.ts';
import { isMet, stemsOf } from './term.ts';

/** Asks how a matter went on from meeting to meeting, or for every time that it came up. */
const OVER_TIME =
  /\b(?:each|every) (?:time|meeting)\b|\bover (?:time|the (?:last |past )?(?:\w+ )?(?:meetings|months|years?))\b|\bso far at each\b|\bhow (?:has|have|had|did|does) .{2,100}\b(?:develop|evolv|unfold|chang|progress|move on|moved on|come about|gone)\w*\b|\b(?:history|story|timeline|time line) of\b|\bcome (?:up|to us|back) (?:before|over)\b|\bfrom (?:the )?(?:start|beginning) to\b|\b(?:at|in) (?:the )?(?:different|successive|various) meetings\b|\bmeeting (?:by|to|after) meeting\b|\btrac(?:e|ed|ing) .{2,60}\b(?:through|over|across)\b/i;

/** True for "how did the closure develop", "what has the committee said about it over time": an answer of several meetings. */
export function asksOverTime({ text }: Pick<Question, 'text'>): boolean {
  return OVER_TIME.test(text);
}

/** A passage that says so much of the matter, with the headings over it, is of it. */
const OF_MATTER = 0.6;
/** One that comes to less than this part of the best hit is of another matter, unless its title says that it is of this. */
const FAR = 0.05;
/** Words that ask how a matter went on, and say nothing of it. */
const ASKING =
  /^(?:develop\w*|evolv\w*|unfold\w*|chang\w*|progress\w*|moved?|history|story|timeline|line|meetings?|months?|times?|years?|start|trac\w+|since|far)$/i;

/** True for a word that asks of a matter over time and is no part of it: "develop", "history". */
export function isAskingOverTime(word: string): boolean {
  return ASKING.test(word);
}

/**
 * The hits of each meeting that dealt with the matter which a question asks of over time, in the order of the hits, but
 * for decisions those of the minutes first that are called after it; empty for other questions.
 */
export function hitsByMeeting(hits: Hit[], question: Question): Hit[][] {
  if (!asksOverTime(question)) return [];
  const own = question.terms.filter(({ word }) => !ASKING.test(word));
  const telling = own.filter(({ weight }) => weight === 1);
  const terms = telling.length > 0 ? telling : own;
  const least = FAR * Math.max(0, ...hits.map(({ score }) => score));
  const meetings = new Map<string, Hit[]>();
  const isOf = (text: string) => isOfMatter(terms, text);
  const isCalledSo = ({ passage: { place } }: Hit) => isOf(place.minuteTitle ?? '');
  const ofMatter = hits.filter(
    (hit) =>
      hit.passage.place.meetingDate !== undefined &&
      (isCalledSo(hit) || (hit.score >= least && isOf(`${hit.passage.context} ${hit.passage.text}`))),
  );
  const first = question.wanted[0] === 'decision' ? ofMatter.filter(isCalledSo) : [];
  for (const hit of new Set([...first, ...ofMatter])) {
    const { committee = '', meetingDate = '' } = hit.passage.place;
    const meeting = `${meetingDate} ${committee}`;
    meetings.set(meeting, [...(meetings.get(meeting) ?? []), hit]);
  }
  return [...meetings.values()];
}

function isOfMatter(terms: Term[], text: string): boolean {
  const stems = stemsOf(text);
  return terms.length > 0 && terms.filter((term) => isMet(term, stems)).length >= OF_MATTER * terms.length;
}
