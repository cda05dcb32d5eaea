import type { ProofFault } from '../../../proof.ts';
import type { Claim, Source } from '../reading/claim.ts';
import { findDecidings } from '../reading/find-decidings.ts';
import type { Token } from '../reading/read-tokens.ts';

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
  return findFulfilled(tokens, sources) ?? findAddedMood(tokens, sources) ?? findDone(tokens, sources);
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
    const said = tokens.find(({ key }) => key === token.key);
    const isElsewhere = quote.some(
      ({ stem }, n) => n !== at && stem === token.stem && moodBefore(quote, n) === undefined,
    );
    if (!said || isElsewhere) continue;
    const sentence = tokens.filter((other) => other.sentence === said.sentence);
    const isKept = sentence.some(({ word }) =>
      MAY_BECOME[mood as 'may' | 'will' | 'should'].some((name) => MOODS[name].test(word)),
    );
    const isInfinitive = mood !== 'may' && /^to$/.test(tokens[tokens.indexOf(said) - 1]?.word ?? '');
    if (!isKept && !isInfinitive) return said;
  }
  return undefined;
}

const WAS = /^(?:was|were|been)$/;

/** "Was changed" of what somebody moved "be changed": told as done, it is somewhere done. */
function findFulfilled(tokens: Token[], sources: Source[]): ProofFault | undefined {
  const fulfilled = tokens.find((token, at) => {
    if (!/ed$/.test(token.word) || !WAS.test(tokens[at - 1]?.word ?? '') || tokens[at + 1]?.word === 'to') return false;
    const printed = sources.flatMap(({ quote }) =>
      quote.flatMap((other, n) => (other.stem === token.stem ? [quote[n - 1]?.word ?? ''] : [])),
    );
    return (
      printed.length > 0 &&
      printed.every((word) => word === 'be') &&
      !/^(?:approv|note|receiv|defer|agre|resolv|recommend)$/.test(token.stem)
    );
  });
  if (!fulfilled || sources.some(({ passage }) => passage.kind === 'limb')) return undefined;
  return { kind: 'modality', said: fulfilled.text };
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
      const places = quote.flatMap((other, n) => (other.stem === token.stem ? [n] : []));
      if (places.length === 0)
        return quote.some(
          ({ word }) =>
            MOODS[mood].test(word) ||
            (mood !== 'may' && (MOODS.will.test(word) || MOODS.should.test(word) || MOODS.expected.test(word))),
        );
      return places.some(
        (n) =>
          moodBefore(quote, n) !== undefined ||
          !/ed$/.test(quote[n]?.word ?? '') ||
          /^be$/.test(quote[n - 1]?.word ?? ''),
      );
    });
    if (!isBorneOut) return { kind: 'modality', said: token.text };
  }
  return undefined;
}

function findDone(tokens: Token[], sources: Source[]): ProofFault | undefined {
  if (!sources.every(({ passage }) => passage.kind === 'limb')) return undefined;
  const isDecided =
    findDecidings(tokens).length > 0 ||
    tokens.some(
      ({ word }, at) => /^(?:asked|requested|invited|instructed)$/.test(word) && tokens[at + 1]?.word === 'to',
    );
  const isToBe = tokens.some(
    ({ word }, at) =>
      /^(?:will|shall|would|should|must)$/.test(word) ||
      (/^(?:is|are|was|were)$/.test(word) && tokens[at + 1]?.word === 'to'),
  );
  const limbVerbs = sources.flatMap(({ around }) =>
    around.filter((_, at) => around[at - 1]?.word === 'be').map(({ stem }) => stem),
  );
  const isPerformed = tokens.some(
    ({ stem, word }) =>
      /ed$/.test(word) &&
      limbVerbs.includes(stem) &&
      /^(?:thank|congratul|welcom|exclud|note|receiv|approv|defer|close|treat|regard)/.test(stem),
  );
  return isDecided || isToBe || isPerformed ? undefined : { kind: 'modality', said: 'said as done' };
}
