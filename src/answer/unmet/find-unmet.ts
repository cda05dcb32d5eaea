import { asksForMoney, hasMoney, isMoneyWord } from '../../amount.ts';
import type { Lexicon } from '../../lexicon.ts';
import type { Hit } from '../../passage.ts';
import type { Question } from '../../question.ts';
import { splitSentences } from '../../sentence.ts';
import { shareMet, stemsOf } from '../../term.ts';
import { unmetBody } from './unmet-body.ts';
import { unmetCount } from './unmet-count.ts';
import { unmetDeed } from './unmet-deed.ts';
import { unmetName } from './unmet-name.ts';
import { unmetOutcome } from './unmet-outcome.ts';
import { unmetThing } from './unmet-thing.ts';
import { unmetYear } from './unmet-year.ts';

/** A sentence with the amount says at least this much of what it is the amount of, with its headings; less in a hit that is sure. */
const MIN_BOUND = 0.4;
const MIN_BOUND_SURE = 0.2;
const SURE = 0.6;
/** Asks what was resolved on something. */
const RESOLUTION_ASKED = /\bwhat (?:did|was|has|have|were)\b.{0,60}\b(?:resolved?|decided?|resolution|decision)\b/i;
const OF_AGENDA = ['briefing', 'exempt', 'next-meeting', 'attendance'];

/**
 * What a question turns on that none of the chosen passages has, in words of ours (never the question's, which may be
 * anything); undefined where nothing is missing: a name it gives, a body it asks the doings of, a year, an amount of
 * money, what is to be counted, the very thing it asks for, what came of something. A passage likes such a question for
 * all the rest of its words, and would answer another one.
 */
export function findUnmet(question: Question, chosen: Hit[], lexicon: Lexicon): string | undefined {
  const texts = chosen.map(({ passage }) => `${passage.context} ${passage.place.paperTitle ?? ''} ${passage.text}`);
  const named = lexicon.papers.filter(({ id }) => chosen.some(({ passage }) => passage.paperId === id));
  const stems = stemsOf([...texts, ...named.flatMap(({ words }) => [...words])].join(' '));
  const dates = chosen.map(({ passage }) => passage.place.meetingDate ?? '');
  return (
    unmetName(question, { stems, texts, lexicon }) ??
    unmetBody(question, texts) ??
    unmetYear(question, { dates, texts }) ??
    unmetMoney(question, chosen, lexicon) ??
    unmetCount(question, chosen, lexicon) ??
    unmetThing(question, stems) ??
    unmetOutcome(question, chosen, lexicon) ??
    unmetDeed(question, texts) ??
    unmetByKind(question, chosen)
  );
}

/** An amount counts where the sentence or row with it is about what is asked, not where the page has one somewhere. */
function unmetMoney(question: Question, chosen: Hit[], lexicon: Lexicon): string | undefined {
  if (!asksForMoney(question.text)) return undefined;
  const telling = question.terms.filter(({ word, weight }) => weight === 1 && !isMoneyWord(word));
  const isBound = ({ passage, score }: Hit) => {
    const least = score >= SURE ? MIN_BOUND_SURE : MIN_BOUND;
    const around = stemsOf(passage.context);
    return splitSentences(passage.text).some(({ start, end }) => {
      const sentence = passage.text.slice(start, end);
      const isOfMoney = hasMoney(sentence) || (passage.kind === 'table' && hasMoney(passage.text));
      return isOfMoney && shareMet(telling, new Set([...stemsOf(sentence), ...around]), lexicon) >= least;
    });
  };
  return chosen.some(isBound) ? undefined : 'what it cost, or of any money for it';
}

/** A line of an agenda says that something came up, not what of it; a report does not say what was resolved. */
function unmetByKind({ text, wanted }: Question, chosen: Hit[]): string | undefined {
  const kinds = chosen.map(({ passage }) => passage.kind);
  const isAgenda = kinds.length > 0 && kinds.every((kind) => kind === 'item' || kind === 'agenda');
  if (isAgenda && !OF_AGENDA.includes(wanted[0] ?? '') && !/\b(?:item|agenda|page|pp?\.)/i.test(text)) {
    return 'more than that it was on an agenda';
  }
  const isMinuted = kinds.some((kind) => kind === 'limb' || kind === 'discussion' || kind === 'minute');
  return wanted[0] === 'decision' && RESOLUTION_ASKED.test(text) && !isMinuted ? 'a resolution on it' : undefined;
}
