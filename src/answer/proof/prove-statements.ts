import type { Proof, Verdict } from '../../proof.ts';
import type { Written } from '../../writer.ts';
import { countWords } from '../count-words.ts';
import { type ProveOptions, proveStatement } from './prove-statement.ts';

/** An answer is never longer than this. */
export const MAX_WRITTEN_WORDS = 250;
/** No answer of that length has more; what comes after is not looked at. */
const MAX_STATEMENTS = 20;

/**
 * Proves what a model wrote, statement by statement: nothing is kept that its quotations do not bear out. Total and
 * fast whatever is in it; never throws for anything a model may write.
 */
export function proveStatements(written: Written, options: ProveOptions): Proof {
  const statements = written.kind === 'declined' ? [] : written.statements.slice(0, MAX_STATEMENTS);
  const proof: Proof = { kept: [], dropped: [] };
  let words = 0;
  for (const [at, statement] of statements.entries()) {
    const verdict: Verdict = proveStatement(statement, { ...options, at });
    if (verdict.kind === 'dropped') {
      proof.dropped.push({ at, statement, why: verdict.why, ...(verdict.instead ? { instead: verdict.instead } : {}) });
      continue;
    }
    words += countWords(verdict.statement.text);
    if (words <= MAX_WRITTEN_WORDS) proof.kept.push({ at, statement: verdict.statement });
    else proof.dropped.push({ at, statement, why: { kind: 'too-long', said: `${words} words` } });
  }
  return proof;
}
