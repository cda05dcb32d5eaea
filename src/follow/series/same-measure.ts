import { committeeKey } from '../../audience.ts';
import { type MeasurePoint, measureKey } from '../../series.ts';
import { stemsOf } from '../../term.ts';

/** National indicators mean the same in every committee and council; a council's own numbers only in their own set. */
const NATIONAL = /^(?:ni|bv|bvpi)\d/;
/** Words of names that say how it is counted, or nothing. */
const FAINT = stemsOf(
  'the a an of in on at to for by with within and or from are were was be been that this who which percentage percent proportion number rate per average total measure completed carried out year years months days working time timescale timescales',
);
/** The share of the words of two names, of both together, that they must have in common to be one measure's. */
const SAME_NAME = 0.6;
/** The same for two with the same number: a number alone may have been given to another measure. */
const SAME_NUMBER = 0.2;

/** True if two figures are of one measure: by its code, by its number where the names agree, or by its name. */
export function isSameMeasure(a: MeasurePoint, b: MeasurePoint): boolean {
  const [codeA, codeB] = [a.code, b.code].map((code) => (code === undefined ? '' : measureKey(code)));
  const isNational = codeA !== '' && codeA === codeB && NATIONAL.test(codeA ?? '');
  if (!isNational && !isOneCommittee(a, b)) return false;
  if (codeA !== '' && codeA === codeB && /\d/.test(codeA ?? '')) return true;
  const [numberA, numberB] = [a.number, b.number].map((number) => (number === undefined ? '' : measureKey(number)));
  const likeness = nameLikeness(a.name, b.name);
  if (numberA !== '' && numberA === numberB) return likeness >= SAME_NUMBER;
  if (numberA !== '' && numberB !== '') return false;
  if (codeA !== '' && codeB !== '' && codeA !== codeB) return false;
  return a.nameKey === b.nameKey || (likeness >= SAME_NAME && numeralsOf(a.name) === numeralsOf(b.name));
}

function isOneCommittee(a: MeasurePoint, b: MeasurePoint): boolean {
  const [x, y] = [a.place.committee, b.place.committee];
  return x === undefined || y === undefined || committeeKey(x) === committeeKey(y);
}

/** Shared words of two names by all of them, 0 to 1. */
export function nameLikeness(a: string, b: string): number {
  const [x, y] = [tellingStems(a), tellingStems(b)];
  if (x.size === 0 || y.size === 0) return 0;
  const shared = [...x].filter((stem) => y.has(stem)).length;
  return shared / (x.size + y.size - shared);
}

/** Names are compared again and again; more than this many are not kept. */
const MAX_KEPT = 4_000;
const kept = new Map<string, Set<string>>();

function tellingStems(name: string): Set<string> {
  const known = kept.get(name);
  if (known) return known;
  const found = new Set([...stemsOf(name)].filter((stem) => !FAINT.has(stem) && !/^\d/.test(stem)));
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(name, found);
  return found;
}

/** The numbers in a name, which define it: "within 10 working days" is not "within 45". */
export function numeralsOf(name: string): string {
  return (name.match(/\d+(?:[.,]\d+)?/g) ?? []).join(' ');
}
