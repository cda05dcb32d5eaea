import type { ProofFault } from '../../../proof.ts';
import type { Claim, Source } from '../reading/claim.ts';
import { findDecidings, verbClass } from '../reading/find-decidings.ts';
import type { Token } from '../reading/read-tokens.ts';
import { meanAlike } from '../words/mean-alike.ts';
import { isPastForm, stemOf } from '../words/word-groups.ts';

type Mood = 'may' | 'will' | 'should' | 'expected';
const MOODS: Record<Mood, RegExp> = {
  may: /^(?:may|might|could|can|possible|possibly|perhaps|potential|potentially|potentially|hoped|likely)$/,
  will: /^(?:will|would|shall|'ll|we'll|future|due|'d)$/,
  should: /^(?:should|must|ought|required|requires|obliged|need|needs|needed)$/,
  expected:
    /^(?:expected|expects|forecast|estimated|estimate|estimates|projected|planned|plans|proposed|proposes|proposal|intended|promised|predicted|anticipated|suggested|hopes|scheduled|asked|invited|recommended|requested|said|thought|believed|felt|undertook|offered|wanted|urged|resolved|agreed|decided|moved|seconded|wished|warned|suggests|seems|seemed|approved)$/,
};
/** What a mood of the paper may become in the statement: a promise may be told as one, never as done or as sure. */
const MAY_BECOME: Record<'may' | 'will' | 'should', Mood[]> = {
  may: ['may'],
  will: ['will', 'expected', 'should'],
  should: ['should', 'will', 'expected'],
};
/** Words looked at before a verb for its mood. */
const REACH = 4;

/**
 * What may, might, will, would or should be in the paper is not told as what is or was, and what was done is not told as
 * planned. A limb says what shall be: a statement on limbs alone says that it was decided, or that it shall be.
 */
export function checkModality({ tokens, sources }: Claim): ProofFault | undefined {
  for (const source of sources) {
    const fault = findPromoted(tokens, source);
    if (fault) return { kind: 'modality', said: fault.text };
  }
  const asked = findAsked(tokens, sources);
  if (asked) return { kind: 'modality', said: asked.text };
  return findAddedMood(tokens, sources) ?? findDone(tokens, sources);
}

/** The mood right before a verb in its clause. */
function moodBefore(tokens: Token[], at: number): Mood | undefined {
  const { sentence } = tokens[at] as Token;
  for (let n = at - 1; n >= 0 && n >= at - REACH; n -= 1) {
    const { word, sentence: other, kind } = tokens[n] as Token;
    if (other !== sentence) return undefined;
    const mood = (['may', 'will', 'should'] as const).find((name) => MOODS[name].test(word));
    if (mood) return mood;
    // Another verb or noun between: the mood is not this word's.
    if (kind === 'content' && !/ly$/.test(word)) return undefined;
  }
  return undefined;
}

function findPromoted(tokens: Token[], { quote }: Source): Token | undefined {
  for (const [at, token] of quote.entries()) {
    if (token.kind !== 'content' && !token.figure) continue;
    const mood = moodBefore(quote, at);
    if (!mood || mood === 'expected') continue;
    const told = tokens.filter(({ key }) => key === token.key);
    const isElsewhere = quote.some(
      ({ stem }, n) => n !== at && stem === token.stem && moodBefore(quote, n) === undefined,
    );
    if (told.length === 0 || isElsewhere) continue;
    if (told.every((one) => !isKept(one, { tokens, mood }))) return told[0];
  }
  return undefined;
}

/** True if what the paper says in a mood is told in one that it may become; of a number, in its own clause. */
function isKept(said: Token, { tokens, mood }: { tokens: Token[]; mood: 'may' | 'will' | 'should' }): boolean {
  const near = tokens.filter(
    (other) => other.sentence === said.sentence && Math.abs(other.clause - said.clause) <= (said.figure ? 0 : 1),
  );
  const [second, before] = tokens
    .slice(0, tokens.indexOf(said))
    .slice(-2)
    .map(({ word }) => word);
  const isInfinitive = mood !== 'may' && (before === 'to' || (before === 'be' && second === 'to'));
  return isInfinitive || near.some(({ word }) => MAY_BECOME[mood].some((name) => MOODS[name].test(word)));
}

/** "Will be trained" of what has been trained; "may" of what is. */
function findAddedMood(tokens: Token[], sources: Source[]): ProofFault | undefined {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'content') continue;
    const mood = moodBefore(tokens, at);
    if (!mood) continue;
    const isBorneOut = sources.some(({ quote, passage }) => {
      if (passage.kind === 'limb' || passage.kind === 'recommendation' || passage.kind === 'item')
        return mood !== 'may' || quote.some(({ word }) => MOODS.may.test(word));
      if (mood !== 'may' && quote.some(({ word }) => /^(?:moved|proposed|seconded)$/.test(word))) return true;
      const places = quote.flatMap((other, n) => (other.key === token.key || other.stem === token.stem ? [n] : []));
      if (places.length === 0)
        return quote.some(
          ({ word }) =>
            MOODS[mood].test(word) ||
            (mood !== 'may' && (MOODS.will.test(word) || MOODS.should.test(word) || MOODS.expected.test(word))),
        );
      return places.some(
        (n) =>
          moodBefore(quote, n) !== undefined ||
          !isPastForm(quote[n]?.word ?? '') ||
          /^be$/.test(quote[n - 1]?.word ?? ''),
      );
    });
    if (!isBorneOut) return { kind: 'modality', said: token.text };
  }
  return undefined;
}

