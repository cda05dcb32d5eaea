import type { LimbKind } from '../../minute.ts';

/** What a limb does, read from its words: its verb in the past, who is asked, and the body it recommends to. */
export type LimbReading = { verb: string; kind: LimbKind; asked?: string | undefined; toBody?: string | undefined };

const PARTICIPLES = [
  'noted',
  'received',
  'approved',
  'endorsed',
  'adopted',
  'deferred',
  'referred',
  'recommended',
  'refused',
  'granted',
  'appointed',
  'elected',
  'delegated',
  'agreed',
  'accepted',
  'supported',
  'confirmed',
  'authorised',
  'excluded',
  'signed',
  'established',
  'rejected',
  'withdrawn',
  'ratified',
  'nominated',
  'asked',
  'requested',
  'welcomed',
  'co-opted',
  'awarded',
  'instructed',
];
/** A list of what the committee did: "APPROVED the plan", "noted the report". */
const STATED = new RegExp(`^(${PARTICIPLES.join('|')})\\b`, 'i');
const PASSIVE = new RegExp(
  `\\b(?:be|been|is|are|was|were)(?: (?:\\w+ly|also|hereby|and))? (${PARTICIPLES.join('|')})\\b`,
  'i',
);
const ACTIVE: [RegExp, string][] = [
  [/\bnotes?\b/i, 'noted'],
  [/\breceives?\b/i, 'received'],
  [/\bapproves?\b/i, 'approved'],
  [/\bendorses?\b/i, 'endorsed'],
  [/\badopts?\b/i, 'adopted'],
  [/\bdefers?\b/i, 'deferred'],
  [/\brefers?\b/i, 'referred'],
  [/\brecommends?\b/i, 'recommended'],
  [/\brefuses?\b/i, 'refused'],
  [/\bgrants?\b/i, 'granted'],
  [/\bappoints?\b/i, 'appointed'],
  [/\bdelegates?\b/i, 'delegated'],
  [/\bsupports?\b/i, 'supported'],
  [/\baccepts?\b/i, 'accepted'],
  [/\bagrees?\b/i, 'agreed'],
  [/\b(?:asks?|requests?|invites?|instructs?)\b/i, 'requested'],
];
/** The committee's own act: "to approve …", "that Cabinet note …", "approve …", "note …". */
const OWN_ACT =
  /^(?:(?:after|following|thereafter|having)\b[^,]{0,80}, )?(?:that )?(?:(?:the |this )?(?:[\w-]+ ){0,5}?(?:cabinet|committee|council|commission|panel|board|authority|executive|forum|members|sub-committee) |to |it |they |\(?we\)? )?(?:(?:agree[sd]?|resolved|is|are) to )?(notes?|receives?|approves?|endorses?|adopts?|defers?|refers?|recommends?|refuses?|grants?|appoints?|delegates?|supports?|accepts?|agrees?|asks?|requests?|invites?|instructs?)\b/i;

const PROCEDURE =
  /\bsigned (?:by the Chair\w* )?as a (?:true|correct)|\bminutes\b.{0,250}\b(?:approv|confirm|sign|agree|accept|receiv|correct record|true record|accurate record|adopt)|\b(?:approv|confirm|sign|agree|accept|adopt)\w*\b.{0,60}\bminutes\b|\bsection 100\b|\b(?:public|press)\b.{0,80}\b(?:be )?exclu|\bexclu\w+.{0,60}\b(?:public|press)\b|\b(?:next|future) (?:scheduled? |ordinary |formal )?meetings?\b.{0,160}\b(?:be held|take place|be on|will be|is|would be|at|on)\b.{0,60}\d|\bstanding orders?\b.{0,40}\bsuspend|\bsuspend\w*\b.{0,40}\bstanding orders?\b|\bapologies\b.{0,60}\b(?:be )?(?:received|accepted|noted|approved)|\baccept\w*\b.{0,20}\bapologies\b|\bmeeting\b.{0,40}\b(?:be|stand) adjourned|\border of (?:business|the agenda)\b|\b(?:press and public|public)\b.{0,40}\b(?:readmitted|re-admitted)|\b(?:go|going|mov(?:e|ed|ing)|enter|entered) (?:in(?:to)? )?(?:closed|private|confidential) session\b|\bAdmission to Meetings\b|\b(?:take the chair|be appointed chair(?:man)? for the meeting)\b/i;
