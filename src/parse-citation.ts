import { AppError } from './errors.ts';
import type { CommitteeName } from './lexicon.ts';
import { wordsOf } from './lexicon.ts';
import { MINUTE_NUMBER } from './minute-number.ts';
import { type PeeledDate, peelDate } from './peel-date.ts';

/**
 * A place in the record as somebody cited it; what the citation does not say is undefined. Numbers are as in the
 * record, without punctuation ("3(a)", "1.7"); `title` is whatever words are left: a report's title, a heading,
 * a table's caption.
 */
export type CitedPlace = {
  minute?: string;
  /** "" for an undivided resolution. */
  limb?: string;
  item?: string;
  paragraph?: string;
  recommendation?: string;
  measure?: string;
  /** A page as printed or of the file. */
  page?: string;
  committee?: string;
  /** YYYY-MM-DD, inclusive: one day, or a month where only that was given. */
  dates?: PeeledDate['range'];
  title?: string;
};

type NumberedPart = 'minute' | 'limb' | 'item' | 'paragraph' | 'recommendation' | 'measure' | 'page';

const NUMBER = String.raw`(\d{1,6}(?:\.\d{1,6}){0,5}[a-z]?)`;
const LABEL = String.raw`\(?([a-z0-9]{1,6}(?:\.\d{1,4})?(?:\s?\([a-z0-9]{1,6}\)){0,3})\)?`;
const LIMBS = String.raw`((?:\s?\([a-z0-9]{1,6}\)){0,4})`;

/** "1.2–1.4" is looked up by its first number. */
const UP_TO = String.raw`(?:[–-]\d{1,6}(?:\.\d{1,6}){0,5}[a-z]?)?`;

/** How each part is introduced, long and short. */
const PARTS: [NumberedPart, RegExp][] = [
  ['minute', new RegExp(String.raw`^min(?:ute)?s?\b\.?\s?(?:no\b\.?\s?|number\s)?(${MINUTE_NUMBER})${LIMBS}`, 'i')],
  ['limb', new RegExp(String.raw`^(?:res(?:olution)?s?|limb)\b\.?\s?(?:no\b\.?\s?)?${LABEL}`, 'i')],
  // An undivided resolution has no label.
  ['limb', /^resolution()$/i],
  ['item', new RegExp(String.raw`^(?:agenda\s)?item\b\.?\s?(?:no\b\.?\s?)?${NUMBER}`, 'i')],
  ['paragraph', new RegExp(String.raw`^(?:para(?:graph)?s?|sec(?:tion)?|§)\.?\s?${NUMBER}${UP_TO}`, 'i')],
  ['recommendation', new RegExp(String.raw`^rec(?:ommendation)?s?\b\.?\s?(?:no\b\.?\s?)?${LABEL}`, 'i')],
  ['measure', /^(?:measure\b\s?)?\(?((?:(?:no|ni|pi|kpi)\b\.?\s?\d{1,4}[a-z]?(?:\s?\/\s?)?){1,3})\)?/i],
  ['measure', /^(?:measure|indicator)\b\s?\(?(?:no\b\.?\s?)?(\d{1,4}[a-z]?)\)?/i],
  ['page', /^(?:pack\s)?(?:pages?|pp?)\b\.?\s?(\d{1,5})/i],
];
/** A number alone is a minute's if the citation begins with it; further on it is part of a title (", 2017”"). */
const BARE_MINUTE = new RegExp(String.raw`^(?:of\s)?${NUMBER}(?:$|${LIMBS}(?<=\))(?=\s|$))`, 'i');

