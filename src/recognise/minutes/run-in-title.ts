import { findDate } from '../read-date.ts';
import { isStandingBusiness } from './standing-business.ts';

/** "MINUTES – Resolved – That …", "FINANCE i. The …": a title in capitals with its minute's text run in behind it. */
const CAPITALS_RUN_IN =
  /^(?=[^a-z]{0,200}[A-Z]{4})[A-Z0-9][A-Z0-9 &,/'’()-]{3,190}[A-Z)](?: held(?: on)? (?:\w+day )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4})?(?:\s?[-–—:.]\s|\s)(?=["“(]?[A-Z][a-z]|\(?[ai1][.)]\s)/;
/** Words by which a sentence begins and a title in title case does not go on. */
const SENTENCE_START =
  /^(?:This|These|The|It|There|No|None|All|Cllrs?\.?|Councillors?|Mr|Mrs|Ms|Members|A|An|Following|After|As|In|At|On|Apologies|Nothing)$/;
/** "CC asked …": minutes that name people by their initials. */
const INITIALS = /^[A-Z]{2,3}$/;
/** "Present: Cllr Roe, Cllr Dow" */
const PEOPLE_LIST = /^(?:those |members |councillors )?(?:present|attendance|in attendance)\s?:\s+(?=\p{Lu})/iu;
/** "Apologies for absence – Cllrs Roe and Dow" */
const WHO_BEHIND_DASH =
  /^(?:apologies|declarations?|disclosures?)\b[^:–—]{0,60}?\s[-–—]\s+(?=(?:cllrs?|councillors?|mrs?|ms|none|there|no|the)\b)/i;
/** "Order of the agenda – agreed", "Approval of minutes. Approved": an outcome of a word or two. */
const OUTCOME =
  /^[A-Z][^:;?]{3,110}?(?:\.|\s[-–—]|:)\s+(?=(?:approved|agreed|noted|none|nil|resolved|received|accepted|deferred)\b[^.]{0,40}\.?$)/i;
/** "To consider grass cutting - It was RESOLVED: That …": what was resolved, right behind the title. */
const RESOLVED_BEHIND =
  /^[A-Z][^;]{3,240}?(?:\s[-–—]\s|[.:]\s)(?=(?:It was |IT WAS )?(?:RESOLVED|AGREED|Resolved|resolved(?=\s?:))(?:\s?[:–—-]|\s(?:that|THAT|to|unanimously)\b))/;
const SMALL_WORD = /^(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|&|[-–—])$/i;
const SAYS = /^(?:\S+ ){1,12}?(?:was|were|is|are|had|has|have|would|will|gave|made|\w{3,}ed)\b/;
const FIRST_LABEL = /^\(?(?:a|i|1)[.)]$/;
const MAX_TITLE_WORDS = 16;

/** How many characters of a heading's line are its title, the minute's text being run in behind; `by` is what shows it. */
export type RunIn = { length: number; by: 'capitals' | 'business' | 'sentence' | 'dash' };

/** Where a heading's title ends in its line; undefined if the whole line is title. */
export function runInTitle(title: string): RunIn | undefined {
  const capitals = CAPITALS_RUN_IN.exec(title)?.[0].length;
  if (capitals !== undefined && isSaid(title.slice(capitals))) return { length: capitals, by: 'capitals' };
  const resolved = RESOLVED_BEHIND.exec(title)?.[0].length;
  if (resolved !== undefined) return { length: resolved, by: 'sentence' };
  const business = /^[^:.]{3,60}:\s+(?=\S)/.exec(title)?.[0];
  if (business && isStandingBusiness(business) && !findDate(title.slice(business.length)))
    return { length: business.length, by: 'business' };
  const listed =
    (PEOPLE_LIST.exec(title) ?? WHO_BEHIND_DASH.exec(title))?.[0].length ?? OUTCOME.exec(title)?.[0].length;
  if (listed !== undefined) return { length: listed, by: 'business' };
  const sentence = sentenceStart(title);
  if (sentence !== undefined) return { length: sentence, by: 'sentence' };
  if (title.length < 60) return undefined;
  const standing = /^[A-Z][^.:–—]{3,70}(?:\s[-–—]\s|[.:]\s)(?=["“(]?[A-Z])/.exec(title);
  return standing && /[.;:]$/.test(title) ? { length: standing[0].length, by: 'dash' } : undefined;
}

/** Words that go on after a heading's, not the end of its title. */
function isSaid(words: string): boolean {
  return /[a-z]{2}/.test(words) && words.length > 15 && (/[.;:?]$/.test(words) || words.split(' ').length > 7);
}

/** "Village Hall Roof The Clerk reported …": where the first sentence, or the first part, begins behind a title. */
function sentenceStart(title: string): number | undefined {
  const words = title.split(' ', MAX_TITLE_WORDS);
  let at = 0;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (before !== undefined && /[.:;?!]$/.test(before)) return undefined;
    const rest = title.slice(at);
    if (before !== undefined && FIRST_LABEL.test(word) && isSaid(rest)) return at;
    const starts =
      before !== undefined &&
      !SMALL_WORD.test(before) &&
      (SENTENCE_START.test(word) || (INITIALS.test(word) && /\p{Ll}/u.test(before)));
    if (starts && SAYS.test(rest) && /[.;:?]["”’]?$/.test(rest)) return at;
    at += word.length + 1;
  }
  return undefined;
}
