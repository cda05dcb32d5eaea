import type { Answer } from '../../../answer.ts';
import type { Audience } from '../../../audience.ts';
import { formatDate } from '../../../citation.ts';
import { findPersonalData } from '../../../find-personal-data.ts';
import type { Question } from '../../../question.ts';
import { summariseAnswer } from '../../../question-log.ts';
import { answerMessages } from '../../blocks/answer/answer-messages.ts';
import { findReadings, type MinuteReading, type Reading } from '../../blocks/answer/find-readings.ts';
import { nameSources } from '../../blocks/answer/name-sources.ts';
import { findTables } from '../../find-tables.ts';
import type { Message } from '../../messenger.ts';
import type { SurfaceContext } from '../context.ts';
import type { KeptAnswer, KeptReading } from '../memory/answer-memory.ts';

export type DrawOptions = Pick<KeptAnswer, 'place' | 'user' | 'isPrivate' | 'committee' | 'dialogue'> & {
  /** Whom it is drawn for. */
  audience: Audience;
  /** As it was typed. */
  asked: string;
  context: Pick<SurfaceContext, 'app' | 'answers' | 'clerkChannel'>;
};

/** Draws an answer for its readers and keeps what its buttons need, under the id that they carry. */
export function drawAnswer(
  { answer, question }: { answer: Answer; question: Question },
  { audience, asked, context, ...kept }: DrawOptions,
): { answerId: string; messages: Message[] } {
  const { app, answers, clerkChannel } = context;
  const answerId = keepAnswer({ answer, question }, { ...kept, asked, answers });
  const messages = answerMessages(answer, {
    question: asked,
    answerId,
    isPrivate: kept.isPrivate,
    hasReadings: findReadings(answer).length > 0,
    hasClerk: clerkChannel !== undefined,
    tables: findTables(answer, { app, audience }),
  });
  return { answerId, messages };
}

type KeepOptions = Omit<DrawOptions, 'audience' | 'context'> & Pick<SurfaceContext, 'answers'>;

/** Keeps what the buttons under an answer lead back to; gives its opaque id. */
export function keepAnswer(
  { answer, question }: { answer: Answer; question: Question },
  { asked, answers, place, user, isPrivate, committee, dialogue }: KeepOptions,
): string {
  // What exempt papers say, and personal data, is not written down where it outlasts the conversation.
  const { isClosed } = summariseAnswer(answer);
  const isBrief = isClosed || findPersonalData(asked).kinds.length > 0;
  const sources = nameSources(answer).map(({ cited: { quote, ...span } }) =>
    isClosed || quote === undefined ? span : { ...span, quote },
  );
  const kept = {
    place,
    user,
    isPrivate,
    question: asked,
    ...(committee === undefined ? {} : { committee }),
    dialogue,
    sources,
    readings: findReadings(answer).map((reading) => askOf(reading, { asked, question })),
  };
  return answers.keep(kept, { isBrief });
}

/** The question once more, of that meeting: dates that it names give way to the meeting's; or of a part of a minute. */
function askOf(
  { label, meeting, committee, date, of }: Reading,
  { asked, question }: { asked: string; question: Question },
): KeptReading {
  const dateless = question.dates.reduce((text, { printed }) => text.replace(printed, ' '), asked);
  const words = of === undefined ? dateless : wordsOfMinute(of, dateless);
  const text = date === undefined ? asked : `${words.replace(/[\s?,]+$/, '')}, ${formatDate(date)}?`;
  return { label, meeting, text: text.replace(/\s+/g, ' '), ...(committee === undefined ? {} : { committee }) };
}

function wordsOfMinute({ minute, title, part }: MinuteReading, asked: string): string {
  if (part === 'whole') return `${asked.replace(/[\s?,]+$/, '')}, minute ${minute}`;
  const verb = part === 'decision' ? 'decided' : 'said';
  return `What was ${verb} ${title === undefined ? 'in' : `about ${title},`} minute ${minute}`;
}
