import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot } from '../../support/bot-process.ts';
import type { Json } from '../../support/fake-slack/blocks/check-blocks.ts';
import type { Said } from '../../support/fake-slack/members/member-messages.ts';
import { ANN, BEN, CLERK, openSlackStage, QUESTION, type SlackStage, WORKS } from '../../support/slack-stage.ts';

const LIMIT = 4;

describe('many at once', () => {
  let stage: SlackStage;

  beforeAll(async () => {
    stage = await openSlackStage();
    await stage.start({ MINUTEBOOK_QUESTIONS_PER_MINUTE: String(LIMIT) });
  });
  afterAll(() => stage.close());

  it("a member's flood is answered up to the limit, with a kind sentence to every other; others are answered meanwhile", async () => {
    const flood = Array.from({ length: LIMIT + 4 }, () => stage.slack.directMessage(ANN, QUESTION));
    const other = stage.slack.mention(BEN, WORKS, QUESTION);
    await stage.answered(other);
    await stage.slack.eventually(() => flood.filter((asked) => stage.answers(asked).length > 0).length === LIMIT);
    const told = () => flood.flatMap((asked) => stage.said(asked)).filter((words) => /a minute/.test(words));
    await stage.slack.eventually(() => told().length === flood.length - LIMIT);
    await stage.answered(stage.slack.mention(BEN, WORKS, QUESTION));
    const isTold = (asked: Said) => stage.said(asked).some((words) => /^Thank you.*a minute/s.test(words));
    expect(flood.filter((asked) => isTold(asked) === stage.answers(asked).length > 0)).toEqual([]);
  });

  it('a question that takes long does not hold up the short ones', async () => {
    const slow = 'U8SLOW';
    stage.slack.addUser(slow, { name: 'Slow Member' });
    const when = (args: Json) => args.user === slow;
    const held = stage.slack.faults.add({ method: 'users.info', kind: 'held', times: 9, when });
    const long = stage.slack.directMessage(slow, QUESTION);
    const short = [1, 2, 3].map((n) => {
      stage.slack.addUser(`U8SHORT${n}`, { name: `Short ${n}` });
      return stage.slack.directMessage(`U8SHORT${n}`, QUESTION);
    });
    for (const asked of short) await stage.answered(asked);
    expect(stage.answers(long)).toEqual([]);
    held.remove();
    await stage.answered(long);
  });

  it('questions of one thread are answered in their order', async () => {
    const first = stage.slack.mention(CLERK, WORKS, QUESTION);
    const more = ['Who was present on 9 January 2024?', 'Who sent apologies?'].map((text) =>
      stage.slack.mention(CLERK, WORKS, text, { thread: first.ts }),
    );
    const said = () => stage.said(first).join('\n');
    await stage.slack.eventually(
      () => stage.slack.replies(WORKS, first.ts).length >= 1 + more.length && /Okafor/.test(said()),
    );
    const words = said();
    expect(words.indexOf('Adeyemi')).toBeGreaterThan(words.indexOf('end of March'));
    expect(words.indexOf('Okafor')).toBeGreaterThan(words.indexOf('Adeyemi'));
  });

  it('a second bot on the same desk steps aside, and the first goes on', async () => {
    const { slack, sample, deskFile } = stage;
    const second = startBot({ slack, indexFolder: sample.indexFolder, deskFile });
    await expect(second).rejects.toThrow(/desk/i);
    await stage.answered(stage.slack.directMessage(BEN, QUESTION));
  });

  it('two bots on one token share what arrives, and each question is answered once', async () => {
    const { slack, sample } = stage;
    const second = await startBot({ slack, indexFolder: sample.indexFolder, deskFile: `${stage.deskFile}-2` });
    expect(slack.socket.connections).toHaveLength(2);
    const all = ['U7A', 'U7B', 'U7C', 'U7D'].map((user) => {
      slack.addUser(user, { name: user });
      return slack.directMessage(user, QUESTION);
    });
    for (const asked of all) await stage.answered(asked);
    const carriers = new Set(all.map(({ deliveries }) => deliveries[0]?.attempts[0]?.connection));
    expect(carriers.size).toBeGreaterThan(1);
    await second.stop();
    await stage.answered(slack.directMessage('U7A', QUESTION));
    expect(all.map((asked) => stage.answers(asked).length)).toEqual([1, 1, 1, 1]);
  });
});
