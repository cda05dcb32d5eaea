import type { ProofFault } from '../../../proof.ts';
import type { Claim, Source } from '../reading/claim.ts';
import type { Figure } from '../reading/read-figures.ts';
import type { Token } from '../reading/read-tokens.ts';
import { isPastForm } from '../words/word-groups.ts';
import { comparedWith } from './check-direction.ts';
import { isSameFigure } from './check-figures.ts';

/** Words of quantity: one in the statement stands in a quotation too, or one of its class does. */
const QUANTITIES: Record<string, RegExp> = {
  all: /(?<!\b(?:almost|nearly|not|at|above|after|in)\s)\b(?:all(?!\sother)|every|everybody|everyone|each|both|always|whole|entire|entirely|throughout|universal(?:ly)?)\b/i,
  full: /\b(?:full|fully|completely)\b/i,
  some: /\b(?:some|several|a few|a number of|various|partly|partially|sometimes)\b/i,
  most: /\b(?:most(?!\srecent)|mostly|majority|mainly|chiefly|largely|almost all|nearly all|almost wholly|almost entirely|predominantly)\b/i,
  many: /\b(?:(?<!\bhow\s)many|numerous|much)\b/i,
  unanimous: /\b(?:unanimous(?:ly)?|all in favour|all voting)\b/i,
  urgent: /\b(?:urgent(?:ly)?|immediate(?:ly)?|at once|forthwith|straight away)\b/i,
  permanent: /\b(?:permanent(?:ly)?|indefinite(?:ly)?|for good)\b/i,
  temporary: /\b(?:temporary|temporarily|interim|pilot|trial)\b/i,
  draft: /\b(?:draft|provisional(?:ly)?)\b/i,
  after: /\b(?:after|afterwards|following|later than)\b/i,
  before: /\b(?:before|beforehand|prior to|ahead of)\b/i,
  inside: /\b(?:inside|within)\b/i,
  outside: /\b(?:outside|beyond)\b/i,
  above: /\b(?:above)\b/i,
  below: /\b(?:below|beneath)\b/i,
  cause:
    /\b(?:because|owing to|due to (?=the|an?\b|its|their|this|these|lack|delays?)|as a result|as a consequence|thanks to|caused by|resulting from)/i,
  exact: /\b(?:exact(?:ly)?|precise(?:ly)?)\b/i,
  guess:
    /\b(?:forecast|estimat(?:e|es|ed)|expect(?:s|ed)|projected|anticipated|predicted|seems?|seemed|apparently|(?<=\b(?:the|an?|is|are|was|were|be|been|as)\s)proposed)\b/i,
  first: /\b(?:for the first time|never before|record (?:high|low))\b/i,
};
/** What may not be left out of a sentence either. */
const KEPT = ['some', 'most', 'draft', 'guess'];
/** What a title may say: "Provisional", "Final report on the trial". */
const OF_TITLES = ['draft', 'temporary', 'guess'];
/** What is expected may be told so in other words. */
const AS_GUESS = /\b(?:would|could|may|might|likely|should|will)\b/i;
const SUPERLATIVE =
  /\b(?:highest|lowest|largest|smallest|best|worst|greatest|biggest|longest|shortest|fewest|oldest|newest|fastest|slowest|earliest|latest|strongest|weakest|poorest|hardest|main|only|sole|most|least)\b/gi;

