import { stripMarks } from '../paper.ts';
import type { PassageKind, RecordPlace } from '../passage.ts';

/** What a passage's vector is made from: its context in front of its words. */
export function passageEmbeddingText(passage: { context: string; text: string }): string {
  const words = wordsForSearch(passage.text);
  return passage.context === '' ? words : `${passage.context}\n${words}`;
}

/** Of a row's context the caption and the column headers say what it is; the meeting and the paper would drown it. */
const ROW_CONTEXT_PARTS = 2;

/**
 * What a sentence's vector is made from: the nearest heading, which says what it is about, in front of its words; in
 * front of a table's rows the caption and the headers of their columns.
 */
export function sentenceEmbeddingText({ kind, place, context }: SentencePlace, sentence: string): string {
  const rowHeading =
    kind === 'table'
      ? context
          .replace(/ · continued$/, '')
          .split(' · ')
          .slice(-ROW_CONTEXT_PARTS)
      : [];
  const heading = place.tableCaption ?? place.heading ?? place.minuteTitle ?? place.paperTitle;
  const words = wordsForSearch(sentence);
  if (rowHeading.some((part) => part !== '')) return `${rowHeading.join(', ')}: ${words}`;
  return heading === undefined ? words : `${heading}: ${words}`;
}

type SentencePlace = { kind: PassageKind; place: RecordPlace; context: string };

/** A text's words as both searches read them: without Markdown and HTML marks, rules and empty table cells. */
export function wordsForSearch(text: string): string {
  return stripMarks(text)
    .replace(/-{3,}|[_.=]{4,}/g, ' ')
    .replace(/\|[\s|:]*/g, '| ')
    .trim();
}
