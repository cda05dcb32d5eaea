import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type BotProcess, startBot } from '../../tests/support/bot-process.ts';
import { type FakeSlack, openFakeSlack } from '../../tests/support/fake-slack/open-fake-slack.ts';
import type { FakeSettings } from '../../tests/support/fake-slack/state/fake-state.ts';

const PAPERS = 'data/papers';

export type CouncilOptions = {
  slack?: Partial<FakeSettings>;
  /** What data/access.json would hold. */
  access?: unknown;
  env?: Record<string, string>;
};

export type Council = {
  slack: FakeSlack;
  startBot(): Promise<BotProcess>;
  close(): Promise<void>;
};

/**
 * The made-up council of the sample papers with a Slack of its own. The index is that of MINUTEBOOK_INDEX where it is
 * set, else one that is made for the occasion.
 */
export async function openCouncil({ slack: settings = {}, access = {}, env = {} }: CouncilOptions): Promise<Council> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-slack-'));
  const indexFolder = process.env.MINUTEBOOK_INDEX ?? join(folder, 'index');
  await readPapers(indexFolder);
  const accessFile = join(folder, 'access.json');
  writeFileSync(accessFile, JSON.stringify(access));
  const slack = await openFakeSlack(settings);
  const bots: BotProcess[] = [];
  return {
    slack,
    async startBot() {
      const all = { MINUTEBOOK_ACCESS: accessFile, ...env };
      const bot = await startBot({ slack, indexFolder, deskFile: join(folder, 'desk.db'), env: all });
      bots.push(bot);
      return bot;
    },
    async close() {
      for (const bot of bots) await bot.kill();
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function readPapers(indexFolder: string): Promise<void> {
  const log = (error: unknown) => {
    throw error;
  };
  const app = openApp(readConfig({ MINUTEBOOK_INDEX: indexFolder }), { log });
  try {
    await app.ingest([PAPERS]);
  } finally {
    await app.close();
  }
}
