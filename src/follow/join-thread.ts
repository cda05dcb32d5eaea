import { citePassage, formatDate } from '../citation.ts';
import type { CommitteeRecord, Matter } from '../matter.ts';
import type { Passage } from '../passage.ts';
import type { Span } from '../span.ts';
import type { JoinReason, Reference, Thread, ThreadStep } from '../thread.ts';
import type { Join } from './join/join.ts';
import { isSameTitle } from './join/same-title.ts';
import { countShared, tellingStems } from './join/telling-stems.ts';

export type Seed = { matters: Matter[]; limb?: string };
export type JoinThreadOptions = {
  record: CommitteeRecord;
  joins: Join[];
  /** Passages that are only alike, best first: shown apart. */
  similar?: Passage[];
};

const MAX_SIMILAR = 5;
/** Telling words that a later limb shares with the one asked about. */
const LEAST_SHARED = 2;
const ROLES: ThreadStep['role'][] = [
  'report',
  'limb',
  'discussion',
  'later-report',
  'later-minute',
  'correction',
  'superseded-by',
];

/**
 * A decision's life from one of its places: what was put before the meeting, the limbs, what later refers to it,
 * answers, corrects or supersedes it. Steps in order of date, each with its reasons; what is only alike comes last.
 */
export function joinThread(seed: Seed, { record, joins, similar = [] }: JoinThreadOptions): Thread {
  const reached = reach(seed, joins);
  const steps = [...reached].flatMap(([matter, { joins: into, isPossible }]) =>
    matterSteps(matter, { into, isPossible, seed }),
  );
  const [first] = seed.matters;
  return {
    title: first?.title ?? '',
    steps: [...mergeSteps(steps).sort(inOrder), ...similarSteps(similar, steps)],
    missing: [...unresolved(seed, { record, joins }), ...missingPapers(record, first?.date ?? '')],
  };
}

type Reached = Map<Matter, { joins: Join[]; isPossible: boolean }>;

/** How a matter was come to: from the seed on in time, or back from it. */
type Reaching = { matter: Matter; isBack: boolean };

/** Matters that hang together with the seed; through an item of every meeting one does not get to others. */
function reach(seed: Seed, joins: Join[]): Reached {
  const reached: Reached = new Map(seed.matters.map((matter) => [matter, { joins: [], isPossible: false }]));
  const queue: Reaching[] = seed.matters.map((matter) => ({ matter, isBack: false }));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { matter: at } = next;
    if (at.isStanding && !seed.matters.includes(at)) continue;
    for (const join of joins.filter(({ earlier, later }) => earlier === at || later === at)) {
      if (!mayFollow(join, next, seed)) continue;
      const other = join.earlier === at ? join.later : join.earlier;
      const known = reached.get(other);
      if (known?.joins.includes(join)) continue;
      known?.joins.push(join);
      if (known && (join.isPossible || !known.isPossible)) continue;
      reached.set(other, { joins: known?.joins ?? [join], isPossible: join.isPossible });
      // What was put before the same meeting is no way back: it belongs to the item itself.
      const isBack = next.isBack || (join.later === at && join.earlier.date < join.later.date);
      if (!join.isPossible) queue.push({ matter: other, isBack });
    }
  }
  return reached;
}

/** Along these a subject goes on; a later minute may answer several earlier ones, which then are no subject of this. */
const ONE_SUBJECT: JoinReason[] = ['same-title', 'same-agenda-item', 'supersedes', 'work-programme'];

function mayFollow(join: Join, { matter: at, isBack }: Reaching, seed: Seed): boolean {
  const isSeed = seed.matters.includes(at);
  if (isSeed && join.earlier === at && seed.limb !== undefined)
    return join.limb === undefined ? !at.isStanding : isLimb(join.limb, seed.limb);
  if (isSeed) return true;
  if (ONE_SUBJECT.includes(join.reason)) return true;
  // What was put before the seed's own meeting names what the seed goes back to.
  const isPutBefore = at.kind !== 'minute' && seed.matters.some(({ date }) => date === at.date);
  return join.earlier === at ? !isBack : isPutBefore;
}

