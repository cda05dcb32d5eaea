import type { Declaration, InterestKind, Person } from '../../meeting.ts';
import type { Minute, Paragraph } from '../../minute.ts';
import type { PaperText, Span, TextTable } from '../../paper.ts';
import { readPeople } from './read-people.ts';

const DECLARING = /\b(?:made an? (?:\p{L}+ )?declaration|declared?|declares|disclosed?|gave notice of|registered)\b/iu;
const INTEREST = /\binterests?\b|\bthat (?:he|she|they) \p{Ll}{2,}|\bdeclaration\b/iu;
const DECLARATIONS_TITLE = /\b(?:declarations?|disclosures?)\b|\binterests?\b/i;
const KIND =
  /non[- ]?(?:disclosable[- ]?)?pecuniary|pecuniary|(?<!non[- ])prejudicial|personal|\bother\b(?= (?:registr?able|registered|interest))|non[- ]regist\w+/gi;
const KINDS = new RegExp(KIND.source, 'i');
/** A declaration told outside the minute of declarations. */
const ELSEWHERE = /\bdeclared an? [^.]{0,80}\binterest\b/i;
const ITEM = /\b(?:agenda\s+)?items?\s+(?:no\.?\s*|number\s*)?(\d{1,4}(?:[./]\d{1,3}){0,2}[a-z]?)\b/i;
const CODED_ITEM = /\bin\s+(?:respect of\s+|relation to\s+)?(\d{1,4}(?:[./]\d{1,3}){1,2})\b/i;
/** "8 – Roads", "Item 8": the number a cell begins with. */
const NUMBER_CELL = /^\W*(?:(?:agenda )?(?:items?|minutes?) ?(?:no\.? ?)?)?(\d[\w.]*)/i;
const MINUTE = /\bminute\s+(?:no\.?\s*|number\s*)?(\d{1,4}(?:[./]\d{1,4}){0,2}[a-z]?)\b/i;

/** A paragraph's own number or label before who declares: "2.1 Mr Roe", "(a) Councillor Dow". */
const NUMBER_BEFORE = /^[\s[]*(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,4})[.)]?\s+(?=\p{Lu})|\(\s*)?/u;

/** "As a friend of the applicant, Cllr Roe": why, before who. */
const WHY_BEFORE = /^(?:as|because|since|having|being|due to)\b[^,]{1,160},\s+/i;

/** Interests declared, one record per person and item, from the minute of declarations and wherever else one is told. */
export function readDeclarations(minutes: Minute[], source: Pick<PaperText, 'tables'>): Declaration[] {
  return minutes.flatMap((minute) => {
    const own = DECLARATIONS_TITLE.test(minute.title);
    const afterTitle = own ? titleParagraph(minute) : [];
    const listed = own ? minute.limbs : [];
    const inTables = own
      ? source.tables.filter((table) => isWithin(table, minute.span)).flatMap(tableDeclarations)
      : [];
    if (inTables.length > 0) return inTables;
    return [...afterTitle, ...minute.discussion, ...listed].flatMap((paragraph) => {
      if (!own && !ELSEWHERE.test(paragraph.text)) return [];
      return sentences(paragraph.text).flatMap((sentence) => {
        const parts = declaringParts(sentence) ?? (own ? (listedParts(sentence) ?? itemFirst(sentence)) : undefined);
        const here = own ? undefined : minute;
        return parts ? toDeclarations(parts, { sentence, paragraph, here }) : [];
      });
    });
  });
}

/** What a heading goes on to say after its title: "Declarations of interest: Cllr. Roe, pecuniary, item 5". */
function titleParagraph(minute: Minute): Paragraph[] {
  const text = /^[^:]{0,60}:\s*(.+)$/s.exec(minute.title)?.[1];
  return text === undefined ? [] : [{ text, spans: minute.headingSpans }];
}

/** Who declares, and the words about what. */
type Parts = { people: Person[]; about: string };

/** "A personal interest was received from Councillor Roe on item 8". */
const RECEIVED_FROM =
  /\b(interests?) (?:was|were) (?:received|declared) (?:from|by) (.{3,160}?)(?=\s(?:on|in|regarding|relating|with)\b|[.,;]|$)/i;

function declaringParts(sentence: string): Parts | undefined {
  const received = RECEIVED_FROM.exec(sentence);
  if (received?.[2] && !/^\W*(?:no\b|none)/i.test(sentence))
    return { people: readPeople(received[2]), about: sentence };
  const declaring = DECLARING.exec(sentence);
  if (!declaring || !INTEREST.test(sentence)) return undefined;
  if (/^\W*(?:there were|no\b|none|members? (?:were|was)|to receive)/i.test(sentence)) return undefined;
  const before = sentence
    .slice(0, declaring.index)
    .replace(NUMBER_BEFORE, '')
    .replace(WHY_BEFORE, '')
    .replace(/\b(?:both|also|each|then|had|have|has)\s*$/i, '');
  const about = sentence.slice(declaring.index);
  // "In relation to Item 7, Councillor Roe declared": the item stands before the person.
  const earlier = ITEM.test(about) ? undefined : ITEM.exec(before)?.[0];
  return { people: readPeople(before), about: earlier === undefined ? about : `${about} ${earlier}` };
}

