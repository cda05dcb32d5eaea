import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDate } from '../../../src/citation.ts';
import { openDesk } from '../../../src/desk/open-desk.ts';
import { shiftDay } from '../../../src/subscription.ts';
import type { BotProcess } from '../../support/bot-process.ts';
import type { Json } from '../../support/fake-slack/blocks/check-blocks.ts';
import type { Said } from '../../support/fake-slack/members/member-messages.ts';
import { BOT_USER, type FakeMessage } from '../../support/fake-slack/state/workspace.ts';
import type { ArmedFault, Fault } from '../../support/fake-slack/web-api/faults.ts';
import { ANN, BEN, CLERK, openSlackStage, QUESTION, type SlackStage, WORKS } from '../../support/slack-stage.ts';

const LOST = 'C2LOST';
const POSTED = 'C3POSTED';
const WAITING = 'C4WAITING';
/** Standing briefings go there: what the kill finds on its way, said unknown to the bot, and long since said. */
const BRIEFS = { sent: 'C5SENT', said: 'C6SAID', early: 'C7EARLY' };
/** Where it is still yesterday, and where it is tomorrow already: a bot started there after one here is a day later. */
const YESTERDAY = { TZ: 'Etc/GMT+12' };
const TOMORROW = { TZ: 'Etc/GMT-14' };
const DAYS_BEFORE = 5;

