import { askedDates } from '../asked-dates.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Hit } from '../passage.ts';
import type { Question, Term } from '../question.ts';
import { stemsOf } from '../term.ts';
import { briefReport } from './brief-report.ts';
import { chooseOverTime } from './choose-over-time.ts';
import { dropLesserRivals } from './drop-lesser-rivals.ts';

/** Most statements of an answer: of several that could be meant, of all that was named or asked for. */
const MOST = { likely: 3, whole: 8, meeting: 30 };
/** Wishes that all passages of a role answer together. */
const BY_ROLE = ['briefing', 'exempt'];
/**
 * Scores are shares of the whole. A second hit with less than this part of the first's is right one time in ten, and
 * the first nine times in ten; above, the two are rivals (docs/evaluation.md). A third is said only where none is likely.
 */
const RIVAL = 0.2;
const UNSURE = 0.35;

/**
 * The hits an answer is made of, in the order it says them: the likeliest alone where it is sure, with its rivals
 * where it is not; what is named by number or role whole; one hit for each date where several are asked about, in
 * order of date; what is said of a matter that a reader wants to be briefed on. With a lexicon, without rivals that say less.
 */
export function chooseHits(question: Question, hits: Hit[], { lexicon }: { lexicon?: Lexicon } = {}): Hit[] {
  const [best, ...others] = hits;
  if (!best) return [];
  const named = hits.filter((hit) => hit.byRecord);
  const report = briefReport(question, hits);
  if (report.length > 0) return report;
  if (best.byRecord && BY_ROLE.includes(question.wanted[0] ?? '')) return chooseAgenda(question, hits);
  if (question.references.length > 0 && named.length > 0) return chooseNamed(named);
  // Who moved it, where two motions were put and which is meant cannot be told: both are shown.
  if (best.byRecord && question.leaning?.kind === 'minute')
    return named.slice(0, named.every(isLimb) ? MOST.whole : MOST.likely);
  if (question.wanted[0] === 'decision' && named[0] === best && named.every(isLimb))
    return named.slice(0, MOST.meeting);
  if (best.byRecord) return [best];
  const overTime = chooseOverTime(question, hits);
  if (overTime.length > 1) return overTime;
  const limbs = chooseLimbs(question, hits);
  if (limbs.length > 0) return limbs;
  const advice = chooseOption(question, hits) ?? chooseAdvice(question, hits);
  if (advice) return [advice];
  const byDate = chooseByDate(question, hits);
  if (byDate.length > 1) return byDate;
  const brief = chooseBrief(question, hits);
  if (brief.length > 0) return brief;
  const most = best.score < UNSURE ? MOST.likely : MOST.likely - 1;
  const rivals = others.filter((hit) => !hit.byRecord && hit.score >= RIVAL * best.score);
  const likeliest = withoutTwins([best, ...rivals]).slice(0, most);
  return lexicon ? dropLesserRivals(question, likeliest, { lexicon }) : likeliest;
}

/** A pack repeats the minutes of the last meeting, a web page its decisions: the same words are said once. */
function withoutTwins(hits: Hit[]): Hit[] {
  const wordsOf = ({ passage }: Hit) => passage.text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return hits.filter((hit, at) => !hits.slice(0, at).some((other) => isTwin(wordsOf(hit), wordsOf(other))));
}

function isTwin(words: string, other: string): boolean {
  return words === other || (words.length > 0 && other.includes(words)) || (other.length > 0 && words.includes(other));
}

/** Asks for the resolution as a whole, with no more words than name its subject. */
const WHOLE_RESOLUTION = /\bwhat (?:did|was|has|have|were)\b.{0,60}\b(?:resolved?|decided?|resolution|decision)\b/i;
const MAX_SUBJECT_TERMS = 3;
/** A report on the subject may lead; what was resolved on it is sought this far down. */
const FIRST_HITS = 5;

const VOTE_ASKED = /\bvot(?:e|es|ed|ing)\b/i;

