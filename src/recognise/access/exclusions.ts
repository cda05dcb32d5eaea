import { type Access, narrowerAccess, PUBLIC_ACCESS } from '../../audience.ts';
import type { Minute } from '../../minute.ts';
import { exemptParagraphs, readAccess } from './read-access.ts';

const EXCLUDED =
  /\b(?:press and (?:the )?public|public(?: and (?:the )?press)?|members of the public)\b[^.]{0,60}?\b(?:be |were |was |had been )?(?:now )?(?:excluded|asked to leave|requested to (?:leave|withdraw))\b|\bexclude the (?:press|public)\b|\bmov\w* into (?:private|closed|confidential|part 2|camera)/i;
/** "likely to be considered in the absence of the press and public" */
const ABSENT = /\bin the absence of the (?:press|public)\b|\bin private(?: session)?\b/i;
const FOLLOWING = /\b(?:following|next|remaining) (?:agenda )?(?:items?|business|matters?|reports?)\b/i;
/** A question whether to exclude, or word that nobody had to be, excludes nobody. */
const NOT_EXCLUDED = /\b(?:whether|no items?|not (?:necessary|required|needed)|were no|was no|if)\b/i;
const READMITTED =
  /\b(?:re-?admitted|returned to the meeting|public session (?:was )?resumed|meeting (?:was )?re-?opened|return\w* to (?:open|public)|readmit)\b/i;
const ONE_ITEM = /\b(?:following|next) (?:item|business item|matter|report)\b(?!s)|\bitem of business\b/i;
const NUMBERED =
  /\b(?:agenda\s+)?(?:items?|minutes?|articles?)\s+(?:nos?\.?\s*)?((?:\d{1,4}(?:\.\d+)?\s{0,2}(?:,|and|&|to|-|–)?\s{0,2}){1,12})/i;
const ITEM_CLOSED =
  /^\W*(?:agenda )?items? ((?:\d{1,3}\s?(?:,|and|&|to|-)?\s?){1,12})(?:is|are|will be|contains?|may)\b[^.]{0,60}\b(?:not for publication|exempt|confidential|restricted|private)\b/i;
/** These are taken in public whatever was resolved before them. */
const PUBLIC_BUSINESS = /\bdate\b.{0,30}\bnext\b|\bnext meeting\b|\bclos(?:e|ure|ing) of (?:the )?meeting\b|\breadmi/i;

/** Words that exclude the public: under which paragraphs and for which of the entries that follow. */
export type Exclusion = { paragraphs: number[]; scope: 'this' | 'next' | 'rest' | string[] };

/** An agenda item or a minute, as far as its access goes; `item` is the agenda item a minute names. */
export type AccessEntry = {
  number?: string | undefined;
  item?: string | undefined;
  title: string;
  text: string;
  /** A stamp printed last under the entry ("PART TWO – CLOSED TO THE PUBLIC"): it closes what follows it. */
  stampBelow?: string | undefined;
};

/** Reads a resolution or agenda item that excludes the public; undefined if these words exclude nobody. */
export function readExclusion(words: string): Exclusion | undefined {
  const text = words.replace(/\s+/g, ' ');
  const found = EXCLUDED.exec(text) ?? ABSENT.exec(text);
  if (!found) return undefined;
  const before = text.slice(Math.max(0, found.index - 120), found.index);
  // What is taken "in public and in private as marked" is only sorted, not closed.
  if (/\bin public\b[^.]{0,80}$/i.test(before)) return undefined;
  const after = text.slice(found.index);
  const paragraphs = exemptParagraphs(text);
  const names = paragraphs.length > 0 && (NUMBERED.test(after) || FOLLOWING.test(text));
  if (!names && (NOT_EXCLUDED.test(before + found[0]) || /\bto consider\b/i.test(before))) return undefined;
  if (paragraphs.length === 0 && !/exempt|confidential|100A|private|schedule 12/i.test(text)) return undefined;
  if (/\bthis (?:item|minute)\b/i.test(after)) return { paragraphs, scope: 'this' };
  const numbered = NUMBERED.exec(after)?.[1];
  if (numbered) return { paragraphs, scope: numbersOf(numbered) };
  return { paragraphs, scope: ONE_ITEM.test(text) ? 'next' : 'rest' };
}

/**
 * The access of each entry in order: what its own words say, narrowed by an exclusion of the public before it. An
 * exclusion holds for what it names, else until the public is readmitted or the business is public by its nature.
 */
