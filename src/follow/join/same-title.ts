import { countShared, tellingStems } from './telling-stems.ts';

/** "Home to School Transport: Costs and Service Standards" is about what stands before the colon. */
const TAIL = /\s*(?::|\s[-–—]\s|\s\()/;
/** The share of the shorter title's telling words that two titles must have in common, and of both together. */
const LEAST_OF_SHORTER = 1;
const LEAST_OF_BOTH = 0.5;
const LEAST_SHARED = 2;

/** True if two titles name one subject: the same but for what comes after a colon or dash, or all words of the shorter. */
export function isSameTitle(a: string, b: string): boolean {
  const [headA, headB] = [a, b].map((title) => tellingStems(title.split(TAIL)[0] ?? title));
  if (
    headA &&
    headB &&
    headA.size >= LEAST_SHARED &&
    headA.size === headB.size &&
    countShared(headA, headB) === headA.size
  )
    return true;
  const [wholeA, wholeB] = [tellingStems(a), tellingStems(b)];
  const shared = countShared(wholeA, wholeB);
  const shorter = Math.min(wholeA.size, wholeB.size);
  const both = wholeA.size + wholeB.size - shared;
  if (shared >= LEAST_SHARED && shared >= LEAST_OF_SHORTER * shorter && shared >= LEAST_OF_BOTH * both) return true;
  // A one-word subject ("Fostering") is the same only where it heads both.
  return (
    headA !== undefined &&
    headB !== undefined &&
    headA.size === 1 &&
    headB.size === 1 &&
    countShared(headA, headB) === 1
  );
}
