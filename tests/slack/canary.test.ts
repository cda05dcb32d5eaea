import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatLog } from '../../src/terminal/format-log.ts';
import {
  CANARIES,
  type Canary,
  CLOSED_QUESTIONS,
  LOOK_UPS,
  MEMORY_QUESTIONS,
  OPEN_QUESTION,
} from '../support/canary/canary-papers.ts';
import { type CanaryStage, CLERKS, canariesIn, openCanaryStage } from '../support/canary/canary-stage.ts';
import { buttonsOf, wordsOfDocument } from '../support/canary/read-sent.ts';
import type { FakeMessage } from '../support/fake-slack/state/workspace.ts';

const ALL = Object.keys(CANARIES) as Canary[];
/** What somebody may see who is cleared for paragraph 3 in the Works Committee. */
const WORKS_3: Canary[] = ['minute', 'minuteTable', 'heading', 'body', 'table', 'appendix'];
const PARKS_3: Canary[] = ['otherCommittee'];

/** Everybody who may see no canary at all, or those of their own only; guests and strangers stand in the access file. */
const PEOPLE: [who: string, id: string, may: Canary[]][] = [
  ['somebody uncleared', 'UPLAIN', []],
  ['somebody cleared for another paragraph', 'UPARA5', []],
  ['a guest', 'UGUEST', []],
  ['a member of another workspace', 'UOUTSIDE', []],
  ['somebody cleared for another committee', 'UPARKS', PARKS_3],
  ['somebody cleared for paragraph 3 of the committee', 'UCLEAR', WORKS_3],
  ['somebody cleared by a user group', 'UGROUP', WORKS_3],
];

/** So many messages with buttons of one channel are pressed. */
const MAX_PRESSED = 5;

let stage: CanaryStage;
let channels = 0;

beforeAll(async () => {
  stage = await openCanaryStage();
});
afterAll(() => stage.close());

/** All that the bot sends while somebody does something: calls and what acknowledgements carry. */
async function sentDuring(act: () => unknown): Promise<unknown[]> {
  const { slack } = stage;
  await stage.settled();
  const [calls, deliveries] = [slack.calls().length, slack.deliveries.length];
  await act();
  await stage.settled();
  const acknowledged = slack.deliveries
    .slice(deliveries)
    .flatMap(({ attempts }) => attempts.map(({ payload }) => payload));
  return [...slack.calls().slice(calls), ...acknowledged];
}

/** What is sent may hold these canaries and no others. */
function expectOnly(sent: unknown[], may: Canary[]): void {
  const leaks = sent.filter((one) => canariesIn(one).some((canary) => !may.includes(canary)));
  expect(leaks).toEqual([]);
}

function addChannel(
  members: string[],
  options: { kind?: 'public' | 'private' | 'mpim'; isExtShared?: boolean } = {},
): string {
  channels += 1;
  const id = `C${channels}MIXED`;
  stage.slack.addChannel(id, { kind: 'private', members, ...options });
  return id;
}

function direct(user: string): string {
  return stage.slack.state.workspace.direct(user).id;
}

/** Everything that carries buttons and that this member can see in a channel, the newest last. */
function withButtons(user: string, channel: string): FakeMessage[] {
  const { slack } = stage;
  const seen = [...slack.replies(channel), ...slack.whispers(user, channel)];
  return seen.filter(({ blocks }) => JSON.stringify(blocks ?? []).includes('"action_id":'));
}

/** Presses every button of the newest messages that this member sees in a channel, and turns what opens. */
async function pressAll(user: string, channel: string): Promise<void> {
  for (const message of withButtons(user, channel).slice(-MAX_PRESSED)) {
    for (const { action, value } of buttonsOf(message)) {
      stage.slack.pressButton({ user, channel, ts: message.ts, action, value });
      await stage.quiet();
      const modal = stage.slack.modal(user);
      for (const move of ['Earlier', 'Later']) {
        if (modal && JSON.stringify(modal.view).includes(`"${move}"`)) {
          stage.slack.pressInView({ user, action: move });
          await stage.quiet();
        }
      }
      if (stage.slack.modal(user)) stage.slack.closeView(user);
    }
  }
}

