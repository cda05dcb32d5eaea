import { formatShortCitation } from '../citation.ts';
import type { RecordTrace } from '../ledger.ts';

/** Names the places of a line. */
export type Citer = (traces: RecordTrace[]) => string;

/** A title that was cited whole is known by its first words, and a caption too. */
const MAX_TITLE_CHARS = 48;
const MAX_CAPTION_CHARS = 70;

/** The long form where a paper, or the minutes of a meeting, is cited for the first time; the short one after that. */
export function openCiter(): Citer {
  const seen = new Set<string>();
  const short = new Map<string, string>();
  /** Two papers whose titles begin alike keep their whole titles. */
  const shorten = (title: string) => {
    const cut = cutWords(title, MAX_TITLE_CHARS);
    const known = short.get(cut) ?? title;
    short.set(cut, known);
    return known === title ? cut : title;
  };
  return (traces) => {
    const labels = traces.map((trace) => {
      const key = paperKey(trace);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew ? shortCaption(trace) : formatShortCitation(shortPlace(trace, shorten));
    });
    return [...new Set(labels)].join('; ');
  };
}

function shortCaption({ label, place: { tableCaption } }: RecordTrace): string {
  return tableCaption === undefined
    ? label
    : label.replace(tableCaption, () => cutWords(tableCaption, MAX_CAPTION_CHARS));
}

function shortPlace({ place }: RecordTrace, shorten: (title: string) => string): RecordTrace['place'] {
  const { paperTitle, tableCaption } = place;
  return {
    ...place,
    ...(paperTitle === undefined ? {} : { paperTitle: shorten(paperTitle) }),
    ...(tableCaption === undefined ? {} : { tableCaption: cutWords(tableCaption, MAX_CAPTION_CHARS) }),
  };
}

function cutWords(words: string, max: number): string {
  return words.length <= max ? words : `${words.slice(0, max).replace(/\s+\S*$/, '')} …`;
}

function paperKey({ place }: RecordTrace): string {
  const { committee, meetingDate, meetingDatePrinted, paperKind, paperTitle, paperLabel } = place;
  const paper = paperKind === 'minutes' || paperKind === 'agenda' ? paperKind : `${paperTitle} ${paperLabel}`;
  return JSON.stringify([committee, meetingDate ?? meetingDatePrinted, paper]);
}
