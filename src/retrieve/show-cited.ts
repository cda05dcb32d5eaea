import type { Audience } from '../audience.ts';
import { citePassage } from '../citation.ts';
import { AppError } from '../errors.ts';
import type { CitedExcerpt, CitedTable, CitedWords, ReadOn } from '../excerpt.ts';
import type { SearchIndex } from '../index/search-index.ts';
import type { Span } from '../paper.ts';
import type { Passage } from '../passage.ts';
import type { Table } from '../report.ts';
import { type CutExcerpt, cutExcerpt } from './make-excerpt.ts';

export type ShowCitedOptions = ReadOn & { index: SearchIndex; audience: Audience };

/** So much is read on at a time. */
const STEP_CHARS = 1_800;
/** Said alike of what is not there, is not there any more, or is closed to the audience. */
const NOT_FOUND = 'Cannot open this source: it is not in the index, or not open to you';

/**
 * Cited words where they stand, in their surroundings or, with `move`, in what comes before or after. All of it is of
 * one paper that the audience may read. Throws `not-found` for what is not in the index, for what no longer says the
 * `quote`, and for what is closed to the audience, which cannot be told apart.
 */
export function showCited(cited: CitedWords, options: ShowCitedOptions): CitedExcerpt {
  const paper = openPaper(cited, options);
  const first = paper?.passages.find(({ span }) => span.end > paper.words.start);
  if (!paper || !first) throw new AppError('not-found', NOT_FOUND);
  const { text, words, passages, tables } = paper;
  const { parts, shown } = readFrom(paper, options);
  const isSaid = (span: Span) => span.end > span.start && text.slice(span.start, span.end).trim() !== '';
  const table = tableAt(words, first, tables);
  const { place, status, source } = first;
  const part = { start: Math.max(words.start, first.span.start), end: Math.min(words.end, first.span.end) };
  return {
    label: citePassage(first, part).label,
    source,
    ...(place.page === undefined ? {} : { page: place.page }),
    parts,
    others: [],
    place,
    status,
    shown,
    hasEarlier: passages.some(({ span }) => isSaid({ start: span.start, end: Math.min(span.end, shown.start) })),
    hasLater: passages.some(({ span }) => isSaid({ start: Math.max(span.start, shown.end), end: span.end })),
    ...(table ? { table } : {}),
  };
}

/** A paper as far as the audience may read it, its passages in reading order, and where in it the words stand. */
type OpenPaper = { text: string; words: Span; passages: Passage[]; tables: Table[] };

/** The paper of the source that has the words, all of them open to the audience. */
function openPaper(cited: CitedWords, { index, audience }: ShowCitedOptions): OpenPaper | undefined {
  for (const { id, paper } of index.papers(audience, cited.source)) {
    const text = index.paperText(id, audience);
    const passages = index.listPassages({ audience, paperIds: [id] }).sort((a, b) => a.span.start - b.span.start);
    const words = text === undefined ? undefined : findWords(cited, text, passages);
    if (text !== undefined && words) return { text, words, passages, tables: paper.tables };
  }
  return undefined;
}

/** Where the words stand: where they stood or, in a paper that was changed, the nearest place that says the same. */
function findWords({ start, end, quote }: CitedWords, text: string, passages: Passage[]): Span | undefined {
  if (quote === undefined || text.slice(start, end) === quote) {
    return isOpen({ start, end }, text, passages) ? { start, end } : undefined;
  }
  const places: Span[] = [];
  for (let at = text.indexOf(quote); quote !== '' && at >= 0; at = text.indexOf(quote, at + quote.length)) {
    places.push({ start: at, end: at + quote.length });
  }
  return places
    .filter((place) => isOpen(place, text, passages))
    .sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0];
}

/** True if there are words here and all of them stand in these passages, which are in reading order. */
function isOpen(words: Span, text: string, passages: Passage[]): boolean {
  let reached = words.start;
  for (const { span } of passages) {
    if (span.end <= reached || span.start >= words.end) continue;
    if (text.slice(reached, Math.max(reached, span.start)).trim() !== '') return false;
    reached = span.end;
  }
  const isThere = words.start >= 0 && words.end > words.start && words.end <= text.length;
  return isThere && reached > words.start && text.slice(reached, words.end).trim() === '';
}

/** The words in their surroundings, or the stretch before or after what was shown; a closed or very long one is passed. */
function readFrom({ text, words, passages }: OpenPaper, { move, shown }: ReadOn): CutExcerpt {
  const isBlank = ({ start, end }: Span) => text.slice(start, end).trim() === '';
  const around = () => cutExcerpt([words], { passages, isBlank });
  if (!move || !shown) return around();
  for (let step = STEP_CHARS; step < 2 * (text.length + STEP_CHARS); step *= 2) {
    const within =
      move === 'later'
        ? { start: shown.end, end: shown.end + step }
        : // The white space at which what was shown begins ends the word before it.
          { start: shown.start - step, end: shown.start + 1 };
    const read = cutExcerpt([words], { passages, isBlank, within });
    if (read.parts.length > 0) return read;
  }
  return around();
}

/** The rows of a passage of a table, those cited marked. */
function tableAt(words: Span, { kind, span }: Passage, tables: Table[]): CitedTable | undefined {
  if (kind !== 'table') return undefined;
  const table = tables.find((other) => other.span.start < words.end && words.start < other.span.end);
  const rows = (table?.rows ?? []).filter((row) => span.start <= row.span.start && row.span.end <= span.end);
  if (!table || rows.length === 0) return undefined;
  return {
    ...(table.caption === undefined ? {} : { caption: table.caption }),
    headers: table.headers,
    rows: rows.map(({ cells, group, span: at }) => ({
      cells,
      ...(group === undefined ? {} : { group }),
      cited: at.start < words.end && words.start < at.end,
    })),
  };
}
