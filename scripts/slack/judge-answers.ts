import type { FakeSlack } from '../../tests/support/fake-slack/open-fake-slack.ts';
import { type AskedQuestion, answersAt } from './ask-many.ts';

/** What became of the questions; times in milliseconds, sorted. */
export type Judgement = {
  lost: AskedQuestion[];
  doubled: AskedQuestion[];
  outOfOrder: AskedQuestion[];
  firstSignMs: number[];
  answerMs: number[];
  ackMs: number[];
};

/** Compares what was asked with what stands in Slack. */
export function judgeAnswers(asked: AskedQuestion[], slack: FakeSlack): Judgement {
  const places = new Map<string, AskedQuestion[]>();
  for (const question of asked) places.set(placeOf(question), [...(places.get(placeOf(question)) ?? []), question]);
  const judged = [...places.values()].map((questions) => judgePlace(questions, slack));
  const signs = asked.filter((question) => places.get(placeOf(question))?.[0] === question);
  const acks = asked.flatMap(({ deliveries }) => deliveries.flatMap(({ attempts }) => attempts));
  return {
    lost: judged.flatMap(({ lost }) => lost),
    doubled: judged.flatMap(({ doubled }) => doubled),
    outOfOrder: judged.flatMap(({ outOfOrder }) => outOfOrder),
    firstSignMs: sorted(signs.map((question) => firstSignAt(question, slack) - question.at)),
    answerMs: sorted(judged.flatMap(({ answerMs }) => answerMs)),
    ackMs: sorted(acks.map(({ at, answeredAt = Number.POSITIVE_INFINITY }) => answeredAt - at)),
  };
}

/** A thread, or what one member sees privately in one channel. */
function placeOf({ user, channel, thread }: AskedQuestion): string {
  return thread === undefined ? `${channel}/${user}` : `${channel}/${thread}`;
}

function judgePlace(questions: AskedQuestion[], slack: FakeSlack) {
  const [first] = questions;
  const answers = first ? answersAt(slack, first) : [];
  const texts = answers.map((answer) => [answer.text, ...slack.read(answer)].join('\n'));
  // Where each question's own facts stand; what the papers are asked twice has the same.
  const found = questions.map(({ facts }) => texts.findIndex((text) => facts.every((fact) => text.includes(fact))));
  const outOfOrder = questions.filter((_, n) => {
    const [mine = -1, next = -1] = found.slice(n, n + 2);
    return mine >= 0 && next >= 0 && next < mine;
  });
  const times = answers.map(({ postedAt }, n) => postedAt - (questions[n]?.at ?? postedAt));
  return {
    lost: questions.slice(answers.length),
    doubled: answers.length > questions.length ? questions.slice(-1) : [],
    outOfOrder,
    answerMs: times.slice(0, questions.length),
  };
}

/** When the asker first saw that something is being done: a status, a word in the thread, an acknowledgement in words. */
function firstSignAt(question: AskedQuestion, slack: FakeSlack): number {
  const { user, channel, thread, at } = question;
  const statuses = slack.statuses.filter(
    (one) => one.channel === channel && one.thread === thread && one.status !== '',
  );
  const said = thread === undefined ? slack.whispers(user, channel) : slack.replies(channel, thread);
  const seen = [...statuses.map((status) => status.at), ...said.map(({ postedAt }) => postedAt)];
  return Math.min(...seen.filter((one) => one >= at));
}

function sorted(times: number[]): number[] {
  return times.sort((one, other) => one - other);
}
