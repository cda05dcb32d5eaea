import type { Matter } from '../../matter.ts';
import type { Span } from '../../span.ts';
import type { JoinReason } from '../../thread.ts';

/** Two matters that belong together: `later` refers to, answers or changes `earlier`. */
export type Join = {
  earlier: Matter;
  later: Matter;
  /** The limb of the earlier one that is meant; missing where the whole is. */
  limb?: string;
  /** The line of the ledger that is answered, where it is one line's words that join them. */
  entryId?: number;
  reason: JoinReason;
  why: string;
  /** By when it is to come back, where a line of the work programme says so, YYYY-MM-DD. */
  due?: string;
  /** The words in the later matter that join them; missing where its heading does. */
  words?: { passageId: number; span: Span };
  /** By likeness, or by a reference that something speaks against. */
  isPossible: boolean;
};

/** Joins by their earlier place: every entry of a record is looked up in the same list. */
const grouped = new WeakMap<Join[], Map<Matter, Join[]>>();

/** The joins of a list that begin at a matter. The list must not change once it was asked. */
export function joinsFrom(earlier: Matter, joins: Join[]): Join[] {
  const known = grouped.get(joins) ?? groupByEarlier(joins);
  grouped.set(joins, known);
  return known.get(earlier) ?? [];
}

function groupByEarlier(joins: Join[]): Map<Matter, Join[]> {
  const groups = new Map<Matter, Join[]>();
  for (const join of joins) {
    const group = groups.get(join.earlier);
    if (group) group.push(join);
    else groups.set(join.earlier, [join]);
  }
  return groups;
}