const AS_RECOMMENDED =
  /^(?:recommend\w*|propos\w*|suggest\w*|ask\w*|invit\w*|would|should|could|may|might|be|to|will|if|option|options)$/;

function findDone(tokens: Token[], sources: Source[]): ProofFault | undefined {
  // What officers recommend has not been done by being recommended.
  if (
    sources.every(({ passage }) => passage.kind === 'recommendation') &&
    !tokens.some(({ word }) => AS_RECOMMENDED.test(word)) &&
    tokens.some(({ word, kind }) => kind !== 'function' && isPastForm(word))
  )
    return { kind: 'modality', said: 'said as done' };
  if (!sources.every(({ passage }) => passage.kind === 'limb')) return undefined;
  const isDecided =
    findDecidings(tokens).length > 0 ||
    tokens.some(
      ({ word }, at) => /^(?:asked|requested|invited|instructed)$/.test(word) && tokens[at + 1]?.word === 'to',
    );
  const isToBe = tokens.some(
    ({ word }, at) =>
      /^(?:will|shall|would|should|must)$/.test(word) ||
      (/^(?:is|are|was|were|due|set|expected|asked)$/.test(word) && tokens[at + 1]?.word === 'to'),
  );
  const limbVerbs = sources.flatMap(({ around }) =>
    around
      .filter(
        (_, at) =>
          around[at - 1]?.word === 'be' || (around[at - 1]?.word === 'to' && verbClass(around[at - 2]?.stem ?? '')),
      )
      .map(({ word }) => word),
  );
  const isPerformed = tokens.some(
    ({ stem, word }) =>
      isPastForm(word) &&
      limbVerbs.some((verb) => verb === word || stemOf(verb) === stem || meanAlike(word, verb)) &&
      /^(?:thank|congratul|welcom|exclud|note|receiv|approv|defer|close|treat|regard|increas|rais|reduc|set|fix|elect|grant|award|adopt|endors|extend|withdraw|cancel)/.test(
        stem,
      ),
  );
  return isDecided || isToBe || isPerformed || isTariff(tokens, sources) || isInForce(tokens, sources)
    ? undefined
    : { kind: 'modality', said: 'said as done' };
}

