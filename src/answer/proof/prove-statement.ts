import type { Citation } from '../../citation.ts';
import type { ProofFault, Verdict } from '../../proof.ts';
import type { WrittenStatement } from '../../writer.ts';
import { type Evidence, locateQuote } from './locate-quote.ts';
import type { ProveOptions } from './prove-statements.ts';

/** More quotations than this under one statement are a splice, not a proof. */
const MAX_QUOTES = 6;

/** Proves one statement, as when it is streamed: `at` is its place among those written, from 0. */
export function proveStatement(written: WrittenStatement, { at, passages }: ProveOptions & { at: number }): Verdict {
  const drop = (why: ProofFault): Verdict => ({ kind: 'dropped', at, statement: written, why });
  if (written.quotes.length === 0) return drop({ kind: 'no-quote', said: '' });
  const evidence: Evidence[] = [];
  for (const quote of written.quotes.slice(0, MAX_QUOTES)) {
    const found = locateQuote(quote, passages);
    if ('fault' in found) return drop({ kind: found.fault, said: quote.words });
    evidence.push(found);
  }
  const [first, ...others]: Citation[] = evidence.map(({ citation }) => citation);
  if (!first) return drop({ kind: 'no-quote', said: '' });
  return { kind: 'kept', at, statement: { text: written.text, citations: [first, ...others] } };
}
