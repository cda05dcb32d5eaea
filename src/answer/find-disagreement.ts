import type { Span } from '../paper.ts';
import type { Hit } from '../passage.ts';
import { type Period, readPeriods, sharePeriods } from '../period.ts';
import { splitSentences } from '../sentence.ts';
import { stemsOf } from '../term.ts';

/** A quotation: a hit and the part of its passage's text that is quoted. */
export type Quoted = { hit: Hit; span: Span };

/** Hits beside the chosen ones that are looked at. */
const LOOKED_AT = 20;
/** Two sentences say the same of the same thing with this share of their words in common, and no fewer words than these. */
const SAME_SHARE = 0.75;
const MIN_SHARED = 4;
/** Figures with their signs; numbers inside words ("KS2") and labels at the beginning are none. */
const FIGURE = /(?<![\p{L}\d.,/])£?\d+(?:[.,]\d+)*(?:\s?(?:%|million|p\b))?(?![\p{L}\d])/gu;
/** A number that tells one thing of a kind from the next is of its name. */
const NUMBERED =
  /\b(stage|ks|year|phase|level|grade|band|tier|option|zone|ward|class|key|no|unit|lot|route)[\s.]{1,2}(\d{1,2})\b/gi;
const LABEL = /^[\s*#|•-]*\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z])[.)]?\s+/i;

/**
 * Sentences of other hits that say the same of the same thing at the same meeting, but with other figures or another
 * date: sources that disagree, at most one for each quotation. Neither is taken for the right one.
 */
export function findDisagreement(quoted: Quoted[], hits: Hit[]): Quoted[] {
  const found = quoted.flatMap((quote) => {
    const others = hits
      .slice(0, LOOKED_AT)
      .filter(
        (hit) =>
          isOfSameMeeting(hit, quote.hit) &&
          !isListed(hit) &&
          !isOtherMinute(hit, quote.hit) &&
          !isBeside(hit, quote.hit),
      );
    const stated = sentencesOf(quote.hit, quote.span);
    return others
      .flatMap((hit) => sentencesOf(hit).filter((other) => stated.some((one) => disagree(one, other))))
      .slice(0, 1);
  });
  return found.filter((one) => !quoted.some((other) => overlaps(one, other))).map(({ hit, span }) => ({ hit, span }));
}

/** `row`: what a table's row is called, undefined for a sentence. `times`: years and quarters. */
type Sentence = Quoted & { stems: Set<string>; row?: string; figures: string[]; times: Period[] };

/** An agenda's figures are page numbers. */
function isListed({ passage: { kind } }: Hit): boolean {
  return kind === 'item' || kind === 'agenda';
}

function isOfSameMeeting({ passage: { place } }: Hit, { passage: other }: Hit): boolean {
  return (
    place.meetingDate !== undefined &&
    place.meetingDate === other.place.meetingDate &&
    place.committee === other.place.committee
  );
}

/** Two minutes of a meeting are about two things, however like their sentences are ("the motion was LOST"). */
function isOtherMinute({ passage: { place } }: Hit, { passage: other }: Hit): boolean {
  return place.minute !== undefined && other.place.minute !== undefined && place.minute !== other.place.minute;
}

/** What stands beside it in the same paper goes on to another thing: nobody says one thing twice over in a breath. */
function isBeside({ passage }: Hit, { passage: other }: Hit): boolean {
  const isOfRows = passage.kind === 'table' && other.kind === 'table';
  return !isOfRows && passage.paperId === other.paperId && Math.abs(passage.ordinal - other.ordinal) <= 1;
}

/** Sentences with a figure, of the whole passage or what of them lies in a part of it. */
function sentencesOf(hit: Hit, within?: Span): Sentence[] {
  const { text, kind, context } = hit.passage;
  // A row says what it is of with its headers and its caption.
  const around = kind === 'table' ? context.split(' · ').slice(-2).join(' ') : '';
  return splitSentences(text)
    .filter(({ start, end }) => !within || (start >= within.start && end <= within.end))
    .map((span) => {
      const words = text.slice(span.start, span.end).replace(LABEL, '').replace(NUMBERED, '$1$2');
      const figures = [...words.matchAll(FIGURE)].map(([figure]) => figure.replace(/[\s,]/g, ''));
      const stems = stemsOf(`${around} ${words.replace(FIGURE, ' ')}`);
      const row = [...stemsOf(words.replace(FIGURE, ' '))].sort().join(' ');
      const times = readPeriods(words).filter((period) => period.kind !== 'month');
      return { hit, span, stems, figures, times, ...(kind === 'table' ? { row } : {}) };
    })
    .filter(({ figures }) => figures.length > 0);
}

/** The same words but for their figures, of which neither has all of the other's. */
function disagree(one: Sentence, other: Sentence): boolean {
  // Rows of one table share headers and caption: only one of the same name is of the same thing.
  if (one.row !== other.row || one.row === '') return false;
  if (isOfOtherTime(one, other)) return false;
  const shared = [...one.stems].filter((stem) => other.stems.has(stem)).length;
  const whole = one.stems.size + other.stems.size - shared;
  if (shared < MIN_SHARED || shared / whole < SAME_SHARE) return false;
  const isIn = (figures: string[], others: string[]) => figures.every((figure) => others.includes(figure));
  return !isIn(one.figures, other.figures) && !isIn(other.figures, one.figures);
}

/** Figures of two years are no two accounts of one. A date that differs by itself is. */
function isOfOtherTime(one: Sentence, other: Sentence): boolean {
  const areTold = [one, other].every(({ figures, times }) => times.length > 0 && figures.length > times.length);
  return areTold && sharePeriods(one.times, other.times) < 1 && sharePeriods(other.times, one.times) < 1;
}

function overlaps(one: Quoted, other: Quoted): boolean {
  if (one.hit.passage.id !== other.hit.passage.id) return false;
  return one.span.start < other.span.end && other.span.start < one.span.end;
}