describe.each(PEOPLE)('%s', (_, user, may) => {
  test('is told nothing closed to them in private: by message, command, list, shortcut, Home and prompts', async () => {
    const { slack } = stage;
    const channel = addChannel([user]);
    const sent = await sentDuring(async () => {
      for (const question of CLOSED_QUESTIONS) {
        const asked = slack.directMessage(user, question);
        await stage.quiet();
        slack.directMessage(user, 'who offered that, and how much?', { thread: asked.ts });
      }
      for (const text of CLOSED_QUESTIONS.slice(0, 3)) slack.slashCommand({ user, channel, text });
      for (const topic of ['offer boathouse', 'nursery', 'lease', 'bandstand', 'dismissed keeper', 'ministry']) {
        slack.slashCommand({ user, channel, text: `find ${topic}` });
      }
      const said = slack.say(user, channel, CLOSED_QUESTIONS[2] ?? '');
      slack.shortcut({ user, channel, ts: said.ts, callbackId: 'ask_about_message' });
      slack.openHome(user, 'messages');
      slack.openHome(user);
    });
    expectOnly(sent, may);
    const wanted =
      may.length > 0 ? may.filter((canary) => ['minute', 'body', 'appendix', 'otherCommittee'].includes(canary)) : [];
    expect(canariesIn(sent)).toEqual(expect.arrayContaining(wanted));
  });

  test('is told nothing closed to them of what the committee remembers: by briefing, document, list, time line or question', async () => {
    const { slack } = stage;
    const channel = addChannel([user]);
    const files = slack.state.files.size;
    const sent = await sentDuring(() => {
      for (const text of LOOK_UPS) slack.slashCommand({ user, channel, text });
      for (const question of MEMORY_QUESTIONS) slack.directMessage(user, question);
    });
    const attached = [...slack.state.files.values()].slice(files);
    const documents = attached.flatMap(({ name, bytes }) => (name.endsWith('.docx') ? [wordsOfDocument(bytes)] : []));
    expect(documents.join()).toContain('Works Committee');
    expectOnly([...sent, ...documents], may);
    const isOfWorks = may.includes('minute');
    expect(attached.length - documents.length).toBe(isOfWorks ? 1 : 0);
    expect(canariesIn(documents)).toEqual(isOfWorks ? expect.arrayContaining(['body']) : []);
    expect(canariesIn(sent)).toEqual(expect.arrayContaining(isOfWorks ? ['minute', 'body'] : []));
  });

  test('gets no more by the buttons under what they see', async () => {
    const sent = await sentDuring(() => pressAll(user, direct(user)));
    expectOnly(sent, may.length === 0 ? [] : may);
  });

  test("gets nothing by the values of a cleared member's buttons", async () => {
    const { slack } = stage;
    const channel = addChannel(['UCLEAR', user]);
    const had = await sentDuring(async () => {
      slack.slashCommand({ user: 'UCLEAR', channel, text: CLOSED_QUESTIONS[0] ?? '' });
      slack.slashCommand({ user: 'UCLEAR', channel, text: 'find lease boathouse' });
    });
    expect(canariesIn(had)).toContain('minute');
    const forged = slack
      .whispers('UCLEAR', channel)
      .flatMap((message) => buttonsOf(message))
      .map(({ value }) => value);
    expect(forged.length).toBeGreaterThan(1);
    const own = slack.mention(user, channel, OPEN_QUESTION);
    await stage.quiet();
    const message = slack.replies(channel, own.ts).find((reply) => buttonsOf(reply).length > 0);
    if (!message) throw new Error('nothing to press');
    const sent = await sentDuring(async () => {
      for (const { action } of buttonsOf(message)) {
        for (const value of [...forged, ...forged.map((known) => `${known.split(':')[0]}:1`)]) {
          slack.pressButton({ user, channel, ts: message.ts, action, value });
        }
        await stage.quiet();
        if (slack.modal(user)) slack.closeView(user);
      }
    });
    expectOnly(sent, may);
  });
});

