import type { Span } from '../../paper.ts';
import { MAX_PASSAGE_CHARS, type PassageKind } from '../../passage.ts';
import type { Block } from './frame.ts';
import type { Piece } from './lay-pieces.ts';

/** Text between records shorter than this (a heading, "Resolved:-", a table's header rows) goes with a neighbour. */
const MAX_LOOSE_CHARS = 200;
/** Text between records is gathered up to this, as discussion is. */
const GATHER_LOOSE_CHARS = 1_000;
/** Sections as short as a form's fields are gathered, to this length together. */
const SHORT_SECTION_CHARS = 250;
const GATHER_SECTIONS_CHARS = 700;
/** What is shorter (a heading over nothing, a rule, a last row) says nothing alone and joins its neighbour. */
const ORPHAN_CHARS = 80;
/** A table's header rows may be longer than other loose text. */
const MAX_LOOSE_HEADER_CHARS = 600;

/** One passage to be: pieces in order, of which `lead` gives kind and place; never longer than a passage but alone. */
export type Gathered = Span & { lead: Piece; pieces: Piece[] };

/**
 * Pieces joined into passages: loose text to its record, short neighbours of one group to each other, headings
 * that were left alone to what follows.
 */
export function gatherPieces(text: string, pieces: Piece[]): Gathered[] {
  const glued = glueLoose(
    text,
    pieces.map((piece) => ({ start: piece.start, end: piece.end, lead: piece, pieces: [piece] })),
  );
  return joinOrphans(joinNeighbours(joinNeighbours(glued, isOneGroup), areShortSections));
}

function glueLoose(text: string, list: Gathered[]): Gathered[] {
  const glued: Gathered[] = [];
  for (const [index, current] of list.entries()) {
    const next = list[index + 1];
    const last = glued[glued.length - 1];
    if (!isLoose(current)) glued.push(current);
    else if (next && goesForward(current, next, last) && !turnsPage(text, current, next))
      list[index + 1] = join(current, next, next.lead);
    else if (last && goesBack(current, last)) glued[glued.length - 1] = join(last, current, last.lead);
    else glued.push(current);
  }
  return glued;
}

function isLoose({ lead, start, end }: Gathered): boolean {
  if (lead.block) return false;
  return end - start < (lead.kind === 'table' ? MAX_LOOSE_HEADER_CHARS : MAX_LOOSE_CHARS);
}

/** "It was AGREED:" over the page's end and head leads in no limb: a limb is quoted without what the page prints. */
function turnsPage(text: string, loose: Gathered, next: Gathered): boolean {
  return next.lead.kind === 'limb' && PAGE_NUMBER.test(text.slice(loose.start, loose.end));
}

const PAGE_NUMBER = /(?:^|\n)\s*(?:page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|[-–]?\s?\d{1,4}\s?[-–]?)\s*(?:\n|$)/i;

/** Loose text leads in what follows, but a vote after a limb, say, belongs to that limb. */
function goesForward(loose: Gathered, next: Gathered, last: Gathered | undefined): boolean {
  if (!fits(loose, next) || !isAround(loose.lead, next.lead)) return false;
  const isAfterLimb = last?.lead.kind === 'limb' && isAround(loose.lead, last.lead);
  return !isAfterLimb || next.lead.kind === 'discussion' || next.lead.block === undefined;
}

function goesBack(loose: Gathered, last: Gathered): boolean {
  return fits(last, loose) && isAround(loose.lead, last.lead);
}

/** No passage reaches over a minute's beginning or end: all its words have one place to be cited by. */
function isSameMinute(a: Piece, b: Piece): boolean {
  const minuteOf = ({ placed }: Piece) => placed.path.find((frame) => frame.place.minuteTitle !== undefined);
  return minuteOf(a) === minuteOf(b);
}

function fits(a: Gathered, b: Gathered): boolean {
  const isOnePlace = isSamePaper(a.lead, b.lead) && isSameMinute(a.lead, b.lead);
  return isOnePlace && isSameAccess(a.lead, b.lead) && b.end - a.start <= MAX_PASSAGE_CHARS;
}

function isSamePaper(a: Piece, b: Piece): boolean {
  return a.placed.path[0] === b.placed.path[0];
}

