import type { LedgerEntry } from '../../ledger.ts';
import type { Matter } from '../../matter.ts';
import type { Passage } from '../../passage.ts';
import { splitSentences } from '../../sentence.ts';
import type { Span } from '../../span.ts';
import { findDays } from '../find-days.ts';
import type { Join } from './join.ts';
import type { OpenRecord } from './open-record.ts';
import { isSameTitle } from './same-title.ts';
import { countShared, tellingStems } from './telling-stems.ts';

/** Later sentences are looked through for a trace up to this many meetings ahead. */
const MAX_MEETINGS_AHEAD = 6;
/** What a sentence must share of a request's words, by how rare they are: with the same actor, and without. */
const LEAST_SHARE = { sameActor: 0.4, other: 0.5 };
const LEAST_WORDS = { sameActor: 3, other: 4 };
const LEAST_TITLE_WORDS = 2;
/** A title that was not due must be this rare in words to be what was asked for: "Looked After Children" is all there is. */
const LEAST_TITLE_RARITY = 5;
/** A paper that says whose wish it meets. */
export const SAYS_ASKED =
  /\b(?:asked|request(?:ed|s)?|resolved|as agreed|required by|in response to|minute|previous meeting|last meeting)\b/i;
/** Of a request in a few words nearly all must be there. */
const FEW_WORDS = { most: 3, least: 2, share: 0.8 };
/** The same, with what an undertaking was said in answer to: so many words, together so rare. */
const EVENT =
  /\b(?:meeting|visit|seminar|workshop|event|session|briefing)\b[^.;]{0,80}\b(?:would|will|to)\s(?:take\splace|be\sheld)\b/i;
const HELD = /\b(?:had met|met (?:in|on)|(?:was|were|been) held|took place|(?:had|has|have) taken place)\b/i;
const LEAST_AROUND = 4;
const LEAST_RARITY_AROUND = 10;

/** Is anything to follow it? What was only noted, and procedure, is not. */
export function isFollowed(entry: LedgerEntry): boolean {
  return entry.kind === 'undertaking' || (entry.limbKind !== 'noting' && entry.limbKind !== 'procedure');
}

/** Joins by what was asked or promised: an item of that title when it was due, or the same party doing the same deed. */
export function joinEntries(open: OpenRecord): Join[] {
  return open.record.entries.filter(isFollowed).flatMap((entry) => {
    const earlier = open.ownerOf(entry);
    return earlier ? [...dueJoins(entry, earlier, open), ...deedJoins(entry, earlier, open)] : [];
  });
}

function limbOf(entry: LedgerEntry): { limb?: string } {
  return entry.kind === 'limb' && entry.place.limb !== undefined ? { limb: entry.place.limb } : {};
}

/** Days and months ahead that an entry names, YYYY-MM-DD or YYYY-MM. */
export function daysAhead(entry: LedgerEntry): string[] {
  const near = entry.place.meetingDate;
  const printed = findDays(entry.text, { ...(near === undefined ? {} : { near }), ahead: true }).map(({ iso }) => iso);
  const all = entry.by?.iso === undefined ? printed : [entry.by.iso, ...printed];
  return [...new Set(all.filter((iso) => near === undefined || iso > near.slice(0, iso.length)))];
}

function dueJoins(entry: LedgerEntry, earlier: Matter, open: OpenRecord): Join[] {
  const words = tellingStems(entry.text);
  const due = daysAhead(entry).map((iso) => iso.slice(0, 7));
  const subject = earlier.isStanding ? words : new Set([...words, ...open.titleStems(earlier)]);
  const likely = open.inOrder([
    ...due.flatMap((month) => open.mattersIn(month)),
    ...[...words].flatMap((stem) => open.mattersTitled(stem)),
  ]);
  const later = likely.filter(({ kind, isStanding, date }) => kind !== 'item' && !isStanding && date > earlier.date);
  return later.flatMap((matter) => {
    const title = open.titleStems(matter);
    const isDue = due.includes(matter.date.slice(0, 7));
    const shared = countShared(isDue ? subject : words, title);
    const isNamed = shared === title.size && shared >= LEAST_TITLE_WORDS && weigh(title, open) >= LEAST_TITLE_RARITY;
    if (
      !(
        isDue &&
        shared >= Math.min(LEAST_TITLE_WORDS, title.size) &&
        shared > 0 &&
        countShared(words, open.stems(matter)) >= LEAST_TITLE_WORDS
      ) &&
      !isNamed
    )
      return [];
    const why = isDue ? 'was due at this meeting and bears its words' : 'bears in its title what was asked for';
    return [
      {
        earlier,
        later: matter,
        ...limbOf(entry),
        entryId: entry.id,
        reason: 'parties-and-date' as const,
        why,
        isPossible: false,
      },
    ];
  });
}

/** "The Director undertook to write to all service heads": a later sentence in which the Director has done so. */
function deedJoins(entry: LedgerEntry, earlier: Matter, open: OpenRecord): Join[] {
  return findDeeds(entry, earlier, open).map(({ later, passage, span, isSameActor }) => ({
    earlier,
    later,
    ...limbOf(entry),
    entryId: entry.id,
    reason: 'parties-and-date' as const,
    why: isSameActor ? 'tells of the same party and the same deed' : 'tells of what was asked for in its own words',
    words: { passageId: passage.id, span },
    isPossible: false,
  }));
}

export type Deed = { later: Matter; passage: Passage; span: Span; isSameActor: boolean; share: number };

