import type { BriefingItem, BriefingLine } from '../../briefing.ts';
import { nameParagraphs } from '../../briefing.ts';
import type { FollowedEntry } from '../briefing-sources.ts';
import type { ItemPapers } from '../item-papers.ts';
import { isDecisionAsked, recommendationLine, recommendationsOf } from './asked-lines.ts';
import { entryLine } from './decided-lines.ts';
import { type Change, nameOf } from './figure-lines.ts';
import { findMoney } from './find-money.ts';
import { type Cite, clipSpan, lineOf, present, quoted, quoteLine, reportParagraphs, sentencesOf } from './line.ts';

/** A page holds no more, with the contents above it. */
export const MAX_MATTERS = 10;
const MAX_DECISIONS = 5;
const MAX_OVERDUE = 3;
const MAX_MISSED = 3;
const MAX_MONEY = 2;
/** Less is told under its item. */
const BIG_POUNDS = 100_000;
const MAX_WORDS_CHARS = 230;

export type MatterSources = {
  joined: ItemPapers[];
  items: BriefingItem[];
  changes: Change[];
  outstanding: FollowedEntry[];
  cite: Cite;
};

/** What matters most, in this order: decisions asked, overdue requests, missed targets, big money, exempt items. */
export function matterLines(sources: MatterSources): BriefingLine[] {
  return [
    ...decisions(sources).slice(0, MAX_DECISIONS),
    ...overdue(sources).slice(0, MAX_OVERDUE),
    ...missed(sources).slice(0, MAX_MISSED),
    ...money(sources).slice(0, MAX_MONEY),
    ...exempt(sources),
  ].slice(0, MAX_MATTERS);
}

/** Of each item the first recommendation that asks for a decision, and how many more there are. */
function decisions({ joined, cite }: MatterSources): BriefingLine[] {
  return present(
    joined.map((item) => {
      const asked = recommendationsOf(item).filter(isDecisionAsked);
      const [first] = asked;
      if (!first) return undefined;
      const more = asked.length > 1 ? ` (and ${asked.length - 1} more)` : '';
      const line = recommendationLine(first, cite);
      const { text } = first.recommendation;
      const { isCut, span } = clipSpan(text, { start: 0, end: text.length }, MAX_WORDS_CHARS);
      const words = isCut ? `${text.slice(0, span.end)} …` : text;
      return line && { ...line, text: `Decision asked, ${under(item)}: ${quoted(words)}${more}` };
    }),
  );
}

function overdue({ outstanding, cite }: MatterSources): BriefingLine[] {
  return present(
    outstanding
      .filter(({ outcome }) => outcome?.kind === 'overdue')
      .map((one) => entryLine(one, { cite, lead: 'Overdue request: ' })),
  );
}

function missed({ changes }: MatterSources): BriefingLine[] {
  return present(
    changes
      .filter(({ isMissed }) => isMissed === true)
      .map(({ series, now, target }) =>
        lineOf(
          `Target missed: ${nameOf(series)}, ${now.printed} (${now.period}) against ${target?.printed ?? 'its target'}`,
          [now.trace],
        ),
      ),
  );
}

/** The largest sum of each item, in the sentence that names it. */
function money({ joined, cite }: MatterSources): BriefingLine[] {
  const sums = joined.flatMap((item) => {
    const found = reportParagraphs(item.papers).flatMap((paragraph) =>
      sentencesOf(paragraph).flatMap((span) =>
        findMoney(paragraph.paper.text.slice(span.start, span.end)).map(({ pounds }) => ({
          item,
          pounds,
          span,
          paper: paragraph.paper,
        })),
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
      .map(({ item, paper, span }) =>
        quoteLine(
          { paper, span, why: 'the largest sum of its item', lead: `Money, ${under(item)}: `, max: MAX_WORDS_CHARS },
          cite,
        ),
      ),
  );
}

function exempt({ items }: MatterSources): BriefingLine[] {
  return present(
    items.map(
      ({ closed, traces, number, title }) =>
        closed && lineOf(`Exempt: ${under({ number, title })}, under ${nameParagraphs(closed.paragraphs)}`, traces),
    ),
  );
}

function under({ number, title }: { number?: string | undefined; title: string }): string {
  return number === undefined ? title : `item ${number}, ${title}`;
}
