import { stemmer } from 'stemmer';
import { formatDate } from '../citation.ts';
import { type Lexicon, wordsOf } from '../lexicon.ts';
import type { Question } from '../question.ts';

/** What may be said of a paper that is closed to the reader: that it exists, where, and under which paragraphs. */
export type ClosedPaper = { committee?: string; date?: string; item?: string; title?: string; paragraphs: number[] };

/** Share of a closed paper's title that a question must say before it is taken to ask for that paper. */
const MIN_TITLE_SHARE = 0.8;

/**
 * The closed paper whose content a question asks for: by its item number at the meeting it names, or by most of its
 * title. A question about what was closed and why is answered from the agenda instead.
 */
export function findClosed(question: Question, closed: ClosedPaper[], lexicon: Lexicon): ClosedPaper | undefined {
  if (question.wanted[0] === 'exempt') return undefined;
  return closed.find(
    (paper) =>
      isOfMeeting(paper, question) && (isNamedByItem(paper, question) || isNamedByTitle(paper, question, lexicon)),
  );
}

/** One sentence on a closed paper; nothing of its content. */
export function sayClosed({ committee, date, item, title, paragraphs }: ClosedPaper): string {
  const name = title ? `“${title}”` : 'The paper asked for';
  const where = [item && `item ${item}`, committee, date && formatDate(date)].filter(Boolean).join(', ');
  const grounds =
    paragraphs.length > 0
      ? `under paragraph${paragraphs.length > 1 ? 's' : ''} ${paragraphs.join(' and ')} of Part 1 of Schedule 12A to the Local Government Act 1972`
      : 'and the papers do not print under which paragraph';
  return `${name}${where ? ` (${where})` : ''} is exempt from publication ${grounds}; nothing of its content can be shown`;
}

function isOfMeeting({ committee, date }: ClosedPaper, { dates, committees }: Question): boolean {
  const isOfDate = date === undefined || dates.length === 0 || dates.some(({ from, to }) => date >= from && date <= to);
  return isOfDate && (committee === undefined || committees.length === 0 || committees.includes(committee));
}

function isNamedByItem({ item, date }: ClosedPaper, { references, dates }: Question): boolean {
  if (item === undefined || date === undefined || dates.length === 0) return false;
  return references.some((reference) => reference.kind === 'item' && reference.number === item.toLowerCase());
}

function isNamedByTitle({ title, date }: ClosedPaper, { terms, text, dates }: Question, lexicon: Lexicon): boolean {
  const words = wordsOf(title ?? '').filter((word) => word.length > 3);
  const asksForPaper =
    /\b(?:report|paper|item|appendix|annex|document)s?\b/i.test(text) || (date !== undefined && dates.length > 0);
  if (words.length < 2 || !asksForPaper) return false;
  const asked = new Set(terms.map((term) => stemmer(term.word)));
  const rarity = (word: string) => Math.log(1 + lexicon.passageCount / (1 + (lexicon.vocabulary.get(word) ?? 0)));
  const whole = words.reduce((sum, word) => sum + rarity(word), 0);
  const said = words.filter((word) => asked.has(stemmer(word))).reduce((sum, word) => sum + rarity(word), 0);
  return said / whole >= MIN_TITLE_SHARE;
}
