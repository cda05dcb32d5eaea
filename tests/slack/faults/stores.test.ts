import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotProcess, startBot } from '../../support/bot-process.ts';
import { ANN, openSlackStage, QUESTION, type SlackStage, WORKS } from '../../support/slack-stage.ts';

const REFERENCE = /reference [0-9a-f]{6,}/;
/** What the bot logs where it could not write down an event. */
const UNWRITTEN = /The desk cannot be written/;

describe('what the bot keeps on its disk fails', () => {
  let stage: SlackStage;
  let bot: BotProcess;

  beforeAll(async () => {
    stage = await openSlackStage();
    bot = await stage.start({ MINUTEBOOK_QUESTIONS_PER_MINUTE: '1000' });
  });
  afterAll(() => stage.close());

  it('the index is being rebuilt: every question is answered as before, during and after it', async () => {
    const rebuilding = stage.sample.open().ingest([stage.sample.papers], { rebuild: true });
    const all = Array.from({ length: 4 }, () => stage.slack.mention(ANN, WORKS, QUESTION));
    for (const asked of all) await stage.answered(asked);
    await rebuilding;
    await stage.answered(stage.slack.mention(ANN, WORKS, QUESTION));
  });

  it('the index is missing: one sentence with a reference; when it is there again, answers', async () => {
    rmSync(stage.sample.indexFolder, { recursive: true, force: true });
    const asked = stage.slack.mention(ANN, WORKS, QUESTION);
    await stage.slack.eventually(() => stage.said(asked).some((words) => REFERENCE.test(words)));
    await stage.sample.open().ingest([stage.sample.papers]);
    await stage.answered(stage.slack.mention(ANN, WORKS, QUESTION));
  });

  it('the desk is locked: nothing is acknowledged, Slack sends it again, and it is answered once', async () => {
    const other = new Database(stage.deskFile);
    other.exec('BEGIN EXCLUSIVE');
    const asked = stage.slack.directMessage(ANN, QUESTION);
    await stage.slack.eventually(() => UNWRITTEN.test(bot.output()));
    other.exec('COMMIT');
    other.close();
    expect(asked.deliveries[0]?.attempts).toEqual([]);
    stage.slack.socket.expireAcks();
    await stage.answered(asked);
    await stage.answered(stage.slack.directMessage(ANN, QUESTION));
    expect(stage.answers(asked)).toHaveLength(1);
  });
});

describe('the disk of the desk is full', () => {
  it('nothing is acknowledged that could be lost; with room again it is answered', async () => {
    const stage = await openSlackStage();
    const bot = await stage.start();
    await stage.answered(stage.slack.directMessage(ANN, QUESTION));
    // No file of the process may grow any more, which is what a full disk looks like to it.
    const limit = (bytes: string) => spawnSync('prlimit', ['--pid', String(bot.pid), `--fsize=${bytes}`]).status;
    expect(limit('0:unlimited')).toBe(0);
    const asked = stage.slack.directMessage(ANN, QUESTION);
    const [delivery] = asked.deliveries;
    await stage.slack.eventually(() => UNWRITTEN.test(bot.output()));
    expect(delivery?.attempts).toEqual([]);
    limit('unlimited:unlimited');
    stage.slack.socket.expireAcks();
    await stage.answered(asked);
    expect(stage.answers(asked)).toHaveLength(1);
    await stage.close();
  });

  it('a desk that cannot be written at all is refused at the start, in one sentence', async () => {
    const stage = await openSlackStage();
    const { slack, sample } = stage;
    const started = startBot({ slack, indexFolder: sample.indexFolder, deskFile: sample.papers });
    await expect(started).rejects.toThrow(/ended with 69 [\s\S]*Cannot use the bot's store/);
    await stage.close();
  });
});
