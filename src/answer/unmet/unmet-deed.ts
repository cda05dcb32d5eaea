import type { Question } from '../../question.ts';

/** What is asked of people that no passage answers which does not say it, however near it comes otherwise. */
const DEEDS: { asks: RegExp; says: RegExp; missing: string }[] = [
  {
    asks: /\b(?:who|how many)\b.{0,40}\bvot(?:e|ed|es|ing)\b|\bvoted? (?:for|against)\b|\bhow did .{0,40}\bvote\b/i,
    says: /\bvot(?:e|ed|es|ing)\b|\babst(?:ain|ention)|\b(?:for|against):? \d|\bunanimous/i,
    missing: 'a vote',
  },
  {
    asks: /\bwho (?:\w+ ){0,2}(?:moved|seconded)\b/i,
    says: /\b(?:moved|mover|second(?:ed|er)|proposed by|proposer)\b|\b(?:councillor|cllr)\b.{0,60}\bproposed\b/i,
    missing: 'who moved it',
  },
  {
    asks: /\b(?:councillors?|cllrs?|members?|officers?|directors?|managers?|heads?|leader|mayor|workers?|teachers?|carers?|staff|council|who|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)\b.{0,60}\b(?:resign(?:ed|s)?|dismissed|sacked|suspended|fined|arrested|su(?:ed|es|ing)|prosecuted|disciplined|fired|jailed|banned|redundant)\b/iu,
    says: /\b(?:resign|dismiss|sack|suspen|fine[ds]?\b|arrest|su(?:ed|es|ing)\b|prosecut|disciplin|fired\b|jail|prison|banned\b|redundan|st(?:ood|epped|anding) down|left the|court|misconduct)/i,
    missing: 'such a thing',
  },
];

/** That a vote, a mover, or something grave of somebody is asked for and stands in none of the texts: nobody is to be charged with what the record does not say. */
export function unmetDeed({ text }: Question, texts: string[]): string | undefined {
  return DEEDS.find(({ asks, says }) => asks.test(text) && !texts.some((other) => says.test(other)))?.missing;
}
