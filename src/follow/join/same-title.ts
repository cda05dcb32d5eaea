import { countShared, tellingStems } from './telling-stems.ts';

/** "Home to School Transport: Costs and Service Standards" is about what stands before the colon. */
const TAIL = /\s*(?::|\s[-–—]\s|\s\()/;
/** The share of the shorter title's telling words that two titles must have in common, and of both together. */
const LEAST_OF_SHORTER = 1;
const LEAST_OF_BOTH = 0.5;
const LEAST_SHARED = 2;

/** True if two titles name one subject: the same but for what comes after a colon or dash, or all words of the shorter. */
export function isSameTitle(a: string, b: string): boolean {
  const { head: headA, whole: wholeA } = readTitle(a);
  const { head: headB, whole: wholeB } = readTitle(b);
  if (headA.size >= LEAST_SHARED && headA.size === headB.size && countShared(headA, headB) === headA.size) return true;
  const shared = countShared(wholeA, wholeB);
  const shorter = Math.min(wholeA.size, wholeB.size);
  const both = wholeA.size + wholeB.size - shared;
  if (shared >= LEAST_SHARED && shared >= LEAST_OF_SHORTER * shorter && shared >= LEAST_OF_BOTH * both) return true;
  // A one-word subject ("Fostering") is the same only where it heads both.
  return headA.size === 1 && headB.size === 1 && countShared(headA, headB) === 1;
}

type TitleStems = { head: Set<string>; whole: Set<string> };
/** A record's titles are compared with one another many times over. */
const MAX_KNOWN = 5_000;
const known = new Map<string, TitleStems>();

function readTitle(title: string): TitleStems {
  const found = known.get(title);
  if (found) return found;
  const read = { head: tellingStems(title.split(TAIL)[0] ?? title), whole: tellingStems(title) };
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(title, read);
  return read;
}
