import { type BriefingItem, type BriefingLine, nameParagraphs } from '../../briefing.ts';
import { plainText } from '../../paper.ts';
import type { MatterKind } from '../../role.ts';
import type { FollowedEntry } from '../briefing-sources.ts';
import type { ItemPapers } from '../item-papers.ts';
import { type Asked, isDecisionAsked, recommendationLine, recommendationsOf, withoutLink } from './asked-lines.ts';
import { entryLine } from './decided-lines.ts';
import { type Change, isWorse, nameOf, sayChange } from './figure-lines.ts';
import { findMoney } from './find-money.ts';
import { type Cite, clipSpan, lineOf, quoted, quoteLine, reportParagraphs, sentencesOf } from './line.ts';
import { isDueNow } from './outcome-words.ts';
import type { Worry } from './worry-lines.ts';

/** A page holds no more, with the contents above it. */
export const MAX_MATTERS = 12;
/** So many of each kind, so that none takes the page. */
const MAX_OF: Record<MatterKind, number> = {
  decision: 5,
  unanswered: 3,
  missed: 3,
  figure: 2,
  worry: 3,
  question: 3,
  money: 2,
  exempt: 4,
};
/** Less is told under its item. */
const BIG_POUNDS = 100_000;
const MAX_WORDS_CHARS = 230;

/** An item's papers with what its briefing says, and what that was found from. */
export type MatterItem = {
  papers: ItemPapers;
  item: BriefingItem;
  changes: Change[];
  worries: Worry[];
  earlier: FollowedEntry[];
};

export type MatterSources = {
  /** In order of the agenda; those that are closed have no papers to look into. */
  all: MatterItem[];
  /** Everything of the earlier record that waits for an answer. */
  outstanding: FollowedEntry[];
  /** What the reader's role puts first. */
  kinds: MatterKind[];
  date: string;
  held: string[];
  cite: Cite;
};

/** A line without the item it is about, which is named in full once and by its number after that. */
type Matter = BriefingLine & { lead: string; about?: { number?: string; title: string } };

/** What matters most, by kinds in the order that the reader's role wants them; nothing that was said is said again. */
export function matterLines(sources: MatterSources): BriefingLine[] {
  const seen = new Set<string>();
  const found = sources.kinds
    .flatMap((kind) =>
      FINDERS[kind](sources)
        .filter(({ traces: [{ paperId, span }] }) => seen.size < seen.add(`${paperId} ${span.start}`).size)
        .slice(0, MAX_OF[kind]),
    )
    .slice(0, MAX_MATTERS);
  const named = new Set<string>();
  return found.map(({ lead, about, text, traces }) => {
    const head = about === undefined ? lead : `${lead}, ${nameItem(about, named)}`;
    return { text: `${head}: ${text}`, traces };
  });
}

function nameItem({ number, title }: { number?: string; title: string }, named: Set<string>): string {
  if (number === undefined) return title;
  const item = `item ${number.replace(/\.$/, '')}`;
  return named.size < named.add(item).size ? `${item}, ${title}` : item;
}

const FINDERS: Record<MatterKind, (sources: MatterSources) => Matter[]> = {
  decision: decisions,
  unanswered,
  missed,
  figure: worsened,
  worry: worried,
  question: asked,
  money,
  exempt,
};

/** Of each item the first recommendation that asks for a decision, and how many more there are. */
function decisions({ all, cite }: MatterSources): Matter[] {
  const found = all.flatMap(({ papers }): Matter[] => {
    const wanted = recommendationsOf(papers).filter(isDecisionAsked);
    const [first] = wanted;
    const line = first && recommendationLine(first, cite);
    if (!line) return [];
    const more = wanted.length > 1 ? ` (and ${wanted.length - 1} more)` : '';
    return [{ ...line, lead: 'Decision asked', about: aboutOf(papers), text: `${recommended(first)}${more}` }];
  });
  return found.length > 0 ? found : nothingToDecide({ all, cite });
}

function aboutOf({ number, title }: { number?: string | undefined; title: string }): Required<Matter>['about'] {
  return { title, ...(number === undefined ? {} : { number }) };
}

function recommended({ recommendation: { text } }: Asked): string {
  const whole = withoutLink(plainText(text, [{ start: 0, end: text.length }]));
  const { isCut, span } = clipSpan(whole, { start: 0, end: whole.length }, MAX_WORDS_CHARS);
  return quoted(isCut ? `${whole.slice(0, span.end)} …` : whole);
}

