import { formatDate } from '../../citation.ts';
import type { Matter } from '../../matter.ts';
import type { JoinReason, Reference } from '../../thread.ts';
import type { Join } from './join.ts';
import type { Target } from './resolve-reference.ts';

/** The join that a reference of `later` makes; `of` is the committee whose matter it means, where that is another. */
export function referenceJoin(
  reference: Reference,
  later: Matter,
  { matter, limb, isDoubtful, through, of }: Target & { of?: string },
): Join {
  const said = `${sayReference(reference)}${of === undefined ? '' : ` of ${of}`}`;
  return {
    earlier: matter,
    later,
    ...(limb === undefined ? {} : { limb }),
    reason: reference.reason,
    why: isDoubtful
      ? `${said}, but its words are not of that minute`
      : `${said}${through ? `, where Minute ${matter.number} was spoken of` : ''}`,
    ...(reference.due === undefined ? {} : { due: reference.due }),
    words: { passageId: reference.passageId, span: reference.span },
    isPossible: isDoubtful,
  };
}

const SAID: Partial<Record<JoinReason, string>> = {
  correction: 'corrects',
  supersedes: 'takes the place of',
  'matters-arising': 'is a matter arising from',
  'work-programme': 'is in the work programme for',
};

function sayReference({ reason, toMinute, toDate, printed, due }: Reference): string {
  const verb = SAID[reason] ?? 'names';
  const limb = printed?.limb === undefined ? '' : `, resolution (${printed.limb})`;
  if (toMinute !== undefined) {
    const when = due === undefined ? '' : `, due ${formatDate(due)}`;
    return `${verb} Minute ${toMinute}${limb}${when}`;
  }
  if (toDate !== undefined) return `${verb} the meeting of ${formatDate(toDate)}`;
  if (printed?.meeting !== undefined) return 'names the last meeting';
  return printed?.month === undefined
    ? 'says that the committee asked'
    : 'names the month in which the committee asked';
}
