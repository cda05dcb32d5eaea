import { type BriefingItem, type BriefingLine, nameParagraphs } from '../../briefing.ts';
import { plainText } from '../../paper.ts';
import type { BriefingSources } from '../briefing-sources.ts';
import type { ItemPapers } from '../item-papers.ts';
import { besideTitle, isDecisionAsked, recommendationsOf } from './asked-lines.ts';
import { type Cite, clipSpan, lineOf, present, quoted } from './line.ts';

export type RunningItem = { papers: ItemPapers; item: BriefingItem };
export type RunningSources = Pick<BriefingSources, 'papers' | 'cite'> & {
  /** In order of the agenda. */
  all: RunningItem[];
  /** Business that every agenda has is put without a paper. */
  isRoutine(item: ItemPapers): boolean;
};

/** An agenda's words beside a title, such as who presents it and when, are cut where they are longer. */
const MAX_WORDS_CHARS = 120;

/** What running a meeting takes: when and where it is, the items in order with what is to be put, and when the public leaves. */
export function runningLines({ papers, all, cite, isRoutine }: RunningSources): BriefingLine[] {
  const firstClosed = all.findIndex(({ item }) => isExempt(item));
  return present([
    whenAndWhere(papers, cite),
    ...all.flatMap((one, at) => [
      ...(at === firstClosed ? [exclusion(one)] : []),
      isRoutine(one.papers) ? undefined : orderLine(one, cite),
    ]),
  ]);
}

function isExempt({ closed }: BriefingItem): boolean {
  return closed !== undefined;
}

function whenAndWhere(papers: BriefingSources['papers'], cite: Cite): BriefingLine | undefined {
  const agenda = papers.find(({ paper }) => paper.kind === 'agenda' && paper.meeting?.time !== undefined);
  const meeting = agenda?.paper.meeting;
  if (!agenda || !meeting) return undefined;
  const { time = '', place, span } = meeting;
  const where = place === undefined ? '' : `, ${plainText(place, [{ start: 0, end: place.length }])}`;
  return lineOf(`Begins at ${time.trim()}${where}`, [
    cite({ paperId: agenda.id, span, why: 'the head of the agenda' }),
  ]);
}

/** "5. School Streets: 2 recommendations to put, 1 of them to decide; pages 4 to 9; the agenda says: “…”". */
function orderLine({ papers, item }: RunningItem, cite: Cite): BriefingLine | undefined {
  const { title, number, item: listed, agenda } = papers;
  const asked = item.closed ? [] : recommendationsOf(papers);
  const deciding = asked.filter(isDecisionAsked).length;
  const put =
    asked.length === 0
      ? item.closed
        ? 'closed to the readers of this briefing'
        : 'no recommendation printed'
      : `${count(asked.length, 'recommendation')} to put, ${deciding === 0 ? 'none' : deciding} to be decided`;
  const pages = listed?.pages ? [sayPages(listed.pages)] : [];
  const says = listed && agenda && !item.closed ? besideTitle(plainText(agenda.text, listed.spans), title) : '';
  const { span, isCut } = clipSpan(says, { start: 0, end: says.length }, MAX_WORDS_CHARS);
  const words = !/\p{L}{3}/u.test(says)
    ? []
    : [`the agenda says: ${quoted(`${says.slice(0, span.end)}${isCut ? ' …' : ''}`)}`];
  const name = number === undefined ? title : `${number.replace(/\.$/, '')} ${title}`;
  const own =
    agenda && listed
      ? listed.spans.slice(0, 1).map((at) => cite({ paperId: agenda.id, span: at, why: 'the agenda item' }))
      : item.traces;
  return lineOf(`${name}: ${[put, ...pages, ...words].join('; ')}`, own);
}

function sayPages({ first, last }: { first: number; last: number }): string {
  return first === last ? `page ${first}` : `pages ${first} to ${last}`;
}

function exclusion({ item }: RunningItem): BriefingLine | undefined {
  const { closed, number, title, traces } = item;
  if (!closed) return undefined;
  const at = number === undefined ? title : `item ${number.replace(/\.$/, '')}`;
  return lineOf(`Before ${at} the press and public are to be excluded: ${nameParagraphs(closed.paragraphs)}`, traces);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