/** Words before or after a figure that make it a bound. */
const BOUNDS: { name: string; before: RegExp; after?: RegExp }[] = [
  {
    name: 'about',
    before: /\b(?:about|around|approximately|roughly|some|circa|an estimated)\s(?:an?\s|the\s)?$/i,
    after: /^\s(?:or so|approximately)\b/i,
  },
  { name: 'nearly', before: /\b(?:nearly|almost|close to|just under|just below|not quite)\s(?:an?\s|the\s)?$/i },
  {
    name: 'least',
    before:
      /\b(?:at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of|minimum)\s(?:an?\s|the\s)?$/i,
    after: /^\s(?:\S+\s)?(?:or more|or over|at least)\b/i,
  },
  {
    name: 'most',
    before:
      /\b(?:up to|at most|no more than|not more than|a maximum of|maximum of|maximum|limited to|capped at)\s(?:an?\s|the\s)?$/i,
    after: /^\s(?:\S+\s)?(?:or less|or fewer|or under|at most|at the most)\b/i,
  },
  { name: 'more', before: /\b(?:more than|over|above|greater than|exceeding|exceeded|upwards of)\s(?:an?\s|the\s)?$/i },
  { name: 'less', before: /\b(?:less than|fewer than|under|below)\s(?:an?\s|the\s)?$/i },
];
/** By when, from when: a deadline is not a day. */
const DATES: { name: string; before: RegExp }[] = [
  {
    name: 'by',
    before:
      /\b(?:by|before|no later than|not later than|until|till|up to|ahead of)\s(?:the\s(?:deadline|target)\s(?:date\s)?of\s)?(?:the\s)?(?:(?:end|start|beginning|close|middle)\sof\s)?(?:the\s)?(?:spring\s)?$/i,
  },
  { name: 'after', before: /\b(?:after|following)\s(?:the\s)?(?:end\sof\s)?$/i },
];
/** Words of quantity are held against the quotation here, so that they need no cover. */
export function isQuantityWord(word: string): boolean {
  return ABOUT.test(word) || ['urgent', 'exact'].some((name) => QUANTITIES[name]?.test(word));
}

const ABOUT = /^(?:about|around|approximately|roughly|nearly|almost|circa)$/;
const EDGE = /\b(end|start|beginning|middle|close)\sof\s(?:the\s)?$/i;
const LOOK_BACK = 28;
const LOOK_AHEAD = 22;

/**
 * All, some, most, draft, unanimously, the highest: what the statement says of quantity its quotations say. A number
 * that is "at least", "up to", "over", "about" so much in one is so in the other, and a deadline stays one.
 */
export function checkDegree(claim: Claim): ProofFault | undefined {
  const all = findAllOfCounted(claim) ?? findAllOfPart(claim) ?? findEachOfTogether(claim);
  if (all) return { kind: 'degree', said: all.text };
  return checkQuantities(claim) ?? checkSuperlatives(claim) ?? checkBounds(claim);
}

const ALL = /^(?:all|every|each)$/;

/** "All schools closed" of "14 schools closed": what is counted in the paper is not told of all. */
function findAllOfCounted({ tokens, sources }: Claim): Token | undefined {
  return tokens.find((token, at) => {
    const [next, second] = tokens.slice(at + 1, at + 3);
    if (!ALL.test(token.word) || !next || next.figure || second?.figure) return false;
    const noun = next.kind === 'content' ? next : next.word === 'the' ? second : undefined;
    if (!noun) return false;
    const places = sources.flatMap(({ around }) =>
      around.flatMap((other, n) => (other.key === noun.key ? [around.slice(Math.max(0, n - 3), n)] : [])),
    );
    return (
      places.length > 0 &&
      places.every(
        (before) =>
          before.at(-1)?.figure?.kind === 'count' && !before.some(({ word }) => ALL.test(word) || word === 'the'),
      )
    );
  });
}

const AUXILIARY = /^(?:have|has|had|were|was|are|is|been)$/;

/** "All have been trained" of "83 have been trained". */
function findAllOfPart({ tokens, sources }: Claim): Token | undefined {
  return tokens.find((token, at) => {
    if (token.word !== 'all' || !AUXILIARY.test(tokens[at + 1]?.word ?? '')) return false;
    const verb = tokens.slice(at + 1).find(({ kind, clause }) => kind === 'content' && clause === token.clause);
    const clauses = sources.flatMap(({ around }) =>
      around.flatMap(({ key, clause, word }) =>
        key === verb?.key && isPastForm(word) === isPastForm(verb.word)
          ? [around.filter((one) => one.clause === clause)]
          : [],
      ),
    );
    return (
      clauses.length > 0 &&
      clauses.every(
        (clause) => clause.some(({ figure }) => figure?.kind === 'count') && !clause.some(({ word }) => ALL.test(word)),
      )
    );
  });
}