describe('a bot that ends in the middle finishes after its restart, and says it once', () => {
  let stage: SlackStage;
  let bot: BotProcess;
  let streamed: Said;
  let lost: Said;
  let posted: Said;
  let waiting: Said[];
  /** The day on which the standing briefings are due, YYYY-MM-DD. */
  let due: string;

  const strike = (fault: ArmedFault) => stage.slack.eventually(() => fault.hits > 0, { what: 'the fault' });
  const isAnswer = ({ text }: Json) => /Min(?:ute|\.) 12/.test(String(text));
  /** Another member's question, asked and answered: by then whatever was to be said before has been said. */
  const afterwards = () => stage.answered(stage.slack.directMessage(BEN, QUESTION));

  const briefings = (channel: string) =>
    stage.slack.messages(channel).filter(({ threadTs, user }) => threadTs === undefined && user === BOT_USER);
  const isBriefing = (message: FakeMessage) => /^Briefing: Works Committee/m.test(stage.words(message));
  /** The next meeting's agenda, and channels that want its briefing: all are due today, one was days ago. */
  const wantBriefings = async () => {
    due = new Date(Date.now() - 12 * 60 * 60_000).toISOString().slice(0, 10);
    const head = `Date: ${formatDate(shiftDay(due, DAYS_BEFORE))}\nTime: 6.00 p.m.\nVenue: Town Hall`;
    const items = '1. Apologies for absence\n\n2. Declarations of interest\n\n3. Footbridge at Mill Lane - Progress\n';
    stage.sample.write('works/next.txt', `WORKS COMMITTEE\n\n${head}\n\nAGENDA\n\n${items}`);
    await stage.sample.open().ingest([stage.sample.papers]);
    const desk = openDesk(stage.deskFile);
    for (const to of Object.values(BRIEFS)) {
      stage.slack.addChannel(to, { members: [ANN, BEN] });
      const daysBefore = to === BRIEFS.early ? DAYS_BEFORE + 4 : DAYS_BEFORE;
      desk.subscriptions.add({ team: '', committee: 'Works Committee', to, user: '', daysBefore });
    }
    desk.close();
  };

  /** One kill -9 in the middle of everything at once; each test tells what became of one of them. */
  beforeAll(async () => {
    stage = await openSlackStage();
    for (const id of [LOST, POSTED, WAITING]) stage.slack.addChannel(id, { members: [ANN, BEN, CLERK] });
    await wantBriefings();
    const { faults, mention, slashCommand, directMessage } = stage.slack;
    const inChannel = (id: string, fault: Fault) => faults.add({ ...fault, when: (args) => args.channel === id });
    const answerIn = (id: string, fault: Fault) =>
      faults.add({ ...fault, when: (args) => args.channel === id && isAnswer(args) });
    const direct = stage.slack.state.workspace.direct(ANN).id;
    // In channels answers are posted, not streamed.
    const isInChannel = ({ channel }: Json) => String(channel).startsWith('C');
    const standing = [
      // However often it is tried before the kill, Slack never gets it.
      inChannel(BRIEFS.sent, { method: 'chat.postMessage', kind: 'hang', times: 99 }),
      inChannel(BRIEFS.said, { method: 'chat.postMessage', kind: 'hang', done: true }),
    ];
    bot = await stage.start(YESTERDAY);
    await stage.slack.eventually(() => briefings(BRIEFS.early).length > 0);
    faults.add({ method: 'chat.startStream', kind: 'error', error: 'not_allowed', times: 9, when: isInChannel });
    const held = inChannel(WAITING, { method: 'conversations.members', kind: 'hang', times: 6 });
    const struck = [
      inChannel(direct, { method: 'chat.appendStream', kind: 'hang' }),
      answerIn(LOST, { method: 'chat.postMessage', kind: 'hang' }),
      answerIn(POSTED, { method: 'chat.postMessage', kind: 'hang', done: true }),
      faults.add({ method: 'response_url', kind: 'hang' }),
    ];
    streamed = directMessage(ANN, QUESTION);
    lost = mention(BEN, LOST, QUESTION);
    posted = mention(CLERK, POSTED, QUESTION);
    slashCommand({ user: CLERK, channel: WORKS, text: QUESTION });
    waiting = [ANN, BEN, CLERK].map((user) => mention(user, WAITING, QUESTION));
    await Promise.all(waiting.flatMap(({ deliveries }) => deliveries.map(({ settled }) => settled)));
    for (const fault of [...standing, ...struck]) await strike(fault);
    held.remove();
    await bot.kill();
    for (const fault of standing) fault.remove();
    bot = await stage.start(TOMORROW);
  });
  afterAll(() => stage.close());

  it('kill -9 in the middle of a stream leaves no half answer', async () => {
    await stage.answered(streamed);
    await afterwards();
    await stage.slack.eventually(() => stage.slack.replies(streamed.channel, streamed.ts).length === 1);
    expect(stage.answers(streamed)).toHaveLength(1);
  });

  it('kill -9 while the answer is on its way and Slack never got it', async () => {
    await stage.answered(lost);
    await afterwards();
    expect(stage.answers(lost)).toHaveLength(1);
  });

  it('kill -9 when Slack has posted the answer and the bot does not know', async () => {
    await stage.answered(posted);
    await afterwards();
    expect(stage.answers(posted)).toHaveLength(1);
  });

  it('kill -9 with questions of several members waiting', async () => {
    for (const asked of waiting) await stage.answered(asked);
    await afterwards();
    expect(waiting.map((asked) => stage.answers(asked).length)).toEqual([1, 1, 1]);
  });

  it('kill -9 in the middle of a private answer', async () => {
    const direct = stage.slack.state.workspace.direct(CLERK).id;
    const seen = () => [...stage.slack.whispers(CLERK), ...stage.slack.messages(direct)];
    await stage.slack.eventually(() => seen().some((one) => /Min(?:ute|\.) 12/.test(stage.words(one))));
  });

  it('kill -9 between the time a standing briefing was due and its posting: posted once, and said to be late', async () => {
    await stage.slack.eventually(() => briefings(BRIEFS.sent).some(isBriefing), { what: 'the briefing' });
    await afterwards();
    expect(briefings(BRIEFS.sent).map(isBriefing)).toEqual([true]);
    expect(stage.words(briefings(BRIEFS.sent)[0] as FakeMessage)).toContain(`late: it was due on ${formatDate(due)}`);
  });

  it('kill -9 when Slack has posted a standing briefing and the bot does not know: its thread is gone on with', async () => {
    const thread = () => stage.slack.replies(BRIEFS.said, briefings(BRIEFS.said)[0]?.ts ?? '').map(stage.words);
    await stage.slack.eventually(() => thread().some((words) => /Footbridge at Mill Lane/.test(words)));
    await afterwards();
    expect(briefings(BRIEFS.said).map(isBriefing)).toEqual([true]);
    expect(new Set(thread()).size).toBe(thread().length);
  });

  it('a standing briefing whose day had passed before the bot ran says so, and no restart posts it again', () => {
    expect(briefings(BRIEFS.early).map(isBriefing)).toEqual([true]);
    const words = stage.words(briefings(BRIEFS.early)[0] as FakeMessage);
    expect(words).toContain(`late: it was due on ${formatDate(shiftDay(due, -4))}`);
  });

  it('a stream that breaks off is taken back, and the answer posted whole', async () => {
    const broken = stage.slack.faults.add({ method: 'chat.appendStream', kind: 'error', error: 'internal_error' });
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await stage.answered(asked);
    await stage.slack.eventually(() => stage.slack.replies(asked.channel, asked.ts).length === 1);
    expect(stage.answers(asked)).toHaveLength(1);
    expect(broken.hits).toBe(1);
  });

  it('SIGTERM in the middle: ends with 0 though Slack never answers, and the question is finished by the next', async () => {
    const held = stage.slack.faults.add({ method: 'conversations.members', kind: 'hang', times: 20 });
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await Promise.all(asked.deliveries.map(({ settled }) => settled));
    await strike(held);
    expect(await bot.stop()).toBe(0);
    held.remove();
    expect(stage.answers(asked)).toHaveLength(0);
    bot = await stage.start();
    await stage.answered(asked);
    expect(stage.answers(asked)).toHaveLength(1);
  });

  it('SIGTERM while nothing is open ends with 0', async () => {
    expect(await bot.stop()).toBe(0);
  });
});
