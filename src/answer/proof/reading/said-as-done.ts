import { isPastForm } from '../words/word-groups.ts';
import type { Token } from './read-tokens.ts';

const BE_BEFORE = /^(?:be|being|is|are|was|were|been)$/;
const STILL_TO_BE = /^(?:to|will|would|shall|should|may|might|could|can|must)$/;

/** True of a verb told as done to somebody or something: "was delivered", "has been trained"; not "to be delivered". */
export function isSaidAsDone(tokens: Token[], at: number): boolean {
  const [before, previous] = [tokens[at - 1]?.word ?? '', tokens[at - 2]?.word ?? ''];
  return (
    isPastForm(tokens[at]?.word ?? '') && BE_BEFORE.test(before) && !(before === 'be' && STILL_TO_BE.test(previous))
  );
}
