import type { Declaration, InterestKind } from '../../meeting.ts';
import type { Minute, Paragraph } from '../../minute.ts';
import { readPeople } from './read-people.ts';

const DECLARING = /\b(?:declared?|declares|disclosed?|gave notice of|registered)\b/i;
const INTEREST = /\binterests?\b|\bthat (?:he|she|they) (?:was|is|were|are|had|has)\b/i;
const DECLARATIONS_TITLE = /\b(?:declarations?|disclosures?)\b|\binterests?\b/i;
const KIND =
  /non[- ]?(?:disclosable[- ]?)?pecuniary|pecuniary|prejudicial|personal|\bother\b(?= (?:registr?able|registered|interest))|non[- ]regist\w+/gi;
const ITEM = /\b(?:agenda\s+)?items?\s+(?:no\.?\s*|number\s*)?(\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)\b/i;
const CODED_ITEM = /\bin\s+(?:respect of\s+|relation to\s+)?(\d{1,4}(?:[./]\d{1,3}){1,2})\b/i;
const MINUTE = /\bminute\s+(?:no\.?\s*|number\s*)?(\d{1,4}(?:[./]\d{1,4}){0,2}[a-z]?)\b/i;

/** Interests declared, one record per person and item, from the minute of declarations and wherever else one is told. */
export function readDeclarations(minutes: Minute[]): Declaration[] {
  return minutes.flatMap((minute) => {
    const own = DECLARATIONS_TITLE.test(minute.title);
    return minute.discussion.flatMap((paragraph) =>
      own || mayDeclare(paragraph) ? paragraphDeclarations(paragraph) : [],
    );
  });
}

function mayDeclare({ text }: Paragraph): boolean {
  return /\bdeclared an? [^.]{0,80}\binterest\b/i.test(text);
}

function paragraphDeclarations(paragraph: Paragraph): Declaration[] {
  return sentences(paragraph.text).flatMap((sentence) => sentenceDeclarations(sentence, paragraph));
}

function sentenceDeclarations(sentence: string, paragraph: Paragraph): Declaration[] {
  const declaring = DECLARING.exec(sentence);
  if (!declaring || !INTEREST.test(sentence)) return [];
  if (/^\W*(?:there were|no\b|none|members? (?:were|was)|to receive)/i.test(sentence)) return [];
  const people = readPeople(
    sentence.slice(0, declaring.index).replace(/\b(?:both|also|each|then|had|have|has)\s*$/i, ''),
  );
  const about = sentence.slice(declaring.index);
  const item = ITEM.exec(about)?.[1] ?? CODED_ITEM.exec(about)?.[1];
  const minute = MINUTE.exec(about)?.[1];
  return people.map((person) => ({
    person,
    kinds: interestKinds(about),
    ...(item === undefined ? {} : { item }),
    ...(minute === undefined ? {} : { minute }),
    text: sentence,
    spans: paragraph.spans,
  }));
}

/** The kinds in the words between "declared" and "interest", in their order; what else is said of interests is not declared. */
function interestKinds(about: string): InterestKind[] {
  const declared = /^.{0,120}?\binterests?\b/is.exec(about)?.[0] ?? '';
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
    .split(/(?<=[.;])\s+(?=(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|The|Both|\p{Lu}\.?\s\p{Lu})\b)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
