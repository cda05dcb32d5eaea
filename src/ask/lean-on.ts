import type { Dialogue } from '../dialogue.ts';
import { type Lexicon, wordsOf } from '../lexicon.ts';
import type { CitedPlace, Leaning, Question, Reference, Term, Wanted } from '../question.ts';
import { shiftSubject } from './shift-subject.ts';
import { stepDates } from './step-dates.ts';

export type LeanOnOptions = {
  /** What was kept of the turn before. */
  previous: Dialogue;
  lexicon: Lexicon;
  /** Reads the words of a subject against the papers that this question's audience may read. */
  readTopic: (topic: string) => Term[];
};

/** Begins by joining on to what was said. */
const JOINS_ON =
  /^(?:and|but|so|ok(?:ay)?|then|also|what about|how about|same (?:for|again)|any(?:thing)? (?:else|more|news|since|later)|or)\b/i;
/** Stands for something that was said. */
const STANDS_FOR =
  /\b(?:it|its|that|they|them|their|those|this|these|he|she|him|her|his)\b|(?<!\b(?:is|are|was|were|be|been) )\bthere\b|\bthere\??$|\b(?:meeting|one|year|month|time) (?:before|after)\b|\b(?:previous|next|following|last|other|same|second|first|third) (?:one|meeting|year|month|resolution|limb|part)\b/i;
/** An interrogative of its own; without one, a question asks what the one before it asked. */
const ASKS_ITSELF =
  /\b(?:who|whom|whose|why|when|where|how|which|did|does|do|was|were|is|are|has|have|had|can)\b|\bwhat (?!about\b)/i;