/** Sentences of later meetings that tell of what was asked or promised, the nearest of each matter. */
export function findDeeds(entry: LedgerEntry, earlier: Matter, open: OpenRecord): Deed[] {
  const sought = soughtWords(entry, earlier, open);
  const ahead = open.record.meetings.filter(({ date }) => date > earlier.date).slice(0, MAX_MEETINGS_AHEAD);
  if (sought.words.size < FEW_WORDS.least) return [];
  return ahead
    .flatMap(({ date }) => open.mattersOn(date))
    .filter(({ kind }) => kind !== 'item')
    .flatMap((later) => {
      const isNear = entry.kind === 'limb' || later.isStanding || isSameTitle(earlier.title, later.title);
      return later.passages
        .flatMap((passage) => deedsIn(passage, { later, sought, open, isNear }))
        .sort((a, b) => b.share - a.share)
        .slice(0, 1);
    });
}

/** `months`: those in which it was to be done, YYYY-MM; `isEvent`: a meeting or the like on a day to come. */
export type Sought = {
  words: Set<string>;
  around: Set<string>;
  whole: number;
  actors: string[];
  months: string[];
  isEvent: boolean;
};

/** What was to be done, without who was to do it; of an undertaking also what it was said in answer to. */
export function soughtWords(entry: LedgerEntry, earlier: Matter, open: OpenRecord): Sought {
  const parties = tellingStems(`${entry.who ?? ''} ${entry.kind === 'undertaking' ? (entry.saidBy ?? '') : ''}`);
  const words = new Set([...tellingStems(entry.text)].filter((stem) => !parties.has(stem)));
  const passage = earlier.passages.find(({ id }) => id === entry.passageId);
  const before =
    passage && entry.kind === 'undertaking'
      ? sentencesOf(passage)
          .filter(({ end }) => end <= entry.span.start)
          .at(-1)
      : undefined;
  const said =
    before && passage ? passage.text.slice(before.start - passage.span.start, before.end - passage.span.start) : '';
  return {
    words,
    around: new Set([...words, ...tellingStems(said)]),
    whole: weigh(words, open),
    actors: actorWords(entry),
    months: daysAhead(entry).map((iso) => iso.slice(0, 7)),
    isEvent: EVENT.test(entry.text),
  };
}

function weigh(stems: Iterable<string>, { rarity }: OpenRecord): number {
  return [...stems].reduce((sum, stem) => sum + rarity(stem), 0);
}

type DeedOptions = { later: Matter; sought: Sought; open: OpenRecord; isNear: boolean };

function deedsIn(passage: Passage, { later, sought, open, isNear }: DeedOptions): Deed[] {
  const { words, around, whole, actors, months } = sought;
  const isShort = words.size <= FEW_WORDS.most || sought.isEvent;
  const least = isShort ? FEW_WORDS.least : LEAST_WORDS.sameActor;
  if (passage.kind === 'table' || countShared(around, open.passageStems(passage)) < least) return [];
  return open.tellings(passage).flatMap(({ span, said, stems }) => {
    const shared = [...stems].filter((stem) => words.has(stem));
    // Whoever tells of the month in which it was to be done speaks of it as surely as of who was to do it.
    const isSameMonth = findDays(said, { near: later.date }).some(({ iso }) => months.includes(iso.slice(0, 7)));
    const isSameActor = actors.some((actor) => said.includes(actor)) || isSameMonth;
    // A report that shares words with what was asked need not answer it: it must say that it does.
    const isSaidToAnswer = later.kind === 'minute' || SAYS_ASKED.test(said);
    if (!isSameActor && !(isNear && isSaidToAnswer)) return [];
    const by = isSameActor ? 'sameActor' : 'other';
    const share = whole > 0 ? weigh(shared, open) / whole : 0;
    // A meeting that was to be held on a day, and one that was in that month, on the same subject.
    const isHeld = sought.isEvent && isSameMonth && HELD.test(said) && shared.length >= FEW_WORDS.least;
    const isTold =
      words.size <= FEW_WORDS.most
        ? isSameActor && shared.length >= FEW_WORDS.least && share >= FEW_WORDS.share
        : shared.length >= LEAST_WORDS[by] && share >= LEAST_SHARE[by];
    const nearby = [...stems].filter((stem) => around.has(stem));
    const isAnswer =
      isSameActor && nearby.length >= LEAST_AROUND && shared.length > 0 && weigh(nearby, open) >= LEAST_RARITY_AROUND;
    // The longer of two windows must tell more to be better.
    return isTold || isAnswer || isHeld
      ? [{ later, passage, span, isSameActor, share: share - span.end / 1e9 + span.start / 1e9 }]
      : [];
  });
}

/** Names and offices of who is to act: "Director", "Petherick". */
function actorWords(entry: LedgerEntry): string[] {
  const named = [entry.who, entry.kind === 'undertaking' ? entry.saidBy : entry.toBody].filter(
    (name) => name !== undefined,
  );
  return [...new Set(named.flatMap((name) => name.match(/\p{Lu}[\p{L}-]{2,}/gu) ?? []))].filter(
    (word) => !/^(?:The|Mrs|Head|Councillor|Cllr|Committee|Council|Members?)$/.test(word),
  );
}

function sentencesOf(passage: Passage): Span[] {
  return splitSentences(passage.text).map(({ start, end }) => ({
    start: passage.span.start + start,
    end: passage.span.start + end,
  }));
}