/** Minutes of another body are received, not approved as this one's record. */
const OTHER_MINUTES = /\bminutes of\b.{0,80}\b(?:be )?(?:received|noted)\b/i;
const OWN_MINUTES = /\b(?:correct|true|accurate) (?:and \w+ )?record\b|\bsigned\b/i;
const NOTING = /^(?:noted|received|welcomed)$/;

const ROLE =
  "(?:(?:the|all) )?(?:[A-Z][\\w’'-]*(?:,? (?:and|of|for|the|to|in|&|–|-|with) | |, ?|/)){0,10}?[A-Z][\\w’'-]*(?: (?:and|&) (?:the )?[A-Z][\\w’'-]*(?: [A-Z][\\w’'-]*){0,5})?";
const OFFICER = `(?:(?:[Tt]he )?(?:[Cc]lerk|[Oo]fficers?|[Cc]hair(?:man|person)?|[Vv]ice-[Cc]hair|[Ll]eader)|${ROLE})`;
/** What a person is to do ("That the Clerk obtain quotations"): not what a body resolves of itself. */
const DOES =
  'explores?|reports?|writes?|provides?|agrees?|brings?|prepares?|circulates?|obtains?|arranges?|contacts?|investigates?|submits?|considers?|reviews?|undertakes?|produces?|sends?|publish(?:es)?|makes?|works?|takes?|meets?|consults?|ensures?|updates?|liaises?|presents?|develops?|draws?|invites?|looks?|raises?|responds?|checks?|monitors?|organises?|identif(?:y|ies)|examines?|continues?|purchases?|orders?|seeks?|gets?|confirms?|tells?|informs?|notif(?:y|ies)|shows?|gives?|emails?|drafts?|attends?|shares?|issues?|completes?|reminds?|compiles?|collates?|forwards?|telephones?|pursues?|follows? up|feeds? back|discuss(?:es)?|speaks?|carr(?:y|ies) out';
const CALL =
  'asked|requested|invited|instructed|tasked|required|directed|urged|encouraged|commissioned|charged|reminded';
