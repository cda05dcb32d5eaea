import type { Passage } from '../passage.ts';
import type { Question, Reference } from '../question.ts';

/** A passage found by its place in the record, and why: a number the question gives, or the role it has in a meeting. */
export type LookedUp = { passage: Passage; reference?: Reference };

/**
 * Passages that a question names by number ("minute 39", "resolution 3 of minute 21", "para 3.2.4", "item 7") among
 * those given, which are already the audience's and in reading order.
 */
export function lookUpRecords(question: Question, passages: Passage[]): LookedUp[] {
  return question.references.flatMap((reference) =>
    passages.filter((passage) => isAt(passage, reference)).map((passage) => ({ passage, reference })),
  );
}

function isAt({ place, kind }: Passage, { kind: wanted, number, within }: Reference): boolean {
  switch (wanted) {
    case 'minute':
      return place.minute !== undefined && sameNumber(place.minute, number);
    case 'resolution':
      return kind === 'limb' && sameNumber(place.minute, within) && isLimb(place.limb, number);
    case 'paragraph':
      return [place.section, ...(place.sections ?? [])].some((section) => sameNumber(section, number));
    case 'item':
      return kind === 'item' && sameNumber(place.item, number);
    case 'measure':
      return place.measure !== undefined && measureNumbers(place.measure).includes(number);
    case 'appendix':
      return place.paperLabel !== undefined && new RegExp(`\\b${number}$`, 'i').test(place.paperLabel);
    case 'page':
      return place.pageLabel === number || String(place.page) === number;
  }
}

function sameNumber(printed: string | undefined, asked: string | undefined): boolean {
  return printed !== undefined && asked !== undefined && tidy(printed) === tidy(asked);
}

function isLimb(label: string | undefined, asked: string): boolean {
  if (label === undefined) return false;
  return labelKey(label) === labelKey(asked) || (label === '' && asked === '1');
}

/** "(1)(b)" and "1(b" are one label. */
function labelKey(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function tidy(number: string): string {
  return number
    .toLowerCase()
    .replace(/[\s().:]+$/, '')
    .replace(/^[\s(]+/, '');
}

/** "No.28 / NI 59" answers to "28", "ni 59" and "59". */
function measureNumbers(printed: string): string[] {
  const lower = printed.toLowerCase();
  const parts = lower.split(/[/,;]/).map((part) => part.trim());
  const numbers = lower.match(/\d+(?:\.\d+)*[a-z]?/g) ?? [];
  return [...parts, ...parts.map((part) => part.replace(/^no\.?\s*/, '')), ...numbers];
}
