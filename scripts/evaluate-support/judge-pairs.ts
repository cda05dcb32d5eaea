import { proveStatement } from '../../src/answer/proof/prove-statement.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import type { SupportPair } from '../../src/evaluate/read-support.ts';
import type { JudgedPair } from '../../src/evaluate/score-support.ts';
import type { Passage } from '../../src/passage.ts';
import type { Verdict } from '../../src/proof.ts';
import type { Question } from '../../src/question.ts';
import type { CutFile } from './read-passages.ts';

/** The proof does not depend on what was asked; it only has to be something. */
export const ANY_QUESTION: Question = {
  text: '',
  audience: PUBLIC_AUDIENCE,
  committees: [],
  dates: [],
  references: [],
  people: [],
  wanted: [],
  topic: '',
  terms: [],
};

/** What the proof makes of each labelled pair, with the processor's milliseconds it took, which do not depend on what else runs. Throws where a quotation's passage is not found. */
export function judgePairs(pairs: SupportPair[], files: Map<string, CutFile>): JudgedPair[] {
  return pairs.map((pair) => {
    const startedAt = process.cpuUsage();
    const verdict = judgePair(pair, files);
    const { user, system } = process.cpuUsage(startedAt);
    const ms = (user + system) / 1000;
    return {
      ...pair,
      kept: verdict.kind === 'kept',
      ...(verdict.kind === 'dropped' ? { fault: `${verdict.why.kind}: ${verdict.why.said}` } : {}),
      ms,
    };
  });
}

/** The proof of one pair, each quotation given with the passage of its kind that holds it. */
export function judgePair(
  { statement, quotes }: Pick<SupportPair, 'statement' | 'quotes'>,
  files: Map<string, CutFile>,
): Verdict {
  const passages = new Map<string, Passage>();
  for (const [at, quote] of quotes.entries()) passages.set(`p${at}`, passageOf(quote, files));
  const written = { text: statement, quotes: quotes.map(({ words }, at) => ({ passage: `p${at}`, words })) };
  return proveStatement(written, { at: 0, passages, question: ANY_QUESTION });
}

function passageOf({ source, kind, words }: SupportPair['quotes'][number], files: Map<string, CutFile>): Passage {
  const holding = files.get(source)?.passages.filter(({ text }) => text.includes(words)) ?? [];
  const found = holding.find((passage) => passage.kind === kind) ?? holding[0];
  if (!found) throw new Error(`Cannot find "${words.slice(0, 60)}" in a ${kind} of "${source}"`);
  return found;
}