const PAGE_IN_BRACKETS = /\(\s?(?:pack\s)?(?:pages?|pp?)\b\.?\s?(\d{1,5})[^()]{0,40}\)/i;
const STATUS_IN_BRACKETS = /\(\s?(?:draft|confirmed|corrected|published)\b[^()]{0,120}\)/gi;
/** How a minute without number or a table is named: by its title in quotation marks. */
const QUOTED_TITLE = /^(?:minute|table)\s["'“‘]/i;
const MAX_CITATION_CHARS = 500;

/**
 * Reads a citation as this program writes them, long or short, or as a member would type it ("min 39(2) ILSC oct
 * 2019"). `committees` are the names it may use. Throws an `invalid` AppError if it holds nothing to look for.
 */
export function parseCitation(text: string, { committees }: { committees: CommitteeName[] }): CitedPlace {
  const place: CitedPlace = {};
  let rest = text.slice(0, MAX_CITATION_CHARS).replace(/\s+/g, ' ').replace(STATUS_IN_BRACKETS, ' ');
  const page = PAGE_IN_BRACKETS.exec(rest);
  if (page?.[1]) {
    place.page = page[1];
    rest = rest.replace(page[0], ' ');
  }
  const date = peelDate(rest);
  if (date) place.dates = date.range;
  const titles = splitSegments(date?.rest ?? rest)
    .map((segment) => segment.replace(QUOTED_TITLE, ''))
    .map((segment, n) => readSegment(segment, { place, committees, isFirst: n === 0 }))
    .filter((title) => title !== '');
  if (titles.length > 0) place.title = titles.join(', ');
  if (!hasAnything(place)) throw new AppError('invalid', `Cannot read "${text}" as a citation: it names no place`);
  return place;
}

/** Commas part a citation, but not inside brackets or a number ("1,700"). */
function splitSegments(text: string): string[] {
  const segments: string[] = [''];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '(') depth++;
    if (char === ')') depth = Math.max(0, depth - 1);
    const parts = char === ';' || (char === ',' && depth === 0 && !/^,\d{3}\b/.test(text.slice(at, at + 5)));
    if (parts) segments.push('');
    else segments[segments.length - 1] += char;
  }
  return segments.map((segment) => segment.replace(/^[\s"'“”‘’.:–-]+|[\s"'“”‘’.:–-]+$/g, '')).filter(Boolean);
}

type SegmentOptions = { place: CitedPlace; committees: CommitteeName[]; isFirst: boolean };

/** Puts what one segment says into the place; gives back the words that are a title. */
function readSegment(segment: string, { place, committees, isFirst }: SegmentOptions): string {
  const found: CitedPlace = {};
  let rest = segment;
  for (let next = takePart(rest); next; next = takePart(rest)) {
    Object.assign(found, next.found);
    rest = next.rest;
  }
  const bare = isFirst && found.minute === undefined ? BARE_MINUTE.exec(rest) : null;
  if (bare?.[1]) {
    Object.assign(found, minuteAndLimb(bare[1], bare[2]));
    rest = rest.slice(bare[0].length).trim();
  }
  const isLinked = /^(?:of|in|from|at|to)\b/i.test(rest);
  const words = rest.replace(/^(?:(?:of|in|from|at|to|the|minutes|meeting)\b\s?){1,4}/i, '').trim();
  const committee = findCommittee(words, committees);
  // "Section 106 agreements" is a title, not paragraph 106: a number followed by other words counts only if linked.
  const isTitle = words !== '' && !committee && !isLinked && found.minute === undefined;
  if (isTitle) return segment;
  Object.assign(place, found);
  if (committee) place.committee = committee;
  return committee ? '' : words;
}

/** A numbered part at the beginning of a text, and what is left after it. */
function takePart(text: string): { found: CitedPlace; rest: string } | undefined {
  const start = text.replace(/^(?:(?:and|of|in)\b|[,\s])+(?=\S)/i, '');
  for (const [part, pattern] of PARTS) {
    const match = pattern.exec(start);
    if (match?.[1] === undefined) continue;
    const found = part === 'minute' ? minuteAndLimb(match[1], match[2]) : { [part]: tidyLabel(match[1]) };
    return { found, rest: start.slice(match[0].length).trim() };
  }
  return undefined;
}

function minuteAndLimb(minute: string, limbs = ''): CitedPlace {
  const limb = tidyLabel(limbs);
  return { minute: tidyLabel(minute), ...(limb === '' ? {} : { limb }) };
}

/** "(3) (a)" and "3(a)" are both "3(a)"; "(2)" is "2"; a measure's "No. 28 / NI 59" keeps its words. */
export function tidyLabel(label: string): string {
  const tight = label
    .trim()
    .replace(/\s?([()/])\s?/g, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
  return tight.replace(/^\(([^()]*)\)/, '$1');
}

/** The committee that these words name: in full, by an alias, or by the initials of its name. */
function findCommittee(text: string, committees: CommitteeName[]): string | undefined {
  const wanted = wordsOf(text).join(' ');
  if (wanted === '') return undefined;
  const named = ({ name, aliases }: CommitteeName) =>
    [name, ...aliases].some((known) => wordsOf(known).join(' ') === wanted) || initialsOf(name).includes(wanted);
  return committees.find(named)?.name;
}

/** "Improving Lives Select Commission": ilsc; little words count or not ("Standards and Ethics Committee": saec, sec). */
function initialsOf(name: string): string[] {
  const words = wordsOf(name);
  const big = words.filter((word) => !['and', 'of', 'the', 'for', 'on', 'in', 'to'].includes(word));
  return [words, big].map((list) => list.map((word) => word[0]).join('')).filter((initials) => initials.length > 1);
}

function hasAnything(place: CitedPlace): boolean {
  const { committee, dates, ...where } = place;
  return Object.keys(where).length > 0 || (committee !== undefined && dates !== undefined);
}
