import { comparedWords, holdsQuote, prepareText, saysFact } from './compare-text.ts';

export type GoldQuestion = {
  id: string;
  kind: string;
  question: string;
  answerable: boolean;
  gold: { file: string; quote: string }[];
  need_all: boolean;
  facts: string[];
};

export type ScoredAnswer = {
  id: string;
  declined: boolean;
  text: string;
  citations: { quote: string }[];
  passages: { text: string }[];
  ms: number;
};

/** One question's marks; undefined where the measure does not apply to it. */
export type Mark = {
  id: string;
  kind: string;
  answerable: boolean;
  declined: boolean;
  recall: Record<1 | 5 | 10 | 50, boolean>;
  reciprocalRank: number;
  cited: boolean;
  citePrecision: number | undefined;
  facts: number;
  grounded: boolean;
  words: number;
  ms: number;
};

/** A passage counts for this much of it, a citation for this much: size buys nothing. */
const PASSAGE_CHARS = 1500;
const CITATION_CHARS = 800;
const MAX_WORDS = 250;

/**
 * Marks answers against gold questions. recall@k: a gold passage (all of them where all are needed) is among the
 * first k; cited: answered, and citations hold the gold words; citePrecision: share of citations that do; facts:
 * share of facts said; grounded: all facts said, rightly cited, in at most 250 words.
 */
export function scoreAnswers(questions: GoldQuestion[], answers: ScoredAnswer[]): Mark[] {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return questions.map((question) => mark(question, byId.get(question.id)));
}

function mark(question: GoldQuestion, answer: ScoredAnswer | undefined): Mark {
  const passages = (answer?.passages ?? []).map(({ text }) => prepareText(text.slice(0, PASSAGE_CHARS)));
  const citations = (answer?.citations ?? []).map(({ quote }) => prepareText(quote.slice(0, CITATION_CHARS)));
  const declined = answer?.declined ?? false;
  const found = (texts: typeof passages) =>
    question.gold.map(({ quote }) => texts.findIndex((text) => holdsQuote(text, quote)));
  const isEnough = (ranks: number[]) =>
    ranks.length > 0 && (question.need_all ? ranks.every((rank) => rank >= 0) : ranks.some((rank) => rank >= 0));
  const ranks = found(passages);
  const within = (k: number) => isEnough(ranks.map((rank) => (rank < k ? rank : -1)));
  const first = Math.min(...ranks.filter((rank) => rank >= 0), Number.POSITIVE_INFINITY);
  const said = question.facts.filter((fact) => saysFact(answer?.text ?? '', fact)).length;
  const cited = !declined && isEnough(found(citations));
  const facts = declined || question.facts.length === 0 ? 0 : said / question.facts.length;
  const words = comparedWords(answer?.text ?? '').length;
  return {
    id: question.id,
    kind: question.kind,
    answerable: question.answerable,
    declined,
    recall: { 1: within(1), 5: within(5), 10: within(10), 50: within(50) },
    reciprocalRank: 1 / (1 + first),
    cited,
    citePrecision:
      citations.length > 0
        ? citations.filter((text) => question.gold.some(({ quote }) => holdsQuote(text, quote))).length /
          citations.length
        : undefined,
    facts,
    grounded: cited && facts === 1 && words <= MAX_WORDS,
    words,
    ms: answer?.ms ?? 0,
  };
}
