import type { Statement } from '../answer.ts';
import { countWords } from './count-words.ts';

/** An answer is never longer than this. */
export const MAX_ANSWER_WORDS = 250;
/** Shortened quotations fill no more than this, so that whoever counts "62.1%" or "in-house" as two words counts no more either. */
const MAX_FILLED_WORDS = 215;
/** What each of several quotations may have is cut by so much until all fit, and no further than to these words. */
const LESS = 0.8;
const LEAST_WORDS = 30;

/** Statements in the order of their weight, and what is noted beside them. */
export type Noted = { statements: Statement[]; notes: string[] };

/** As many of the statements, in their order, as fit into an answer beside its notes; the first always. */
export function fitStatements(statements: Statement[], notes: string[]): Statement[] {
  return fitWords({ statements, notes }, MAX_ANSWER_WORDS);
}

function fitWords({ statements, notes }: Noted, most: number): Statement[] {
  let words = notes.reduce((sum, note) => sum + countWords(note), 0);
  return statements.filter((statement, at) => {
    words += countWords(statement.text);
    return at === 0 || words <= most;
  });
}

/** What is gathered with as long quotations, at most of `mostWords` each, as leave room for all of them. */
export function fitInto(mostWords: number, gather: (maxWords: number) => Noted): Noted {
  let maxWords = mostWords;
  for (;;) {
    const gathered = gather(maxWords);
    const fitting = fitWords(gathered, MAX_FILLED_WORDS);
    if (fitting.length === gathered.statements.length || maxWords <= LEAST_WORDS) return gathered;
    maxWords = Math.max(LEAST_WORDS, Math.floor(LESS * maxWords));
  }
}
