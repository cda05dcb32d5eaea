import { ACTING, ACTIONS, DELIVERABLES, DELIVERED, DONE_WITH, ERRANDS, SPEECH } from './promise-words.ts';

/** What a sentence of the minutes promises. `speaker`: who "he" or "she" is in the sentence that follows. */
export type FoundPromise = { isPromise: boolean; saidBy?: string; who?: string; speaker?: string | undefined };

const TITLED =
  "(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr|Rev(?:erend)?|Professor|Sir|Dame|Lord|Lady|Alderman|Inspector|Sergeant|Superintendent)\\.? (?:[A-Z]\\.? ?){0,3}[A-Z][\\w’'-]+(?: [A-Z][\\w’'-]+)?";
const OFFICE =
  '(?:Director|Head|Officers?|Manager|Clerk|Chair(?:man|person|woman)?|Vice-Chair|Leader|Solicitor|Lead|Engineer|Member|Holder|Mayor|Executive|Treasurer|Secretary|Advis[eo]r|Co-?ordinator|Auditor|Accountant|Commissioner|Superintendent)';
const ROLE = `(?:[Tt]he |[Hh]er |[Hh]is )?(?:[A-Z][\\w’'-]*(?: of| and| for|,)? ){0,6}${OFFICE}(?: (?:of|for|-|–) (?:[A-Z][\\w’'&-]*(?: and| of|,)? ){0,6}[A-Z][\\w’'&-]*)?`;
const SMALL_ROLE =
  '(?:[Tt]he |[Aa]n )?(?:[A-Z][\\w’-]+ ){0,4}(?:[Oo]fficers?|manager|engineer|clerk|chair(?:man)?|solicitor|leader|director|portfolio holder)';
const NAMED =
  "(?!(?:The|That|This|It|In|At|On|For|With|As|When|If|Members?|There|Matters|Action) )[A-Z][\\w’'-]+ [A-Z][\\w’'-]+";
const PRONOUN = '(?:[Hh]e|[Ss]he|[Tt]hey)';
const BRACKET = '(?: \\([^()]{1,80}\\)|, [^,;]{1,60},)?';
const ACTOR = `(${TITLED}|${ROLE}|${SMALL_ROLE}|${NAMED}|${PRONOUN})`;
const FILL = '(?:(?:also|then|therefore|further|again|both|kindly|duly|accordingly|has|have|readily) ){0,2}';
/** A committee decides; what it "agreed" is no officer's word. */
const BODY =
  /\b(?:Committee|Sub-Committee|Board|Council|Cabinet|Commission|Panel|Trust|Authority|Department|Agency|Academy|School|Forum|Group|Assembly|Government|Parish|Members)$/;

const COMMIT =
  '(?:undertook|promised|offered|agreed|committed|pledged|volunteered|gave (?:an?|her|his) (?:undertaking|assurance|commitment))';
const STRONG = '(?:undertook|promised|pledged|committed|gave (?:an?|her|his) (?:undertaking|assurance|commitment))';
const WOULD =
  "(?:would|will|[’']ll)(?: (?:also|then|now|again|therefore|both|shortly|be (?:happy|pleased|willing|glad) to))*";
const ACTS_NOW = [...ACTIONS, ACTING].join('|');
const BE = '(?:(?:would|will) (?:also |then |again |now )?be|(?:is|are) to be)';
const BE_DONE = `${BE} (?:${[...DELIVERED, ...DONE_WITH].join('|')})\\b`;
const TIME =
  '(?:by|before|in|at|from) (?:the )?(?:end|start|next|new year|spring|summer|autumn|winter|Easter|Christmas|January|February|March|April|May|June|July|August|September|October|November|December)\\b';
const HEARERS = '(?:Members|Councillors|Committee|Commission|Panel|Board|Sub-Committee|meeting)\\b';