function isSameAccess(a: Piece, b: Piece): boolean {
  return a.access === b.access || JSON.stringify(a.access) === JSON.stringify(b.access);
}

/** True if the innermost frame of the loose text is around the other piece too. */
function isAround(loose: Piece, other: Piece): boolean {
  const innermost = loose.placed.path[loose.placed.path.length - 1];
  return innermost !== undefined && other.placed.path.includes(innermost);
}

function join(a: Gathered, b: Gathered, lead: Piece): Gathered {
  return { start: a.start, end: b.end, lead, pieces: [...a.pieces, ...b.pieces] };
}

function joinNeighbours(list: Gathered[], mayJoin: (a: Gathered, b: Gathered) => boolean): Gathered[] {
  const joined: Gathered[] = [];
  for (const current of list) {
    const last = joined[joined.length - 1];
    if (last && mayJoin(last, current)) {
      last.end = current.end;
      last.pieces.push(...current.pieces);
    } else {
      joined.push({ ...current, pieces: [...current.pieces] });
    }
  }
  return joined;
}

function isOneGroup(a: Gathered, b: Gathered): boolean {
  const { gatherChars, group } = groupOf(a.lead);
  if (group === undefined || groupOf(b.lead).group !== group || !fits(a, b)) return false;
  return b.end - a.start <= gatherChars;
}

function groupOf({ block, placed }: Piece): { group?: string | object | undefined; gatherChars: number } {
  if (block) return groupOfBlock(block);
  return { group: placed, gatherChars: GATHER_LOOSE_CHARS };
}

function groupOfBlock(block: Block): { group?: string | object | undefined; gatherChars: number } {
  return { group: block.group, gatherChars: block.gatherChars };
}

/** Neighbouring sections that are hardly more than a heading and a line. */
function areShortSections(a: Gathered, b: Gathered): boolean {
  if (a.lead.kind !== 'paragraph' || b.lead.kind !== 'paragraph' || !fits(a, b)) return false;
  // A heading over nothing leads in what follows instead.
  if (b.pieces.every(({ block }) => block === undefined)) return false;
  const isShort = b.end - b.start <= SHORT_SECTION_CHARS && lengthOfLast(a) <= SHORT_SECTION_CHARS;
  return isShort && b.end - a.start <= GATHER_SECTIONS_CHARS;
}

/** The length of the section that a gathered passage ends with. */
function lengthOfLast({ pieces, end }: Gathered): number {
  const last = pieces[pieces.length - 1];
  const first = pieces.find((piece) => piece.placed === last?.placed);
  return end - (first?.start ?? 0);
}

const MAY_BE_ORPHANS: PassageKind[] = ['paragraph', 'discussion', 'table', 'measure'];

/** The last rows of a table go back to the rows before; other orphans lead in what follows, or else end what was before. */
function joinOrphans(list: Gathered[]): Gathered[] {
  const joined: Gathered[] = [];
  for (const [index, current] of list.entries()) {
    const last = joined[joined.length - 1];
    const next = list[index + 1];
    const isOrphan = saysNothingAlone(current);
    const takes = (other: Gathered | undefined): other is Gathered => {
      return isOrphan && other !== undefined && MAY_BE_ORPHANS.includes(other.lead.kind);
    };
    if (takes(last) && isSameTable(current, last) && fits(last, current))
      joined[joined.length - 1] = join(last, current, last.lead);
    else if (takes(next) && !hasRows(current) && fits(current, next)) list[index + 1] = join(current, next, next.lead);
    else if (takes(last) && !hasRows(current) && fits(last, current))
      joined[joined.length - 1] = join(last, current, last.lead);
    else joined.push(current);
  }
  return joined;
}

function saysNothingAlone({ start, end, lead, pieces }: Gathered): boolean {
  const isNumbered = pieces.some(({ block }) => block?.place.section !== undefined);
  return end - start < ORPHAN_CHARS && MAY_BE_ORPHANS.includes(lead.kind) && !isNumbered;
}

function hasRows({ pieces }: Gathered): boolean {
  return pieces.some(({ block }) => block?.kind === 'table');
}

function isSameTable(a: Gathered, b: Gathered): boolean {
  return a.lead.kind === 'table' && a.lead.placed === b.lead.placed;
}