/** A limb likelier than those of the likeliest hit's own minute counts if it comes to this part of that hit. */
const MIN_LIMB = 0.1;
/** A limb that comes to less than this part of what was said leaves that standing beside it. */
const FAR_LIMB = 0.2;

/**
 * What was resolved, where a decision is asked for and the likeliest hit is of minutes: discussion is never passed off
 * as decision. The likeliest limb with its rivals in its minute, all limbs of a matter that is asked for as a whole,
 * and what was said as well where no limb comes near it.
 */
function chooseLimbs({ wanted, text, terms }: Question, hits: Hit[]): Hit[] {
  // How a vote went stands before what was resolved.
  if (wanted[0] !== 'decision' || VOTE_ASKED.test(text)) return [];
  const isResolution = WHOLE_RESOLUTION.test(text);
  const best = isResolution ? hits.slice(0, FIRST_HITS).find(isMinuted) : hits[0];
  if (!best || !isMinuted(best)) return [];
  const ofMinute = hits.filter((hit) => isLimb(hit) && isOfMinute(hit, best));
  if (isResolution && ofMinute.length > 0 && asksForWhole(terms, best)) {
    return ofMinute.slice(0, MOST.whole).sort((a, b) => a.passage.ordinal - b.passage.ordinal);
  }
  const likeliest = hits.slice(0, FIRST_HITS).find((hit) => isLimb(hit) && hit.score >= MIN_LIMB * best.score);
  const first = likeliest ?? ofMinute[0];
  if (!first) return [];
  const rivals = hits.filter(
    (hit) => isLimb(hit) && hit !== first && isOfMinute(hit, first) && hit.score >= RIVAL * first.score,
  );
  const said = first.score < FAR_LIMB * best.score ? [best] : [];
  return withoutTwins([first, ...said, ...rivals]).slice(0, MOST.likely);
}

/** Words beyond those of the matter's own title ask for a part of what was resolved. */
function asksForWhole(terms: Term[], { passage: { place } }: Hit): boolean {
  const telling = terms.filter(({ weight }) => weight === 1);
  const title = stemsOf(place.minuteTitle ?? '');
  const narrower = telling.filter(({ word, alternatives }) =>
    [word, ...alternatives].every((form) => [...stemsOf(form)].some((stem) => !title.has(stem))),
  );
  return telling.length <= MAX_SUBJECT_TERMS || narrower.length === 0;
}

/** Of the same minute, or of the same report. */
function isOfMinute({ passage: { paperId, place } }: Hit, { passage: other }: Hit): boolean {
  return paperId === other.paperId && place.minute === other.place.minute;
}

function isLimb({ passage: { kind } }: Hit): boolean {
  return kind === 'limb';
}

function isMinuted({ passage: { kind } }: Hit): boolean {
  return kind === 'limb' || kind === 'discussion' || kind === 'minute';
}

/** An agenda's items in their order, and what the papers say most of the one that is named. */
function chooseAgenda({ references }: Question, hits: Hit[]): Hit[] {
  const items = hits.filter((hit) => hit.byRecord).sort((a, b) => a.passage.ordinal - b.passage.ordinal);
  const asked = references.filter(({ kind }) => kind === 'item').map(({ number }) => number);
  const more = hits.find(
    ({ byRecord, passage: { kind, place } }) =>
      !byRecord &&
      kind !== 'agenda' &&
      asked.includes(place.item ?? '') &&
      place.meetingDate === items[0]?.passage.place.meetingDate,
  );
  return [...items.slice(0, MOST.whole), ...(more ? [more] : [])];
}

const OPTION_ASKED =
  /\b(?:which|what)\b.{0,20}\boptions?\b|\boptions?\b.{0,40}\b(?:prefer\w*|recommend\w*|favou?r\w*|go(?:ing)? (?:for|with)|like)\b/i;
