import { stripMarks } from '../paper.ts';
import type { RecordPlace } from '../passage.ts';

/** What a passage's vector is made from: its context in front of its words. */
export function passageEmbeddingText(passage: { context: string; text: string }): string {
  const words = wordsForSearch(passage.text);
  return passage.context === '' ? words : `${passage.context}\n${words}`;
}

/** What a sentence's vector is made from: the nearest heading, which says what it is about, in front of its words. */
export function sentenceEmbeddingText(place: RecordPlace, sentence: string): string {
  const heading = place.tableCaption ?? place.heading ?? place.minuteTitle ?? place.paperTitle;
  const words = wordsForSearch(sentence);
  return heading === undefined ? words : `${heading}: ${words}`;
}

/** A text's words as both searches read them: without Markdown and HTML marks, rules and empty table cells. */
export function wordsForSearch(text: string): string {
  return stripMarks(text)
    .replace(/-{3,}|[_.=]{4,}/g, ' ')
    .replace(/\|[\s|:]*/g, '| ')
    .trim();
}
