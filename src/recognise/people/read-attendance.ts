import type { Attendance, AttendanceRole, Person } from '../../meeting.ts';
import type { Minute } from '../../minute.ts';
import type { PaperText, Span } from '../../paper.ts';
import { stripMarks } from '../../paper.ts';
import type { OutlineLine, Segment } from '../outline-line.ts';
import { type Lead, leadOf } from './attendance-lead.ts';
import { listsApart } from './lists-apart.ts';
import { type AttendanceList as List, markedLists } from './marked-lists.ts';
import { isPost, readPeople } from './read-people.ts';

/** "Councillor ROE, Convener, in the Chair.": the chair named apart from those present. */
const CHAIR_LINE = /^(?:councillor|cllr|bailie|provost|mr|mrs|ms|miss|dr)\b\.?.{3,80}\bin the chair\W*$/i;
/** "Cllrs. A and B with Jane Roe, Town Clerk": members first, then those who attend them. */
const MEMBERS_WITH = /^(.{10,1200}?[^,;])\s+with\s+(?=\p{Lu})(.{5,400}?)(?:\s+in attendance)?\W*$/su;
const LEAD_WORDS =
  /^\W*(?:there\s+)?(?:apologies(?:\s+for\s+absence)?\s+)?(?:(?:were|was|had been|have been)\s+(?:also\s+)?)?(?:(?:received|submitted|noted|given|made|accepted|intimated|tendered|recorded|reported|sent|offered|extended)\s*(?:and\s+(?:accepted|approved|noted)\s*)?)?(?:(?:on behalf of|from|by|of|for)\s+)?:?\s*/i;