/** The option that officers come down on is named where the options are, not among the recommendations. */
const OPTION_SAID = /\boptions?\b/i;
const OPTION_PREFERRED = /\b(?:prefer(?:red|s)?|recommended|recommends?|favoured|the best)\b/i;
/** It is sought this far down, in the likeliest report. */
const OPTION_DEPTH = 12;

/** Asks what the options are; the list of them begins so. */
const OPTIONS_ASKED = /\bwhat (?:\w+ ){0,2}options\b/i;
const OPTIONS_LISTED = /^\W*(?:\d{1,2}\.?\s*)?options\b/i;

/** Where it is asked which option is preferred, or what the options are: what says so. */
function chooseOption({ text }: Question, hits: Hit[]): Hit | undefined {
  const [best] = hits;
  if (!best || !OPTION_ASKED.test(text)) return undefined;
  const ofPaper = hits
    .slice(0, OPTION_DEPTH)
    .filter(({ passage: { kind, paperId } }) => paperId === best.passage.paperId && kind !== 'recommendation');
  const preferred = ofPaper.find(
    ({ passage }) => OPTION_SAID.test(passage.text) && OPTION_PREFERRED.test(passage.text),
  );
  const listed = OPTIONS_ASKED.test(text) && ofPaper.find(({ passage }) => OPTIONS_LISTED.test(passage.text));
  return listed || preferred;
}

const ASKED_OF_US = /\b(?:asked to|asking|asked of|for us to|for decision|recommendations?|recommended)\b/i;

/** Where it is asked what the committee is to do: the recommendations of the report on the likeliest hit's item. */
function chooseAdvice({ wanted, text }: Question, hits: Hit[]): Hit | undefined {
  const [best] = hits;
  if (!best || wanted[0] !== 'recommendation' || !ASKED_OF_US.test(text)) return undefined;
  const { meetingDate, item } = best.passage.place;
  const ofItem = hits.filter(
    ({ passage: { kind, place } }) =>
      kind === 'recommendation' && place.meetingDate === meetingDate && place.item === item,
  );
  return ofItem.find(({ passage }) => passage.place.paperKind === 'report') ?? ofItem[0];
}

/** What is of the same matter is sought this far down. */
const BRIEF_DEPTH = 8;

/** To be briefed on a matter: what its minute or its report says most of it, in the order it is said. */
function chooseBrief({ wanted }: Question, hits: Hit[]): Hit[] {
  const [best] = hits;
  if (!best || wanted[0] !== 'briefing') return [];
  const ofMatter = hits.slice(0, BRIEF_DEPTH).filter((hit) => isOfMinute(hit, best));
  return withoutTwins(ofMatter)
    .slice(0, MOST.likely)
    .sort((a, b) => a.passage.ordinal - b.passage.ordinal);
}

/** The best hit of each of the dates asked about, oldest first; fewer than two where not several are. */
function chooseByDate(question: Question, hits: Hit[]): Hit[] {
  const dates = askedDates(question);
  if (dates.length < 2) return [];
  const found: Hit[] = [];
  for (const { isOf } of dates) {
    if (found.some(({ passage }) => isOf(passage))) continue;
    const hit = hits.find(({ passage }) => isOf(passage));
    if (hit) found.push(hit);
  }
  const dateOf = (hit: Hit) => hit.passage.place.meetingDate ?? '';
  return found.sort((a, b) => dateOf(a).localeCompare(dateOf(b)));
}

/** What was named by number: all of it that stands at the best place, up to the most. */
function chooseNamed(named: Hit[]): Hit[] {
  const [best] = named;
  if (!best) return [];
  const { place, paperId } = best.passage;
  const samePlace = named.filter(
    ({ passage }) =>
      passage.paperId === paperId && passage.place.minute === place.minute && passage.place.section === place.section,
  );
  return samePlace.slice(0, MOST.whole).sort((a, b) => a.passage.ordinal - b.passage.ordinal);
}