/** That no paper asks for a decision is worth knowing, where papers ask for anything at all. */
function nothingToDecide({ all, cite }: Pick<MatterSources, 'all' | 'cite'>): Matter[] {
  const first = all.map(({ papers }) => recommendationsOf(papers)).filter((some) => some.length > 0);
  const count = first.length === 1 ? 'one report asks' : `${first.length} reports ask`;
  const line = first[0]?.[0] && recommendationLine(first[0][0], cite);
  return line
    ? [{ ...line, lead: 'Nothing is put to be decided', text: `${count} to be noted, received or discussed.` }]
    : [];
}

/** What was due by this meeting or before it and has not come back; where the agenda has an item on it, under that. */
function unanswered({ all, outstanding, cite, date, held }: MatterSources): Matter[] {
  return outstanding
    .filter(({ outcome }) => outcome?.kind === 'overdue' || isDueNow(outcome, { date }))
    .flatMap((one): Matter[] => {
      const item = all.find(
        ({ papers, earlier }) => papers.papers.length === 0 && earlier.some(({ entry }) => entry.id === one.entry.id),
      );
      const line = entryLine(one, { cite, date, held, ...(item ? { item: item.papers } : {}) });
      if (!line) return [];
      if (!item) return [{ ...line, lead: 'Not reported back' }];
      return [{ ...line, lead: 'To be reported', about: aboutOf(item.papers) }];
    });
}

function missed({ all }: MatterSources): Matter[] {
  return figures(all, ({ isMissed }) => isMissed === true, 'Target missed');
}

/** Of each item the figure that became worse by most. */
function worsened({ all }: MatterSources): Matter[] {
  return figures(
    all.map((one) => ({ ...one, changes: one.changes.filter(isWorse).slice(0, 1) })),
    ({ isMissed }) => isMissed !== true,
    'Worse than before',
  );
}

function figures(all: MatterItem[], isMeant: (change: Change) => boolean, lead: string): Matter[] {
  return all.flatMap(({ papers, changes }) =>
    changes.filter(isMeant).flatMap((change) => {
      const line = lineOf(`${nameOf(change)}, ${sayChange(change)}`, [change.now.trace]);
      return line ? [{ ...line, lead, about: aboutOf(papers) }] : [];
    }),
  );
}

/** Of each item what its officers worry about most. */
function worried({ all, cite }: MatterSources): Matter[] {
  return all.flatMap(({ papers, worries }) => {
    const most = worries.reduce<Worry | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
    const line = most && quoteLine({ ...most, why: 'what officers worry about most', max: MAX_WORDS_CHARS }, cite);
    return line ? [{ ...line, lead: 'Officers worry', about: aboutOf(papers) }] : [];
  });
}

/** The first question of each item. */
function asked({ all }: MatterSources): Matter[] {
  return all.flatMap(({ papers, item: { questions } }) =>
    questions.slice(0, 1).map((line) => ({ ...line, lead: 'To ask', about: aboutOf(papers) })),
  );
}

/** The largest sum of each item, in the sentence that names it. */
function money({ all, cite }: MatterSources): Matter[] {
  const sums = all.flatMap(({ papers: item }) => {
    const found = reportParagraphs(item.papers).flatMap((paragraph) =>
      sentencesOf(paragraph).flatMap(({ spans, words }) =>
        findMoney(words).map(({ pounds }) => ({ item, pounds, spans, paper: paragraph.paper })),
      ),
    );
    const most = found.reduce<(typeof found)[number] | undefined>(
      (a, b) => (a && a.pounds >= b.pounds ? a : b),
      undefined,
    );
    return most && most.pounds >= BIG_POUNDS ? [most] : [];
  });
  return sums
    .sort((a, b) => b.pounds - a.pounds)
    .flatMap(({ item, paper, spans }) => {
      const line = quoteLine({ paper, spans, why: 'the largest sum of its item', max: MAX_WORDS_CHARS }, cite);
      return line ? [{ ...line, lead: 'Money', about: aboutOf(item) }] : [];
    });
}

function exempt({ all }: MatterSources): Matter[] {
  return all.flatMap(({ item: { closed, traces, number, title } }) => {
    const line = closed && lineOf(`under ${nameParagraphs(closed.paragraphs)}`, traces);
    return line ? [{ ...line, lead: 'Exempt', about: aboutOf({ number, title }) }] : [];
  });
}
