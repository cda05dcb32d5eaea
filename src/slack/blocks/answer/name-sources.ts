import type { Answer } from '../../../answer.ts';
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
  passageId: number;
  /** Where the cited words stand, for opening them. */
  cited: CitedWords;
};

/** As much of an answer as its sources are named by: of one still to come, the statements so far. */
export type SourcedAnswer =
  | Extract<Answer, { kind: 'declined' }>
  | Pick<Extract<Answer, { kind: 'grounded' }>, 'kind' | 'statements'>;

/** More markers than these after one statement tell a reader nothing. */
const MAX_MARKERS = 30;

/** The sources of an answer in the order of its markers; of a decline, the nearest passages. */
export function nameSources(answer: SourcedAnswer): NamedSource[] {
  if (answer.kind === 'declined') return answer.nearest.map(({ passage }, n) => ofPassage(passage, n + 1));
  const places = new Map<string, Citation>();
  for (const citation of answer.statements.flatMap(({ citations }) => citations)) {
    const key = placeKey(citation);
    if (!places.has(key)) places.set(key, citation);
  }
  return [...places.values()].map(({ label, quote, span, source, place, status, passageId }, n) => ({
    number: n + 1,
    label,
    short: `${formatShortCitation(place)}${shortStatus(status)}`,
    passageId,
    cited: { source, start: span.start, end: span.end, quote },
  }));
}

/** The sources that citations are of, each once, in the order of the citations. */
export function sourcesOf(citations: Citation[], sources: NamedSource[]): NamedSource[] {
  const byPlace = new Map(
    sources.map((source) => [placeKey({ ...source, source: source.cited.source, span: source.cited }), source]),
  );
  return [...new Set(citations.flatMap((citation) => byPlace.get(placeKey(citation)) ?? []))];
}

/** "[1][3]": the markers of a statement's sources. */
export function markersOf(sources: NamedSource[]): string {
  const markers = sources.slice(0, MAX_MARKERS).map(({ number }) => `[${number}]`);
  return `${markers.join('')}${sources.length > MAX_MARKERS ? ' …' : ''}`;
}

/** The same words of the same paper are one source. */
function placeKey({ source, label, span }: Pick<Citation, 'source' | 'label' | 'span'>): string {
  return JSON.stringify([source, label, span.start, span.end]);
}

function ofPassage({ id, place, status, source, span, text }: Passage, number: number): NamedSource {
  const short = `${formatShortCitation(place)}${shortStatus(status)}`;
  const cited = { source, start: span.start, end: span.end, quote: text };
  return { number, label: formatCitation(place, status), short, passageId: id, cited };
}

function shortStatus({ kind }: PaperStatus): string {
  return kind === 'draft' || kind === 'corrected' ? ` (${kind})` : '';
}
