import type { Statement } from '../answer.ts';
import { citePassage, formatDate } from '../citation.ts';
import { type Span, stripMarks } from '../paper.ts';
import type { Hit, Passage } from '../passage.ts';
import type { Question } from '../question.ts';
import { type ChooseQuoteOptions, chooseQuote } from './choose-quote.ts';

/** A statement of the answer: a few words of ours that say what it is, then the record's own words, cited. */
export function composeStatement(question: Question, hit: Hit, options: ChooseQuoteOptions): Statement {
  const { passage } = hit;
  const span = chooseQuote(question, hit, options);
  return quotePassage(passage, { start: passage.span.start + span.start, end: passage.span.start + span.end });
}

/** Part of a passage as a statement: `span` is in its paper's text. Nothing of it is ours but the words before it. */
export function quotePassage(passage: Passage, span: Span): Statement {
  const citation = citePassage(passage, span);
  return { text: `${introduce(passage)}: “${readable(passage, citation.quote)}”`, citations: [citation] };
}

function readable(passage: Passage, quote: string): string {
  if (passage.kind !== 'table') return stripMarks(quote);
  return quote
    .split('\n')
    .map((row) => stripMarks(row.replace(/\t/g, ' | ')))
    .filter(Boolean)
    .join('; ');
}

function introduce({ kind, place, context }: Passage): string {
  const date = place.meetingDate ? `, ${formatDate(place.meetingDate)}` : '';
  const minute = place.minute ? `minute ${place.minute}${date}` : `${place.minuteTitle ?? 'minutes'}${date}`;
  switch (kind) {
    case 'limb':
      return place.limbKind === 'recommendation' ? `Recommended (${minute})` : `Resolved (${minute})`;
    case 'discussion':
      return `Discussion, not a decision (${minute})`;
    case 'minute':
      return `Minuted (${minute})`;
    case 'attendance':
      return `Attendance${date}`;
    case 'declaration':
      return `Declared${date}`;
    case 'item':
    case 'agenda':
      return `Agenda${date}`;
    case 'recommendation':
      return `Recommendation of the report${place.paperTitle ? ` ${place.paperTitle}` : ''}`;
    case 'table':
      return `Table (${stripMarks(context)})`;
    default:
      return place.paperTitle ? `Report ${place.paperTitle}` : 'Report';
  }
}
