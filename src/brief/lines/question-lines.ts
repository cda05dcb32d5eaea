import type { BriefingLine } from '../../briefing.ts';
import { formatDate } from '../../citation.ts';
import type { LedgerEntry, Outcome } from '../../ledger.ts';
import { plainText } from '../../paper.ts';
import type { BriefingSources, FollowedEntry } from '../briefing-sources.ts';
import type { ItemPapers } from '../item-papers.ts';
import { subjectStems } from '../same-subject.ts';
import { entryWords, viewOf } from './decided-lines.ts';
import { type Change, isWorse, moved, nameOf, sayChange } from './figure-lines.ts';
import { lineOf, present, quoted, quoteLine, type ReportParagraph, reportParagraphs, sentencesOf } from './line.ts';
import { isDueNow, sayOutcome } from './outcome-words.ts';
import type { Worry } from './worry-lines.ts';

export const MAX_QUESTIONS = 5;
/** Of one kind no more, so that each kind of gap has its turn. */
const MAX_UNANSWERED = 3;
const MAX_MOVED = 2;
const MAX_TOLD = 2;
/** A figure that became worse by less is not asked about; nor one of which the paper says no good way, by less than a quarter. */
const LEAST_MOVE = 0.1;
const LEAST_UNJUDGED = 0.25;
const MAX_APART_MS = 460 * 24 * 60 * 60_000;
/** So many telling words of a measure's name in a paragraph, and it may speak of the measure. */
const SPOKEN_STEMS = 2;
/** Words in which measures are counted, which tell none from another. */
const COUNTED = new Set(
  subjectStems(
    'average maximum minimum count number percentage rate total per days weeks months working time timescale date ' +
      'completed complete within target standard rolling current period key year indicator plan up',
  ),
);
const MAX_QUOTE_CHARS = 220;
const MAX_ASKED_CHARS = 130;
const UNANSWERED = new Set<Outcome['kind']>(['overdue', 'gone-quiet', 'partly']);
/** How agendas say that an item is told, not written. */
const SPOKEN = /\b(?:verbal|oral|presentation|to be tabled|to follow|tabled at)\b/i;

/** "Below target" alone does not say whether low is good. */
const MISSED =
  /\b(?:(?:missed|not met|did not meet|has not met|fell short of|short of|failed to meet) (?:the |its |our )?(?:\w+ ){0,2}target|target\b[^.;]{0,80}\b(?:was|were|is|has|have) not (?:been )?(?:met|achieved|reached)|worse than (?:the )?target|off target|(?:is|are|was|were|being) overspent|leaving a shortfall)\b/i;