/** The actor's own promise: "undertook to write", "promised that Members would have". */
const PLEDGES = new RegExp(
  `\\b${ACTOR}${BRACKET} (?:[^.;]{1,120}? (?:and|but) )?${FILL}(?:${COMMIT} (?:\\w+ ){0,2}?to (?!differ\\b|disagree\\b|be\\b|have\\b)[a-z]+|${STRONG} (?:[A-Z][\\w.]* ){0,4}?that [^.;]{1,120}? (?:would|will)\\b)`,
);
const SAID = new RegExp(
  `\\b${ACTOR}${BRACKET} (?:[^.;]{1,120}? (?:and|but) )?${FILL}(?:${SPEECH.join('|')}|agreed)(?: (?:Members|the Committee|[A-Z]\\w+ [A-Z]\\w+))?(?: that)?(?= )`,
);
/** What is said in that: the speaker's own deed, or a thing that somebody will be given. */
const OWN_DEED = new RegExp(
  `\\b(?:he|she|they|officers|the (?:officer|team|service|Council)) ${WOULD} (?:${ACTS_NOW})\\b`,
);
const GIVEN = new RegExp(
  `\\b${WOULD} (?:receive (?:a|an|the)\\b|have (?:a|an|the) (?:\\w+ ){0,2}(?:${DELIVERABLES.join('|')})\\b)`,
);
/** "the visit to the depot would take place on 3 May"; the next ordinary meeting is nobody's promise. */
const TAKES_PLACE =
  /(?<!\b(?:next|annual|ordinary|this) )\b(?:meeting|session|visit|briefing|seminar|workshop|training)\b(?! of)[^.;]{0,80}? (?:would|will) (?:take place|be (?:held|arranged))\b/;
const DONE = new RegExp(
  `\\b${BE} (?:${DELIVERED.join('|')})\\b|\\b(?:${DELIVERABLES.join('|')})\\b[^;]{0,100}? ${BE_DONE}|\\b(?:members|councillors) ${BE_DONE}|\\b${BE_DONE}[^.;]{0,40}\\b(?:${HEARERS}|${TIME})`,
  'i',
);
const CONFIRMED =
  /^(?:[^.;]{0,80}?, )?[Ii]t was (?:also |then |further )?(?:confirmed|agreed|promised|undertaken|noted|stated|advised|explained|reported)(?: that)? /;
/** "The reply had only just come and would be sent on", "had just come and would forward it to Members". */
const GOES_ON = new RegExp(`\\band ${WOULD} (?:${ACTS_NOW})\\b[^.;]{0,40}\\b${HEARERS}`);
/** "Clerk to write to the owner." */
const ERRAND = new RegExp(`^${ACTOR} to (?:${ERRANDS.join('|')})\\b`);
/** A thing promised by nobody that is named: "a written answer would be provided". */
const THING_DONE = new RegExp(
  `^(?:[^.;]{0,60}?, )?(?:and |but )?(?:(?:[Aa]n?|[Tt]he|[Tt]hese|[Tt]his|[Ii]ts|[Ff]urther|[Ff]ull|[Mm]ore)\\b )?(?:[^.,;]{0,60}? )?(?:${DELIVERABLES.join('|')})\\b[^.,;]{0,60}? (?:${BE_DONE}|(?:would|will) be (?:ready|available)\\b)`,
  'i',
);
const ACTS = new RegExp(
  `^(?:[^.;]{0,80}?, )?${ACTOR}${BRACKET} (?:[^.;]{1,100}? (?:and|but) )?${WOULD} (?:${ACTS_NOW})\\b`,
);
const NOTED_THAT =
  /^[Ii]t was (?:also |then |further )?(?:noted|confirmed|agreed|reported|explained|advised) that (?=\w)/;
const ACTION_LINE = /^(?:ACTIONS?|Actions?|Action points?|AP ?\d{0,3})\b(?: \d{1,3})?(?: (?:by|for))? ?[:–-] ?(.{3,})/;

