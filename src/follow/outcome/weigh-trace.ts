/**
 * What a later sentence says of something that was asked or promised: that it is `closed` or `done`, done in part
 * (`partial`), not yet done as it is told (`pending`); or only that it came up (`mention`).
 */
export type TraceWeight = 'closed' | 'done' | 'partial' | 'pending' | 'mention';

const CLOSED =
  /\b(?:be|been|is|are|was|were|as|now)\s(?:now\s|treated\sas\s|regarded\sas\s|considered\s)?(?:closed|discharged|completed?)\b|\brequests?\b[^.;]{0,80}\b(?:as\s)?closed\b/i;
const PENDING =
  /\b(?:no\s(?:reply|answer|response|report|news)\b[^.;]{0,30}\b(?:yet|come|been|received)|(?:not|nor|n['’]t)\s(?:yet\s)?(?:been\s)?(?:ready|come|available|received|begun|started|complete)|yet\sto\s\w+|still\s(?:to|awaited|outstanding|vacant|waiting)|awaited|be\s(?:extended|deferred)|postponed|asked\sfor\sin\s(?:Minute|resolution)[^;]{0,40}\bbe\sbrought)\b/i;
const NUMBERS = '(?:\\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const PARTIAL = new RegExp(
  `\\b(?:remain(?:s|ing)?\\sopen|remaining\\s(?:\\w+\\s){0,2}\\w+|(?:the\\s)?others?\\s${NUMBERS}\\b|${NUMBERS}\\s(?:had|have|has|were|was)\\snot\\b|but\\sonly\\b|only\\sfrom\\b|for\\sone\\syear\\sonly|to\\sbe\\sdecided|not\\sall\\b|the\\srest\\b|first\\s(?:of\\sthe\\s)?reports?\\b|work\\shad\\sbegun)`,
  'i',
);
/** "41 of the 61 schools": a part, unless the numbers are the same. */
const SHARE = /\b(\d{1,4})\sof\s(?:the\s|its\s|all\s)?(\d{1,4})\b/gi;
const DONE =
  /\b(?:had|has|have)\s(?:(?:now|already|also|since|all|therefore|written|both)\s)*(?:been\s)?(?:\w+ed|written|made|done|given|taken|sent|put|met|found|held|set|shown|begun|come|brought|drawn|spent|built|bought|read|said|told|risen|gone|seen)\b|\b(?:was|were|is|are)\s(?:(?:now|also|since|all|therefore)\s)*(?:\w+ed|written|made|done|given|taken|sent|put|met|found|held|set|shown|brought|read|in\splace|told|filled)\b|\b(?:reported|presented|showed|shows?|circulated|received|confirmed|introduced|gave|considered|explained|replied|attended|published|agreed|adopted|provided|approved|welcomed|accepted|decided|offered)\b/i;
/** What another body does with a recommendation. */
const REPLY =
  /\b(?:decided|agreed|adopted|approved|accepted|rejected|refused|provided|resolved|declined|did\snot\s(?:agree|accept|support))\b/i;
const FUTURE_ONLY = /\b(?:would|will|shall|is\sto|are\sto|was\sto|undertook|promised|agreed)\s(?:to\s)?(?:now\s)?\w+/i;

/** Weighs the words of a trace. `isReply`: of a recommendation, where the other body's decision is the answer. */
export function weighTrace(words: string, { isReply = false }: { isReply?: boolean } = {}): TraceWeight {
  const flat = words.replace(/\s+/g, ' ');
  if (CLOSED.test(flat)) return 'closed';
  if (PENDING.test(flat)) return 'pending';
  const isPart = [...flat.matchAll(SHARE)].some(([, part, whole]) => Number(part) < Number(whole));
  if ((isPart && !isReply) || PARTIAL.test(flat)) return 'partial';
  if (isReply) return REPLY.test(flat) ? 'done' : 'mention';
  if (DONE.test(flat))
    return FUTURE_ONLY.test(flat) && !/\b(?:had|has|have|was|were)\s/i.test(flat) ? 'mention' : 'done';
  return 'mention';
}
