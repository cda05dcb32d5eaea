import type { ProofFault } from '../../../proof.ts';
import type { Claim } from '../reading/claim.ts';
import { isSameFigure } from './check-figures.ts';

/**
 * What a figure of a table means is said by the row and column it stands in, which no words around it tell: a figure
 * that stands in tables alone is quoted with its row, never told in other words.
 */
export function checkTables({ tokens, sources }: Claim): ProofFault | undefined {
  const isTable = ({ passage }: Claim['sources'][number]) => passage.kind === 'table';
  if (!sources.some(isTable)) return undefined;
  const prose = sources.filter((source) => !isTable(source));
  for (const { figure, text } of tokens) {
    if (!figure) continue;
    const isTold =
      prose.some((source) =>
        source.quote.some((token) => token.figure && isSameFigure(figure, token.figure, source)),
      ) ||
      sources.some((source) =>
        source.place.some((token) => token.figure && isSameFigure(figure, token.figure, source)),
      );
    if (!isTold) return { kind: 'figure', said: text };
  }
  return undefined;
}
