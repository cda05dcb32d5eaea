import { findDate } from '../read-date.ts';

/** A body's name as printed and in full, in title case. */
export type CommitteeName = { printed: string; name: string };

const SUB_BODY =
  /\b(?:committee|sub-?committee|commission|panel|board|cabinet|forum|executive|partnership|assembly|working (?:group|party)|task (?:group|force)|joint (?:authority|meeting))\b/i;
const BODY = /\b(?:council|authority|trust|meeting of electors)\b/i;
/** A room or building, where no body's name follows in the line. */
const PLACE =
  /\b(?:chambers?|offices?|rooms?|suite|street|road|lane|building|house|centre|library|school|church|hall|zoom|teams)\b(?!.*\b(?:committee|sub-?committee|commission|panel|board|cabinet|council|forum|executive|partnership|assembly|authority|trust|group)\b)/i;
const NOT_A_BODY =
  /\b(?:chief executive|executive (?:director|summary|member|head|officer)|council(?:lors?)? tax|officers?|manager|clerk|contact|councillors?|cllrs?|members?:|membership|director|services? team|telephone|tel|website|webcast|report author|agenda item|report of|pre-meeting|recommend\w*|resolved|apologies|considered?|submitted|document pack|documents$|decisions? taken)\b|@|www\.|https?:/i;
const LEAD_IN =
  /^\W*(?:(?:public|draft|unconfirmed|confirmed|approved)\s+){0,2}(?:(?:the\s+)?(?:minutes?\s+of\s+(?:the\s+)?proceedings|minutes?|notes|record|agenda|summons|notice|decisions|proceedings|report)\s*(?:[-–:]\s*|\s(?:of|for|from|to)\s+))?(?:(?:briefing|information|discussion|position)\s+(?:paper|note|report)\s+(?:for|to)\s+)?(?:(?:a|an|the)\s+)?(?:(?:[\p{L}-]+\s+){0,3}meeting\s+(?:of|for)\s+(?:the\s+)?)?(?:the\s+)?/iu;
const FIELD_NAME =
  /^\W*(?:committee name and date.{0,40}|(?:name of )?(?:committee|meeting|body|decision[- ]?(?:maker|taker|body)|report to|to)(?: and date)?)\s*(?:\t|:\W*|\|\s*)/i;
/** Words that end a name when they follow it: "held on …", "at the Town Hall". */
const AFTER_NAME =
  /\s+(?:held\b|which was held|on\b|commencing|at\b(?=\s+(?:the\b|\d|\p{Lu}))|in the\b|via\b|to be held|will be held)|\s*[-–—:|,(]\s*(?=(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|date|time|venue|minutes|agenda)\b)|\t/iu;
/** "Parish Council – Ordinary", "Parish Council Extraordinary (Meeting)" */
const KIND_OF_MEETING =
  /(?<=\b(?:council|committee|board|panel|authority|forum))\s*[-–—,:]?\s*(?:an? )?(?:ordinary|annual|extra-?ordinary|special|monthly|general|statutory)\W*$/i;
const SMALL_WORDS = new Set(['of', 'and', 'the', 'for', 'in', 'on', 'to', 'with', 'at', 'by', 'or']);
const MAX_NAME_CHARS = 110;

/** The body that meets, told from the lines of a head: a committee before its council; undefined if none is named. */
export function committeeName(headLines: string[]): CommitteeName | undefined {
  const names = headLines.map(nameIn).filter((name) => name !== undefined);
  const committees = names.filter((name) => SUB_BODY.test(name));
  const chosen = committees[0] ?? [...names].sort((a, b) => b.length - a.length)[0];
  return chosen === undefined ? undefined : { printed: chosen, name: titleCase(chosen) };
}

/** The name of a body that one line of a head holds, without what stands around it. */
function nameIn(line: string): string | undefined {
  if (line.length > 400) return undefined;
  const afterField = line.replace(/^[|\s]+/, '').replace(FIELD_NAME, '');
  const afterLead = afterField.replace(LEAD_IN, '');
  const date = findDate(afterLead);
  const undated = date && date.index > 0 ? afterLead.slice(0, date.index) : afterLead;
  const end = AFTER_NAME.exec(undated)?.index;
  const name = (end === undefined ? undated : undated.slice(0, end))
    .replace(/\s+(?:meeting|minutes|agenda)\W*$/i, '')
    .replace(KIND_OF_MEETING, '')
    .replace(/^(?:the )?chair(?:man|person)? (?:and|&) members of (?:the )?/i, '')
    .replace(/^[\s"'“:–—-]+|[\s.,;:"'”–—|-]+$/g, '');
  const parts = name.split(/\s\/\s/);
  const english = parts.length === 2 ? parts.find((part) => SUB_BODY.test(part) && isName(part)) : undefined;
  return english ?? (isName(name) ? name : undefined);
}

function isName(name: string): boolean {
  if (name.length < 4 || name.length > MAX_NAME_CHARS) return false;
  if (!SUB_BODY.test(name) && !BODY.test(name)) return false;
  // The end of a name broken over two lines is no name.
  if (/^(?:and|of|for|the|&)\s/i.test(name) && !/^the\s/i.test(name)) return false;
  if (NOT_A_BODY.test(name) || PLACE.test(name) || /[.;?!]\s/.test(name)) return false;
  if (/^(?:council|the council|meeting|committee|board|panel)$/i.test(name)) return /^council$/i.test(name);
  const words = name.split(/\s+/);
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !SMALL_WORDS.has(word));
  return /^\p{Lu}/u.test(name) && small.length === 0;
}

/** Capitals to title case; a name not wholly in capitals stands as printed. */
function titleCase(printed: string): string {
  const name = printed.replace(/\s+/g, ' ');
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s(/&-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\S+/g, (word, offset: number) =>
      offset > 0 && SMALL_WORDS.has(word.toLowerCase()) ? word.toLowerCase() : word,
    )
    .replace(/-(?:On|Of|Le|In|The|Upon|Under|By|De|Cum|And)(?=-)/g, (part) => part.toLowerCase());
}
