import { type Label, labelStyles, labelValue, readLabel } from '../minutes/read-label.ts';

/** A stretch of a text: a labelled part (`words` is where they begin after the label), or the words before the first. */
export type InlinePart = { label?: Label; from: number; words: number; to: number };

const MAX_PARTS = 60;
/** Words that may stand between an opener and the first of its labelled parts: "that Cabinet agree to:". */
const MAX_INTRODUCTION = 400;
const FIRSTS = ['(1)', '(a)', '(i)', '(A)', ' 1)', ' a)', ' i)', ' 1. ', ' i. ', ' a. ', ' A '];

/**
 * Divides a resolution printed as one paragraph, "that (1) … and (2) …", into its introduction and labelled parts;
 * `below` is the label of the next paragraph, where the second part may stand.
 */
export function splitInline(
  text: string,
  from: number,
  below?: Label,
): { introduction: InlinePart; parts: InlinePart[] } {
  const start = firstPart(text, from, below);
  if (start === undefined) return { introduction: { from, words: from, to: text.length }, parts: [] };
  const parts: InlinePart[] = [];
  for (let at: number | undefined = start; at !== undefined && parts.length < MAX_PARTS; ) {
    const label = readLabel(text.slice(at, at + 20)) as Label;
    const next = nextPart(text, at, label);
    parts.push({ label, from: at, words: at + label.end, to: trimmedEnd(text, at, next ?? text.length) });
    at = next;
  }
  return { introduction: { from, words: from, to: trimmedEnd(text, from, start) }, parts };
}

/** A label right at the start, or one within the introduction that has a successor. */
function firstPart(text: string, from: number, below: Label | undefined): number | undefined {
  const label = readLabel(text.slice(from, from + 20));
  if (label && labelStyles(label.printed).some((style) => style !== 'decimal') && label.dress !== 'bare') return from;
  const introduction = text.slice(from, from + MAX_INTRODUCTION);
  const found = FIRSTS.map((printed) => ({ at: introduction.indexOf(printed), printed }))
    .filter(({ at }) => at >= 0)
    .map(({ at, printed }) => from + at + (printed.startsWith(' ') ? 1 : 0))
    .sort((a, b) => a - b);
  return found.find((at) => {
    const first = readLabel(text.slice(at, at + 20));
    if (first === undefined || !separates(text, at, true)) return false;
    return nextPart(text, at, first) !== undefined || (below !== undefined && isNext(first, below));
  });
}

/** "(2)" after "(1)". */
function isNext(label: Label, below: Label): boolean {
  const styles = labelStyles(below.printed);
  return (
    below.dress === label.dress &&
    labelStyles(label.printed).some(
      (style) => styles.includes(style) && labelValue(below.printed, style) === labelValue(label.printed, style) + 1,
    )
  );
}

function nextPart(text: string, at: number, label: Label): number | undefined {
  const isBare = /^[A-P]\s/.test(text.slice(at, at + 2));
  for (const style of labelStyles(label.printed)) {
    const wanted = labelValue(label.printed, style) + 1;
    for (const printed of printedAs(wanted, style)) {
      const dressed = isBare ? ` ${printed} ` : dressedAs(printed, label);
      let found = text.indexOf(dressed, at + label.end);
      if (found < 0) continue;
      if (dressed.startsWith(' ')) found++;
      // "B Note …": a capital alone is a label before the word for an act.
      if (isBare ? readLabel(text.slice(found, found + 24))?.printed === printed : separates(text, found, false))
        return found;
    }
  }
  return undefined;
}

function dressedAs(printed: string, { dress }: Label): string {
  if (dress === 'parens') return `(${printed})`;
  return dress === 'paren' ? ` ${printed})` : ` ${printed}. `;
}

function printedAs(value: number, style: string): string[] {
  if (style === 'number') return [String(value)];
  if (style === 'lower') return value <= 26 ? [String.fromCharCode(96 + value)] : [];
  if (style === 'upper') return value <= 26 ? [String.fromCharCode(64 + value)] : [];
  const roman = ROMANS[value];
  return roman ? [style === 'ROMAN' ? roman.toUpperCase() : roman] : [];
}

const ROMANS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];

/** A number that these words lead to is no label. */
const REFERENCE =
  /\b(?:appendix|annex|paragraphs?|sections?|items?|no|nos|number|phase|part|stage|minutes?|tables?|figure|option|policy|recommendations?|quarter|tier|class|schedule|rule|article|of|by|in|at|for|than|to)$/i;

/** A part begins after a stop, "and" or "or"; "section 100(1)" and "paragraph (2)" are no parts. */
function separates(text: string, at: number, isFirst: boolean): boolean {
  const before = text.slice(Math.max(0, at - 24), at).trimEnd();
  if (/[.;:,]$|[-–—]$|(?:^|\s)(?:and|or|that|to)$/i.test(before)) return true;
  if (/^\d{1,2}\. \p{Lu}\p{Ll}/u.test(text.slice(at, at + 8)) && !REFERENCE.test(before)) return true;
  return isFirst && /\b(?:be|to|that|the)$/i.test(before);
}

function trimmedEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}
