import type { Matter } from '../../matter.ts';
import type { Reference } from '../../thread.ts';
import type { OpenRecord } from './open-record.ts';
import { isSameBody } from './same-body.ts';
import { isSameTitle } from './same-title.ts';
import { countShared, tellingStems } from './telling-stems.ts';

/** An earlier matter that a reference means. `isDoubtful`: the number is printed, but its words speak of another. */
export type Target = { matter: Matter; limb?: string; isDoubtful: boolean; through?: Matter };

/** So many telling words make words without a number speak of a matter. */
const LEAST_SHARED = 3;
/** Words that an earlier minute's own reference must share with what is said of it now. */
const LEAST_THROUGH = 2;

/** The earlier matters that a reference of `later` means; none where they are not in the index. */
export function resolveReference(reference: Reference, later: Matter, open: OpenRecord): Target[] {
  if (isOfAnother(reference, open)) return [];
  if (reference.toMinute === undefined) return byWords(reference, later, open);
  const limb = reference.printed?.limb;
  const matter = numbered(reference, later, open);
  if (!matter) return [];
  const target = {
    matter,
    ...(limb === undefined ? {} : { limb }),
    isDoubtful: isDoubtful(reference, { later, matter, open }),
  };
  return matter.isStanding ? [target, ...through(reference, matter, open)] : [target];
}

function isOfAnother({ toCommittee }: Reference, { record }: OpenRecord): boolean {
  return toCommittee !== undefined && !isSameBody(toCommittee, record.committee);
}

/** The minute of that number at the meeting named, or else at the last one that has such a number. */
function numbered(
  { toMinute, toDate, printed }: Reference,
  later: Matter,
  { minutesNumbered, meetingBefore }: OpenRecord,
): Matter | undefined {
  const before = toMinute === undefined ? [] : minutesNumbered(toMinute).filter(({ date }) => date < later.date);
  const named =
    toDate !== undefined
      ? before.find(({ date }) => date === toDate)
      : printed?.month !== undefined
        ? before.find(({ date }) => date.startsWith(printed.month ?? ''))
        : printed?.meeting === 'last'
          ? before.find(({ date }) => date === meetingBefore(later.date))
          : undefined;
  return named ?? before.at(-1);
}

type Doubting = { later: Matter; matter: Matter; open: OpenRecord };

/** A minute that cites a wrong number: another one of the same meeting bears the subject's title. */
function isDoubtful(reference: Reference, { later, matter, open }: Doubting): boolean {
  if (matter.isStanding) return false;
  const words = wordsOf(reference, later);
  const shared = countShared(words, open.stems(matter));
  if (shared === 0) return true;
  if (later.isStanding || isSameTitle(matter.title, later.title)) return false;
  return open
    .minutesAt(matter.date)
    .some(
      (other) =>
        other !== matter && isSameTitle(other.title, later.title) && countShared(words, open.stems(other)) > shared,
    );
}

function wordsOf({ text, toTitle = '' }: Reference, later: Matter): Set<string> {
  return tellingStems(`${text} ${toTitle} ${later.isStanding ? '' : later.title}`);
}

/** What was said under "matters arising" of a minute: the minute that it arose from is meant as well. */
function through(reference: Reference, standing: Matter, open: OpenRecord): Target[] {
  const words = tellingStems(reference.text);
  return open.record.references
    .filter(({ passageId, toMinute }) => toMinute !== undefined && open.matterOf(passageId) === standing)
    .filter((other) => countShared(words, tellingStems(other.text)) >= LEAST_THROUGH)
    .flatMap((other) => {
      const matter = numbered(other, standing, open);
      return matter ? [{ matter, isDoubtful: false, through: standing }] : [];
    });
}

/** A meeting is named, or what it asked: the matter of that meeting which the words are about. */
function byWords(reference: Reference, later: Matter, open: OpenRecord): Target[] {
  const { toDate, printed, toItem, reason } = reference;
  const day = toDate ?? (printed?.meeting === 'last' ? open.meetingBefore(later.date) : undefined);
  const isThen = ({ date }: Matter) =>
    date < later.date &&
    (day === undefined ? printed?.month === undefined || date.startsWith(printed.month) : date === day);
  if (day === undefined && printed?.month === undefined && reason !== 'parties-and-date') return [];
  const candidates = open.record.matters.filter(
    (matter) => matter.kind === 'minute' && isThen(matter) && !matter.isStanding,
  );
  if (toItem !== undefined) {
    const item = candidates.find((matter) => matter.number === toItem || matter.item === toItem);
    if (item) return [{ matter: item, isDoubtful: false }];
  }
  const titled = later.isStanding ? [] : candidates.filter((matter) => isSameTitle(matter.title, later.title));
  const found = bestByWords(titled.length > 0 ? titled : candidates, { words: wordsOf(reference, later), open });
  if (!found) return [];
  const isNear = titled.includes(found.matter) || found.shared >= LEAST_SHARED;
  return isNear ? [{ matter: found.matter, isDoubtful: false, ...limbOf(reference, found.matter) }] : [];
}

function bestByWords(candidates: Matter[], { words, open }: { words: Set<string>; open: OpenRecord }) {
  const scored = candidates.map((matter) => ({ matter, shared: countShared(words, open.stems(matter)) }));
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, one) => (best === undefined || one.shared >= best.shared ? one : best),
    undefined,
  );
}

/** "As the Committee asked, parking in Orchard Rise was surveyed": the limb that speaks of the same. */
function limbOf({ text }: Reference, matter: Matter): { limb?: string } {
  const words = tellingStems(text);
  const limbs = matter.passages
    .filter(({ kind }) => kind === 'limb')
    .map(({ text: said, place }) => ({ limb: place.limb, shared: countShared(words, tellingStems(said)) }))
    .sort((a, b) => b.shared - a.shared);
  const [best] = limbs;
  return best?.limb !== undefined && best.shared >= LEAST_SHARED ? { limb: best.limb } : {};
}
