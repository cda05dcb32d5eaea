import type { Block } from '../minutes/group-blocks.ts';

/**
 * The words that open a resolution ("Resolved:-", "It was RESOLVED that"). `start` and `body` are offsets in the
 * block's text: where the opening words begin and where the words of the resolution begin. `formal` openers are set
 * apart by their dress; "it was resolved to" is not.
 */
export type Opener = { verb: string; start: number; body: number; formal: boolean };

const VERBS: Record<string, string> = {
  resolved: 'resolved',
  resolution: 'resolved',
  resolutions: 'resolved',
  agreed: 'agreed',
  decision: 'decided',
  decisions: 'decided',
  decided: 'decided',
  approved: 'approved',
  recommended: 'recommended',
  noted: 'noted',
  received: 'received',
  endorsed: 'endorsed',
  deferred: 'deferred',
  granted: 'granted',
  refused: 'refused',
  ordered: 'ordered',
};
const WORD = Object.keys(VERBS).join('|');
const BEFORE = /^(?:(?:and|then|accordingly|therefore|it was|unanimously|further|also)[, ]{1,2}){0,4}/i;
const OPENING = new RegExp(`^(${WORD})(?![\\w’'])`, 'i');
/** What may stand between the opening word and the resolution: a vote, movers, a number of its own; never a limb's label. */
const QUALIFIER =
  /^\s{0,2}(?:\((?!(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|that\b)[^()]{1,120}\)|,?\s?(?:unanimously|UNANIMOUSLY|nem\.? ?con\.?)|(?:to|TO) (?:the |THE )?[A-Z][\w’' ]{2,60}?(?=\s?(?::|[-–—]\s|$))|on the motion of [^:,]{1,100}|,?\s?by (?:a majority(?: vote)?,?|\w{1,6} votes? to \w{1,6}|\d{1,3} to \d{1,3})(?: with \w{1,6} abstentions?)?|\d{1,4}\/\d{2,4})/;
const DELIMITER = /^[\s:;.,]{0,4}[-–—]{0,2}\s*/;

/** The opener a block begins with, after its bullet or paragraph number; undefined if it begins no resolution. */
export function findOpener(block: Block): Opener | undefined {
  if (block.kind === 'table') return undefined;
  return openerAt(block.text, block.body) ?? (block.body > 0 ? openerAt(block.text, 0) : undefined);
}

/** The opener that stands at this offset of a text. */
export function openerAt(text: string, start: number): Opener | undefined {
  const rest = text.slice(start);
  const before = BEFORE.exec(rest)?.[0] ?? '';
  const word = OPENING.exec(rest.slice(before.length))?.[1];
  if (!word) return undefined;
  let at = before.length + word.length;
  for (let i = 0; i < 3; i++) at += QUALIFIER.exec(rest.slice(at))?.[0].length ?? 0;
  const tail = rest.slice(at);
  if (!opens(word, before, tail)) return undefined;
  at += NOUN.test(word) && DECIDER.test(tail) ? tail.length : (DELIMITER.exec(tail)?.[0].length ?? 0);
  const recommends = /^to recommend(?:ed)?\b/i.test(tail.trimStart());
  return {
    verb: recommends ? 'recommended' : (VERBS[word.toLowerCase()] ?? 'resolved'),
    start,
    body: start + at,
    formal: !/^[a-z]/.test(word),
  };
}

/** "Decision of the Executive Councillor for Housing", alone over what was decided. */
const DECIDER = /^ (?:of|by) (?:the )?(?:executive|portfolio|cabinet|leader|mayor|lead)\b[\w ,&’'-]{0,80}:?$/i;
const NOUN = /^(?:decisions?|resolutions?)$/i;
const RESOLVING = /^(?:resolved|agreed|decided|ordered)$/i;

/** A capital verb opens unless it is a title's ("AGREED ACTIONS"); one in title case needs its punctuation or "that". */
function opens(word: string, before: string, tail: string): boolean {
  const ends = /^\s{0,2}(?:$|[:;–—-]|\.\s|\.$)/.test(tail);
  if (NOUN.test(word) && before === '' && DECIDER.test(tail)) return true;
  if (NOUN.test(word)) return before === '' && /^\s{0,2}(?:$|:|[-–—]\s)/.test(tail);
  if (word === word.toUpperCase())
    return (
      ends || /^,?\s{0,2}(?:["“]?(?:that|to|That|To|THAT|TO|the|in|on|as|by|a|an)\b|\(|[a-z]|\d{1,2}[.)])/.test(tail)
    );
  if (/^[A-Z]/.test(word))
    return (
      ends ||
      (/^(?:resolved|agreed|recommended)$/i.test(word) && /^,?\s{0,2}(?:that\b|(?:not )?to\b|\(\d|\(a|\(i)/i.test(tail))
    );
  return /it was/i.test(before) && RESOLVING.test(word) && (ends || /^\s{0,2}(?:that|to|\()/.test(tail));
}

/** A summary of decisions or actions at the end of the minutes, which repeats what was resolved. */
export function isSummaryHeading(text: string): boolean {
  return (
    text.length <= 80 &&
    /^(?:\d{1,3}[.)]?\s)?(?:summary of (?:the )?(?:decisions|resolutions|actions|agreed actions)|decisions? summary|record of decisions|list of (?:decisions|actions|resolutions)|resolutions? summary|actions? (?:log|list|points?|summary|arising)|decisions (?:taken|made)(?: at (?:the|this) meeting)?)\b/i.test(
      text,
    )
  );
}
