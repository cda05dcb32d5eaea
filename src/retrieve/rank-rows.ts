import { hasFigures } from '../amount.ts';
import type { SearchFilter, SearchIndex } from '../index/search-index.ts';
import type { Lexicon } from '../lexicon.ts';
import type { HitSentence, Passage } from '../passage.ts';
import { type Period, readMonths, sharePeriods } from '../period.ts';
import type { Question, Term } from '../question.ts';
import { shareMet, stemsOf } from '../term.ts';

export type RankRowsOptions = { index: SearchIndex; lexicon: Lexicon; filter: SearchFilter };

/** A table's rows and how much of the question the best of them says with its headers and headings. */
export type RankedRows = { passage: Passage; coverage: number; rows: HitSentence[] };

const TABLE_DEPTH = 150;
/** A row that, with all that gives it meaning, says less of the question than this is no answer to it. */
const MIN_COVERAGE = 0.35;
/** What is met only in captions and headers, not in the row's own words, counts this much less. */
const AROUND_SHARE = 0.8;
/** What being of the time that is asked about counts beside the words, which a row of that time may have in its headers only. */
const PERIOD_SHARE = 0.2;

/**
 * Tables whose rows answer by row and column: a row's own words, the column headers, the caption and the headings
 * above together say the question's words. Passages by the rarity-weighted share they say, best first.
 */
export function rankRows(question: Question, { index, lexicon, filter }: RankRowsOptions): RankedRows[] {
  const telling = question.terms.filter((term) => term.weight === 1);
  const meant = telling.flatMap((term) => [term.word, ...term.alternatives]);
  if (meant.length === 0) return [];
  const found = index.searchWords(meant, { ...filter, kinds: ['table'] }, TABLE_DEPTH);
  const passages = index.passages(
    found.map((hit) => hit.passageId),
    question.audience,
  );
  return passages
    .map((passage) => coverRows(passage, { terms: telling, periods: readMonths(question.text), lexicon }))
    .filter(({ coverage }) => coverage >= MIN_COVERAGE)
    .sort((a, b) => b.coverage - a.coverage || a.passage.id - b.passage.id);
}

type CoverOptions = { terms: Term[]; periods: Period[]; lexicon: Lexicon };

function coverRows(passage: Passage, { terms, periods, lexicon }: CoverOptions): RankedRows {
  const around = stemsOf(passage.context);
  const timesAround = periods.length > 0 ? readMonths(passage.context) : [];
  const rows = rowsOf(passage.text).map(({ start, end }): HitSentence => {
    const row = passage.text.slice(start, end);
    const own = stemsOf(row);
    const times = periods.length > 0 && hasFigures(row) ? readMonths(row) : [];
    const share = shareMet(terms, own, lexicon);
    const all = shareMet(terms, new Set([...own, ...around]), lexicon);
    const ofTime = sharePeriods(periods, times);
    if (share + ofTime === 0) return { start, end, similarity: 0 };
    const ofTimeAround = sharePeriods(periods, [...times, ...timesAround]) - ofTime;
    const inTime = PERIOD_SHARE * (ofTime + AROUND_SHARE * ofTimeAround);
    return { start, end, similarity: share + AROUND_SHARE * (all - share) + inTime };
  });
  return { passage, coverage: Math.max(0, ...rows.map((row) => row.similarity)), rows };
}

function rowsOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
