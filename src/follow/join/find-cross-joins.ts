import type { LedgerEntry } from '../../ledger.ts';
import type { Matter } from '../../matter.ts';
import type { Join } from './join.ts';
import type { OpenRecord } from './open-record.ts';
import { referenceJoin } from './reference-join.ts';
import { resolveReference } from './resolve-reference.ts';
import { isSameBody } from './same-body.ts';
import { isSameTitle } from './same-title.ts';
import { countShared, tellingStems } from './telling-stems.ts';

/** A recommendation is taken up within this many meetings of the body that it goes to. */
const MAX_MEETINGS_AHEAD = 6;
/** Words of a recommendation that must stand where the other body tells whose it is. */
const LEAST_SHARED = 3;

/**
 * What joins two committees' records, either way: a minute or meeting of the other that is named, and a recommendation
 * that the other body took up, under its title or where it says whose it is.
 */
export function findCrossJoins(a: OpenRecord, b: OpenRecord): Join[] {
  return [...namedIn(a, b), ...namedIn(b, a), ...recommendedTo(a, b), ...recommendedTo(b, a)];
}

/** Places of `named` that papers of `naming` name. */
function namedIn(naming: OpenRecord, named: OpenRecord): Join[] {
  return naming.record.references.flatMap((reference) => {
    const { toCommittee } = reference;
    if (toCommittee === undefined || !isSameBody(toCommittee, named.record.committee)) return [];
    const later = naming.matterOf(reference.passageId);
    if (!later) return [];
    return resolveReference(reference, later, named).map((target) =>
      referenceJoin(reference, later, { ...target, of: named.record.committee }),
    );
  });
}

function goesTo(entry: LedgerEntry, committee: string): boolean {
  return (
    entry.kind === 'limb' &&
    entry.limbKind === 'recommendation' &&
    entry.toBody !== undefined &&
    isSameBody(entry.toBody, committee)
  );
}

function recommendedTo(from: OpenRecord, to: OpenRecord): Join[] {
  return from.record.entries
    .filter((entry) => goesTo(entry, to.record.committee))
    .flatMap((entry) => {
      const earlier = from.ownerOf(entry);
      return earlier ? takenUp(entry, earlier, { from, to }) : [];
    });
}

function takenUp(entry: LedgerEntry, earlier: Matter, { from, to }: { from: OpenRecord; to: OpenRecord }): Join[] {
  const meetings = to.record.meetings.filter(({ date }) => date >= earlier.date).slice(0, MAX_MEETINGS_AHEAD);
  const dates = new Set(meetings.map(({ date }) => date));
  const limb = entry.place.limb === undefined ? {} : { limb: entry.place.limb };
  const words = tellingStems(entry.text);
  return to.record.matters
    .filter(({ kind, date, isStanding }) => kind === 'minute' && !isStanding && dates.has(date))
    .flatMap((later): Join[] => {
      const whose = later.passages.find(({ text }) => names(text, from.record.committee));
      const isTitled = !earlier.isStanding && isSameTitle(earlier.title, later.title);
      const isTold = whose !== undefined && countShared(words, to.stems(later)) >= LEAST_SHARED;
      if (!isTitled && !isTold) return [];
      const why = `was recommended to ${to.record.committee}, which ${isTitled ? 'took up the same subject' : 'tells of it'}`;
      return [{ earlier, later, ...limb, entryId: entry.id, reason: 'parties-and-date', why, isPossible: false }];
    });
}

function names(text: string, committee: string): boolean {
  return text.replace(/\s+/g, ' ').toLowerCase().includes(committee.toLowerCase());
}
