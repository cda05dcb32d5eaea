import { formatDate } from '../../../citation.ts';
import type { Question } from '../../../question.ts';
import { cutText } from '../../format/cut-text.ts';
import { escapeMrkdwn, mrkdwnWeight } from '../../format/escape-mrkdwn.ts';
import { splitText } from '../../format/split-text.ts';

/** A status is one short line under the message box. */
const MAX_STATUS_CHARS = 100;

/** What the bot is doing: "Reading minutes of 12 September 2025 …", as far as the question says of what. */
export function statusText(question: Pick<Question, 'dates' | 'committees'>): string {
  const [range] = question.dates;
  const [committee] = question.committees;
  const of = range?.precision === 'day' ? formatDate(range.from) : committee;
  return of === undefined ? 'Reading the minutes …' : `Reading minutes of ${shortName(of)} …`;
}

function shortName(name: string): string {
  const [first = ''] = splitText(cutText(name, MAX_STATUS_CHARS), { max: MAX_STATUS_CHARS - 25, weigh: mrkdwnWeight });
  return escapeMrkdwn(first);
}