export function accessOfEntries(entries: AccessEntry[]): Access[] {
  const held: (number[] | undefined)[] = entries.map(() => undefined);
  entries.forEach((entry, at) => {
    const exclusion = readExclusion(entry.text) ?? stampedExclusion(entry);
    if (!exclusion) return;
    for (const closed of closedBy(exclusion, { entries, at })) held[closed] = exclusion.paragraphs;
  });
  return entries.map((entry, at) => {
    const paragraphs = held[at];
    const own = readExclusion(entry.text) ? PUBLIC_ACCESS : readAccess(ownLines(entry.text));
    return paragraphs ? narrowerAccess(own, { kind: 'exempt', paragraphs }) : own;
  });
}

function stampedExclusion({ stampBelow }: AccessEntry): Exclusion | undefined {
  return stampBelow === undefined ? undefined : { paragraphs: exemptParagraphs(stampBelow), scope: 'rest' };
}

/** An entry's lines that do not speak of other items by their number. */
function ownLines(text: string): string[] {
  return text.split('\n').filter((line) => !ITEM_CLOSED.test(line));
}

/** The items a text says are closed ("Item 9 is not for publication by virtue of paragraph 3"), with the paragraphs. */
export function closedItems(text: string): Map<string, number[]> {
  const closed = new Map<string, number[]>();
  for (const line of text.split('\n')) {
    const match = ITEM_CLOSED.exec(line);
    for (const number of numbersOf(match?.[1] ?? '')) closed.set(number, exemptParagraphs(line));
  }
  return closed;
}

/** Which entries an exclusion closes, by their place. */
function closedBy({ scope }: Exclusion, { entries, at }: { entries: AccessEntry[]; at: number }): number[] {
  if (scope === 'this') return [at];
  if (Array.isArray(scope)) {
    const named = entries.flatMap((entry, place) =>
      place >= at && isNamed(entry, { scope, own: place === at }) ? [place] : [],
    );
    return named.length > 0 ? named : entriesAfter(entries, at).slice(0, scope.length);
  }
  const after = entriesAfter(entries, at);
  const listed = listedIn(entries[at]?.text ?? '', { entries, after });
  if (listed.length > 0) return listed;
  return scope === 'next' ? after.slice(0, 1) : after;
}

/** Of the entries after one those that its "aforementioned items of business" name by their titles. */
function listedIn(text: string, { entries, after }: { entries: AccessEntry[]; after: number[] }): number[] {
  if (!/\b(?:aforementioned|undermentioned|above|listed|following) items?\b/i.test(text)) return [];
  const words = folded(text);
  return after.filter((place) => {
    const title = folded(entries[place]?.title ?? '');
    return title.length >= MIN_LISTED_TITLE && words.includes(title);
  });
}

/** A shorter title may stand in any sentence. */
const MIN_LISTED_TITLE = 12;

function folded(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** Named by its agenda item, or where minutes print none by its number; the excluding entry itself only by its item. */
function isNamed(entry: AccessEntry, { scope, own }: { scope: string[]; own: boolean }): boolean {
  const number = entry.item ?? (own ? undefined : entry.number);
  return number !== undefined && scope.includes(number);
}

/** The entries after one, up to where the public is back. */
function entriesAfter(entries: AccessEntry[], at: number): number[] {
  const places: number[] = [];
  for (let place = at + 1; place < entries.length; place++) {
    const entry = entries[place];
    if (!entry || READMITTED.test(entry.text)) break;
    if (!PUBLIC_BUSINESS.test(entry.title)) places.push(place);
  }
  return places;
}

/** The access of each minute of public minutes, in order. */
export function minutesAccess(minutes: Minute[]): Access[] {
  return accessOfEntries(
    minutes.map((minute) => {
      const { number, item, title, limbs } = minute;
      const stampBelow = stampUnder(minute);
      const discussion = stampBelow === undefined ? minute.discussion : minute.discussion.slice(0, -1);
      const text = [title, ...discussion.map((part) => part.text), ...limbs.map((limb) => limb.text)].join('\n');
      return { number, item, title, text, stampBelow };
    }),
  );
}

/** The last words of a minute, if they are a heading that closes what follows. */
function stampUnder({ discussion, limbs }: Minute): string | undefined {
  const last = discussion.at(-1);
  if (!last || last.text.length > MAX_STAMP_CHARS) return undefined;
  const start = last.spans[0]?.start ?? 0;
  const isLast = limbs.every(({ spans }) => (spans[0]?.start ?? 0) < start);
  return isLast && !/[.;]$/.test(last.text) && readAccess([last.text]).kind !== 'public' ? last.text : undefined;
}

/** A longer paragraph says something of its own minute. */
const MAX_STAMP_CHARS = 120;

function numbersOf(list: string): string[] {
  const range = /(\d+)\s*(?:to|-|–)\s*(\d+)/.exec(list);
  if (!range) return list.match(/\d{1,4}(?:\.\d+)?/g) ?? [];
  const [from, to] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: Math.min(Math.max(0, to - from + 1), 50) }, (_, step) => String(from + step));
}
