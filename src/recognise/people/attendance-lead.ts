import type { AttendanceRole } from '../../meeting.ts';

/** Which list of people a line opens, and its words after the opening ones. */
export type Lead = { role: AttendanceRole; rest: string };

/** What opens each list, most telling first. The words after it on its line belong to the list. */
const LEADS: { role: AttendanceRole; pattern: RegExp }[] = [
  {
    role: 'apologies',
    pattern:
      /^\W*(?:there (?:were|was)\s+)?(?:(?:written|the following|an)\s+)?apolog(?:ies|y)\b(?:\s+(?:for|of)\s+(?:absence|(?:his |her |their )?inability to attend(?: the meeting)?|non-attendance))?(?:\s+and\s+substitutes?)?\s*[:–—.-]*\s*/i,
  },
  { role: 'apologies', pattern: /^\W*(?:absent|absence)\b\s*(?:with apologies|without apologies)?\s*[:–—-]+\s*/i },
  {
    role: 'in attendance',
    pattern:
      /^\W*(?:(?:also|other|others|members|councillors|officers?|officials|staff|guests?|invitees?|visitors?|observers?|non[- ](?:\p{L}+ )?members?|external)\b[^:;,.]{0,60}?\b)?(?:in attendance|also present|attending)\b[^:;,.–—-]{0,50}?\s*[:–—-]*\s*/iu,
  },
  { role: 'in attendance', pattern: /^\W*other (?:members|councillors|cllrs) present\b\s*(?:[:–—-]+\s*|$)/i },
  { role: 'in attendance', pattern: /^\W*also\s+(?:present|attended|attending)\b\s*(?:(?:were|was)\b)?\s*[:–—-]*\s*/i },
  {
    role: 'in attendance',
    pattern:
      /^\W*(?:(?:\p{L}+\s+){0,2}officers?|council officers|staff|observers?|invitees|guests?|advis[eo]rs?|town clerk|parish clerk|clerk|with(?=:)|co-opted members?|co-optees?|officers? present)\b(?:\s+(?:present|attending|and others|in attendance)\b[^:;,.–—-]{0,50}?)?\s*(?:[:–—-]+\s*|$)/iu,
  },
  { role: 'present', pattern: /^(?:.{0,200}?\bthere (?:were|was) present|\W*attendance details)\s*[:–—-]*\s*$/i },
  {
    role: 'in the chair',
    pattern: /^(?=the\s+(?:right\s+)?(?:worshipful|(?:lord\s+)?mayor|chair|convener).{3,80}\(?in the chair\)?\W*$)/i,
  },
  {
    role: 'in the chair',
    pattern: /^\W*(?:(?:present )?in the chair|chair|chairman|chairperson|presiding)\s*[:–—-]+\s*/i,
  },
  {
    role: 'present',
    pattern:
      /^\W*(?:(?:voting |committee |cabinet |board |panel |council |commission |authority |independent |elected |the following )?(?:members?|councillors|cllrs|trustees)\s+)?(?:present|attendance|attendees|attended)\b(?:\s+(?:were|was|for all or part of the meeting))?(?:\s*\([^()]{0,40}\))?\s*(?:[:–—-][\s:–—-]*|$|(?=councillors?|cllrs?))/i,
  },
  {
    role: 'present',
    pattern:
      /^\W*members of the (?:\p{L}+[ -]){0,4}(?:committee|panel|board|commission|council|cabinet|authority|forum) present\b\s*(?:[:–—-]+\s*|$)/iu,
  },
  {
    role: 'present',
    pattern:
      /^\W*(?:members|councillors|cllrs|(?:committee|cabinet|board|panel|commission|authority|voting) members|membership present|substitutes?(?: present)?|substitute members?)\s*(?:[:–—-]+\s*|$)/i,
  },
];
/** "Cllrs. Gower and Hume were also present." */
const ALSO_PRESENT =
  /^\W*((?:councillors?|cllrs?)\b.{2,300}?),?\s+(?:were|was)\s+also\s+(?:present|in attendance)\b.{0,40}$/i;
/** "The Town Clerk and Rev. Jane Roe were in attendance." */
const IN_ATTENDANCE =
  /^\W*(?!The following|Also|Others?\b|Officers?\b|Members?\b)(\p{Lu}.{2,300}?),?\s+(?:were|was)\s+(?:also\s+)?in attendance\b\W*$/u;

/** The list of people this line opens; undefined for any other line. */
export function leadOf(printed: string): Lead | undefined {
  if (printed.length > 1500) return undefined;
  const text = inEnglish(unspaced(printed));
  const also = ALSO_PRESENT.exec(text)?.[1] ?? IN_ATTENDANCE.exec(text)?.[1];
  if (also !== undefined) return { role: 'in attendance', rest: also };
  for (const { role, pattern } of LEADS) {
    const match = pattern.exec(text);
    if (match) return { role, rest: text.slice(match[0].length) };
  }
  return undefined;
}

/** "P R E S E N T :" and "P r e s e n t" without its spaces. */
function unspaced(text: string): string {
  return text.replace(/^\p{Lu}(?: \p{L}){4,20}\b/u, (word) => word.replace(/ /g, ''));
}

/** "PRESENNOL / PRESENT:": of a heading in two languages the second, where it is English. */
function inEnglish(text: string): string {
  const second = /^[\p{L} ]{3,40} \/ (?=(?:also |in )?(?:present|attend|apolog|councillors|officers))/iu.exec(
    text,
  )?.[0];
  return second === undefined ? text : text.slice(second.length);
}
