import type { HomeView, KnownBlock } from '@slack/types';
import type { Outstanding } from '../../../app.ts';
import { formatDate } from '../../../citation.ts';
import type { IndexStatus, MeetingListing } from '../../../listing.ts';
import { cutText } from '../../format/cut-text.ts';
import { visibleText } from '../../format/visible-text.ts';
import { heading, type Run, richList, richParagraph } from '../parts/rich-text.ts';

const MAX_COMMITTEES = 20;
const MAX_MISSING = 10;
const MAX_QUESTIONS = 10;
const MAX_OUTSTANDING = 3;
const MAX_LINE_CHARS = 250;

export type HomeViewOptions = {
  status: IndexStatus;
  /** Those the member may read of. */
  meetings: MeetingListing[];
  /** What has not come back, by committee, as far as the member may read. */
  outstanding?: Outstanding[];
  /** The member's own, newest first; empty where none are kept. */
  lastQuestions: { text: string; askedAt: Date }[];
  /** Days for which questions are kept in the log; undefined where no text is kept. */
  keptDays?: number;
  /** There is a clerk's channel. */
  hasClerk: boolean;
  /** Why the bot gives no answers now. */
  paused?: string;
};

/** A member's App Home: what is indexed, what is missing, their last questions, how to ask, what is private. */
export function homeView(options: HomeViewOptions): HomeView {
  const blocks: KnownBlock[] = [
    ...(options.paused === undefined
      ? []
      : [richParagraph({ text: 'No answers for now: ', bold: true }, line(options.paused))]),
    heading('What is indexed'),
    ...indexedBlocks(options),
    ...outstandingBlocks(options.outstanding ?? []),
    heading('Your last questions'),
    ...questionBlocks(options.lastQuestions),
    heading('How to ask'),
    richList(...HOW_TO_ASK),
    heading('What is private'),
    richList(...privacyLines(options)),
  ];
  return { type: 'home', blocks };
}

/** How to ask, a line for each way. */
export const HOW_TO_ASK: Run[][] = [
  ['Mention me in a channel with your question. The answer comes in the thread, with its sources.'],
  ['Write to me in a direct message. Ask on in the thread; there is no need to mention me again.'],
  [{ text: '/minutes', bold: true }, ' and a question: the answer is seen by you alone, and you may share it.'],
  [{ text: '/minutes find', bold: true }, ' and a topic: where it came up before, meeting by meeting.'],
  [
    { text: '/minutes brief', bold: true },
    ' and a meeting’s date, or nothing for the next one: a briefing as a document.',
  ],
  [{ text: '/minutes outstanding', bold: true }, ' what was asked for or promised and has not come back.'],
  [{ text: '/minutes thread', bold: true }, ' and a topic: what was decided on it, and what became of that.'],
  [
    { text: '/minutes measure', bold: true },
    ' and a measure’s number or name: its figures across papers, and a chart.',
  ],
  [
    { text: '/minutes subscribe', bold: true },
    ': have a briefing posted some days before each meeting; /minutes unsubscribe ends it.',
  ],
  ['On any message choose “Ask the minutes about this” among its actions.'],
  [
    { text: '/minutes my data', bold: true },
    ' shows what is kept of you, ',
    { text: '/minutes forget me', bold: true },
    ' deletes it.',
  ],
];

function indexedBlocks({ status, meetings }: HomeViewOptions): KnownBlock[] {
  if (!status.exists || status.papers === 0) return [richParagraph('No papers are indexed yet.')];
  if (meetings.length === 0) return [richParagraph('No meetings are indexed that you may read of.')];
  const newest = meetings.reduce((a, b) => (a.date < b.date ? b : a));
  const committees = [...new Set(meetings.map(({ committee }) => committee))].sort();
  const missing = meetings.filter(({ hasMinutes }) => !hasMinutes);
  const missingLines = missing.map(({ committee, date }) => `${committee}, ${formatDate(date)}`);
  return [
    richParagraph(`${count(meetings.length, 'meeting')} of ${count(committees.length, 'committee')}. The newest: `, {
      text: line(`${newest.committee}, ${formatDate(newest.date)}`),
      bold: true,
    }),
    richList(
      ...listed(
        committees.map((committee) => committeeLine(committee, meetings)),
        MAX_COMMITTEES,
      ),
    ),
    ...(missing.length === 0
      ? [richParagraph('The minutes of every meeting are there.')]
      : [richParagraph('The minutes of these meetings are missing:'), richList(...listed(missingLines, MAX_MISSING))]),
  ];
}

/** The likeliest to be forgotten of each committee; `/minutes outstanding` has the rest. */
function outstandingBlocks(all: Outstanding[]): KnownBlock[] {
  const open = all.filter(({ total }) => total > 0).slice(0, MAX_COMMITTEES);
  if (open.length === 0) return [];
  return [
    heading('Outstanding'),
    ...open.flatMap(({ committee, lines, total }) => [
      richParagraph({ text: line(`${committee}: ${total}`), bold: true }),
      richList(...lines.slice(0, MAX_OUTSTANDING).map(({ text }) => [line(text)])),
    ]),
  ];
}

function committeeLine(committee: string, meetings: MeetingListing[]): string {
  const dates = meetings.filter((meeting) => meeting.committee === committee).map(({ date }) => date);
  const newest = dates.reduce((a, b) => (a < b ? b : a));
  return `${cutText(visibleText(committee), MAX_LINE_CHARS)}: ${count(dates.length, 'meeting')}, the newest ${formatDate(newest)}`;
}

function questionBlocks(questions: HomeViewOptions['lastQuestions']): KnownBlock[] {
  if (questions.length === 0) return [richParagraph('None yet, or none are kept.')];
  const lines = questions.map(
    ({ text, askedAt }) => `${formatDate(askedAt.toISOString().slice(0, 10))}: ${line(text)}`,
  );
  return [richList(...listed(lines, MAX_QUESTIONS))];
}

function privacyLines({ keptDays, hasClerk }: HomeViewOptions): Run[][] {
  return [
    ['Answers to /minutes and in direct messages are seen by you alone, until you share them.'],
    ['An answer in a channel uses only what everybody in the channel may see.'],
    [
      keptDays === undefined
        ? 'The text of questions is not kept.'
        : `Questions are kept for ${count(keptDays, 'day')}. You may ask to be shown your own, or to have them deleted.`,
    ],
    ...(hasClerk ? [['“Ask the clerk” shows your name, the question and its answer to the clerk.']] : []),
  ];
}

function listed(lines: string[], max: number): Run[][] {
  const more = lines.length - max;
  return [...lines.slice(0, max).map((text) => [line(text)]), ...(more > 0 ? [[`and ${more} more`]] : [])];
}

function line(text: string): string {
  return cutText(visibleText(text), MAX_LINE_CHARS * 2);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
