import type { Matter } from '../../matter.ts';
import type { Span } from '../../span.ts';
import type { JoinReason } from '../../thread.ts';

/** Two matters that belong together: `later` refers to, answers or changes `earlier`. */
export type Join = {
  earlier: Matter;
  later: Matter;
  /** The limb of the earlier one that is meant; missing where the whole is. */
  limb?: string;
  reason: JoinReason;
  why: string;
  /** By when it is to come back, where a line of the work programme says so, YYYY-MM-DD. */
  due?: string;
  /** The words in the later matter that join them; missing where its heading does. */
  words?: { passageId: number; span: Span };
  /** By likeness, or by a reference that something speaks against. */
  isPossible: boolean;
};
