import type { SearchFilter, SearchIndex } from '../index/search-index.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Passage } from '../passage.ts';
import type { Question } from '../question.ts';
import { isMet, stemsOf } from '../term.ts';
import { asksOfLastMeeting } from './asks-of-last-meeting.ts';
import { findDecided } from './find-decided.ts';
import { asksForPapers, findReportBrief } from './find-report-brief.ts';

export type FindByRoleOptions = {
  index: SearchIndex;
  lexicon: Lexicon;
  /** The meetings the question names, or everything where it names none. */
  filter: SearchFilter;
  /** True if the question names a meeting or a month. */
  isConfined: boolean;
};

/** Words for an agenda's formal business, which nobody asks to be briefed on. */
const FORMAL =
  /\b(?:apologies|declarations? of interest|minutes of|exclusion of|questions from|urgent|next meeting|communications|to (?:determine|consider) (?:if|whether|any))/i;
const CLOSED =
  /\bexempt information|schedule 12|press and public be excluded|public be excluded|not for publication|restricted/i;
const APOLOGIES = /\bapolog|\bapols\b/i;
const NEXT_MEETING = /\bnext (?:scheduled? |ordinary )?meetings?\b/i;
/** Asks what is on an agenda, whatever else. */
const LIST_ASKED =
  /\bwhat(?:['’]?s| is) (?:on|coming up)\b|\bagenda\b|\b(?:main|all(?: the)?) (?:items|papers|reports)\b/i;
/** With more words of its own than this, a question asks about a subject, not for an agenda. */
const MAX_AGENDA_TERMS = 2;

/**
 * Passages that answer a question by the place they have in a meeting's papers, whatever their words: the items of an
 * agenda, what tells most of a report, what a meeting decided, what was closed and why, the date of the next meeting.
 * In the order they stand; empty for other questions.
 */
export function findByRole(question: Question, options: FindByRoleOptions): Passage[] {
  const { index, filter, isConfined } = options;
  const [wish] = question.wanted;
  if (wish === 'decision') return findDecided(question, { index, filter, isConfined });
  if (wish === 'briefing') {
    const brief = findReportBrief(question, options);
    const isListed = brief.length === 0 || LIST_ASKED.test(question.text);
    return isListed ? [...findBusiness(question, options), ...brief] : brief;
  }
  if (wish === 'exempt' && isConfined) return findClosed(question, { index, filter });
  if (wish === 'attendance') return findAttendance(question, options);
  if (wish === 'next-meeting' && isConfined) {
    return newestOf(
      index.listPassages({ ...filter, kinds: ['limb', 'item', 'minute', 'discussion'] }).filter(isNextMeeting),
    );
  }
  return [];
}

const PAGES_ASKED = /\bpages?\b/i;
const PAPERS_ASKED = /\b(?:papers|reports)\b/i;
const ALL_BUT = /\b(?:besides|apart from|other than|except|as well as)\b/i;
/** Words that ask for an agenda's lines, and say nothing of what is in them. */
const OF_LINES = /^(?:nos|numbers?|besides|apart|except|coming|full|list)$/;

/**
 * The items of an agenda that are more than form: those alone that are asked for by number or by words of theirs, or all
 * but those.
 */
function findBusiness(question: Question, { index, filter, isConfined }: FindByRoleOptions): Passage[] {
  const { terms, references, text } = question;
  const telling = terms.filter(({ word, weight }) => weight === 1 && !OF_LINES.test(word) && !asksForPapers(word));
  const isListed = LIST_ASKED.test(text) || PAGES_ASKED.test(text);
  if (!isConfined || (telling.length > MAX_AGENDA_TERMS && !isListed)) return [];
  const numbers = references.filter(({ kind }) => kind === 'item').map(({ number }) => number);
  const items = newestOf(index.listPassages({ ...filter, kinds: ['item'] })).filter(
    ({ place: { item = '' } }) => numbers.length === 0 || LIST_ASKED.test(text) || numbers.includes(item),
  );
  const business = items.filter((item) => !FORMAL.test(item.text));
  const papers = business.filter(({ place }) => place.packPages !== undefined);
  const meant = PAPERS_ASKED.test(text) && papers.length > 0 ? papers : business;
  if (!isListed && telling.length > 0) {
    // More than an item's own words asks for what is said of it, not for its line.
    return meant.filter((item) => telling.every((term) => isMet(term, stemsOf(item.text))));
  }
  const named = meant.filter((item) => telling.some((term) => isMet(term, stemsOf(item.text))));
  if (named.length === 0) return meant;
  return ALL_BUT.test(text) ? meant.filter((item) => !named.includes(item)) : named;
}

/** Who was there, or who sent apologies, at the meetings named or at the last one. */
function findAttendance(question: Question, { index, filter, isConfined }: FindByRoleOptions): Passage[] {
  const ofDate = isConfined && filter.dates !== undefined;
  if (!ofDate && !asksOfLastMeeting(question)) return [];
  const all = index.listPassages({ ...filter, kinds: ['attendance'] });
  const lists = ofDate ? all : newestOfEach(all);
  const apologies = lists.filter(({ text }) => APOLOGIES.test(text));
  return APOLOGIES.test(question.text) && apologies.length > 0 ? apologies : lists;
}

/** The business of every meeting at which it is said what is closed, or that nothing is. */
const ON_CLOSING = /\bexclusion of (?:the )?(?:press|public)\b/i;

/** The items that are closed, and the item or resolution that closes them; where there are none, what is said of it. */
function findClosed(question: Question, { index, filter }: Pick<FindByRoleOptions, 'index' | 'filter'>): Passage[] {
  const closed = index.closedPapers(question.audience);
  const said = index.listPassages({ ...filter, kinds: ['item', 'minute', 'discussion'] });
  const items = said.filter(
    ({ kind, text, place }) =>
      kind === 'item' &&
      (CLOSED.test(text) ||
        closed.some(({ item, date }) => item !== undefined && item === place.item && date === place.meetingDate)),
  );
  const onClosing = said.filter(({ text, place }) => ON_CLOSING.test(`${place.minuteTitle ?? ''}\n${text}`));
  return newestOf(items.length > 0 ? items : onClosing);
}

function isNextMeeting({ kind, text, place }: Passage): boolean {
  return kind === 'item' ? NEXT_MEETING.test(text) : NEXT_MEETING.test(place.minuteTitle ?? '') && /\d/.test(text);
}

/** Those of each committee's newest meeting, the newest of all first. */
function newestOfEach(passages: Passage[]): Passage[] {
  const committees = [...new Set(passages.map(({ place }) => place.committee))];
  const each = committees.map((committee) => newestOf(passages.filter(({ place }) => place.committee === committee)));
  const dateOf = ([first]: Passage[]) => first?.place.meetingDate ?? '';
  return each.sort((a, b) => dateOf(b).localeCompare(dateOf(a))).flat();
}

/** Only those of the newest meeting among them: a question that names a committee alone means its last one. */
function newestOf(passages: Passage[]): Passage[] {
  const newest = passages.reduce(
    (date, { place }) => (place.meetingDate && place.meetingDate > date ? place.meetingDate : date),
    '',
  );
  return passages.filter(({ place }) => (place.meetingDate ?? '') === newest);
}
