import type { Answer, Coverage } from '../../../answer.ts';
import { formatDate } from '../../../citation.ts';
import { stripMarks } from '../../../paper.ts';
import { cutText } from '../../format/cut-text.ts';
import { escapeMrkdwn } from '../../format/escape-mrkdwn.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Unit } from '../parts/pack-messages.ts';
import { richParagraph, richQuote, smallPrint } from '../parts/rich-text.ts';
import { textUnits } from '../parts/text-units.ts';
import { type NamedSource, nameSources } from './name-sources.ts';
import { labelLine, sourceUnits } from './source-units.ts';

type Decline = Extract<Answer, { kind: 'declined' }>;

const MAX_NEAREST_CHARS = 300;
/** More meetings, committees or gaps than these are counted, not named. */
const MAX_NAMED = 6;

/**
 * A decline: the reason, what was looked through, what is missing, and the nearest passages with their buttons. Of an
 * exempt paper nothing is said but what the reason says: that there is one, and its paragraph.
 */
export function declineUnits(answer: Decline, { answerId }: { answerId: string }): Unit[] {
  const reason = textUnits(sentence(answer.message));
  if (answer.reason === 'exempt' || answer.reason === 'not-for-the-record') return reason;
  const sources = nameSources(answer);
  const nearest = answer.nearest.flatMap(({ passage }, n) => nearestUnits(passage.text, sources[n]));
  const title: Unit[] = nearest.length > 0 ? textUnits('Nearest in the papers:') : [];
  return [...reason, ...receiptUnits(answer.coverage), ...title, ...nearest, ...sourceUnits(sources, answerId)];
}

/** What was looked through, and what is known to be missing. */
export function receiptUnits({ committees, meetings, papers, missing }: Coverage): Unit[] {
  const dates = [...new Set(meetings.map(({ date }) => date))].sort();
  const lines = [
    `Searched: ${count(papers, 'paper')} of ${count(meetings.length, 'meeting')}${namedDates(dates)}.`,
    ...(committees.length > 0 ? [`Committees: ${named(committees)}.`] : []),
    ...(missing.length > 0 ? [`Missing: ${named(missing)}.`] : []),
  ];
  return lines.flatMap((line) => {
    const seen = visibleText(line);
    return seen.length <= MAX_LINE_CHARS ? [{ text: escapeMrkdwn(seen), blocks: smallPrint(seen) }] : textUnits(seen);
  });
}

/** Longer small print is set as text, which may be broken. */
const MAX_LINE_CHARS = 500;

function namedDates(dates: string[]): string {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return '';
  if (dates.length <= MAX_NAMED) return ` (${dates.map(formatDate).join('; ')})`;
  return ` (${formatDate(first)} to ${formatDate(last)})`;
}

function named(names: string[]): string {
  const more = names.length - MAX_NAMED;
  return [...names.slice(0, MAX_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function nearestUnits(text: string, source: NamedSource | undefined): Unit[] {
  if (!source) return [];
  const quoted = cutText(visibleText(stripMarks(text)), MAX_NEAREST_CHARS);
  return [
    {
      text: `${escapeMrkdwn(labelLine(source))}: ${escapeMrkdwn(quoted)}`,
      blocks: [richParagraph({ text: labelLine(source), bold: true }), richQuote(quoted)],
    },
  ];
}

function sentence(text: string): string {
  return /[.!?]["”’)]?\s*$/.test(text) ? text : `${text}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