const ASKED: RegExp[] = [
  new RegExp(
    `^(?:[Tt]hat )?((?:the |all )?[A-Za-z][\\w’',&/ -]{1,90}?) (?:should |shall |must )?(?:be|is|are) (?:also |further |again )?(?:${CALL})\\b`,
  ),
  new RegExp(
    `\\b(?:[Aa]sk|[Rr]equest|[Ii]nvite|[Ii]nstruct|[Uu]rge|[Dd]irect|[Tt]ask)(?:s|ed|ing)? (?:that )?(${OFFICER})(?= (?:to|be|[a-z]{3,}s?)\\b)`,
  ),
  new RegExp(`\\b[Rr]emit(?:s|ted)? (?:it )?to (${OFFICER})(?= to\\b)`),
  new RegExp(`^(?:[Tt]hat )?(${OFFICER}) (?:to|would|will|should|shall|agreed to) (?:\\w+ly )?(?!be\\b|have\\b)[a-z]+`),
  new RegExp(`^(?:[Tt]hat )?(${OFFICER}) (?:\\w+ly )?(?:${DOES})\\b`),
  new RegExp(`(?:,|;|\\band) that (${OFFICER}) (?:\\w+ly )?(?:${DOES})\\b`),
  /\bACTIONS?\s?(?:by)?\s?[:–-]\s?((?:the )?[A-Z][\w’'/&,.\- ]{1,60}?)(?= to\b|\.?$)/i,
];
/** Under "RECOMMENDED -": "That the Executive be asked to award the contract". */
const ASKS_BODY =
  /^(?:[Tt]hat )?(?:the )?((?:(?!That )[A-Z][\w’'-]*,? (?:and |of |for )?){0,7}(?:Council|Cabinet|Executive|Committee|Commission|Board|Panel|Authority|Commissioners?)) (?:be (?:asked|requested|invited)|approves?|agrees?|adopts?|notes?)\b/;
const TO_BODY: RegExp[] = [
  /\b(?:[Rr]ecommend(?:s|ed)?|RECOMMEND(?:S|ED)?) (?:that|THAT) (?:the )?((?:(?!That )[A-Z][\w’'-]*,? (?:and |of |for |& )?){0,6}(?:Council|Cabinet|Executive|Committee|Commission|Board|Panel|Authority|Mayor|Leader))(?= [a-z])/,
  /(?:^|\b[Tt]hat )(?:the )?((?:(?!That )[A-Z][\w’'-]*,? (?:and |of |for |the )?){0,7}[A-Z][\w’'-]*) (?:be|is|BE|IS) (?:recommended|RECOMMENDED)\b/,
  /\b(?:[Rr]ecommend(?:s|ed|ation)?|RECOMMEND(?:S|ED|ATION)?)[,:]? (?:to|TO) (?:the |THE )?((?:(?!(?:That|THAT)\b)[A-Z][\w’'-]*,? ?(?:(?:and|of|for|the) )?){1,8})/,
  /\b(?:recommend(?:s|ed)?|RECOMMEND(?:S|ED)?) (?:that |THAT )?(?:the )?((?:(?:Full|FULL|full) )?(?:[A-Z][\w’'-]*)(?: (?:and |of |for )?[A-Z][\w’'-]*){0,7}) (?:be|to|approves?|agrees?|adopts?|notes?|that)\b/,
];

/** "T H A T Cabinet be asked": letters set apart. */
const SPACED_THAT = /^T H A T\b/;

/** Reads a limb's words; `opening` is the resolution's verb, `lead` the words that introduce it and its fellows. */
export function classifyLimb(
  printed: string,
  options: { opening: string; lead?: string | undefined; parent?: LimbReading | undefined },
): LimbReading {
  const { opening, lead = '', parent } = options;
  const text = printed.replace(SPACED_THAT, 'That');
  const words = `${lead.trim()} ${text}`.trim();
  const asks = opening === 'recommended' ? ASKS_BODY.exec(text)?.[1] : undefined;
  const toBody = readToBody(text) ?? readToBody(words) ?? asks ?? parent?.toBody;
  const first = /^[^.]{15,}?\.(?=\s[A-Z])/.exec(text)?.[0] ?? text;
  const recommends =
    opening === 'recommended' || parent?.kind === 'recommendation' || isRecommendation(text) || isRecommendation(lead);
  const verb =
    recommends && (opening === 'recommended' || toBody !== undefined) ? 'recommended' : verbOf(text, lead, opening);
  if (recommends || (verb === 'recommended' && toBody !== undefined))
    return clean({ verb, kind: 'recommendation', toBody });
  if (PROCEDURE.test(first) && (!OTHER_MINUTES.test(text) || OWN_MINUTES.test(text)))
    return { verb: verb === 'signed' ? 'approved' : verb, kind: 'procedure' };
  if (NOTING.test(verb) && isNotingOnly(text)) return { verb, kind: 'noting' };
  const asked = readAsked(text) ?? readAsked(lead);
  const requests = asked !== undefined || isRequest(text) || isRequest(lead) || parent?.kind === 'request';
  return clean({ verb, kind: requests ? 'request' : 'decision', asked: asked ?? parent?.asked });
}

function clean(reading: LimbReading): LimbReading {
  const { verb, kind, asked, toBody } = reading;
  return { verb, kind, ...(asked === undefined ? {} : { asked }), ...(toBody === undefined ? {} : { toBody }) };
}

function verbOf(text: string, lead: string, opening: string): string {
  const stated = STATED.exec(text)?.[1]?.toLowerCase();
  if (stated) return stated === 'asked' ? 'requested' : stated;
  const own = OWN_ACT.exec(text)?.[1];
  if (own) return pastOf(own);
  const passive = PASSIVE.exec(text)?.[1]?.toLowerCase();
  if (passive) return passive === 'asked' ? 'requested' : passive;
  const led = /\b(notes?|approves?|endorses?|recommends?|agrees?|adopts?)(?: to| that)?\s?:?\s?[-–—]?$/i.exec(
    lead,
  )?.[1];
  return led ? pastOf(led) : opening;
}

function pastOf(word: string): string {
  return ACTIVE.find(([pattern]) => pattern.test(word))?.[1] ?? word;
}

function isRecommendation(words: string): boolean {
  return /\b(?:be|is) recommended (?:to|that)\b|^(?:that |to )?(?:(?:the )?[\w-]+ )?(?:be )?recommend(?:s|ed)? (?:to|that) (?:the )?(?:full )?(?:council|cabinet|executive)\b|\bRECOMMEND(?:S|ED)? (?:TO|THAT|to|that)\b|\bBE RECOMMENDED\b|\bfor recommendation to\b/i.test(
    words,
  );
}

/** "noted and that figures be circulated" does more than note. */
function isNotingOnly(text: string): boolean {
  const more =
    /\b(?:and|;|,)\s(?:\(?[a-z0-9]\)\s)?(?:that\s)?(?:(?:(?!\b(?:to|which|who|asking|requesting)\s)[^.;]){0,160}\s)?be(?:\s\w+ly)?\s(?!noted|received|welcomed|thanked|accepted|as\b)\w+|\b(?:and|;)\s(?:to\s)?(?:approves?|agrees?|asks?|requests?|recommends?|endorses?|adopts?|supports?)\b/i;
  return !more.test(text);
}

/** An update, report or meeting is called for, whoever is to give it. */
function isRequest(words: string): boolean {
  return /\b(?:updates?|reports?|information|details?|briefings?|breakdown|presentation|figures|data|paper|responses?|results|findings|outcomes?)\b.{0,140}\bbe (?:further )?(?:provided|submitted|circulated|brought|presented|given|prepared|reported|sent|made available|received (?:by|in|at))\b|\b(?:be|and) (?:further )?(?:brought|reported|submitted|presented|circulated|provided)(?: back)? to (?:(?:the|this|its|a|all|each|every) )?(?:next |future |first )?(?:\w+ )?(?:Committee|Commission|Panel|Board|Members|Sub-Committee|meeting)\b|\bbe (?:asked|requested|invited|instructed|tasked|urged|directed) (?:to|that)\b|^(?:that |to )?(?:ask|request|invite|instruct|urge)s?\b/i.test(
    words,
  );
}

function readAsked(text: string): string | undefined {
  for (const pattern of ASKED) {
    const asked = pattern.exec(text)?.[1]?.trim();
    if (
      asked &&
      !/^(?:the )?(?:Agree|Confirm|Continue|Decline|Proceed|An?|That|It|This|There|Forum|Trustees|Governors|Group|Council|Cabinet|Committee|Commission|Panel|Board|Members|Under|Approval|Report|To|Executive|Authority|Sub-Committee)$|^(?:since|as|if|when|after|following|subject|given|whilst|while|because)\b|['’]s?$|\b(?:RESOLVED|AGREED|resolved|agreed)\b/i.test(
        asked,
      )
    )
      return asked;
  }
  return undefined;
}

function readToBody(text: string): string | undefined {
  for (const pattern of TO_BODY) {
    const body = pattern
      .exec(text)?.[1]
      ?.replace(/[,\s]+$/, '')
      .replace(/\s(?:That|THAT|To|TO|and|of|for|the)$/, '');
    if (body && !/^(?:That|It|THAT|This|The)$/.test(body)) return body;
  }
  return undefined;
}
