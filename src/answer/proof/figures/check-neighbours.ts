import type { ProofFault } from '../../../proof.ts';
import type { Claim } from '../reading/claim.ts';
import type { Token } from '../reading/read-tokens.ts';
import { isLightWord } from '../words/word-groups.ts';

/**
 * So many words in a row around a figure are the paper's own, and so many more than around the figure written; around a
 * plain word more, for other words than the paper's are its right.
 */
const LEAST_OF_FIGURES = [3, 2] as const;
const LEAST: Record<string, readonly [run: number, more: number]> = { body: [2, 2], word: [4, 3] };
/** So many of the paper's words in a row say which number is meant, whatever another one leaves out. */
const TELLING_RUN = 6;
const LEAST_SIDE = 2;
/** Words beyond these on either side tell nothing more. */
const REACH = 6;
/** Left out freely, so that they part no run. */
const SKIPPED = /^(?:the|an?|its|their)$/;
const AUXILIARY = /^(?:had|has|have|did|do|does|was|were|is|are|would|will)$/;
const BODIES = /^(?:committee|cabinet|council|board|government|executive|panel)$/;

/**
 * Where a statement says the paper's own words around a figure or a body, the figure or body between them is the paper's:
 * "compared with 19.8% in 2023/24" is not told of 21.6%, nor "went to Cabinet" of the Committee.
 */
export function checkNeighbours({ tokens, sources }: Claim): ProofFault | undefined {
  const said = tokens.filter(({ word }) => !SKIPPED.test(word));
  const texts = sources.map(({ around }) => around.filter(({ word }) => !SKIPPED.test(word)));
  const wrong = said.find((token, at) => {
    const kind = kindOf(token);
    if (kind === undefined) return false;
    let own = 0;
    let isPrinted = false;
    let isBare = false;
    let other = 0;
    for (const text of texts) {
      for (const [n, printed] of text.entries()) {
        if (kindOf(printed) !== kind) continue;
        const run = runAround(said, at, { text, n });
        if (isSame(token, printed)) {
          own = Math.max(own, run);
          isPrinted = true;
          isBare ||= AUXILIARY.test(text[n + 1]?.word ?? '');
        } else if (!isWholeOf(token, { text, n })) other = Math.max(other, run);
      }
    }
    // A body that the quotation names too is for the rules of who did what; "nine had not" leaves out what it counts.
    if (isPrinted && (kind === 'body' || (isBare && other < TELLING_RUN))) return false;
    const [least, more] = LEAST[kind] ?? LEAST_OF_FIGURES;
    return other >= least && other - own >= more;
  });
  if (!wrong) return undefined;
  return { kind: wrong.figure ? 'figure' : wrong.capital ? 'name' : 'uncovered', said: wrong.text };
}

/** "38 of 121 were": what is said after the whole is said of the part. */
function isWholeOf(part: Token, { text, n }: { text: Token[]; n: number }): boolean {
  return text[n - 1]?.word === 'of' && text[n - 2] !== undefined && isSame(part, text[n - 2] as Token);
}

function kindOf({ figure, word, capital, kind }: Token): string | undefined {
  const isPlainWord = kind === 'content' && !capital && !isLightWord(word);
  if (!figure) return BODIES.test(word) && capital ? 'body' : isPlainWord ? 'word' : undefined;
  return figure.kind === 'label' || figure.kind === 'period' ? undefined : figure.kind;
}

function isSame(one: Token, other: Token): boolean {
  return one.key === other.key || (one.figure !== undefined && one.figure.value === other.figure?.value);
}

/** How many words in a row on both sides are the same, those of the sentence only. */
function runAround(said: Token[], at: number, { text, n }: { text: Token[]; n: number }): number {
  const count = (step: 1 | -1) => {
    let run = 0;
    while (run < REACH) {
      const [mine, printed] = [said[at + step * (run + 1)], text[n + step * (run + 1)]];
      if (!mine || !printed || mine.key !== printed.key) break;
      if (mine.sentence !== said[at]?.sentence || printed.sentence !== text[n]?.sentence) break;
      run += 1;
    }
    return run;
  };
  const [after, before] = [count(1), count(-1)];
  // A plain word stands between the paper's words on both sides, or nothing is said of it.
  return said[at]?.figure || said[at]?.capital || Math.min(after, before) >= LEAST_SIDE ? after + before : 0;
}
