import { titleKey } from '../followed-place.ts';
import { stemsOf } from '../term.ts';

/** Words that many titles have and none is about. */
const GENERIC = stemsOf(
  'a an and annual as at by committee council final first for from half in into item meeting minutes next note of ' +
    'on or paper presentation progress quarter quarterly report review second the third to trial update verbal with year',
);
/** So much of the shorter title must be in the longer one. */
const SHARE = 0.75;
const LEAST_SHARED = 2;

/** The stems by which a title is compared: no generic words, no years and other numbers. */
export function subjectStems(title: string): string[] {
  return [...stemsOf(titleKey(title))].filter((stem) => !GENERIC.has(stem) && !/^\d/.test(stem));
}

/**
 * True if two titles name the same subject: most of what is telling in the shorter one is in the longer. A title of a
 * single telling word must be the other's only one.
 */
export function isSameSubject(a: string, b: string): boolean {
  const [one, two] = [subjectStems(a), subjectStems(b)];
  const shared = one.filter((stem) => two.includes(stem)).length;
  const shorter = Math.min(one.length, two.length);
  if (shorter === 1) return one.length === two.length && shared === 1;
  return shared >= LEAST_SHARED && shared / shorter >= SHARE;
}