const ASKS_PLACE =
  /\b(?:which|what) (?:minute|page|para|paragraph|paper|report|document|meeting|item|committee|resolution|source|date)(?: number| no)?\b.{0,12}\b(?:that|it|this|those|these|you)\b|\bwhere (?:is|was|does|did|can|do)\b.{0,12}\b(?:that|it|this|those|these|i)\b.{0,25}$|^(?:and |so )?when (?:was|were|is) (?:that|this|it|those)(?: (?:meeting|decided|agreed|said|minuted|recorded|resolved|reported))?\s*\??$|\bwho says so\b|\bwhat(?:'s| is) (?:the|your) source\b/i;
const ASKS_MOTION =
  /\b(?:propos\w+|mov(?:ed|er)|second(?:ed|er)|vot(?:e|es|ed|ing)|carried|lost|passed|unanim\w+|abstain\w*|abstention\w*|show of hands)\b/i;
const ASKS_OF_MINUTE =
  /^(?:and |so |but )*who (?:else )?(?:spoke|asked|said|raised|commented|objected|disagreed|replied|answered)\b|^(?:and |so |but )*(?:what (?:else )?(?:did|was|were|has|have)\b.{0,25}\b(?:decid\w+|resolv\w+|agreed?|ask(?:ed)? for)|(?:what|did|was|were).{0,25}\b(?:discuss\w*|members? say|members? ask|raised|debate\w*))/i;
const ASKS_REPORT =
  /\b(?:the|that|this|a|its?|officers?['’]?) (?:report|paper|appendix)\b|\bin (?:the )?(?:report|paper)\b|^(?:and )?what (?:did|do) (?:the )?officers? (?:say|recommend|want|advise|propose)/i;
/** Words of a meeting's business: they ask about what was spoken of and are no subject of their own. */
const BUSINESS =
  /^(?:propos\w+|mov(?:ed|er)|second(?:ed|er)?|first|third|vot\w+|carried|lost|passed|unanim\w+|abst\w+|hands?|apolog\w*|apols|attend\w*|present|absent|chair\w*|declar\w+|interests?|pecuniary|recommend\w*|appendix|source|stand\w*|written|recorded|minuted|resolv\w+|happen\w*|progress|news|update\w*|spoke|spoken|speak|outcome|result|deadline|responsible|next|previous|following|before|later|since|anybody|anyone|everyone|somebody|date|number|happening|against|favour)$/i;
const MEETING_WISHES: Wanted[] = ['attendance', 'declaration', 'next-meeting', 'exempt'];

/** With more words of its own than this, a question says what it is about. */
const MAX_JOINED = 4;
const MAX_STANDING = 3;
/** A question of one word of its own, no name among them, goes on with what was spoken of: "how many were shared?" */
const MAX_BARE = 1;
/** What the subject before weighs beside words of this question's own. */
const KEPT_WEIGHT = 0.3;

/**
 * A question that leaves its subject, meeting, committee or wish to the conversation before it takes them from there;
 * any other is given back as it is. What it leans on are words, dates and places only: rights are never among them.
 */
export function leanOn(asked: Question, options: LeanOnOptions): Question {
  const { previous, lexicon } = options;
  const own = withoutStep(asked);
  const telling = tellingTerms(own);
  const kind = leaningKind(own, telling, previous);
  const [place] = previous.cited;
  const reference = kind && place?.minute !== undefined ? limbNamed(own.text, place.minute) : undefined;
  if (reference && own.references.length === 0)
    return atMeeting({ ...own, references: [reference] }, { kind: 'meeting', ...options });
  if (own.references.length > 0 && telling.length <= MAX_BARE) return atMeeting(own, { kind: 'meeting', ...options });
  if (!kind) return asked;
  const places = knownPlaces(previous.cited, lexicon);
  if (kind === 'place' || kind === 'minute') {
    return {
      ...own,
      ...(kind === 'minute' ? { topic: [previous.instead, previous.topic].filter(Boolean).join(' ') } : {}),
      leaning: { kind, places, ...kept(previous) },
    };
  }
  if (kind === 'meeting') return atMeeting(own, { kind, ...options });
  return onSubject(own, { kind, telling, ...options });
}

/** "And at the next meeting?" names a meeting; it does not ask when that is. */
function withoutStep(own: Question): Question {
  const isStep = JOINS_ON.test(own.text) && !ASKS_ITSELF.test(own.text) && own.wanted[0] === 'next-meeting';
  return isStep ? { ...own, wanted: own.wanted.slice(1) } : own;
}

/** Words of the question's own that say what it is about: no business of meetings, committee or person. */
function tellingTerms({ terms, people }: Question): Term[] {
  const names = new Set(people.flatMap(wordsOf));
  return terms.filter(({ word, weight }) => weight === 1 && !BUSINESS.test(word) && !names.has(word));
}

function leaningKind(own: Question, telling: Term[], { cited }: Dialogue): Leaning['kind'] | undefined {
  const { text, wanted } = own;
  if (!leans(own, telling)) return undefined;
  const isCited = cited.length > 0;
  if (isCited && ASKS_PLACE.test(text) && telling.length <= MAX_BARE) return 'place';
  if (telling.length === 0 && MEETING_WISHES.includes(wanted[0] ?? 'decision')) return 'meeting';
  if (isCited && telling.length === 0 && ASKS_MOTION.test(text)) return 'minute';
  if (isCited && telling.length <= MAX_BARE && ASKS_REPORT.test(text)) return 'report';
  const isElsewhere = JOINS_ON.test(text) && !ASKS_ITSELF.test(text);
  if (isCited && telling.length === 0 && !isElsewhere && ASKS_OF_MINUTE.test(text)) return 'minute';
  return 'subject';
}

function leans({ text, committees, dates, people, references }: Question, telling: Term[]): boolean {
  const namesNothing = committees.length + people.length + references.length + dates.length === 0;
  return (
    telling.length === 0 ||
    (telling.length <= MAX_BARE && namesNothing && ASKS_ITSELF.test(text)) ||
    (telling.length <= MAX_JOINED && JOINS_ON.test(text)) ||
    (telling.length <= MAX_STANDING && STANDS_FOR.test(text))
  );
}

type AtMeetingOptions = LeanOnOptions & { kind: Leaning['kind'] };

/** The question about the meeting, and of the committee, that was spoken of. */
function atMeeting(own: Question, { kind, previous, lexicon }: AtMeetingOptions): Question {
  const dates = stepDates(own, { previous, lexicon, ofMeeting: true });
  return {
    ...own,
    dates,
    committees: committeesOf(own, previous, lexicon),
    leaning: { kind, places: knownPlaces(previous.cited, lexicon), ...kept(previous) },
  };
}

type OnSubjectOptions = LeanOnOptions & { kind: 'report' | 'subject'; telling: Term[] };

/** The question about the subject that was spoken of: the same at another time or place, or more of it. */
function onSubject(own: Question, options: OnSubjectOptions): Question {
  const { kind, telling, previous, lexicon, readTopic } = options;
  const asksItself = ASKS_ITSELF.test(own.text) && !/^(?:and |but |so |ok )*(?:what|how) about\b/i.test(own.text);
  const subject = shiftSubject(own, { previous, telling, asksItself });
  const added = [subject.instead, asksItself ? own.topic : undefined].filter((part) => part !== undefined);
  const hasOwn = telling.length > 0 && added.length > 0;
  const kept = readTopic(subject.topic).map((term) => (hasOwn ? { ...term, weight: KEPT_WEIGHT * term.weight } : term));
  const fresh = [...(subject.instead === undefined ? [] : readTopic(subject.instead)), ...own.terms];
  return {
    ...own,
    committees: committeesOf(own, previous, lexicon),
    dates: stepDates(own, { previous, lexicon, ofMeeting: false }),
    wanted: wishOf(own, previous.wanted, asksItself),
    topic: [...added, subject.topic].join(' '),
    terms: distinct([...fresh, ...kept]),
    leaning: {
      kind,
      places: knownPlaces(previous.cited, lexicon),
      subject: subject.topic,
      ...(subject.instead === undefined ? {} : { instead: subject.instead }),
    },
  };
}

function distinct(terms: Term[]): Term[] {
  return terms.filter(({ word }, at) => terms.findIndex((other) => other.word === word) === at);
}

// "Why?" asks for reasons, which are discussed and never resolved.
function wishOf({ wanted, text }: Question, before: Wanted[], asksItself: boolean): Wanted[] {
  if (wanted.length > 0) return wanted;
  if (/\bwhy\b/i.test(text)) return ['discussion'];
  return asksItself ? [] : before;
}

/** The subject of the conversation, as it was. */
function kept({ topic, instead }: Dialogue): Pick<Leaning, 'subject' | 'instead'> {
  return { subject: topic, ...(instead === undefined ? {} : { instead }) };
}

function committeesOf({ committees }: Question, previous: Dialogue, { committees: known }: Lexicon): string[] {
  if (committees.length > 0) return committees;
  const cited = [...new Set(previous.cited.flatMap(({ committee }) => committee ?? []))];
  const before = previous.committees.length > 0 ? previous.committees : cited.length === 1 ? cited : [];
  // Kept from a turn for other eyes, perhaps: what this audience cannot know of is forgotten.
  return before.filter((name) => known.some((committee) => committee.name === name));
}

function knownPlaces(places: CitedPlace[], { committees }: Lexicon): CitedPlace[] {
  return places.filter(({ committee }) => committee === undefined || committees.some(({ name }) => name === committee));
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** "And resolution 2?", "the second limb": of the minute that was cited. */
function limbNamed(text: string, within: string): Reference | undefined {
  const numbered = /\b(?:resolution|res|limb|part)\.?\s*(?:no\.?\s*)?\(?(\d{1,2}|[a-z]|[ivx]{1,4})\)?(?![\w.])/i.exec(
    text,
  )?.[1];
  const ordinal = /\b(first|second|third|fourth|fifth|sixth|seventh|eighth) (?:resolution|limb|part|decision)\b/i.exec(
    text,
  )?.[1];
  const number = numbered?.toLowerCase() ?? (ordinal ? String(ORDINALS.indexOf(ordinal.toLowerCase()) + 1) : undefined);
  return number === undefined ? undefined : { kind: 'resolution', number, within };
}
