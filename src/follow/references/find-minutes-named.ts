/** A minute that a sentence names: number and limb as printed, and what else is said of it. */
export type MinuteNamed = {
  number: string;
  limb?: string;
  /** The minute's title, where brackets after the number print it. */
  title?: string;
  /** The body whose minute it is, where one is named. */
  committee?: string;
  start: number;
  end: number;
};

const NUMBER = '\\d{1,4}(?:[./]\\d{1,3}){0,3}[A-Z]?(?![\\d:])';
const LIMB = '(?:\\s?\\((?:\\d{1,2}|[a-z]|[ivx]{1,5})\\)){0,3}';
const ONE = `${NUMBER}${LIMB}`;
/** "Minute 52", "Minutes 15(2) and 24(2)", "Min. No. 7": capitals, for "two minutes 10 seconds" is a time. */
const NAMED = new RegExp(
  `(?<!\\d\\s{0,3})\\b(?:(?:Minutes?|MINUTES?|Mins?\\b\\.?|M\\.)\\s{0,3}(?:(?:[Nn]os?|NO|[Nn]umbers?|[Rr]ef)\\b\\.?:?\\s{0,3})?|minutes?\\s(?:nos?|numbers?)\\b\\.?\\s{0,3})(${ONE}(?:(?:,\\s?|\\s(?:and|&)\\s)(?:No\\.?\\s?)?${ONE}(?![\\w%]))*)`,
  'g',
);
const PART = new RegExp(`(${NUMBER})(${LIMB})`, 'g');
/** "resolution (3) of Minute 20" before, ", resolution (4)" after. */
const LIMB_BEFORE =
  /\b(?:resolutions?|limbs?|parts?)\s(?:no\.?\s)?\(?(\d{1,2}|[a-z]|[ivx]{1,5})\)?\s(?:of|in|under|to|at)\s(?:the\s)?$/i;
const LIMB_AFTER = /^[,;]?\s?(?:resolutions?|limbs?|parts?)\s\(?(\d{1,2}|[a-z]|[ivx]{1,5})\)?(?![\w.])/i;
const TITLE_AFTER = /^\s?\(((?=[^()]{0,120}\p{L}{3})\p{Lu}[^()]{2,120})\)/u;
const BODY_AFTER =
  /^[^.;]{0,80}?\bof\s(?:the\s)?(?:meeting\sof\s(?:the\s)?)?((?:\p{Lu}[\p{L}’'-]*,?\s(?:and\s|of\s|for\s|the\s|&\s)?){0,7}(?:Committee|Commission|Cabinet|Executive|Board|Panel|Council|Forum))\b/u;
const MAX_AFTER = 200;

/** The minutes of any meeting that a sentence names by number, in order. */
export function findMinutesNamed(sentence: string): MinuteNamed[] {
  return [...sentence.matchAll(NAMED)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const around = lookAround(sentence, start, end);
    const parts = [...(match[1] ?? '').matchAll(PART)];
    return parts.map(([, number = '', printed = '']): MinuteNamed => {
      const limb = labelOf(printed) ?? (parts.length === 1 ? around.limb : undefined);
      return {
        number,
        ...(limb === undefined ? {} : { limb }),
        ...(around.title === undefined || parts.length > 1 ? {} : { title: around.title }),
        ...(around.committee === undefined ? {} : { committee: around.committee }),
        start,
        end,
      };
    });
  });
}

function lookAround(sentence: string, start: number, end: number) {
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  const after = flat(sentence.slice(end, end + MAX_AFTER));
  const title = TITLE_AFTER.exec(after);
  const rest = title ? after.slice(title[0].length) : after;
  const limb =
    LIMB_AFTER.exec(rest)?.[1] ?? LIMB_BEFORE.exec(flat(sentence.slice(Math.max(0, start - 60), start)))?.[1];
  const committee = BODY_AFTER.exec(rest)?.[1];
  return { title: title?.[1], limb, committee: committee && /\s/.test(committee) ? committee : bodyOf(committee) };
}

/** "Cabinet" is a body of its own; a bare "Committee" is the one that speaks. */
function bodyOf(word: string | undefined): string | undefined {
  return word !== undefined && /^(?:Cabinet|Council|Executive)$/.test(word) ? word : undefined;
}

/** "(3)(a)" as "3(a)"; undefined for none. */
function labelOf(printed: string): string | undefined {
  const [first, ...rest] = printed.replace(/\s/g, '').match(/[^()]+/g) ?? [];
  return first === undefined ? undefined : [first, ...rest.map((part) => `(${part})`)].join('');
}