/** "Cllr. Roe, pecuniary, item 5" and "Cllr. Roe: item 5 - personal interest": a list under the minute's heading. */
function listedParts(sentence: string): Parts | undefined {
  const listed =
    /^\W*((?:councillor|cllr|mr|mrs|ms|miss|dr|alderman)s?\b\.?[^,:–|]{2,60}?)\s*(?:[,:|]|\s[-–]\s|\s(?=with regard to\b|in respect of\b))\s*(.+)$/is.exec(
      sentence,
    );
  if (!listed?.[1] || !listed[2]) return undefined;
  const says =
    /^(?:with regard|in respect)/.test(listed[2]) ||
    KINDS.test(listed[2]) ||
    ITEM.test(listed[2]) ||
    /\binterest\b/i.test(listed[2]);
  return says ? { people: readPeople(listed[1]), about: listed[2] } : undefined;
}

/** "Item 5: Mrs. Roe (non-financial)": the item before the person. */
function itemFirst(sentence: string): Parts | undefined {
  const [, item, people] = /^\W*((?:agenda )?item \d[\w.]{0,5})\s?[:–-]\s+(\p{Lu}.{2,200})$/iu.exec(sentence) ?? [];
  if (item === undefined || people === undefined) return undefined;
  return { people: readPeople(people.replace(/\([^()]*\)/g, '')), about: `${item} ${people}` };
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The rows of a table with a person, an item or minute, and the interest; told by the names of its columns. */
function tableDeclarations({ rows }: TextTable): Declaration[] {
  const [head, ...others] = rows;
  const column = (name: RegExp) => head?.cells.findIndex(({ text }) => name.test(text)) ?? -1;
  const who = column(/^\W*(?:name|councillors?|cllrs?|members?)\b/i);
  const what = column(/\binterests?\b|^\W*(?:nature|reason)\b/i);
  const number = column(/\b(?:minute|item|agenda)\b/i);
  if (who < 0 || what < 0) return [];
  const word = /minute/i.test(head?.cells[number]?.text ?? '') ? 'minute' : 'item';
  return others.flatMap(({ cells, start, end }) => {
    const printed = NUMBER_CELL.exec(cells[number]?.text ?? '')?.[1];
    const sentence = cells.map(({ text }) => text.trim()).join(' | ');
    const about = `${printed === undefined ? '' : `${word} ${printed} `}${cells[what]?.text ?? ''}`;
    const people = readPeople(cells[who]?.text ?? '');
    return toDeclarations({ people, about }, { sentence, paragraph: { text: sentence, spans: [{ start, end }] } });
  });
}

/** `here` is the minute an interest is declared in when its own item is reached. */
type Declared = { sentence: string; paragraph: Paragraph; here?: Minute | undefined };

function toDeclarations({ people, about }: Parts, from: Declared): Declaration[] {
  const { item, minute } = subjectOf(about, from.here);
  return people.map((person) => ({
    person,
    kinds: interestKinds(about),
    ...(item === undefined ? {} : { item }),
    ...(minute === undefined ? {} : { minute }),
    text: from.sentence,
    spans: from.paragraph.spans,
  }));
}

function subjectOf(
  about: string,
  here: Minute | undefined,
): { item?: string | undefined; minute?: string | undefined } {
  const item = ITEM.exec(about)?.[1] ?? CODED_ITEM.exec(about)?.[1];
  const minute = MINUTE.exec(about)?.[1];
  const isHere =
    item === undefined && minute === undefined && /\b(?:this|the) (?:item|matter|application|report)\b/i.test(about);
  return isHere && here ? { item: here.item, minute: here.number } : { item, minute };
}

/** The kinds in the words between "declared" and "interest", in their order; what else is said of interests is not declared. */
function interestKinds(about: string): InterestKind[] {
  const declared = /^.{0,120}?\binterests?\b/is.exec(about)?.[0] ?? (INTEREST.test(about) ? '' : about);
  const kinds = [...declared.matchAll(KIND)].map((match) => kindOf(match[0].toLowerCase()));
  return [...new Set(kinds)];
}

function kindOf(word: string): InterestKind {
  if (/^non[- ]?(?:disclosable)?.*pecuniary/.test(word)) return 'non-pecuniary';
  if (word === 'pecuniary' || word === 'prejudicial' || word === 'personal') return word;
  return 'other';
}

function sentences(text: string): string[] {
  return text
    .split(
      /(?<=\))\s+(?=(?:Agenda )?Item \d)|(?<=[.;])\s+(?=(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|The|Both|\p{Lu}\.?\s\p{Lu})\b)/u,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
