import type { HomeView, MarkdownTextChunk, ModalView } from '@slack/types';
import type { Answer } from '../../src/answer.ts';
import type { CitedExcerpt, CitedTable } from '../../src/excerpt.ts';
import { answerMessages } from '../../src/slack/blocks/answer/answer-messages.ts';
import { findReadings } from '../../src/slack/blocks/answer/find-readings.ts';
import { sharedMessages } from '../../src/slack/blocks/answer/shared-message.ts';
import { streamChunks } from '../../src/slack/blocks/answer/stream-chunks.ts';
import { findMessages } from '../../src/slack/blocks/notices/find-messages.ts';
import {
  clerkReplyMessages,
  handedOffMessage,
  handOffClosed,
  handOffMessages,
} from '../../src/slack/blocks/notices/hand-off-messages.ts';
import { otherReadings } from '../../src/slack/blocks/notices/other-readings.ts';
import { helpMessage, pausedMessage, plainMessage } from '../../src/slack/blocks/notices/plain-messages.ts';
import { homeView } from '../../src/slack/blocks/views/home-view.ts';
import { sourceModal } from '../../src/slack/blocks/views/source-modal.ts';
import type { Message } from '../../src/slack/messenger.ts';
import { noticeModal } from '../../src/slack/surfaces/press/notice-modal.ts';
import { stoppableStatus } from '../../src/slack/surfaces/reply/status-message.ts';
import { streamedAnswer } from '../../src/slack/surfaces/reply/streamed-answer.ts';
import { declinedAnswer, groundedAnswer, sampleCitation, samplePassage } from './sample-answer.ts';
import { sampleHit } from './sample-hit.ts';

export type Rendered = { messages?: Message[]; view?: ModalView | HomeView; chunks?: MarkdownTextChunk[] };

const OPTIONS = { answerId: 'a1', isPrivate: true, hasReadings: true, hasClerk: true };

/** Everything that Slack is sent, with the same words wherever somebody else's words can stand. */
export const EVERY_RENDERER: Record<string, (words: string) => Rendered> = {
  answer: (words) => ({ messages: answerMessages(answerOf(words), { ...OPTIONS, question: words }) }),
  'answer with a table': (words) => ({
    messages: answerMessages(answerOf(words), { ...OPTIONS, question: words, tables: new Map([[1, tableOf(words)]]) }),
  }),
  decline: (words) => ({ messages: answerMessages(declineOf(words), { ...OPTIONS, question: words }) }),
  'exempt decline': (words) => ({
    messages: answerMessages({ ...declineOf(words), reason: 'exempt' }, { ...OPTIONS, question: words }),
  }),
  stream: (words) => ({ chunks: streamChunks(answerOf(words)) }),
  'stream, whole': (words) => streamOf(words),
  'source not to be had': (words) => ({ view: noticeModal(words) }),
  'work that lasts': (words) => ({ messages: [stoppableStatus(words, 's1')] }),
  shared: (words) => ({ messages: sharedMessages(answerOf(words), { ...OPTIONS, question: words, sharer: words }) }),
  'source modal': (words) => ({ view: sourceModal(excerptOf(words), { number: 1, metadata: '{}' }) }),
  home: (words) => ({ view: homeOf(words) }),
  find: (words) => ({
    messages: findMessages(words, [topicOf(words), topicOf(words)], { findId: 'f1' }),
  }),
  'find nothing': (words) => ({ messages: findMessages(words, [], { findId: 'f1' }) }),
  help: () => ({ messages: [helpMessage()] }),
  'hand-off': (words) => ({
    messages: handOffMessages({
      handOffId: 'h1',
      question: words,
      answer: answerOf(words),
      answerId: 'a1',
      asker: words,
      isPrivate: false,
    }),
  }),
  'hand-off received': () => ({ messages: [handedOffMessage()] }),
  'clerk’s reply': (words) => ({ messages: clerkReplyMessages(words, { clerk: words, question: words }) }),
  'hand-off closed': (words) => ({ messages: [handOffClosed({ by: words })] }),
  'other readings': (words) => ({
    messages: [otherReadings([...findReadings(answerOf(words)), { label: words }], { answerId: 'a1' })],
  }),
  paused: (words) => ({ messages: [pausedMessage(words)] }),
  plain: (words) => ({ messages: [plainMessage(words)] }),
};

function streamOf(words: string): Rendered {
  const answer = answerOf(words);
  const messages = answerMessages(answer, { ...OPTIONS, question: words, isPrivate: false });
  const { chunks, tail } = streamedAnswer(answer, messages) ?? { chunks: [], tail: [] };
  return chunks.length === 0 ? { messages } : { chunks, messages: [{ text: 'as streamed', blocks: tail }] };
}

export function answerOf(words: string): Extract<Answer, { kind: 'grounded' }> {
  const answer = groundedAnswer();
  const place = { ...samplePassage().place, committee: words, minute: words, paperTitle: words };
  const cited = sampleCitation({ label: words, quote: words, source: words, place });
  const other = { ...place, committee: `${words} other`, meetingDate: words };
  return {
    ...answer,
    statements: [
      { text: words, citations: [cited, sampleCitation()] },
      { text: words, citations: [cited] },
    ],
    notes: [words],
    hits: [sampleHit(samplePassage({ text: words, place: other }))],
  };
}

export function declineOf(words: string): Extract<Answer, { kind: 'declined' }> {
  const passage = samplePassage({ text: words, source: words, place: { ...samplePassage().place, committee: words } });
  return {
    ...declinedAnswer(),
    message: words,
    coverage: { committees: [words], meetings: [{ committee: words, date: words }], papers: 1, missing: [words] },
    nearest: [sampleHit(passage)],
  };
}

export function tableOf(words: string): CitedTable {
  return { caption: words, headers: [['Year', words]], rows: [{ cells: [words, words], group: words, cited: true }] };
}

export function excerptOf(words: string): CitedExcerpt {
  return {
    label: words,
    source: words,
    page: 3,
    parts: [
      { text: words, cited: false, gapBefore: false },
      { text: words, cited: true, gapBefore: true },
    ],
    others: [],
    place: { ...samplePassage().place, paperTitle: words, pageLabel: words },
    status: { kind: 'corrected', byMinute: words, byMeetingDate: words, corrections: words },
    shown: { start: 0, end: 10 },
    hasEarlier: true,
    hasLater: true,
    table: tableOf(words),
  };
}

function homeOf(words: string): HomeView {
  const meeting = { committee: words, date: words, hasAgenda: true, hasMinutes: false, papers: 2 };
  const status = {
    folder: words,
    exists: true,
    files: 1,
    papers: 1,
    meetings: 1,
    committees: [words],
    passages: 1,
    bytes: 1,
    missing: [words],
  };
  const lastQuestions = [{ text: words, askedAt: new Date(0) }];
  return homeView({ status, meetings: [meeting], lastQuestions, keptDays: 30, hasClerk: true, paused: words });
}

function topicOf(words: string) {
  const line = {
    label: words,
    text: words,
    kind: 'limb' as const,
    source: words,
    passageId: 1,
    span: { start: 0, end: 1 },
  };
  return { committee: words, date: words, line, more: 2 };
}