/** "The first permit costs £45" of the limb "that the first permit cost £45": what a decision sets is so. */
function isTariff(tokens: Token[], sources: Source[]): boolean {
  if (tokens.some(({ word }) => /^(?:has|have|had|was|were)$/.test(word))) return false;
  return tokens.some(
    (token) =>
      token.kind === 'content' &&
      /[^s]s$/.test(token.word) &&
      sources.some(({ around }) =>
        around.some(
          (other, at) =>
            other.stem === token.stem &&
            !other.capital &&
            token.word === `${other.word}s` &&
            at > 1 &&
            /^(?:content|record)$/.test(around[at - 1]?.kind ?? '') &&
            (around[at + 1]?.figure !== undefined || around[at + 1]?.kind === 'function'),
        ),
      ),
  );
}

/** What was only asked about is not told as so: "asked whether the bus could pass". */
function findAsked(tokens: Token[], sources: Source[]): Token | undefined {
  if (
    tokens.some(
      ({ word, stem }) =>
        /^(?:whether|if|question|ask|enquir|wonder)$/.test(word) || stem === 'ask' || stem === 'wonder',
    )
  )
    return undefined;
  const quotes = sources.map(({ quote }) => quote).filter((quote) => !isAnswered(quote));
  for (const sentence of new Set(tokens.map((token) => token.sentence))) {
    const said = tokens.filter((token) => token.sentence === sentence && isMatter(token));
    const asked = quotes.flatMap((quote) => quote.filter((_, at) => isAskedAbout(quote, at)));
    const rest = quotes.flatMap((quote) => quote.filter((_, at) => !isAskedAbout(quote, at)));
    const shareOf = (among: Token[]) =>
      said.filter(({ key }) => among.some((other) => other.key === key)).length / said.length;
    if (asked.length > 0 && shareOf(asked) >= ASKED_SHARE && shareOf(rest) < ASKED_SHARE) return said[0];
  }
  return undefined;
}

/** "They did not.", "he would": the answer to what was asked, whose yes or no is for another rule. */
function isAnswered(quote: Token[]): boolean {
  const clauses = new Set(quote.map(({ clause }) => clause));
  return [...clauses].some((clause) => {
    const own = quote.filter((token) => token.clause === clause);
    const words = own.map(({ word }) => word).filter((word) => !/^(?:that|and|but)$/.test(word));
    return (
      own.every(({ kind }) => kind !== 'content' && kind !== 'figure') &&
      words.some((word) => /^(?:they|it|he|she|this|there)$/.test(word)) &&
      words.some((word) => /^(?:did|would|was|were|is|are|had|has|could|will|should)$/.test(word))
    );
  });
}

const isMatter = ({ kind }: Token) => kind === 'content' || kind === 'figure';
/** So much of a sentence stands in the question. */
const ASKED_SHARE = 0.6;
const ASKING = /^(?:ask|wonder|enquir|question|queri)$/;

/** In a sentence, what comes after "asked whether", up to a stop. */
function isAskedAbout(quote: Token[], at: number): boolean {
  const { sentence } = quote[at] as Token;
  const from = quote.findLastIndex(
    (token, n) => n < at && token.sentence === sentence && /^(?:whether|if)$/.test(token.word),
  );
  if (from < 0) return false;
  const verb = quote.slice(Math.max(0, from - 4), from).some(({ stem }) => ASKING.test(stem));
  return verb;
}

const IN_FORCE = /^(?:covers?|applies|apply|runs?|starts?|begins?|becomes?|lasts?|costs?|takes)$/;
const OF_OTHERS = /^(?:recommend\w*|ask\w*|request\w*|invit\w*|consider\w*|defer\w*)$/;

/** "The zone covers three streets" of a limb that makes it: what a decision itself brings about, told as in force. */
function isInForce(tokens: Token[], sources: Source[]): boolean {
  const isOwn = sources.every(
    ({ passage, around }) =>
      passage.place.limbKind !== 'recommendation' && !around.some(({ word }) => OF_OTHERS.test(word)),
  );
  const isPast = tokens.some(({ word, kind }) => kind === 'content' && isPastForm(word) && /ed$/.test(word));
  return isOwn && !isPast && tokens.some(({ word }) => IN_FORCE.test(word));
}
