import type { Answer } from '../../../answer.ts';
import { distinctCitations, isSamePlace } from '../../../answer-record.ts';
import { type Citation, formatCitation, formatShortCitation } from '../../../citation.ts';
import type { CitedWords } from '../../../excerpt.ts';
import type { PaperStatus } from '../../../paper.ts';
import type { Passage } from '../../../passage.ts';

/** A source of an answer: `number` as its marker [1] and its button have it. */
export type NamedSource = {
  number: number;
  /** In the committee's grammar, in full. */
  label: string;
  /** The short form, with the minutes' status where it matters. */
  short: string;
  /** Where the cited words stand, for opening them. */
  cited: CitedWords;
};

/** The sources of an answer in the order of its markers; of a decline, the nearest passages. */
export function nameSources(answer: Answer): NamedSource[] {
  if (answer.kind === 'declined') return answer.nearest.map(({ passage }, n) => ofPassage(passage, n + 1));
  return distinctCitations(answer).map(({ label, quote, span, source, place, status }, n) => ({
    number: n + 1,
    label,
    short: `${formatShortCitation(place)}${shortStatus(status)}`,
    cited: { source, ...span, quote },
  }));
}

/** "[1][3]": the markers of a statement's citations. */
export function markersOf(citations: Citation[], answer: Answer): string {
  return citations.map((citation) => `[${numberOf(citation, answer)}]`).join('');
}

/** Which of the answer's sources a citation is, counted from 1. */
export function numberOf(citation: Citation, answer: Answer): number {
  return distinctCitations(answer).findIndex((other) => isSamePlace(citation, other)) + 1;
}

function ofPassage({ place, status, source, span, text }: Passage, number: number): NamedSource {
  const short = `${formatShortCitation(place)}${shortStatus(status)}`;
  return { number, label: formatCitation(place, status), short, cited: { source, ...span, quote: text } };
}

function shortStatus({ kind }: PaperStatus): string {
  return kind === 'draft' || kind === 'corrected' ? ` (${kind})` : '';
}