/** That something is being done, by whatever words officers say it. */
const ACTION =
  /\b(?:will|plans?|planned|actions?|recruit\w*|introduc\w+|is being|are being|has begun|have begun|has been (?:set up|appointed|agreed|introduced|revised)|in place|steps|measures taken|address\w*|recovery|improvement (?:plan|board)|propos\w+|options?|mitigat\w+|develop\w*|being \w+ed|working (?:with|to|on)|business case|monitor\w*|examin\w*|review\w*|ensur\w*|scrutin\w*|focus\w*|priorit\w*|respon[ds]\w* by|from (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/i;
/** Somebody who could answer for a risk. */
const OWNER =
  /\b(?:directors?|heads? of|managers?|officers?|leads?\b|leaders?|cabinet|portfolio|boards?|teams?|councillors?|chief executive|treasurer|owners?|responsib\w+|led by|we\b)/i;
const RISK = /\brisks?\b/i;

export type QuestionSources = {
  item: ItemPapers;
  earlier: FollowedEntry[];
  changes: Change[];
  worries: Worry[];
  /** The meeting looked ahead to, and the committee's earlier ones, YYYY-MM-DD. */
  date: string;
  held: string[];
  cite: BriefingSources['cite'];
};

/**
 * Questions worth asking, each out of a gap that the papers show and cited to it: a request never reported back, a
 * target missed with no action named, a figure that moved without comment, a risk with no owner, an item with nothing
 * in writing.
 */
export function questionLines(sources: QuestionSources): BriefingLine[] {
  return [
    ...unansweredLines(sources).slice(0, MAX_UNANSWERED),
    ...missedLines(sources),
    ...movedLines(sources).slice(0, MAX_MOVED),
    ...riskLines(sources),
    ...unwrittenLines(sources),
  ].slice(0, MAX_QUESTIONS);
}

/** What was asked and has not come back, each with how long it has been silent. */
function unansweredLines({ item, earlier, cite, date, held }: QuestionSources): BriefingLine[] {
  const open = earlier.filter(
    ({ outcome }) => outcome && (UNANSWERED.has(outcome.kind) || isDueNow(outcome, { date })) && !goesOn(outcome),
  );
  return present(
    open.map(({ entry, outcome }) => {
      if (!outcome) return undefined;
      const { text, traces } = sayOutcome(outcome, viewOf(entry, { date, held, item }));
      const when = entry.place.meetingDate === undefined ? '' : ` on ${formatDate(entry.place.meetingDate)}`;
      const own = cite({ paperId: entry.paperId, span: entry.span, why: 'a request that the papers do not answer' });
      const words = entryWords(entry, MAX_ASKED_CHARS);
      return lineOf(`${askAfter(entry, item)} ${saidThen(entry)}${when}: ${words} ${text}`, [
        own,
        ...(own ? traces : []),
      ]);
    }),
  );
}

function askAfter(entry: LedgerEntry, { papers }: ItemPapers): string {
  if (papers.length === 0) return 'What has come of this?';
  if (entry.kind === 'undertaking') return 'Was this done?';
  if (entry.limbKind === 'recommendation') return 'What was the reply?';
  return entry.limbKind === 'request' ? 'When will this come back?' : 'How does this stand?';
}

function saidThen(entry: LedgerEntry): string {
  if (entry.kind === 'undertaking') return 'Said';
  if (entry.limbKind === 'recommendation') return 'Recommended';
  return entry.limbKind === 'request' ? 'Asked for' : 'Resolved';
}

/** What is to go on has come back, and is asked about only when it stops. */
function goesOn(outcome: Outcome): boolean {
  return outcome.kind === 'partly' && /^it is to go on\b/.test(outcome.left);
}

/** A missed target or a shortfall in the words of a paper, or in its figures, where nothing around it says what is done. */
function missedLines({ item, changes, cite }: QuestionSources): BriefingLine[] {
  const paragraphs = reportParagraphs(item.papers);
  const told = paragraphs.flatMap((paragraph) =>
    namesAction(paragraph, paragraphs)
      ? []
      : sentencesOf(paragraph)
          .filter(({ words }) => MISSED.test(words))
          .map(({ spans, words }) =>
            quoteLine(
              {
                paper: paragraph.paper,
                spans,
                why: 'a target missed, and no action named beside it',
                lead: `What is being done about this ${/\btarget/i.test(words) ? 'target' : 'shortfall'}? The paper names no action beside it: `,
                max: MAX_QUOTE_CHARS,
              },
              cite,
            ),
          ),
  );
  const shown = changes
    .filter(
      (change) => change.isMissed === true && !speaksOf(change, paragraphs).some((one) => namesAction(one, paragraphs)),
    )
    .slice(0, MAX_QUESTIONS)
    .map((change) =>
      lineOf(`What is being done about this? The paper names no action: ${nameOf(change)}, ${sayChange(change)}.`, [
        { ...change.now.trace, why: 'a target missed, and no action named' },
      ]),
    );
  return present([...told.slice(0, MAX_TOLD), ...shown]);
}

/** Figures that became worse, or moved much where the paper does not say which way is good, and are not spoken of. */
function movedLines({ item, changes }: QuestionSources): BriefingLine[] {
  const paragraphs = reportParagraphs(item.papers);
  return present(
    changes
      .filter((change) => change.isMissed !== true && moved(change) >= (isWorse(change) ? LEAST_MOVE : LEAST_UNJUDGED))
      .filter((change) => isWorse(change) ?? (change.series.direction === undefined && isRecent(change)))
      .filter((change) => speaksOf(change, paragraphs).length === 0)
      .map((change) => {
        const { now, before } = change;
        return lineOf(
          `What is behind this? The paper's text does not speak of it: ${nameOf(change)}, ${sayChange(change)}.`,
          [
            { ...now.trace, why: 'a figure that moved without comment' },
            ...(before && before.trace.label !== now.trace.label ? [before.trace] : []),
          ],
        );
      }),
  );
}

/** What a paper compares with years ago it has its reasons for. */
function isRecent({ now, before }: Change): boolean {
  return (
    before !== undefined &&
    Date.parse(now.periodKey.slice(0, 10)) - Date.parse(before.periodKey.slice(0, 10)) < MAX_APART_MS
  );
}

function riskLines({ worries, cite }: QuestionSources): BriefingLine[] {
  const unowned = worries.filter(
    ({ paper, words, paragraph }) => RISK.test(words) && !OWNER.test(plainText(paper.text, paragraph.spans)),
  );
  return present(
    unowned.map(({ paper, spans }) =>
      quoteLine(
        {
          paper,
          spans,
          why: 'a risk with no owner named beside it',
          lead: 'Who answers for this risk? The paragraph names nobody: ',
          max: MAX_QUOTE_CHARS,
        },
        cite,
      ),
    ),
  );
}

/** An item that the agenda itself says will be told, not written. */
function unwrittenLines({ item, cite }: QuestionSources): BriefingLine[] {
  const { papers, item: listed, agenda, title } = item;
  if (!listed || !agenda || papers.length > 0 || listed.pages) return [];
  const words = plainText(agenda.text, listed.spans);
  if (!SPOKEN.test(words)) return [];
  const lead = 'Will members have anything in writing? The agenda has no paper for this item: ';
  const own = listed.spans.map((span) => cite({ paperId: agenda.id, span, why: 'an item without a paper' }));
  return present([lineOf(`${lead}${quoted(title)}`, own)]);
}

/**
 * Prose that may speak of a measure: a paragraph with two telling words of its name, or all where it has one. In doubt
 * a figure counts as spoken of: that a paper is silent is said only where it is.
 */
function speaksOf({ series }: Change, paragraphs: ReportParagraph[]): ReportParagraph[] {
  const stems = subjectStems(series.name).filter((stem) => !COUNTED.has(stem));
  const least = Math.min(SPOKEN_STEMS, stems.length);
  return paragraphs.filter((paragraph) => {
    const spoken = stemsIn(paragraph);
    return spoken.size > 0 && stems.filter((stem) => spoken.has(stem)).length >= least;
  });
}

const spokenOf = new WeakMap<ReportParagraph, Set<string>>();

/** What a paragraph's heading and sentences speak of; nothing where it has no sentences. */
function stemsIn(paragraph: ReportParagraph): Set<string> {
  const known = spokenOf.get(paragraph);
  if (known) return known;
  const sentences = sentencesOf(paragraph).map(({ words }) => words);
  const found = new Set(sentences.length === 0 ? [] : subjectStems([paragraph.heading, ...sentences].join(' ')));
  spokenOf.set(paragraph, found);
  return found;
}

/** True if a paragraph, or another under the same heading, says what is being done. */
function namesAction(paragraph: ReportParagraph, all: ReportParagraph[] = []): boolean {
  const { paper, heading } = paragraph;
  const beside = all.filter((other) => other.paper === paper && other.heading === heading && heading !== '');
  return [paragraph, ...beside].some(({ spans }) => ACTION.test(plainText(paper.text, spans)));
}
