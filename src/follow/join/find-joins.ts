import type { Matter } from '../../matter.ts';
import type { Join } from './join.ts';
import { joinEntries } from './join-entries.ts';
import type { OpenRecord } from './open-record.ts';
import { referenceJoin } from './reference-join.ts';
import { resolveReference, type Target } from './resolve-reference.ts';
import { isSameTitle } from './same-title.ts';
import { countShared, tellingStems } from './telling-stems.ts';

/** The share of a work programme's topic that a later title must have. */
const TOPIC_SHARE = 0.6;
/** What a topic must share with a limb that it takes up: words, and of its own words. */
const LEAST_TAKEN_UP = { words: 3, share: 0.75 };
/** A topic that was planned is taken within this many meetings. */
const MAX_MEETINGS_AHEAD = 6;

/** Every join of a record that its papers themselves make, each with its reason in words. */
export function findJoins(open: OpenRecord): Join[] {
  return [
    ...referenceJoins(open),
    ...programmeJoins(open),
    ...plannedAgain(open),
    ...titleJoins(open),
    ...filedJoins(open),
    ...joinEntries(open),
  ];
}

function referenceJoins(open: OpenRecord): Join[] {
  let before: { minute: Matter; targets: Target[] } | undefined;
  return open.record.references.flatMap((reference) => {
    const later = open.matterOf(reference.passageId);
    if (!later) return [];
    const found = resolveReference(reference, later, open);
    // What arises from a minute goes on in the sentences after the one that names it.
    const goesOn = found.length === 0 && reference.reason === 'matters-arising' && before?.minute === later;
    const targets = goesOn ? (before?.targets ?? []) : found;
    if (reference.toMinute !== undefined || found.length > 0) before = { minute: later, targets: found };
    return targets.map((target) => referenceJoin(reference, later, target));
  });
}

/** A topic of the work programme, and the later item that bears its words. */
function programmeJoins(open: OpenRecord): Join[] {
  return open.record.references.flatMap((reference) => {
    const planned = open.matterOf(reference.passageId);
    if (reference.reason !== 'work-programme' || reference.toTitle === undefined || !planned) return [];
    const topic = tellingStems(reference.toTitle);
    const meetings = open.record.meetings.filter(({ date }) => date > planned.date).slice(0, MAX_MEETINGS_AHEAD);
    const due = reference.due?.slice(0, 7);
    const dates = meetings.map(({ date }) => date).filter((date) => due === undefined || date.slice(0, 7) >= due);
    const later = dates
      .flatMap((date) => open.minutesAt(date))
      .find((minute) => !minute.isStanding && isTopic(topic, open.titleStems(minute)));
    if (!later) return [];
    const why = `was put on the work programme as “${reference.printed?.topic ?? reference.toTitle}”`;
    return [{ earlier: planned, later, reason: 'work-programme' as const, why, isPossible: false }];
  });
}

/** A topic of the work programme that takes up what a limb resolved before. */
function plannedAgain(open: OpenRecord): Join[] {
  const limbs = open.record.matters
    .filter(({ kind, isStanding }) => kind === 'minute' && !isStanding)
    .flatMap((earlier) =>
      earlier.passages.filter(({ kind }) => kind === 'limb').map((passage) => ({ earlier, passage })),
    );
  return open.record.references.flatMap((reference) => {
    const later = open.matterOf(reference.passageId);
    if (reference.reason !== 'work-programme' || reference.toTitle === undefined || !later) return [];
    const topic = tellingStems(reference.toTitle);
    const found = limbs.findLast(
      ({ earlier, passage }) => earlier.date < later.date && isTakenUp(topic, open.passageStems(passage)),
    );
    if (!found) return [];
    const why = `takes up what was resolved, as “${reference.printed?.topic ?? reference.toTitle}”`;
    const limb = found.passage.place.limb;
    const words = { passageId: reference.passageId, span: reference.span };
    return [
      {
        earlier: found.earlier,
        later,
        ...(limb === undefined ? {} : { limb }),
        reason: 'work-programme' as const,
        why,
        words,
        isPossible: false,
      },
    ];
  });
}

function isTakenUp(topic: Set<string>, limb: Set<string>): boolean {
  const shared = countShared(topic, limb);
  return shared >= LEAST_TAKEN_UP.words && shared >= LEAST_TAKEN_UP.share * topic.size;
}

function isTopic(topic: Set<string>, title: Set<string>): boolean {
  const shared = countShared(topic, title);
  return shared > 0 && (shared >= TOPIC_SHARE * topic.size || shared === title.size);
}

/** Matters of one title, and what was put before the meeting under a minute's title or item. */
function titleJoins(open: OpenRecord): Join[] {
  const { record } = open;
  const hasMinutes = new Set(record.meetings.filter((meeting) => meeting.hasMinutes).map(({ date }) => date));
  const subjects = record.matters.filter(
    (matter) =>
      !matter.isStanding &&
      open.titleStems(matter).size > 0 &&
      (matter.kind !== 'item' || !hasMinutes.has(matter.date)),
  );
  const known = new Map<string, Matter[]>();
  return subjects.flatMap((later) => {
    const stems = [...open.titleStems(later)];
    const candidates = new Set(stems.flatMap((stem) => known.get(stem) ?? []));
    for (const stem of stems) {
      const titled = known.get(stem);
      if (titled) titled.push(later);
      else known.set(stem, [later]);
    }
    return [...candidates].flatMap((earlier) => titleJoin(earlier, later) ?? []);
  });
}

/** A paper that prints no meeting, and the one minute of the day in its name that speaks of what the name says. */
function filedJoins(open: OpenRecord): Join[] {
  return open.record.matters.flatMap((earlier) => {
    // Minutes write "quarter 2" where a file's name has "q2".
    const title = new Set([...open.titleStems(earlier)].filter((stem) => !/^q[1-4]$/.test(stem)));
    if (!earlier.isFiled || title.size === 0) return [];
    const speaking = open
      .minutesAt(earlier.date)
      .filter((minute) => !minute.isStanding && countShared(title, open.stems(minute)) === title.size);
    const [later] = speaking;
    if (!later || speaking.length > 1) return [];
    const why = 'bears the day of the meeting in its file’s name, and this minute speaks of it';
    return [{ earlier, later, reason: 'same-agenda-item' as const, why, isPossible: false }];
  });
}

function titleJoin(first: Matter, second: Matter): Join | undefined {
  const isTitled = isSameTitle(first.title, second.title);
  if (first.date === second.date) {
    const [earlier, later] = first.kind === 'minute' ? [second, first] : [first, second];
    const isItem = first.item !== undefined && first.item === second.item;
    if (first.kind === second.kind || !(isTitled || isItem)) return undefined;
    return {
      earlier,
      later,
      reason: 'same-agenda-item',
      why: 'was put before the meeting under this item',
      isPossible: false,
    };
  }
  if (!isTitled) return undefined;
  return {
    earlier: first,
    later: second,
    reason: 'same-title',
    why: `has the same subject in its title`,
    isPossible: false,
  };
}
