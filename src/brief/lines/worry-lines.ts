import type { BriefingLine } from '../../briefing.ts';
import type { SourcePaper } from '../briefing-sources.ts';
import type { ItemPapers } from '../item-papers.ts';
import {
  type Cite,
  MAX_QUOTE_CHARS,
  present,
  quoteLine,
  type ReportParagraph,
  reportParagraphs,
  type Sentence,
  sentencesOf,
} from './line.ts';

/** A sentence in which officers worry, with the paragraph around it. */
export type Worry = Sentence & { paper: SourcePaper; paragraph: ReportParagraph; score: number };

export const MAX_WORRIES = 3;

const RISKY_HEADING = /\b(?:risks?|uncertaint\w+|concerns?|challenges?|pressures?)\b/i;
/** Headings under which such words are the form's, not the officers'. */
const FORM_HEADING =
  /\b(?:recommendations?|equalit\w+|background papers?|contents|appendices|contact|glossary|definitions?|consult\w+|views|responses?|representations?|objections?|petitions?)\b/i;
/** Words that tell of a worry wherever they stand. */
const WORRY =
  /\b(?:(?:key|significant|major|biggest|main|real|serious|growing|particular|considerable|continuing|ongoing|severe|increas\w+) (?:\w+ )?(?:risks?|concerns?|pressures?|challenges?)|(?<!\bat )risks? (?:that|of)\b|(?<!\bat )risks? to (?:the |our |its )?(?!child|young|person|adult|themsel|other|self|be\b)\w+|(?:place|put)\w* (?:\w+ ){0,2}pressure|concern(?:s|ed) (?:about|that|over|at)\b|cause for concern|overspen[dt]\w*|shortfalls?|shortages?|unfunded|under-?perform\w*|behind (?:schedule|target|plan)|deteriorat\w+|worsen\w*|backlogs?|slippage|unsustainable|not (?:been )?(?:met|achieved|on track)|missed (?:the |its |our |their )?(?:\w+ )?(?:targets?|deadlines?|milestones?)|fall(?:en|s|ing)? short|off[- ]track|more difficult|struggl\w+)\b/gi;
/** Words that do so only under a heading that says what the paragraph is about. */
const WEAK_WORRY =
  /\b(?:risks?|concern(?:s|ed|ing)?|pressures?|delay(?:s|ed)?|vacanc(?:y|ies)|breach\w*|if\b|could|uncertain\w*)\b/gi;
/** What only looks like one. */
const NO_WORRY =
  /\b(?:no|any|without|low|lower|lowest|reduced?|reducing|minimal|least) (?:\w+ ){0,2}(?:risks?|concerns?|pressures?|delays?)\b|\brisk (?:assessments?|register|management|of bias)\b|\brisks?\b[^.;]{0,60}\b(?:is|are) (?:very |also )?(?:low|minimal)\b|\b(?:it is a requirement|is defined as|definition)\b|^(?:- |[•▪●])|\bwas asked\b|\b(?:filled|no longer|cleared|mitigat\w+|legal duties)\b/i;
const HEADING_SCORE = 2;
/** A sentence that leans on the one before it: "This …" as its subject, not "this strategy". */
const POINTS_BACK =
  /^(?:(?:however|but|also|and|in addition|further),?\s)?(?:it is (?:\w+ )?that )?(?:this|that|these|those|they|he|she|it)\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|does|do|did|also|in turn|means|places?|creates?|presents?|remains?)\b(?! (?:known|expected|likely|anticipated|recogni[sz]ed|proposed|recommended|estimated|important|clear|noted|acknowledged|a requirement)\b)/i;

/** What officers themselves worry about in an item's papers: the most telling sentences, each once, in order. */
export function findWorries({ papers }: ItemPapers): Worry[] {
  const reports = papers.filter(({ paper }) => paper.kind === 'report');
  const seen = new Set<string>();
  const found = reportParagraphs(reports.length > 0 ? reports : papers)
    .filter(({ heading }) => !FORM_HEADING.test(heading))
    .flatMap((paragraph) => readable(sentencesOf(paragraph)).flatMap((sentence) => weigh(sentence, paragraph)))
    // A summary says again what the body says.
    .filter(({ words }) => seen.size < seen.add(words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')).size);
  const best = new Set([...found].sort((a, b) => b.score - a.score).slice(0, MAX_WORRIES));
  return found.filter((worry) => best.has(worry));
}

export function worryLines(worries: Worry[], cite: Cite): BriefingLine[] {
  return present(
    worries.map(({ paper, spans }) => quoteLine({ paper, spans, why: 'what officers worry about' }, cite)),
  );
}

/** "It is known that this is affected by a backlog": what "this" is, the sentence before it says; without one it tells nothing. */
function readable(sentences: Sentence[]): Sentence[] {
  return sentences.flatMap((sentence, at) => {
    if (!POINTS_BACK.test(sentence.words)) return [sentence];
    const before = sentences[at - 1];
    if (!before || POINTS_BACK.test(before.words)) return [];
    const words = `${before.words} ${sentence.words}`;
    return words.length > MAX_QUOTE_CHARS ? [] : [{ spans: [...before.spans, ...sentence.spans], words }];
  });
}

function weigh({ spans, words }: Sentence, paragraph: ReportParagraph): Worry[] {
  if (NO_WORRY.test(words)) return [];
  const isUnderHeading = RISKY_HEADING.test(paragraph.heading);
  const strong = words.match(WORRY)?.length ?? 0;
  const weak = isUnderHeading ? (words.match(WEAK_WORRY)?.length ?? 0) : 0;
  if (strong + weak === 0) return [];
  const score = 2 * strong + weak + (isUnderHeading ? HEADING_SCORE : 0);
  return [{ paper: paragraph.paper, spans, words, paragraph, score }];
}