const TOGETHER = /^(?:together|combined|overall|altogether)$/;

/** "In each of the three" of "in the three together". */
function findEachOfTogether({ tokens, sources }: Claim): Token | undefined {
  if (tokens.some(({ word }) => TOGETHER.test(word))) return undefined;
  const isTogether = sources.some(({ quote }) => quote.some(({ word }) => TOGETHER.test(word)));
  return isTogether ? tokens.find(({ word }) => /^(?:each|every|individually)$/.test(word)) : undefined;
}

function checkQuantities({ text, tokens, sources }: Claim): ProofFault | undefined {
  const quoted = sources.map(({ evidence }) => evidence.text).join(' ');
  const titles = sources.map(({ placeText }) => placeText).join(' ');
  const said = new Set(tokens.filter(({ kind }) => kind !== 'function').map(({ key }) => key));
  for (const [name, words] of Object.entries(QUANTITIES)) {
    const [word] = words.exec(text) ?? [];
    const known = OF_TITLES.includes(name) ? `${quoted} ${titles}` : quoted;
    if (word !== undefined && !words.test(known) && !isImplied(name, quoted)) return { kind: 'degree', said: word };
    if (word !== undefined || !KEPT.includes(name) || (name === 'guess' && AS_GUESS.test(text))) continue;
    for (const { quote, evidence } of sources) {
      if (!words.test(evidence.text)) continue;
      // The word right after "some", "most", "draft" is what it is said of.
      const lost = quote.find((token, at) => {
        const isWord = words.test(token.word) && !(name === 'most' && quote[at - 1]?.word === 'the');
        const next = quote.slice(at + 1).find(({ kind }) => kind === 'content');
        const clause = quote.filter(
          (other) => other.clause === token.clause && other.kind === 'content' && other !== token,
        );
        const isSaid = clause.length > 0 && clause.filter(({ key }) => said.has(key)).length >= clause.length / 2;
        const isOfNext = quote[at + 1] === next && next !== undefined && said.has(next.key);
        if (name === 'guess') return isWord && (isSaid || isOfNext);
        return isWord && isSaid && (next === undefined || next.clause !== token.clause || said.has(next.key));
      });
      if (lost) return { kind: 'degree', said: lost.text };
    }
  }
  return undefined;
}

/** By these a paper may say why. */
const CAUSES =
  /\b(?:because|as|since|due|owing|reasons?|results?|resulted|caus\w+|attribut\w+|lay|so|therefore|blam\w+|after|when|where|following|thanks|given|for|led|drove|driven|means|mean|meant|ma[dk]e|made)\b/i;

/** Above and below are comparisons too, what would be is proposed or expected, and what is "once" or "since" is after. */
function isImplied(name: string, quoted: string): boolean {
  if (name === 'after')
    return /\b(?:since|once|when|as|because|then|until)\b/i.test(quoted) && !/\bbefore\b/i.test(quoted);
  if (name === 'guess') return AS_GUESS.test(quoted);
  if (name === 'cause') return CAUSES.test(quoted);
  if (name === 'all') return /\bfull\b/i.test(quoted);
  if (name !== 'above' && name !== 'below') return false;
  return /\b(?:than|against|compared|target|average|over|under|better|worse|up|fewer|more|less)\b/i.test(quoted);
}

function checkSuperlatives({ text, sources }: Claim): ProofFault | undefined {
  const superlatives = text.match(SUPERLATIVE);
  if (!superlatives) return undefined;
  const quoted = sources
    .map(({ evidence, placeText }) => `${evidence.text} ${placeText}`)
    .join(' ')
    .toLowerCase();
  const added = superlatives.find((word) => {
    if (/^(?:only|most|least)$/i.test(word)) return false;
    if (
      /^main$/i.test(word) &&
      /\b(?:most|mostly|mainly|chiefly|chief|largely|primarily|principal|largest|biggest)\b/.test(quoted)
    )
      return false;
    return !new RegExp(`\\b${word.toLowerCase()}\\b`).test(quoted);
  });
  return added === undefined ? undefined : { kind: 'degree', said: added };
}

