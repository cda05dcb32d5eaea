import type { BriefingLine } from '../../briefing.ts';
import { formatDate } from '../../citation.ts';
import { plainText } from '../../paper.ts';
import type { BriefingSources, FollowedEntry } from '../briefing-sources.ts';
import type { ItemPapers } from '../item-papers.ts';
import { subjectStems } from '../same-subject.ts';
import { entryLine } from './decided-lines.ts';
import { type Change, moved, nameOf } from './figure-lines.ts';
import { lineOf, present, quoteLine, type ReportParagraph, reportParagraphs, sentencesOf } from './line.ts';
import type { Worry } from './worry-lines.ts';

export const MAX_QUESTIONS = 5;
/** A figure that moved by less is not asked about. */
const LEAST_MOVE = 0.1;
const MAX_QUOTE_CHARS = 220;

/** "Below target" alone does not say whether low is good. */
const MISSED =
  /\b(?:(?:missed|not met|did not meet|has not met|fell short of|short of|failed to meet) (?:the |its |our )?(?:\w+ ){0,2}target|target\b[^.;]{0,80}\b(?:was|were|is|has|have) not (?:been )?(?:met|achieved|reached)|worse than (?:the )?target|off target)\b/i;
/** That something is being done, by whatever words officers say it. */
const ACTION =
  /\b(?:will|plans?|planned|actions?|recruit\w*|introduc\w+|is being|are being|has begun|have begun|has been (?:set up|appointed|agreed|introduced|revised)|in place|steps|measures taken|address\w*|recovery|improvement (?:plan|board)|respon[ds]\w* by|from (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/i;
/** Somebody who could answer for a risk. */
const OWNER =
  /\b(?:directors?|heads? of|managers?|officers?|leads?\b|leaders?|cabinet|portfolio|boards?|teams?|councillors?|chief executive|treasurer|owners?|responsib\w+|led by|we\b)/i;
const RISK = /\brisks?\b/i;

export type QuestionSources = {
  item: ItemPapers;
  earlier: FollowedEntry[];
  changes: Change[];
  worries: Worry[];
  cite: BriefingSources['cite'];
};

/**
 * Questions worth asking, each out of a gap that the papers show and cited to it: a request never reported back, a
 * target missed with no action named, a figure that moved without comment, a risk with no owner.
 */
export function questionLines(sources: QuestionSources): BriefingLine[] {
  return [...unansweredLines(sources), ...missedLines(sources), ...movedLines(sources), ...riskLines(sources)].slice(
    0,
    MAX_QUESTIONS,
  );
}

function unansweredLines({ earlier, cite }: QuestionSources): BriefingLine[] {
  const quiet = earlier.filter(({ outcome }) => outcome && ['overdue', 'gone-quiet', 'partly'].includes(outcome.kind));
  return present(
    quiet.map(({ entry, outcome }) => {
      const when = entry.place.meetingDate === undefined ? '' : ` on ${formatDate(entry.place.meetingDate)}`;
      const asked = entry.kind === 'undertaking' ? `What was said${when}` : `What the committee asked for${when}`;
      const lead = `${asked} has not come back as far as the papers show: when will it? `;
      return entryLine({ entry, ...(outcome ? { outcome } : {}) }, { cite, lead });
    }),
  );
}

/** A missed target in the words of a paper, or in its figures, where nothing around it says what is done. */
function missedLines({ item, changes, cite }: QuestionSources): BriefingLine[] {
  const paragraphs = reportParagraphs(item.papers);
  const told = paragraphs.flatMap((paragraph) =>
    namesAction(paragraph, paragraphs)
      ? []
      : sentencesOf(paragraph)
          .filter((span) => MISSED.test(paragraph.paper.text.slice(span.start, span.end)))
          .map((span) =>
            quoteLine(
              {
                paper: paragraph.paper,
                span,
                why: 'a target missed, and no action named beside it',
                lead: 'What is being done about this target? The paper names no action beside it: ',
                max: MAX_QUOTE_CHARS,
              },
              cite,
            ),
          ),
  );
  const shown = changes
    .filter((change) => change.isMissed === true && !speaksOf(change, paragraphs).some((one) => namesAction(one)))
    .map(({ series, now, target }) =>
      lineOf(
        `What is being done about ${nameOf(series)}, at ${now.printed} against a target of ${target?.printed ?? ''}? The paper names no action.`,
        [{ ...now.trace, why: 'a target missed, and no action named' }],
      ),
    );
  return present([...told, ...shown]);
}

function movedLines({ item, changes }: QuestionSources): BriefingLine[] {
  const paragraphs = reportParagraphs(item.papers);
  return present(
    changes
      .filter((change) => moved(change) >= LEAST_MOVE && change.isMissed !== true)
      .filter((change) => speaksOf(change, paragraphs).length === 0)
      .map(({ series, now, before }) =>
        lineOf(
          `Why did ${nameOf(series)} go from ${before?.printed ?? ''} (${before?.period ?? ''}) to ${now.printed} (${now.period})? The paper does not comment on it.`,
          [
            { ...now.trace, why: 'a figure that moved without comment' },
            ...(before && before.trace.label !== now.trace.label ? [before.trace] : []),
          ],
        ),
      ),
  );
}

function riskLines({ worries, cite }: QuestionSources): BriefingLine[] {
  const unowned = worries.filter(({ paper, span, paragraph }) => {
    const words = paper.text.slice(span.start, span.end);
    return RISK.test(words) && !OWNER.test(plainText(paper.text, paragraph.spans));
  });
  return present(
    unowned.map(({ paper, span }) =>
      quoteLine(
        {
          paper,
          span,
          why: 'a risk with no owner named beside it',
          lead: 'Who answers for this risk? The paragraph names nobody: ',
          max: MAX_QUOTE_CHARS,
        },
        cite,
      ),
    ),
  );
}

/** Prose paragraphs that speak of a measure: they have all that is telling in its name. */
function speaksOf({ series }: Change, paragraphs: ReportParagraph[]): ReportParagraph[] {
  const stems = subjectStems(series.name);
  return paragraphs.filter((paragraph) => {
    const prose = sentencesOf(paragraph).map((span) => paragraph.paper.text.slice(span.start, span.end));
    if (prose.length === 0) return false;
    const here = new Set(subjectStems([paragraph.heading, ...prose].join(' ')));
    return stems.length > 0 && stems.every((stem) => here.has(stem));
  });
}

/** True if a paragraph, or another under the same heading, says what is being done. */
function namesAction(paragraph: ReportParagraph, all: ReportParagraph[] = []): boolean {
  const { paper, heading } = paragraph;
  const beside = all.filter((other) => other.paper === paper && other.heading === heading && heading !== '');
  return [paragraph, ...beside].some(({ spans }) => ACTION.test(plainText(paper.text, spans)));
}