describe('a channel', () => {
  test.each([
    ['an uncleared member', ['UCLEAR', 'UPLAIN'], {}],
    ['a member cleared for another paragraph', ['UCLEAR', 'UPARA5'], {}],
    ['a member cleared for another committee', ['UCLEAR', 'UPARKS'], {}],
    ['a guest', ['UCLEAR', 'UGUEST'], {}],
    ['a member of another workspace', ['UCLEAR', 'UOUTSIDE'], {}],
    ['an uncleared member, in a group message', ['UCLEAR', 'UPLAIN'], { kind: 'mpim' as const }],
    ['people of other workspaces', ['UCLEAR'], { isExtShared: true }],
  ])('with %s is told nothing closed, by mention, thread, share or hand-off', async (_, members, options) => {
    const { slack } = stage;
    const channel = addChannel(members, options);
    const sent = await sentDuring(async () => {
      for (const question of CLOSED_QUESTIONS.slice(0, 4)) {
        const asked = slack.mention('UCLEAR', channel, question);
        await stage.quiet();
        slack.say('UCLEAR', channel, 'and how much was offered?', { thread: asked.ts });
      }
    });
    expectOnly(sent, []);
    expect(sent.length).toBeGreaterThan(8);
    slack.slashCommand({ user: 'UCLEAR', channel, text: CLOSED_QUESTIONS[0] ?? '' });
    await stage.quiet();
    const whisper = slack.whispers('UCLEAR', channel).findLast((message) => buttonsOf(message).length > 1);
    const share = buttonsOf(whisper as FakeMessage).find(({ action }) => action === 'share');
    expect(share).toBeDefined();
    const shared = await sentDuring(() =>
      slack.pressButton({ user: 'UCLEAR', channel, ts: whisper?.ts ?? '', action: 'share' }),
    );
    expectOnly(shared, []);
  });

  test('of cleared members, with an app in it, is told; from when an uncleared one joins it is not, in the same thread', async () => {
    const { slack } = stage;
    const channel = addChannel(['UCLEAR', 'USECOND', 'UGROUP', 'UROBOT']);
    const asked = slack.mention('UCLEAR', channel, CLOSED_QUESTIONS[0] ?? '');
    const told = await sentDuring(() => undefined);
    expect(asked.ts).toBeDefined();
    expect(canariesIn(told.length > 0 ? told : slack.replies(channel, asked.ts))).toContain('minute');
    slack.join('UPLAIN', channel);
    await stage.quiet();
    const sent = await sentDuring(async () => {
      slack.mention('UPLAIN', channel, 'What was resolved on it?', { thread: asked.ts });
      await stage.quiet();
      slack.say('UPLAIN', channel, 'And who offered that?', { thread: asked.ts });
      slack.mention('USECOND', channel, CLOSED_QUESTIONS[0] ?? '');
    });
    expectOnly(sent, []);
    // The answer still stands there; its buttons show nobody more than they may see themselves.
    expectOnly(await sentDuring(() => pressAll('UPLAIN', channel)), []);
  });

  test('that an uncleared member enters while the answer is being found is told what they may see too', async () => {
    const { slack } = stage;
    const channel = addChannel(['UCLEAR', 'USECOND']);
    const sent = await sentDuring(async () => {
      const { found, release } = stage.hold();
      const before = found();
      const asked = slack.mention('UCLEAR', channel, CLOSED_QUESTIONS[0] ?? '');
      await slack.eventually(() => found() > before);
      await Promise.all(slack.join('UPLAIN', channel).map(({ settled }) => settled));
      release();
      await slack.eventually(() => slack.replies(channel, asked.ts).length > 0);
    });
    expectOnly(sent, []);
  });

  test('of clerks with an uncleared one is handed no answer closed to them', async () => {
    const { slack } = stage;
    const channel = addChannel(['UCLEAR']);
    slack.slashCommand({ user: 'UCLEAR', channel, text: CLOSED_QUESTIONS[2] ?? '' });
    await stage.quiet();
    const whisper = slack.whispers('UCLEAR', channel).findLast((message) => buttonsOf(message).length > 1);
    const sent = await sentDuring(() =>
      slack.pressButton({ user: 'UCLEAR', channel, ts: whisper?.ts ?? '', action: 'ask_clerk' }),
    );
    expect(slack.replies(CLERKS).length).toBeGreaterThan(0);
    expectOnly(sent, []);
    expectOnly(slack.replies(CLERKS), []);
    expectOnly(await sentDuring(() => pressAll('UPLAIN', CLERKS)), []);
  });
});

describe('what is written down', () => {
  test('holds no canary and no question: the log, with faults and all', async () => {
    const { slack, log } = stage;
    slack.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'fatal_error', times: 2 });
    slack.faults.add({ method: 'users.info', kind: 'error', error: 'internal_error', times: 1 });
    const channel = addChannel(['UCLEAR', 'USECOND']);
    slack.mention('UCLEAR', channel, CLOSED_QUESTIONS[0] ?? '');
    await stage.quiet();
    expect(log.lines.length).toBeGreaterThan(0);
    expect(canariesIn(log.lines)).toEqual([]);
    const written = JSON.stringify(log.lines);
    for (const question of [...CLOSED_QUESTIONS, OPEN_QUESTION]) expect(written).not.toContain(question.slice(0, 30));
  });

  test('holds no canary: the exported record of questions, though it says what was asked', () => {
    const entries = stage.desk.log.entries();
    expect(entries.length).toBeGreaterThan(50);
    for (const format of ['csv', 'jsonl'] as const) {
      const exported = formatLog(entries, format);
      expect(canariesIn(exported)).toEqual([]);
      expect(exported).toContain('exempt paper (paragraph 3)');
      expect(exported).toContain(OPEN_QUESTION);
    }
  });

  test('nobody ever saw what is confidential, or is cleared for nothing here', () => {
    expect(ALL).toContain('confidential');
    expect(
      canariesIn(stage.slack.calls()).filter((canary) => ['confidential', 'otherParagraph'].includes(canary)),
    ).toEqual([]);
  });
});
