import type { LedgerEntry } from '../../ledger.ts';
import type { CommitteeRecord, Matter } from '../../matter.ts';
import type { Passage } from '../../passage.ts';
import { tellingStems } from './telling-stems.ts';

/** A committee's record with what looking things up in it needs, each thing worked out once. */
export type OpenRecord = {
  record: CommitteeRecord;
  matterOf(passageId: number): Matter | undefined;
  /** The minute of a limb or undertaking, wherever it was printed. */
  ownerOf(entry: LedgerEntry): Matter | undefined;
  minutesAt(date: string): Matter[];
  /** Telling stems of a matter's title, and of all its words. */
  titleStems(matter: Matter): Set<string>;
  stems(matter: Matter): Set<string>;
  passageStems(passage: Passage): Set<string>;
  /** How rare a stem is among the passages of the record: 0 for one that all have. */
  rarity(stem: string): number;
  /** The last meeting before a day. */
  meetingBefore(date: string): string | undefined;
};

/** Opens a record for joining. */
export function openRecord(record: CommitteeRecord): OpenRecord {
  const owner = new Map(record.matters.flatMap((matter) => matter.passages.map(({ id }) => [id, matter] as const)));
  const minutes = new Map<string, Matter[]>();
  for (const matter of record.matters) {
    if (matter.kind === 'minute') minutes.set(matter.date, [...(minutes.get(matter.date) ?? []), matter]);
  }
  const passageStems = remember((passage: Passage) => tellingStems(passage.text));
  const titleStems = remember((matter: Matter) => tellingStems(matter.title));
  const stems = remember(
    (matter: Matter) =>
      new Set([...titleStems(matter), ...matter.passages.flatMap((passage) => [...passageStems(passage)])]),
  );
  const rarities = lazily(() =>
    countRarities(
      record.matters.flatMap(({ passages }) => passages),
      passageStems,
    ),
  );
  return {
    record,
    matterOf: (passageId) => owner.get(passageId),
    ownerOf: ({ passageId, place: { meetingDate = '', minute } }) =>
      owner.get(passageId) ??
      (minute === undefined ? undefined : minutes.get(meetingDate)?.find(({ number }) => number === minute)),
    minutesAt: (date) => minutes.get(date) ?? [],
    titleStems,
    stems,
    passageStems,
    rarity: (stem) => rarities().get(stem) ?? MOST_RARE,
    meetingBefore: (date) =>
      record.meetings
        .map((meeting) => meeting.date)
        .filter((day) => day < date)
        .at(-1),
  };
}

/** What a word that the record does not have weighs. */
const MOST_RARE = 6;

function countRarities(passages: Passage[], stemsIn: (passage: Passage) => Set<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const passage of passages) for (const stem of stemsIn(passage)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map([...counts].map(([stem, count]) => [stem, Math.log((passages.length + 1) / count)]));
}

function remember<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