/** "ACTION: Councillor Rice": who is to do what was said before, and no more. */
const ONLY_WHO = /^(?:(?:(?:of|for|and|the|&) )?(?:\p{Lu}[\p{L}.’'-]*[,/]? ?)){1,8}\.?$/u;

const IS_PRONOUN = new RegExp(`^${PRONOUN}$`);
const AT_START = new RegExp(`^(?:[^;]{0,80}?, )?${ACTOR}\\b`);

/** Minutes put what was asked and what was answered on one line: "How many? – The figure would be circulated." */
const CLAUSE_ENDS = /;\s+|\?\s+|\s[–—-]\s*(?=[A-Z])/;
/** What is asked, hoped, thought or made to depend on something is no promise. */
const QUESTION =
  /(?<!\bhad )\b(?:asked|asks|enquired|inquired|queried|questioned|wondered|wanted to know|requested)\b(?! about)/i;
const UNSURE =
  /\b(?:hop(?:ed|es?|ing|eful)|wish(?:ed|es)?|expect(?:ed|s)?|anticipat(?:ed|es)|intended|intention|likely|unlikely|may|might|could|should|suggested|proposed|thought|felt|believed|considered that|would like|would need|aim(?:ed|s)?|ideally|recommended|moved|seconded|motion)\b/i;
const CONDITION =
  /\b(?:if|unless|provided that|were to|in the event|subject to|depending|in case)\b|\bshould [a-z]+ (?:be|not)\b/i;
/** A deed of long ago, and what goes to those who decide, are told of and not promised. */
const ELSEWHERE =
  /\b(?:to|by|at) (?:the )?(?:full |next )?(?:Cabinet|Council|Full Council|Executive|Secretary of State|Government|Schools Forum|Governing Body)\b/;

/** Reads one sentence; precision before recall: what could be meant otherwise is no promise. */
export function findPromise(words: string, { speaker }: { speaker?: string | undefined } = {}): FoundPromise {
  const action = ACTION_LINE.exec(words)?.[1];
  if (action !== undefined) return { isPromise: !ONLY_WHO.test(action), ...actorOfAction(action), speaker };
  let next = speaker;
  for (const clause of words.split(CLAUSE_ENDS)) {
    const actor = actorIn(clause);
    const found = QUESTION.test(beforeWould(clause)) || isUnsure(clause) ? undefined : promiseIn(clause);
    if (actor !== undefined && !isPronoun(actor)) next = actor;
    if (found) {
      const named = found.actor === undefined || !isPronoun(found.actor) ? found.actor : next;
      return {
        isPromise: true,
        ...(named === undefined ? {} : { saidBy: named }),
        ...(named !== undefined && found.isOwn ? { who: named } : {}),
        speaker: next,
      };
    }
  }
  return { isPromise: false, speaker: next };
}

type Found = { actor?: string; isOwn: boolean };

function promiseIn(clause: string): Found | undefined {
  if (/\b(?:would|will|did|does|had) (?:not|never)\b(?![^,;]*\bbut\b)[^,;]{0,60}$/.test(beforeWould(clause)))
    return undefined;
  const pledge = PLEDGES.exec(clause);
  if (pledge && isPerson(pledge[1]) && !/\bhad (?:\w+ )?$/.test(clause.slice(0, clause.search(new RegExp(COMMIT)))))
    return { actor: pledge[1], isOwn: true };
  const said = SAID.exec(clause);
  if (said && isPerson(said[1])) {
    const rest = clause.slice(said.index + said[0].length);
    if (OWN_DEED.test(rest)) return { actor: said[1], isOwn: true };
    if (GOES_ON.test(rest)) return { actor: said[1], isOwn: true };
    if (GIVEN.test(rest)) return { actor: said[1], isOwn: false };
    if ((DONE.test(rest) || TAKES_PLACE.test(rest)) && !ELSEWHERE.test(rest)) return { actor: said[1], isOwn: false };
    return undefined;
  }
  const errand = ERRAND.exec(clause);
  if (errand && isPerson(errand[1]) && !isPronoun(errand[1])) return { actor: errand[1], isOwn: true };
  const acts = ACTS.exec(clause.replace(NOTED_THAT, ''));
  if (acts && isPerson(acts[1])) return { actor: acts[1], isOwn: true };
  if (CONFIRMED.test(clause) && DONE.test(clause) && !ELSEWHERE.test(clause)) return { isOwn: false };
  if (THING_DONE.test(clause) && !ELSEWHERE.test(clause)) return { isOwn: false };
  return undefined;
}

function isUnsure(clause: string): boolean {
  return CONDITION.test(clause) || UNSURE.test(beforeWould(clause));
}

/** The words up to the promise's own verb: a doubt behind it ("what might be done") is not about the promise. */
function beforeWould(clause: string): string {
  const at = clause.search(
    /\b(?:would|will)\b|\b(?:undertook|promised|offered|agreed|pledged|committed) (?:\w+ ){0,2}to\b/,
  );
  return at < 0 ? clause : clause.slice(0, at);
}

function actorIn(clause: string): string | undefined {
  return AT_START.exec(clause)?.[1];
}

function isPerson(actor: string | undefined): actor is string {
  return actor !== undefined && !BODY.test(actor);
}

function isPronoun(actor: string): boolean {
  return IS_PRONOUN.test(actor);
}

function actorOfAction(action: string): { who?: string } {
  const who = /^(.{2,60}?) (?:to|will|would) [a-z]/.exec(action)?.[1];
  return who === undefined ? {} : { who };
}