function checkBounds({ text, tokens, sources }: Claim): ProofFault | undefined {
  for (const [at, { figure, text: said }] of tokens.entries()) {
    if (!figure || figure.kind === 'label' || isCompared(tokens, at)) continue;
    const mine = boundOf(figure, text);
    const theirs = sources.flatMap((source) => boundsIn(source, figure));
    // A figure of the place alone (the meeting's date) has no bound to keep.
    // "In September" of what was so at the end of September.
    const isLoose =
      mine === '' && /^\d{4}-\d\d$|^--\d\d$/.test(figure.value) && theirs.some((bound) => bound.startsWith(' '));
    if (
      theirs.length > 0 &&
      !theirs.includes(mine) &&
      !isLoose &&
      !(mine.endsWith(' end') && isLastDay(figure, sources))
    )
      return { kind: figure.kind === 'date' ? 'figure' : 'degree', said };
    if (theirs.length === 0 && isOfOne(figure, mine, sources)) continue;
    if (theirs.length === 0 && mine !== '' && figure.kind !== 'date') return { kind: 'degree', said };
  }
  return undefined;
}

/** "More than the 8,105 of the year before" compares two figures and bounds neither: checkDirection sees to it. */
function isCompared(tokens: Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some((_, n) => {
    const word = Math.max(0, at - 4) + n;
    return comparedWith(tokens, word)?.with === Number(tokens[at]?.figure?.value);
  });
}

/** "At least one day" of "at least a day". */
function isOfOne({ value, kind }: Figure, mine: string, sources: Source[]): boolean {
  if (kind !== 'count' || value !== '1') return false;
  const bound = BOUNDS.find(({ name }) => name === mine);
  return sources.some(({ aroundText }) =>
    [...aroundText.matchAll(/\ban?\s/gi)].some(({ index }) =>
      bound?.before.test(aroundText.slice(Math.max(0, index - LOOK_BACK), index)),
    ),
  );
}

/** "By the end of January" of "by 31 January". */
function isLastDay({ value }: Figure, sources: Source[]): boolean {
  return sources.some(({ around }) =>
    around.some(({ figure }) => {
      const day = figure?.kind === 'date' ? figure.value : '';
      if (!/\d{4}-\d\d-\d\d$/.test(day) || !day.startsWith(value)) return false;
      return new Date(Date.parse(day) + DAY_MS).getUTCDate() === 1;
    }),
  );
}

const DAY_MS = 86_400_000;

function boundsIn(source: Source, figure: Figure): string[] {
  // What stands before the quotation's first figure may be outside of it: "up to |£300".
  return source.around.flatMap((token) => {
    if (!token.figure || !isSameFigure(figure, token.figure, source)) return [];
    return [boundOf(token.figure, source.aroundText)];
  });
}

const OF_TIME = /^(?:day|week|month|year)$/;

function boundOf({ kind, start, end, unit }: Figure, text: string): string {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  if (kind === 'date' || kind === 'period') {
    const edge = EDGE.exec(before)?.[1]?.toLowerCase() ?? '';
    return `${DATES.find((bound) => bound.before.test(before))?.name ?? ''}${edge && edge !== 'close' ? ` ${edge}` : ''}`;
  }
  if (kind === 'time') return '';
  // "Went up to 51.2%" is where it went, no bound.
  if (/\b(?:went|gone|going|goes|rose|risen|climbed|moved|came|come|brought|gone)\sup\sto\s$/i.test(before)) return '';
  const after = text.slice(end, end + LOOK_AHEAD);
  const name = BOUNDS.find((bound) => bound.before.test(before) || bound.after?.test(after))?.name ?? '';
  // "Over two years" is during them.
  return name === 'more' && OF_TIME.test(unit ?? '') && /\bover\s$/i.test(before) ? '' : name;
}