/** Limb 3 takes in 3(a), and 3(a) belongs to 3. */
function isLimb(a: string, b: string): boolean {
  const [x, y] = [a, b].map((label) =>
    label
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  return x !== undefined && y !== undefined && (`${x} `.startsWith(`${y} `) || `${y} `.startsWith(`${x} `));
}

type StepOptions = { into: Join[]; isPossible: boolean; seed: Seed };

function matterSteps(matter: Matter, { into, isPossible, seed }: StepOptions): ThreadStep[] {
  const isSeed = seed.matters.includes(matter);
  const own = into.filter((join) => join.isPossible === isPossible);
  const told = own.flatMap((join) => toldStep(matter, join, isPossible));
  const reasons = [...new Set(own.map(({ reason }) => reason))];
  const why = isSeed
    ? 'the place asked about'
    : [...new Set(own.map((join) => join.why))].join('; ') || 'belongs to it';
  if (matter.isStanding && !isSeed)
    return told.length > 0 ? told : headSteps(matter, { reasons, why, isPossible, seed });
  if (isPossible) return told.slice(0, 1);
  const head = headSteps(matter, { reasons, why, isPossible, seed });
  const isNarrow = seed.limb !== undefined && !isSeed && told.length > 0;
  return [...told, ...(isNarrow ? head.filter((step) => sharesWords(step, seed)) : head)];
}

/** Of a later minute with several limbs, those that speak of the limb asked about. */
function sharesWords({ quote }: ThreadStep, { matters, limb = '' }: Seed): boolean {
  const own = matters.flatMap(({ passages }) =>
    passages.filter(({ place }) => place.limb !== undefined && isLimb(place.limb, limb)),
  );
  const words = tellingStems(own.map(({ text }) => text).join(' '));
  return countShared(words, tellingStems(quote)) >= LEAST_SHARED;
}

/** The very words that join a later matter to this thread. */
function toldStep(matter: Matter, join: Join, isPossible: boolean): ThreadStep[] {
  const passage =
    join.words && join.later === matter ? matter.passages.find(({ id }) => id === join.words?.passageId) : undefined;
  if (!passage || !join.words) return [];
  const role =
    join.reason === 'correction'
      ? 'correction'
      : join.reason === 'supersedes'
        ? 'superseded-by'
        : matter.kind === 'minute'
          ? 'later-minute'
          : 'later-report';
  return [stepAt(passage, join.words.span, { role, reasons: [join.reason], why: join.why, isPossible })];
}

type HeadOptions = { reasons: JoinReason[]; why: string; isPossible: boolean; seed: Seed };

/** What a matter says of itself: its limbs, a report's recommendation; or its first words. */
function headSteps(matter: Matter, { reasons, why, isPossible, seed }: HeadOptions): ThreadStep[] {
  const isSeed = seed.matters.includes(matter);
  const date = seed.matters[0]?.date ?? '';
  const chosen = headPassages(matter, isSeed ? seed.limb : undefined);
  const role = (passage: Passage): ThreadStep['role'] => {
    if (matter.kind !== 'minute') return matter.date <= date ? 'report' : 'later-report';
    if (matter.date > date && !isSeed) return 'later-minute';
    return passage.kind === 'limb' ? 'limb' : 'discussion';
  };
  const filed = matter.isFiled ? { filedFor: matter.date } : {};
  return chosen.map((passage) =>
    stepAt(passage, passage.recordSpan ?? passage.span, { role: role(passage), reasons, why, isPossible, ...filed }),
  );
}

function headPassages(matter: Matter, limb: string | undefined): Passage[] {
  const limbs = matter.passages.filter(({ kind }) => kind === 'limb');
  if (limb !== undefined) {
    const named = limbs.filter(({ place }) => place.limb !== undefined && isLimb(place.limb, limb));
    if (named.length > 0) return named;
  }
  const telling = limbs.filter(({ place }) => place.limbKind !== 'noting' && place.limbKind !== 'procedure');
  if (telling.length > 0) return telling;
  if (limbs.length > 0) return limbs;
  const asked = matter.passages.filter(({ kind }) => kind === 'recommendation');
  return asked.length > 0 ? asked.slice(0, 1) : matter.passages.slice(0, 1);
}

type Told = Pick<ThreadStep, 'role' | 'reasons' | 'why' | 'isPossible' | 'filedFor'>;

function stepAt(passage: Passage, span: Span, told: Told): ThreadStep {
  const within = { start: Math.max(span.start, passage.span.start), end: Math.min(span.end, passage.span.end) };
  const { label, quote, place, source, passageId } = citePassage(passage, within);
  return { ...told, label, quote, place, source, passageId, paperId: passage.paperId, span: within };
}

/** Each place once, with all the reasons for it. */
function mergeSteps(steps: ThreadStep[]): ThreadStep[] {
  const merged = new Map<string, ThreadStep>();
  for (const step of steps) {
    const key = `${step.paperId} ${step.span.start} ${step.span.end}`;
    const known = merged.get(key);
    if (!known) merged.set(key, step);
    else
      merged.set(key, {
        ...known,
        reasons: [...new Set([...known.reasons, ...step.reasons])],
        why: known.why.includes(step.why) ? known.why : `${known.why}; ${step.why}`,
        isPossible: known.isPossible && step.isPossible,
      });
  }
  return [...merged.values()];
}

function dayOf({ place, filedFor = '' }: ThreadStep): string {
  return place.meetingDate ?? filedFor;
}

function inOrder(a: ThreadStep, b: ThreadStep): number {
  return (
    Number(a.isPossible) - Number(b.isPossible) ||
    dayOf(a).localeCompare(dayOf(b)) ||
    ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
    a.paperId - b.paperId ||
    a.span.start - b.span.start
  );
}

function similarSteps(similar: Passage[], known: ThreadStep[]): ThreadStep[] {
  const isKnown = ({ paperId, place }: Passage) =>
    known.some((step) => step.paperId === paperId && step.place.minute === place.minute);
  const fresh = similar.filter(
    (passage, at) =>
      !isKnown(passage) &&
      !similar
        .slice(0, at)
        .some(
          ({ paperId, place }) =>
            paperId === passage.paperId &&
            place.minute === passage.place.minute &&
            isSameTitle(place.heading ?? '', passage.place.heading ?? ''),
        ),
  );
  return fresh.slice(0, MAX_SIMILAR).map((passage) =>
    stepAt(passage, passage.recordSpan ?? passage.span, {
      role: passage.place.paperKind === 'minutes' ? 'discussion' : 'later-report',
      reasons: ['similar'],
      why: 'is alike in its words; nothing in the papers says that it belongs to it',
      isPossible: true,
    }),
  );
}

/** Minutes that the place itself names, and no paper in the index has. */
function unresolved({ matters }: Seed, { record, joins }: Pick<JoinThreadOptions, 'record' | 'joins'>): string[] {
  const own = new Set(matters.flatMap(({ passages }) => passages.map(({ id }) => id)));
  const isJoined = ({ passageId, span }: Reference) =>
    joins.some(({ words }) => words?.passageId === passageId && words.span.start === span.start);
  const lost = record.references.filter(
    (reference) => reference.toMinute !== undefined && own.has(reference.passageId) && !isJoined(reference),
  );
  return [
    ...new Set(
      lost.map(({ toMinute, toDate, toCommittee = record.committee }) =>
        [`Minute ${toMinute} of ${toCommittee}`, ...(toDate === undefined ? [] : [formatDate(toDate)])].join(', '),
      ),
    ),
  ];
}

function missingPapers({ committee, meetings }: CommitteeRecord, since: string): string[] {
  return meetings
    .filter(({ date, hasMinutes }) => date >= since && !hasMinutes)
    .map(({ date }) => `the minutes of ${committee}, ${formatDate(date)}`);
}
