import { z } from 'zod';
import type { Answer } from './answer.ts';
import { type CitedPlace, type Question, WANTED } from './question.ts';

const span = z.object({ start: z.number(), end: z.number() });
const citedPlace: z.ZodType<CitedPlace> = z.object({
  source: z.string(),
  span,
  isReport: z.boolean(),
  committee: z.string().exactOptional(),
  meetingDate: z.string().exactOptional(),
  minute: z.string().exactOptional(),
  limb: z.string().exactOptional(),
  item: z.string().exactOptional(),
});
const dialogue = z.object({
  topic: z.string(),
  instead: z.string().exactOptional(),
  wanted: z.array(z.enum(WANTED)),
  committees: z.array(z.string()),
  dates: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      printed: z.string(),
      precision: z.enum(['day', 'month', 'season', 'year']),
    }),
  ),
  people: z.array(z.string()),
  cited: z.array(citedPlace),
});

/**
 * What is kept of a conversation for its next question to lean on: what was asked, and where the answer's quotations
 * stand. Plain JSON, well under 4,000 characters. It holds no audience and none of the record's own words, so that it
 * lends nobody a right: each turn is read and searched anew for whoever asks then. `App.ask(text, { previous })`
 * takes it and gives the next one as `dialogue`; `instead` is what a follow-up put in the place of part of the topic; to be kept by team, channel and thread, and thrown away after a time.
 */
export type Dialogue = z.infer<typeof dialogue>;

/** More places than this are not what "it" or "that" means. */
const MAX_CITED = 3;
const MAX_TOPIC_CHARS = 300;

/** What to keep of a turn that was answered or declined. */
export function rememberTurn(question: Question, answer: Answer): Dialogue {
  const cited = answer.kind === 'declined' ? [] : answer.statements.flatMap(({ citations }) => citations);
  const { committees, dates, people, wanted, leaning } = question;
  return {
    topic: (leaning?.subject ?? question.topic).slice(0, MAX_TOPIC_CHARS),
    ...(leaning?.instead === undefined ? {} : { instead: leaning.instead.slice(0, MAX_TOPIC_CHARS) }),
    wanted,
    committees,
    dates,
    people,
    cited: cited.slice(0, MAX_CITED).map(({ source, span, place }) => ({
      source,
      span,
      isReport: place.paperKind !== 'minutes' && place.paperKind !== 'agenda',
      ...(place.committee === undefined ? {} : { committee: place.committee }),
      ...(place.meetingDate === undefined ? {} : { meetingDate: place.meetingDate }),
      ...(place.minute === undefined ? {} : { minute: place.minute }),
      ...(place.limb === undefined ? {} : { limb: place.limb }),
      ...(place.item === undefined ? {} : { item: place.item }),
    })),
  };
}

/** What a store kept, checked: undefined for what is not a dialogue, so that a follow-up is read as a first question. */
export function parseDialogue(value: unknown): Dialogue | undefined {
  const checked = dialogue.safeParse(value);
  return checked.success ? checked.data : undefined;
}