/** "Cllr. Roe, who was ill, and Cllr. Dow": why one was away, before another is named. */
const REASON =
  /,?\s+(?:who (?:was|were|is|had|has)|due to|because|owing to|as (?:she|he|they) (?:was|were|had))\b[^.;]{0,80}?(?=,?\s+(?:and\s+)?(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\b)/g;
/** After this a sentence says something else about those named. */
const AFTERTHOUGHT =
  /,?\s+(?:for whom|with (?:the )?(?:cllr|councillor|mr|ms|mrs)\b|who (?:was|were|had)|whose|was (?:present|in attendance)|attended|substitut\w+|(?:has |have |had )?(?:sent|gave|given|tendered|submitted) (?:(?:his|her|their) )?apolog\w+|due to|because|owing to|as (?:she|he|they)\b)/i;
const NOBODY = /^\W*(?:none|nil|no apologies|there were no|no\b|not applicable|n\/a)/i;
/** Among full names a first name alone at the line's end was broken off its surname. */
const BROKEN_NAME =
  /(?:\p{Lu}[\p{L}.'’-]* \p{Lu}[\p{L}'’-]+(?: \([^()]{1,40}\))?, ){2}.*(?:,|\band) \p{Lu}[\p{L}'’-]+$/u;
/** Names of columns say that another table begins. */
const COLUMN_NAME = /^(?:ref(?:erence)?|no\.?|number|items?|actions?|minutes?|name|status|owner|by whom)$/i;
const MAX_ZONE_LINES = 60;

/** Who was there, as the head of minutes and their minute of apologies print it; one record per printed list. */
export function readAttendance(source: PaperText, options: { segment: Segment; minutes: Minute[] }): Attendance[] {
  const { segment, minutes } = options;
  const lines = attendanceLines(segment, minutes);
  const printed = gatherLists(source, lines).flatMap(membersApart).flatMap(toAttendance);
  const lists = withPresent([...printed, ...unannounced(lines, { minutes, printed })]);
  const apologies = lists.some((list) => list.role === 'apologies') ? [] : apologiesMinute(minutes);
  return [...lists, ...inTheChair(lists), ...apologies];
}

/** The lines from the head to the first minute proper; a "minute" that is a list of people belongs to them. */
function attendanceLines(segment: Segment, minutes: Minute[]): OutlineLine[] {
  const first = minutes.find((minute) => minute.number !== undefined || leadOf(minute.title)?.role === undefined);
  const end = first?.span.start ?? segment.span.end;
  const lines = segment.lines.filter((line) => line.end <= end && line.kind !== 'furniture');
  const content = lines.filter((line) => line.kind !== 'blank');
  const last = content[Math.min(content.length, MAX_ZONE_LINES) - 1];
  return lines.filter((line) => last !== undefined && line.index <= last.index);
}

function gatherLists(source: PaperText, lines: OutlineLine[]): List[] {
  const { lists, unmarked } = markedLists(lines);
  const marked = new Set([...lists.flatMap((list) => list.lines), ...unmarked]);
  let open: List | undefined;
  for (const line of lines) {
    if (marked.has(line) || (marked.size > 0 && /^[PA]\s?[:=–-]/.test(line.text))) continue;
    if (line.kind === 'blank') continue;
    const words = line.text.includes('|') ? cellsApart(line.text) : columnsApart(source, line);
    for (const text of listsApart(words)) {
      const lead = leadOf(text) ?? (open ? partLead(text, open.role) : undefined);
      if (open && open.role !== 'present' && CHAIR_LINE.test(text)) {
        lists.push({ role: 'in the chair', lines: [line], texts: [text] });
        open = undefined;
      } else if (lead) {
        open = { role: lead.role, lines: [line], texts: lead.rest === '' ? [] : [lead.rest] };
        lists.push(open);
      } else if (open && goesOn(open, line)) {
        if (isWrapped(open, line)) open.texts.push(`${open.texts.pop() ?? ''} ${text}`);
        else open.texts.push(text.replace(/^[-–•*]\s+/, ''));
        open.lines.push(line);
      } else {
        open = undefined;
      }
    }
  }
  return lists;
}

/** A line's words; where names stand in columns, a semicolon between them. */
function columnsApart(source: PaperText, line: OutlineLine): string {
  const columns = source.text
    .slice(line.start, line.end)
    .trim()
    .split(/ {3,}|\t+/);
  if (columns.length < 2) return line.text;
  const words = columns.map(stripMarks).filter((column) => column !== '');
  const [first, ...rest] = words;
  if (first !== undefined && first.length < 40 && leadOf(`${first}:`)?.rest === '')
    return `${first}: ${rest.reduce((joined, column) => `${joined}${isPost(column) ? ',' : ';'} ${column}`)}`;
  return words.reduce((joined, column) => {
    if (/[:,;]$/.test(joined)) return `${joined} ${column}`;
    // A post in the next column is the person's before it.
    return isPost(column) ? `${joined}, ${column}` : `${joined}; ${column}`;
  });
}

/** A row's first two cells: a name and the office beside it. */
function cellsApart(row: string): string {
  const cells = row.split('|').map((cell) => cell.trim());
  if (cells.filter((cell) => COLUMN_NAME.test(cell)).length > 1) return '';
  const filled = cells.filter((cell) => /\p{L}{2}/u.test(cell));
  const [name, office] = filled;
  if (filled.length > 1 && filled.every(isWholeName)) return filled.join('; ');
  if (name === undefined || office === undefined) return name === undefined ? '' : `${name}:`;
  return leadOf(`${name}:`)?.rest === '' ? `${name}: ${office}` : `${name}, ${office.replace(/,/g, ' ')}`;
}

/** "E Elm", "Mrs Dow (Chair)": a cell that names one person, by more than a word. */
function isWholeName(cell: string): boolean {
  const bare = cell.replace(/\([^()]*\)/g, '').trim();
  return bare.includes(' ') && !isPost(bare) && readPeople(bare).length === 1 && leadOf(`${bare}:`) === undefined;
}

/** "Host Authority Support Staff:" inside a list heads a part of it; staff and visitors are in attendance. */
function partLead(text: string, role: AttendanceRole): Lead | undefined {
  if (!/^\p{Lu}[^:;,.]{3,80}:$/u.test(text) || role === 'apologies') return undefined;
  return {
    role: /\b(?:staff|officers?|support\w*|guests?|advis[eo]rs?|observers?)\b/i.test(text) ? 'in attendance' : role,
    rest: '',
  };
}

/** A line broken off inside a list that runs over its end, not a list with a person to each line. */
function isWrapped(list: List, line: OutlineLine): boolean {
  const before = list.texts.at(-1) ?? '';
  if (line.index !== (list.lines.at(-1)?.index ?? 0) + 1 || /[;.)]\s*$/.test(before)) return false;
  if (/^[^:,;]{3,45}:\s/.test(line.text)) return false;
  if (/\b(?:councillor|cllr|mr|mrs|ms|dr)\.?\s*$/i.test(before)) return true;
  if (/\([^()]{0,60}$/.test(before) || BROKEN_NAME.test(before)) return true;
  const runs = /councillors\b|(?:\b(?:councillor|cllr|mr|mrs|ms|dr)\b.*){2}/i.test(before);
  return runs && /[,&]|\band\b/.test(before);
}

/** A list goes on over a line that names people, or that ends a line broken in the middle of a list. */
function goesOn(list: List, line: OutlineLine): boolean {
  const before = list.texts.at(-1) ?? '';
  const broken = line.index === (list.lines.at(-1)?.index ?? 0) + 1 && /(?:,|;|\band|-)\s*$/.test(before);
  if (broken) return true;
  if (/^part \w{1,3}\b|\b(?:chamber|hall|room|offices|centre|house)\b.*\d[.:]\d\d/i.test(line.text)) return false;
  if (/\bpresiding\W*$|^\W*(?:convener|chair(?:man|person)?)\W*$/i.test(line.text)) return false;
  if (line.label !== undefined || /https?:|www\./.test(line.text) || line.text.length > 400) return false;
  if (line.kind === 'heading' && line.marks.capitals && line.text.split(' ').length > 1) return false;
  if (
    /^\W*(?:the\s+(?:meeting|webcast|committee|(?:panel|board|commission|council|cabinet|sub-committee|executive) (?:met|was)\b|(?:chair|mayor)\b(?!\s*\())\b|declarations?|minutes\b|resolved|public\b|welcome)/i.test(
      line.text,
    )
  )
    return false;
  return list.texts.length === 0 || readPeople(line.text).length > 0;
}

/** Of members "with" others the others are in attendance. */
function membersApart(list: List): List[] {
  const [, members, others] = (list.role === 'present' && MEMBERS_WITH.exec(list.texts.join('\n'))) || [];
  if (members === undefined || others === undefined || readPeople(others).length === 0) return [list];
  return [
    { ...list, texts: members.split('\n') },
    { ...list, role: 'in attendance', texts: [others] },
  ];
}

function toAttendance(list: List): Attendance[] {
  const words = list.texts.map((text) => stripSentence(text, list.role));
  const people = words.some((text) => NOBODY.test(text)) ? [] : readPeople(joinLines(words));
  if (people.length === 0 && list.texts.length === 0) return [];
  return [record(list.role, people, list.lines)];
}

function stripSentence(text: string, role: AttendanceRole): string {
  const said = text.replace(LEAD_WORDS, '');
  const words = role === 'apologies' ? said.replace(REASON, '') : said;
  const after = role === 'apologies' ? AFTERTHOUGHT.exec(words)?.index : undefined;
  return after === undefined ? words : words.slice(0, after);
}

/** One person to a line unless a line breaks off inside its list. */
function joinLines(words: string[]): string {
  return words.reduce(
    (joined, line) => (/(?:,|\band|\(|-)\s*$/.test(joined) ? `${joined} ${line}` : `${joined}\n${line}`),
    '',
  );
}

function record(role: AttendanceRole, people: Person[], lines: OutlineLine[]): Attendance {
  const spans: Span[] = [];
  for (const line of lines) spans.push({ start: line.start, end: line.end });
  return { role, people, text: stripMarks(lines.map((line) => line.text).join('\n')), spans };
}

/** Where no list says present: a minute of those present, or a list of councillors that nothing announces. */
function unannounced(lines: OutlineLine[], known: { minutes: Minute[]; printed: Attendance[] }): Attendance[] {
  if (known.printed.some(({ role }) => role === 'present')) return [];
  for (const minute of known.minutes) {
    if (!PRESENT_TITLE.test(minute.title)) continue;
    const people = minute.discussion.flatMap(({ text }) => readPeople(text));
    const spans = minute.discussion.flatMap((part) => part.spans);
    if (people.length > 0)
      return [{ role: 'present', people, text: minute.discussion.map(({ text }) => text).join('\n'), spans }];
  }
  const first = lines.findIndex(
    ({ text }) => /^(?:cllrs|councillors)\b/i.test(text) && readPeople(text).length >= MIN_UNANNOUNCED,
  );
  if (first < 0) return [];
  const below = lines.slice(first).findIndex(({ kind }) => kind === 'blank');
  const own = lines.slice(first, below < 0 ? undefined : first + below);
  return [record('present', readPeople(own.map(({ text }) => text).join(' ')), own)];
}

const PRESENT_TITLE = /^(?:those |members |councillors )?(?:present|attendance|in attendance)\b/i;
/** Two councillors in a line may only be spoken of. */
const MIN_UNANNOUNCED = 3;

/** Where no list says present, the first list of those in attendance is the list of members. */
function withPresent(lists: Attendance[]): Attendance[] {
  if (lists.some((list) => list.role === 'present')) return lists;
  const first = lists.find((list) => list.role === 'in attendance' && list.people.length > 0);
  return lists.map((list) => (list === first ? { ...list, role: 'present' } : list));
}

/** Whoever is printed as in the chair, or else as the chair, among those present. */
function inTheChair(lists: Attendance[]): Attendance[] {
  if (lists.some((list) => list.role === 'in the chair')) return [];
  const present = lists.filter((list) => list.role === 'present');
  const office = (pattern: RegExp) => {
    for (const list of present) {
      const person = list.people.find((candidate) => pattern.test(candidate.office ?? ''));
      if (person) return [{ ...list, role: 'in the chair' as const, people: [person] }];
    }
    return undefined;
  };
  return (
    office(/in the chair/i) ??
    office(/(?:^|, )(?:chair|chairman|chairperson|chairwoman|the mayor|mayor|convener)\b/i) ??
    []
  );
}

/** What a heading goes on to say after its title: "Apologies for absence: Cllr. Roe (holiday)". */
function titleWords(minute: Minute): { text: string; spans: Span[] } {
  return { text: minute.title, spans: minute.headingSpans };
}

/** What a minute of apologies also says: who came instead, or late. */
const OTHER_WORD = /\b(?:informed|advised|substitut\w+|would be in attendance|welcomed|arriv\w+)\b/i;

/** Apologies that are given in a minute of their own. */
function apologiesMinute(minutes: Minute[]): Attendance[] {
  const minute = minutes.find((candidate) => /\bapolog/i.test(candidate.title));
  if (!minute) return [];
  const parts = [...minute.discussion, ...minute.limbs, titleWords(minute)];
  const telling = parts.filter(({ text }) => /\bapolog/i.test(text));
  const others = parts.filter((part) => !telling.includes(part) && !OTHER_WORD.test(part.text));
  for (const part of [...telling, ...others]) {
    const lead = leadOf(part.text);
    if (part.text === minute.title && lead?.role !== 'apologies') continue;
    const text =
      (lead?.role === 'apologies' ? lead.rest : part.text).split(
        /(?<=\p{Ll}{2}|\))(?<!\b(?:Cllrs?|Mrs?|Ms|Dr|Prof|Revd?|St))\.\s+(?=\p{Lu})/u,
      )[0] ?? '';
    const words = stripSentence(
      text.replace(/^.{0,80}?\bapologies\b.{0,80}?\b(?:from|on behalf of|(?:provided|given|made) for)\b/i, ''),
      'apologies',
    );
    const people = NOBODY.test(words) ? [] : readPeople(words);
    if (people.length > 0) return [{ role: 'apologies', people, text: part.text, spans: part.spans }];
  }
  return [];
}
