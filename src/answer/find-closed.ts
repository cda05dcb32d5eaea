import { stemmer } from 'stemmer';
import { formatDate } from '../citation.ts';
import { type Lexicon, wordsOf } from '../lexicon.ts';
import type { Hit } from '../passage.ts';
import type { Question } from '../question.ts';

/** What may be said of a paper that is closed to the reader: that it exists, where, and under which paragraphs. */
export type ClosedPaper = { committee?: string; date?: string; item?: string; title?: string; paragraphs: number[] };

/** Share of a closed paper's title that a question must say before it is taken to ask for that paper. */
const MIN_TITLE_SHARE = 0.8;
/** … if it says besides that the paper is exempt. */
const MIN_SHARE_OF_EXEMPT = 0.2;
/** … and any of it if it names the meeting as well. */
const MIN_SHARE_OF_MEETING = 0.01;
/** Asks what stands in a closed paper or was said of it, not which it is or why it is closed. */
const CONTENT_ASKED =
  /\bwhat (?:does|did|do|has|have|was|were|is|are)\b.{0,90}\b(?:say|says|said|contain|tell|told|show|hold|discuss\w*|decided|agreed|resolved)\b|\bwhat(?:['’]s| is| was| are| were)? in\b|\b(?:contents?|details?) of\b|\bhow much\b/i;

/**
 * The closed paper whose content a question asks for: by its item number at the meeting it names, or by most of its
 * title. A question about what was closed and why is answered from the agenda instead.
 */
export function findClosed(question: Question, closed: ClosedPaper[], lexicon: Lexicon): ClosedPaper | undefined {
  const isOfClosing = question.wanted.includes('exempt');
  if (isOfClosing && !CONTENT_ASKED.test(question.text)) return undefined;
  const leastOfClosing = question.dates.length > 0 ? MIN_SHARE_OF_MEETING : MIN_SHARE_OF_EXEMPT;
  const least = isOfClosing ? leastOfClosing : MIN_TITLE_SHARE;
  const mine = closed.filter((paper) => isOfMeeting(paper, question));
  const byItem = mine.find((paper) => isNamedByItem(paper, question));
  if (byItem) return byItem;
  const shares = mine.map((paper) => ({ paper, share: shareOfTitle(paper, question, lexicon) }));
  const best = shares.reduce<(typeof shares)[number] | undefined>(
    (a, b) => (a && a.share >= b.share ? a : b),
    undefined,
  );
  return best && best.share >= least ? best.paper : undefined;
}

/** Of what comes nearest, so many may stand beside a closed paper. */
const NEAREST = 3;

/**
 * The closed paper of the business that comes nearest to a question which the open papers do not answer: of the same
 * meeting, under the same item or with that business's title in its own. Told from what is open alone.
 */
export function findClosedBeside(hits: Hit[], closed: ClosedPaper[]): ClosedPaper | undefined {
  for (const { passage } of hits.slice(0, NEAREST)) {
    const { committee, meetingDate, item, minuteTitle, paperTitle, paperKind } = passage.place;
    const title = paperKind === 'minutes' ? minuteTitle : paperTitle;
    const words = titleWords(title);
    const beside = closed.find((paper) => {
      if (paper.date === undefined || paper.date !== meetingDate || paper.committee !== committee) return false;
      const own = new Set(titleWords(paper.title));
      return (
        (item !== undefined && paper.item === item) ||
        (words.length >= MIN_TITLE_WORDS && words.every((word) => own.has(word)))
      );
    });
    if (beside) return beside;
  }
  return undefined;
}

/** One word in common ("Report") says nothing. */
const MIN_TITLE_WORDS = 2;

/** Words that say that a paper is closed, not what it is about. */
const OF_CLOSING = new Set(['exempt', 'confidential', 'restricted', 'paragraph', 'paragraphs', 'appendix', 'annex']);

function titleWords(title = ''): string[] {
  return wordsOf(title).filter((word) => word.length > 3 && !OF_CLOSING.has(word));
}

/** One sentence on a closed paper; nothing of its content. */
export function sayClosed({ committee, date, item, title, paragraphs }: ClosedPaper): string {
  const name = title ? `“${title}”` : 'The paper asked for';
  const where = [item && `item ${item}`, committee, date && formatDate(date)].filter(Boolean).join(', ');
  const grounds =
    paragraphs.length > 0
      ? `under paragraph${paragraphs.length > 1 ? 's' : ''} ${paragraphs.join(' and ')} of Part 1 of Schedule 12A to the Local Government Act 1972`
      : 'and the papers do not print under which paragraph';
  return `${name}${where ? ` (${where})` : ''} is exempt from publication ${grounds}; nothing of its content can be shown`;
}

function isOfMeeting({ committee, date }: ClosedPaper, { dates, committees }: Question): boolean {
  const isOfDate = date === undefined || dates.length === 0 || dates.some(({ from, to }) => date >= from && date <= to);
  return isOfDate && (committee === undefined || committees.length === 0 || committees.includes(committee));
}

function isNamedByItem({ item, date }: ClosedPaper, { references, dates }: Question): boolean {
  if (item === undefined || date === undefined || dates.length === 0) return false;
  return references.some((reference) => reference.kind === 'item' && reference.number === item.toLowerCase());
}

/** How much of a paper's title a question says, by how rare its words are; 0 where it does not ask for a paper. */
function shareOfTitle({ title, date }: ClosedPaper, { terms, text, dates }: Question, lexicon: Lexicon): number {
  const words = titleWords(title);
  const asksForPaper =
    /\b(?:report|paper|item|appendix|annex|document)s?\b/i.test(text) || (date !== undefined && dates.length > 0);
  if (words.length < 2 || !asksForPaper) return 0;
  const asked = new Set(terms.map((term) => stemmer(term.word)));
  const rarity = (word: string) => Math.log(1 + lexicon.passageCount / (1 + (lexicon.vocabulary.get(word) ?? 0)));
  const whole = words.reduce((sum, word) => sum + rarity(word), 0);
  return words.filter((word) => asked.has(stemmer(word))).reduce((sum, word) => sum + rarity(word), 0) / whole;
}
