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
  /\b(?:agenda\s+)?(?:items?|minutes?)\s+(?:nos?\.?\s*)?((?:\d{1,4}(?:\.\d+)?\s{0,2}(?:,|and|&|to|-|–)?\s{0,2}){1,12})/i;
/** These are taken in public whatever was resolved before them. */
const PUBLIC_BUSINESS = /\bdate\b.{0,30}\bnext\b|\bnext meeting\b|\bclos(?:e|ure|ing) of (?:the )?meeting\b|\breadmi/i;

/** Words that exclude the public: under which paragraphs and for which of the entries that follow. */
export type Exclusion = { paragraphs: number[]; scope: 'next' | 'rest' | string[] };

/** Reads a resolution or agenda item that excludes the public; undefined if these words exclude nobody. */
export function readExclusion(text: string): Exclusion | undefined {
  const found = EXCLUDED.exec(text) ?? ABSENT.exec(text);
  if (!found) return undefined;
  const before = text.slice(Math.max(0, found.index - 120), found.index);
  const after = text.slice(found.index);
  const paragraphs = exemptParagraphs(text);
  const names = paragraphs.length > 0 && (NUMBERED.test(after) || FOLLOWING.test(text));
  if (!names && (NOT_EXCLUDED.test(before) || /\bto consider\b/i.test(before))) return undefined;
  if (paragraphs.length === 0 && !/exempt|confidential|100A|private|schedule 12/i.test(text)) return undefined;
  const numbered = NUMBERED.exec(after)?.[1];
  if (numbered) return { paragraphs, scope: numbersOf(numbered) };
  return { paragraphs, scope: ONE_ITEM.test(text) ? 'next' : 'rest' };
}

/**
 * The access of each entry in order: what its own words say, narrowed by an exclusion of the public before it. An
 * exclusion holds for what it names, else until the public is readmitted or the business is public by its nature.
 */
export function accessOfEntries(entries: { number?: string | undefined; title: string; text: string }[]): Access[] {
  let current: Exclusion | undefined;
  const named = new Map<string, number[]>();
  return entries.map((entry) => {
    const own = readAccess(entry.text.split('\n'));
    const exclusion = readExclusion(entry.text);
    if (exclusion) {
      if (Array.isArray(exclusion.scope)) for (const number of exclusion.scope) named.set(number, exclusion.paragraphs);
      else current = exclusion;
      return PUBLIC_ACCESS;
    }
    if (READMITTED.test(entry.text)) current = undefined;
    const held = named.get(entry.number ?? '') ?? (PUBLIC_BUSINESS.test(entry.title) ? undefined : current?.paragraphs);
    if (current?.scope === 'next') current = undefined;
    return held ? narrowerAccess(own, { kind: 'exempt', paragraphs: held }) : own;
  });
}

/** The access of each minute of public minutes, in order. */
export function minutesAccess(minutes: Minute[]): Access[] {
  return accessOfEntries(
    minutes.map((minute) => ({
      number: minute.number ?? minute.item,
      title: minute.title,
      text: [minute.title, ...minute.discussion.map(({ text }) => text), ...minute.limbs.map(({ text }) => text)].join(
        '\n',
      ),
    })),
  );
}

function numbersOf(list: string): string[] {
  const range = /(\d+)\s*(?:to|-|–)\s*(\d+)/.exec(list);
  if (!range) return list.match(/\d{1,4}(?:\.\d+)?/g) ?? [];
  const [from, to] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: Math.min(Math.max(0, to - from + 1), 50) }, (_, step) => String(from + step));
}
