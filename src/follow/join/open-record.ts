import type { LedgerEntry } from '../../ledger.ts';
import type { CommitteeRecord, Matter } from '../../matter.ts';
import type { Passage } from '../../passage.ts';
import { splitSentences } from '../../sentence.ts';
import type { Span } from '../../span.ts';
import { tellingStems } from './telling-stems.ts';

/** A committee's record with what looking things up in it needs, each thing worked out once. */
export type OpenRecord = {
  record: CommitteeRecord;
  matterOf(passageId: number): Matter | undefined;
  /** The minute of a limb or undertaking, wherever it was printed. */
  ownerOf(entry: LedgerEntry): Matter | undefined;
  /** Limbs and undertakings of a minute. */
  entriesOf(matter: Matter): LedgerEntry[];
  minutesAt(date: string): Matter[];
  /** Minutes of that number as printed, in order of date. */
  minutesNumbered(number: string): Matter[];
  /** Everything of a day, in order of the record. */
  mattersOn(date: string): Matter[];
  /** Everything of a month, YYYY-MM, and everything that has a stem in its title; both in order of the record. */
  mattersIn(month: string): Matter[];
  mattersTitled(stem: string): Matter[];
  /** Each matter once, in order of the record. */
  inOrder(matters: Iterable<Matter>): Matter[];
  /** Telling stems of a matter's title, and of all its words. */
  titleStems(matter: Matter): Set<string>;
  stems(matter: Matter): Set<string>;
  passageStems(passage: Passage): Set<string>;
  /** Sentences of a passage; and each of them alone and with the next, for what was asked is often told in one and its result in the other. */
  sentences(passage: Passage): Telling[];
  tellings(passage: Passage): Telling[];
  /** How rare a stem is among the passages of the record: 0 for one that all have. */
  rarity(stem: string): number;
  /** The last meeting before a day. */
  meetingBefore(date: string): string | undefined;
};

/** Words of a passage with their place in the paper and their telling stems. */
export type Telling = { span: Span; said: string; stems: Set<string> };

/** Opens a record for joining. */
export function openRecord(record: CommitteeRecord): OpenRecord {
  const owner = new Map(record.matters.flatMap((matter) => matter.passages.map(({ id }) => [id, matter] as const)));
  const { matters } = record;
  const ofMinutes = matters.filter(({ kind }) => kind === 'minute');
  const minutes = groupBy(ofMinutes, ({ date }) => [date]);
  const numbers = lazily(() => groupBy(ofMinutes, ({ number }) => (number === undefined ? [] : [number])));
  const days = lazily(() => groupBy(matters, ({ date }) => [date]));
  const months = lazily(() => groupBy(matters, ({ date }) => [date.slice(0, 7)]));
  const titled = lazily(() => groupBy(matters, (matter) => titleStems(matter)));
  const places = lazily(() => new Map(matters.map((matter, at) => [matter, at])));
  const passageStems = remember((passage: Passage) => tellingStems(passage.text));
  const titleStems = remember((matter: Matter) => tellingStems(matter.title));
  const stems = remember(
    (matter: Matter) =>
      new Set([...titleStems(matter), ...matter.passages.flatMap((passage) => [...passageStems(passage)])]),
  );
  const sentences = remember((passage: Passage) => splitSentences(passage.text).map((span) => tell(passage, span)));
  const rarities = lazily(() =>
    countRarities(
      record.matters.flatMap(({ passages }) => passages),
      passageStems,
    ),
  );
  const ownerOf = ({ passageId, place: { meetingDate = '', minute } }: LedgerEntry) =>
    owner.get(passageId) ??
    (minute === undefined ? undefined : minutes.get(meetingDate)?.find(({ number }) => number === minute));
  const entries = lazily(() => groupBy(record.entries, (entry) => [ownerOf(entry)]));
  return {
    record,
    matterOf: (passageId) => owner.get(passageId),
    ownerOf,
    entriesOf: (matter) => entries().get(matter) ?? [],
    minutesAt: (date) => minutes.get(date) ?? [],
    minutesNumbered: (number) => numbers().get(number) ?? [],
    mattersOn: (date) => days().get(date) ?? [],
    mattersIn: (month) => months().get(month) ?? [],
    mattersTitled: (stem) => titled().get(stem) ?? [],
    inOrder: (some) => [...new Set(some)].sort((a, b) => (places().get(a) ?? 0) - (places().get(b) ?? 0)),
    titleStems,
    stems,
    passageStems,
    sentences,
    tellings: remember((passage: Passage) => tellingsOf(passage, sentences(passage))),
    rarity: (stem) => rarities().get(stem) ?? MOST_RARE,
    meetingBefore: (date) =>
      record.meetings
        .map((meeting) => meeting.date)
        .filter((day) => day < date)
        .at(-1),
  };
}

function tell({ text, span }: Passage, { start, end }: Span): Telling {
  const said = text.slice(start, end);
  return { span: { start: span.start + start, end: span.start + end }, said, stems: tellingStems(said) };
}

function tellingsOf(passage: Passage, sentences: Telling[]): Telling[] {
  return sentences.flatMap((sentence, at) => {
    const next = sentences[at + 1];
    if (!next) return [sentence];
    const { start } = passage.span;
    return [sentence, tell(passage, { start: sentence.span.start - start, end: next.span.end - start })];
  });
}

function groupBy<Item, Key>(items: Item[], keysOf: (item: Item) => Iterable<Key>): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
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
