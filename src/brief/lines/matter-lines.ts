import { type BriefingItem, type BriefingLine, nameParagraphs } from '../../briefing.ts';
import { plainText } from '../../paper.ts';
import type { MatterKind } from '../../role.ts';
import type { FollowedEntry } from '../briefing-sources.ts';
import type { ItemPapers } from '../item-papers.ts';
import { type Asked, isDecisionAsked, recommendationLine, recommendationsOf } from './asked-lines.ts';
import { entryLine } from './decided-lines.ts';
import { type Change, isWorse, nameOf, sayChange } from './figure-lines.ts';
import { findMoney } from './find-money.ts';
import { type Cite, clipSpan, lineOf, present, quoted, quoteLine, reportParagraphs, sentencesOf } from './line.ts';
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
const MAX_TITLE_CHARS = 70;

/** An item's papers with what its briefing says, and what that was found from. */
export type MatterItem = { papers: ItemPapers; item: BriefingItem; changes: Change[]; worries: Worry[] };

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

/** What matters most, by kinds in the order that the reader's role wants them; nothing that was said is said again. */
export function matterLines(sources: MatterSources): BriefingLine[] {
  const seen = new Set<string>();
  return sources.kinds
    .flatMap((kind) =>
      FINDERS[kind](sources)
        .filter(({ traces: [{ paperId, span }] }) => seen.size < seen.add(`${paperId} ${span.start}`).size)
        .slice(0, MAX_OF[kind]),
    )
    .slice(0, MAX_MATTERS);
}

const FINDERS: Record<MatterKind, (sources: MatterSources) => BriefingLine[]> = {
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
function decisions({ all, cite }: MatterSources): BriefingLine[] {
  const lines = all.map(({ papers }) => {
    const wanted = recommendationsOf(papers).filter(isDecisionAsked);
    const [first] = wanted;
    if (!first) return undefined;
    const more = wanted.length > 1 ? ` (and ${wanted.length - 1} more)` : '';
    const line = recommendationLine(first, cite);
    return line && { ...line, text: `Decision asked, ${under(papers)}: ${recommended(first)}${more}` };
  });
  const found = present(lines);
  return found.length > 0 ? found : present([nothingToDecide({ all, cite })]);
}

function recommended({ recommendation: { text } }: Asked): string {
  const whole = plainText(text, [{ start: 0, end: text.length }]);
  const { isCut, span } = clipSpan(whole, { start: 0, end: whole.length }, MAX_WORDS_CHARS);
  return quoted(isCut ? `${whole.slice(0, span.end)} …` : whole);
}

/** That no paper asks for a decision is worth knowing, where papers ask for anything at all. */
function nothingToDecide({ all, cite }: Pick<MatterSources, 'all' | 'cite'>): BriefingLine | undefined {
  const first = all.map(({ papers }) => recommendationsOf(papers)).filter((some) => some.length > 0);
  const count = first.length === 1 ? 'one report asks' : `${first.length} reports ask`;
  const line = first[0]?.[0] && recommendationLine(first[0][0], cite);
  return line && { ...line, text: `Nothing is put to be decided: ${count} to be noted, received or discussed.` };
}

/** What was due by this meeting or before it and has not come back. */
function unanswered({ outstanding, cite, date, held }: MatterSources): BriefingLine[] {
  return present(
    outstanding
      .filter(({ outcome }) => outcome?.kind === 'overdue' || isDueNow(outcome, { date }))
      .map((one) => entryLine(one, { cite, date, held, lead: 'Not reported back: ' })),
  );
}

function missed({ all }: MatterSources): BriefingLine[] {
  return figures(all, ({ isMissed }) => isMissed === true, 'Target missed');
}

/** Of each item the figure that became worse by most. */
function worsened({ all }: MatterSources): BriefingLine[] {
  return figures(
    all.map((one) => ({ ...one, changes: one.changes.filter(isWorse).slice(0, 1) })),
    ({ isMissed }) => isMissed !== true,
    'Worse than before',
  );
}

function figures(all: MatterItem[], isMeant: (change: Change) => boolean, lead: string): BriefingLine[] {
  return present(
    all.flatMap(({ papers, changes }) =>
      changes
        .filter(isMeant)
        .map((change) =>
          lineOf(`${lead}, ${under(papers)}: ${nameOf(change)}, ${sayChange(change)}`, [change.now.trace]),
        ),
    ),
  );
}

/** Of each item what its officers worry about most. */
function worried({ all, cite }: MatterSources): BriefingLine[] {
  return present(
    all.map(({ papers, worries }) => {
      const most = worries.reduce<Worry | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
      const lead = `Officers worry, ${under(papers)}: `;
      return most && quoteLine({ ...most, why: 'what officers worry about most', lead, max: MAX_WORDS_CHARS }, cite);
    }),
  );
}

/** The first question of each item. */
function asked({ all }: MatterSources): BriefingLine[] {
  return all.flatMap(({ papers, item: { questions } }) =>
    questions.slice(0, 1).map(({ text, traces }) => ({ text: `To ask, ${under(papers)}: ${text}`, traces })),
  );
}

/** The largest sum of each item, in the sentence that names it. */
function money({ all, cite }: MatterSources): BriefingLine[] {
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
  return present(
    sums
      .sort((a, b) => b.pounds - a.pounds)
      .map(({ item, paper, spans }) => {
        const lead = `Money, ${under(item)}: `;
        return quoteLine({ paper, spans, why: 'the largest sum of its item', lead, max: MAX_WORDS_CHARS }, cite);
      }),
  );
}

function exempt({ all }: MatterSources): BriefingLine[] {
  return present(
    all.map(
      ({ item: { closed, traces, number, title } }) =>
        closed && lineOf(`Exempt: ${under({ number, title })}, under ${nameParagraphs(closed.paragraphs)}`, traces),
    ),
  );
}

function under({ number, title }: { number?: string | undefined; title: string }): string {
  const { isCut, span } = clipSpan(title, { start: 0, end: title.length }, MAX_TITLE_CHARS);
  const short = isCut ? `${title.slice(0, span.end)} …` : title;
  return number === undefined ? short : `item ${number.replace(/\.$/, '')}, ${short}`;
}
