/** The questions that one question holds, each with the subject that all are about. */
export type QuestionParts = [string, string, ...string[]];

/** Words that begin a question of their own. */
const ASKS =
  "(?:what(?:[’']?s)?|when|where|how(?:[’']?s)?|which|who(?:m|se|[’']?s)?|why|is|are|was|were|did|do|does|has|have|had|will|would|can|any|whats?)\\b";
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
/** A time that a question is asked of: "by june 2019", "then by September", "the end of 2019", "2024/25". */
const TIME = `(?:(?:then|now|again)\\s+)?(?:(?:in|by|at|for|on|during|since|from|to)\\s+)?(?:the\\s+)?(?:(?:year[ -]?)?(?:end|start|beginning|close)\\s+(?:of\\s+)?)?(?:(?:early|late|mid)[ -])?(?:(?:spring|summer|autumn|winter|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}|${MONTH})\\s*(?:(?:19|20)\\d{2}|[’']?\\d{2}(?![\\d%/:.]))?|(?:19|20)\\d{2}(?:/\\d{2,4})?|\\d{2}/\\d{2}(?!/)|q[1-4](?:\\s+(?:19|20)?\\d{2}(?:/\\d{2})?)?)`;
const JOINS = '(?:,?\\s*(?:\\band\\b|\\bthen\\b|\\bbut\\b|&)(?:\\s+then\\b)?\\s+|[,;?]\\s+)';

const HAS_ASK = new RegExp(`\\b${ASKS}`, 'i');
const ASKS_FIRST = new RegExp(`^${ASKS}`, 'i');
/** A subject set off before what is asked of it. */
const SUBJECT = /^([^?]{2,90}?)(?::|\s[-–—])\s+(?=\S)/;
const CLAUSE_ENDS = new RegExp(`${JOINS}(?=${ASKS})`, 'gi');
const TWO_TIMES = new RegExp(
  `^(.{3,300}?\\S),?\\s+(${TIME}),?\\s+(?:and(?: then)?|vs\\.?|versus|v|against|compared (?:to|with)|then)\\s+(${TIME})\\s*\\??$`,
  'i',
);
const TIME_BEFORE = new RegExp(`\\b${TIME}$`, 'i');
/** What a reader wants to hear of, one after the other: "numbers, stability, adoptions". */
const TOPICS = /^(?:(.*)(?::|\s[-–—])\s+)?([^,?:]{2,40}(?:,\s*(?:and\s+)?[^,?:]{2,40}){1,3})\??$/;
/** Says of what came before it; by itself it asks nothing. */
const POINTS_BACK = /\b(?:it|its|that|they|them|their|those|this|these|there|he|she)\b/i;
/** Of every meeting it is one question. */
const EACH_TIME = /\b(?:each|every) (?:time|meeting)\b/i;
const MIN_WORDS = 2;
const MIN_WORDS_ALONE = 5;
const MAX_TOPIC_WORDS = 5;
const MAX_PARTS = 4;

/**
 * The parts of a question that asks several things of one subject: "fostering - who recruits, and what happens in
 * April?", "children in care, autumn 2017 vs end of 2019", "brief me on the August report: staff, numbers, plans".
 * Undefined for any other. Each part is a question by itself: it has the subject and, where it is a time alone, what is
 * asked of the other time.
 */
export function splitQuestion(text: string): QuestionParts | undefined {
  if (EACH_TIME.test(text)) return undefined;
  const set = SUBJECT.exec(text);
  const rest = set ? text.slice(set[0].length).trim() : text;
  const parts = splitTimes(rest) ?? splitClauses(rest, set !== null) ?? (set ? splitTopics(rest) : undefined);
  if (!parts || parts.clauses.length > MAX_PARTS) return undefined;
  const subject = [set?.[1]?.trim(), parts.subject].filter(Boolean).join(': ');
  const [first, second, ...more] = parts.clauses.map((clause) => (subject ? `${subject}: ${clause}` : clause));
  return first === undefined || second === undefined ? undefined : [first, second, ...more];
}

type Parts = { subject?: string; clauses: string[] };

/** A question and another time that it is asked of. */
function splitTimes(rest: string): Parts | undefined {
  const [, asked, first, second] = TWO_TIMES.exec(rest) ?? [];
  if (asked === undefined || first === undefined || second === undefined || TIME_BEFORE.test(asked)) return undefined;
  return { clauses: [`${asked} ${first}`, `${asked} ${second}`] };
}

/** Two questions or more; without a subject before them each has to say its own. */
function splitClauses(rest: string, hasSubject: boolean): Parts | undefined {
  const ends = [...rest.matchAll(CLAUSE_ENDS)].filter(({ index }) => countWords(rest.slice(0, index)) >= 2);
  if (ends.length === 0) return undefined;
  const starts = [0, ...ends.map(({ index, 0: joint }) => index + joint.length)];
  const clauses = starts.map((start, at) => rest.slice(start, ends[at]?.index ?? rest.length).trim());
  const [subject = '', ...asked] = clauses;
  if (!hasSubject && !HAS_ASK.test(subject)) return asked.length > 1 ? { subject, clauses: asked } : undefined;
  const [first = '', ...more] = joinStatement(clauses);
  const least = hasSubject ? MIN_WORDS : MIN_WORDS_ALONE;
  const isWhole = (clause: string) => countWords(clause) >= least && (hasSubject || !POINTS_BACK.test(clause));
  return more.length > 0 && countWords(first) >= least && more.every(isWhole)
    ? { clauses: [first, ...more] }
    : undefined;
}

/** "We were told it was poor, what was it then and …": what is said before the first question belongs to it. */
function joinStatement([first = '', second = '', ...more]: string[]): string[] {
  return more.length > 0 && !ASKS_FIRST.test(first) ? [`${first}, ${second}`, ...more] : [first, second, ...more];
}

function splitTopics(rest: string): Parts | undefined {
  const [, frame = '', list] = TOPICS.exec(rest) ?? [];
  const topics = (list ?? '').split(/,\s*(?:and\s+)?/).map((topic) => topic.trim());
  if (topics.length < 2 || topics.some((topic) => countWords(topic) > MAX_TOPIC_WORDS)) return undefined;
  return { ...(frame ? { subject: frame.trim() } : {}), clauses: topics };
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
