import { formatDate } from '../../../citation.ts';
import { stripMarks } from '../../../paper.ts';
import type { Passage } from '../../../passage.ts';
import type { WrittenStatement } from '../../../writer.ts';
import type { Evidence } from '../locate-quote.ts';
import { alignTokens } from './align-tokens.ts';
import { readTokens, type Token } from './read-tokens.ts';
import { resolvePronouns } from './resolve-pronouns.ts';

/** What one quotation gives to prove by: its own words, the whole sentences it stands in, what its place is called. */
export type Source = {
  evidence: Evidence;
  passage: Passage;
  /** The tokens of the quotation, and of the sentences around it. */
  quote: Token[];
  around: Token[];
  /** The sentences around, as `around` was read from. */
  aroundText: string;
  /** Of committee, meeting, minute, paper, headings: what the program itself cites the quotation by. */
  place: Token[];
  /** The same in words. */
  placeText: string;
};

/** A statement and its quotations, read once for all rules. */
export type Claim = { text: string; tokens: Token[]; sources: Source[] };

/** Reads a statement and the quotations found for it. */
export function readClaim({ text }: WrittenStatement, evidence: Evidence[]): Claim {
  const sources = evidence.map((found): Source => {
    const { placeText, place } = readPlace(found.passage);
    const quoteText = plain(found.text);
    const aroundText = plain(found.around);
    const quote = readPrinted(quoteText);
    return {
      evidence: found,
      passage: found.passage,
      quote,
      around: quoteText === aroundText ? quote : readPrinted(aroundText),
      aroundText,
      place,
      placeText,
    };
  });
  const printed = sources.flatMap(({ quote, place, around }) =>
    quote === around ? [quote, place] : [quote, place, around],
  );
  return { text, tokens: alignTokens(readTokens(text), printed), sources };
}

const PRINTED = new Map<string, Token[]>();
/** The statements of an answer quote the same sentences; older ones are not kept. */
const MAX_PRINTED = 200;

function readPrinted(text: string): Token[] {
  const known = PRINTED.get(text) ?? resolvePronouns(readTokens(text));
  if (PRINTED.size >= MAX_PRINTED) PRINTED.clear();
  PRINTED.set(text, known);
  return known;
}

const PLACES = new WeakMap<Passage, { placeText: string; place: Token[] }>();

/** What a passage is cited by, read once for all statements that rest on it. */
function readPlace(passage: Passage): { placeText: string; place: Token[] } {
  const known = PLACES.get(passage);
  if (known) return known;
  const placeText = describePlace(passage);
  const read = { placeText, place: readTokens(placeText) };
  PLACES.set(passage, read);
  return read;
}

/** Marks of Markdown and tables out, lines kept: a row's end is a clause's end. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => stripMarks(line.replace(/[\t|]+/g, ', ')))
    .join('\n');
}

function describePlace({ place, context }: Passage): string {
  const parts = [
    place.committee,
    place.meetingDate && formatDate(place.meetingDate),
    place.paperTitle,
    place.paperLabel,
    place.minute && `Minute ${place.minute}`,
    place.minuteTitle,
    place.limb && `resolution (${place.limb})`,
    place.limb && `resolution ${place.limb}`,
    place.item && `item ${place.item}`,
    ...[place.section, ...(place.sections ?? [])].map((section) => section && `para ${section}`),
    place.heading,
    place.tableCaption,
    place.measure,
    context,
  ];
  return parts.filter(Boolean).join('. ');
}
