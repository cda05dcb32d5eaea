import { hasAmount } from '../amount.ts';
import type { Hit } from '../passage.ts';
import type { Question } from '../question.ts';
import { splitSentences } from '../sentence.ts';
import { countWords } from './count-words.ts';

/** Statements of an answer on one report, besides the items of an agenda. */
const MOST = 6;
/** What a sentence with a figure counts as and what any whole one does, beside one that is near to the question in sense. */
const FIGURE_COUNTS = 0.4;
const SENTENCE_COUNTS = 0.2;
/** Fewer words are a heading, or a line of a list that says nothing by itself. */
const LEAST_WORDS = 9;

/**
 * What retrieval found to brief a reader on one report, in its order, with the agenda's lines that were found with it;
 * empty where the question asks for no such briefing. Of each paragraph the sentences with figures are to be quoted.
 */
export function briefReport({ wanted }: Question, hits: Hit[]): Hit[] {
  if (wanted[0] !== 'briefing') return [];
  const named = hits.filter(({ byRecord }) => byRecord);
  const ofReport = named.filter(isOfReport);
  if (ofReport.length === 0) return [];
  const items = named.filter(({ passage: { kind } }) => kind === 'item');
  return [...items, ...ofReport.slice(0, MOST).map(withFigures)];
}

function isOfReport({ passage: { kind, place } }: Hit): boolean {
  return place.paperKind === 'report' && kind !== 'item' && kind !== 'agenda';
}

/** Its best part is quoted, not as much as there is room for, as of other passages that are found by their place. */
function withFigures(hit: Hit): Hit {
  const { text, kind } = hit.passage;
  if (kind === 'recommendation') return hit;
  const sentences = splitSentences(text)
    .filter(({ start, end }) => countWords(text.slice(start, end)) >= LEAST_WORDS)
    .map(({ start, end }) => ({
      start,
      end,
      similarity: hasAmount(text.slice(start, end)) ? FIGURE_COUNTS : SENTENCE_COUNTS,
    }));
  return { ...hit, byRecord: false, sentences };
}
