import { slices, stripMarks } from '../../paper.ts';
import type { FormField } from './read-form-fields.ts';

const AUTHOR_FIELD =
  /^(?:report |lead |contact |responsible |presenting )?(?:author|officer)|^(?:report|presented|submitted|prepared) (?:of|by|from)/i;
const REPORT_AUTHOR = /author/i;
const CONTACT =
  /\s*\b(?:tel(?:ephone)?|ext(?:ension)?|phone|mob(?:ile)?|e-?mail)\b.*$|(?:\bor\s+)?[\w.'+-]+@[\w.-]+|\(?\b0\d[\d\s()-]{7,15}\d\b/gi;
/** "Author: Rosa Lind   Role: Contracts Manager" */
const ROLE = /\s+(?:role|job title|post|position)\s*:\s*/i;
const MAX_AUTHOR_CHARS = 160;
const MAX_AUTHORS = 12;

/** The authors a report names, as printed with their office, without telephone numbers and addresses. */
export function readAuthors(text: string, fields: FormField[]): string[] {
  const named = fields.filter((field) => AUTHOR_FIELD.test(field.name));
  const chosen = named.some((field) => REPORT_AUTHOR.test(field.name))
    ? named.filter((field) => REPORT_AUTHOR.test(field.name))
    : named;
  const authors: string[] = [];
  for (const field of chosen) {
    for (const value of joinBroken(slices(text, field.values).map(stripMarks))) {
      const author = value
        .replace(ROLE, ', ')
        .replace(CONTACT, '')
        .replace(/^[\s*•-]+|[\s,;:–-]+$/g, '');
      if (isAuthor(author) && authors.length < MAX_AUTHORS && !authors.some((known) => startsAlike(known, author)))
        authors.push(author);
    }
  }
  return authors;
}

/** A person or an office: begins with a capital, at least two words, no sentence. */
function isAuthor(words: string): boolean {
  return words.length <= MAX_AUTHOR_CHARS && /^\p{Lu}\S*\s+\S/u.test(words) && !/[.?!]\s*$|https?:/.test(words);
}

/** The same person named again at the end of the report. */
function startsAlike(known: string, author: string): boolean {
  const name = (words: string) => (words.split(/\s*[,(–]|\s-\s/)[0] ?? words).toLowerCase();
  return name(known) === name(author);
}

/** A name and office broken after a comma is one value. */
function joinBroken(values: string[]): string[] {
  const joined: string[] = [];
  for (const value of values) {
    const last = joined.at(-1);
    if (last !== undefined && /,$/.test(last)) joined[joined.length - 1] = `${last} ${value}`;
    else joined.push(value);
  }
  return joined;
}
