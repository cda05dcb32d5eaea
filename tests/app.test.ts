import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../src/app.ts';
import { formatCitation } from '../src/citation.ts';
import { FEBRUARY, JANUARY, openSampleApp } from './support/sample-app.ts';

let sample = openSampleApp();
afterEach(async () => {
  await sample.close();
  sample = openSampleApp();
});

/** An index that is only read, made once. */
const shared = openSampleApp();
let app: App;
beforeAll(async () => {
  app = shared.open();
  await app.ingest([shared.papers]);
});
afterAll(() => shared.close());

const COUNTS = { added: 0, changed: 0, unchanged: 0, removed: 0, duplicates: [], failed: [], stopped: false };

describe('ingest()', () => {
  it('adds papers once, and does nothing for unchanged ones', async () => {
    const app = sample.open();
    expect(await app.ingest([sample.papers])).toMatchObject({ ...COUNTS, added: 2 });
    expect(await app.ingest([sample.papers])).toMatchObject({ ...COUNTS, unchanged: 2 });
    expect(app.papers().map(({ source }) => source)).toEqual(['works/january.txt', 'works/february.txt']);
  });

  it('replaces a changed paper and takes out one that vanished from its folder', async () => {
    const app = sample.open();
    await app.ingest([sample.papers]);
    sample.write('works/january.txt', JANUARY.replace('by the end of March', 'by the end of May'));
    rmSync(join(sample.papers, 'works/february.txt'));
    expect(await app.ingest([sample.papers])).toMatchObject({ ...COUNTS, changed: 1, removed: 1 });
    expect([...app.exportRecords()].map(({ text }) => text).join()).toContain('by the end of May');
    expect(app.meetings().map(({ date }) => date)).toEqual(['2024-01-09']);
  });

  it('keeps the papers of a folder that cannot be looked into', async () => {
    const app = sample.open();
    sample.write('parks/june.txt', FEBRUARY.replaceAll('WORKS', 'PARKS'));
    await app.ingest([sample.papers]);
    // A link to itself cannot be opened by anybody; rights would not stop an administrator.
    rmSync(join(sample.papers, 'parks'), { recursive: true });
    symlinkSync('parks', join(sample.papers, 'parks'));
    expect(await app.ingest([sample.papers])).toMatchObject({ ...COUNTS, unchanged: 2 });
    expect(app.status().files).toBe(3);
    rmSync(join(sample.papers, 'parks'));
    expect(await app.ingest([sample.papers])).toMatchObject({ ...COUNTS, unchanged: 2, removed: 1 });
  });

  it.skipIf(process.getuid?.() === 0)('keeps the papers of a folder without the right to open it', async () => {
    const app = sample.open();
    await app.ingest([sample.papers]);
    for (const rights of [0o000, 0o600]) {
      chmodSync(join(sample.papers, 'works'), rights);
      const { removed, skipped, failed } = await app.ingest([sample.papers]);
      chmodSync(join(sample.papers, 'works'), 0o700);
      expect([removed, skipped.length + failed.length > 0, app.status().files]).toEqual([0, true, 2]);
    }
  });

  it('leaves alone the papers of folders it is not given', async () => {
    const app = sample.open();
    sample.write('parks/june.txt', FEBRUARY.replaceAll('WORKS', 'PARKS'));
    await app.ingest([sample.papers]);
    rmSync(join(sample.papers, 'parks/june.txt'));
    expect(await app.ingest([join(sample.papers, 'works')])).toMatchObject({ ...COUNTS, unchanged: 2 });
    expect(app.status().files).toBe(3);
    expect(await app.ingest([sample.papers])).toMatchObject({ ...COUNTS, unchanged: 2, removed: 1 });
  });

  it('keeps two papers of one name from two folders apart', async () => {
    const app = sample.open();
    sample.write('parks/january.txt', JANUARY.replaceAll('WORKS', 'PARKS').replaceAll('footbridge', 'fountain'));
    await app.ingest([join(sample.papers, 'works'), join(sample.papers, 'parks')]);
    const sources = app.papers().map(({ source }) => source);
    expect([...sources].sort()).toEqual(['february.txt', 'january.txt', 'parks/january.txt']);
    expect(await app.ingest([sample.papers])).toMatchObject({ ...COUNTS, unchanged: 3 });
  });

  it('names what it could not read, and keeps what it had of it', async () => {
    const app = sample.open();
    await app.ingest([sample.papers]);
    sample.write('works/february.txt', Buffer.from([0, 1, 2, 3, 0, 255, 0, 7]));
    sample.write('works/empty.txt', '');
    const { failed, unchanged } = await app.ingest([sample.papers]);
    expect(unchanged).toBe(1);
    expect(failed.map(({ file }) => file)).toEqual(['works/empty.txt', 'works/february.txt']);
    for (const { reason } of failed) expect(reason).toMatch(/^the /);
    expect(app.meetings()).toHaveLength(2);
  });

  it('tells a paper with the content of another for a duplicate', async () => {
    const app = sample.open();
    sample.write('works/january-again.txt', JANUARY);
    const { added, duplicates } = await app.ingest([sample.papers]);
    expect(added).toBe(2);
    expect(duplicates).toEqual([{ file: 'works/january.txt', sameAs: 'works/january-again.txt' }]);
  });

  it('stops between papers, keeps what is stored and goes on the next time', async () => {
    const app = sample.open();
    const stop = new AbortController();
    const onProgress = ({ outcome }: { outcome?: string }) => outcome && stop.abort();
    const summary = await app.ingest([sample.papers], { signal: stop.signal, onProgress });
    expect(summary).toMatchObject({ ...COUNTS, added: 1, stopped: true });
    expect(await app.ingest([sample.papers])).toMatchObject({ ...COUNTS, added: 1, unchanged: 1 });
  });

  it('tells how far it is, ending with everything done', async () => {
    const told: { done: number; total: number; share: number }[] = [];
    await sample.open().ingest([sample.papers], { onProgress: (progress) => told.push(progress) });
    const shares = told.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(told.at(-1)).toMatchObject({ done: 2, total: 2, share: 1 });
  });

  it('refuses to write while another run does', async () => {
    const [first, second] = [sample.open(), sample.open()];
    const running = first.ingest([sample.papers]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    const results = await Promise.allSettled([running, second.ingest([sample.papers])]);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: 'unavailable' });
  });
});

describe('ask()', () => {
  it('answers from a resolution, cited, with the words in the paper', async () => {
    const { answer, ms } = await app.ask('What did we resolve about the footbridge in January?');
    expect(ms).toBeGreaterThan(0);
    if (answer.kind !== 'grounded') throw new Error(answer.message);
    const [first] = answer.statements[0]?.citations ?? [];
    expect(first?.label).toContain('Minute 12');
    expect(JANUARY).toContain(first?.quote);
  });

  it('knows of a paper as soon as it is ingested, and forgets one as soon as it is removed', async () => {
    const app = sample.open();
    await app.ingest([join(sample.papers, 'works/january.txt')]);
    const planks = async () => (await app.ask('How many planks were replaced in the footbridge?')).answer;
    expect(JSON.stringify((await planks()).hits)).not.toContain('14 planks');
    await app.ingest([join(sample.papers, 'works/february.txt')]);
    expect(JSON.stringify((await planks()).hits)).toContain('14 planks');
    app.remove('february.txt');
    expect(JSON.stringify((await planks()).hits)).not.toContain('14 planks');
  });

  it('refuses a committee the papers do not know', async () => {
    await expect(app.ask('What was resolved?', { committee: 'Moon Landing Board' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

describe('find()', () => {
  it('gives the meetings a topic came up at, the newest first, each with a cited line', async () => {
    const meetings = await app.find('footbridge');
    expect(meetings.map(({ date }) => date)).toEqual(['2024-02-06', '2024-01-09']);
    for (const { line, more } of meetings) {
      expect(line.label).toMatch(/^Minute \d\d/);
      expect(more).toBeGreaterThan(0);
    }
    expect((await app.find('footbridge', { since: '2024-02-01' })).map(({ date }) => date)).toEqual(['2024-02-06']);
    expect((await app.find('footbridge', { kind: 'limb' })).every(({ line }) => line.kind === 'limb')).toBe(true);
    expect(await app.find('submarine')).toEqual([]);
  });
});

describe('show()', () => {
  it('shows a limb in its minute, the limb marked, by the long and the short form', async () => {
    for (const citation of ['Minute 12, resolution (2), Works Committee, 9 January 2024', 'Min. 12(2), WC 9/1/24']) {
      const { parts, source } = app.show(citation);
      const cited = parts
        .filter((part) => part.cited)
        .map(({ text }) => text.trim())
        .join();
      expect(source).toBe('works/january.txt');
      expect(cited).toContain('be repaired by the end of March.');
      expect(cited).not.toContain('be noted');
      expect(
        parts
          .filter((part) => !part.cited)
          .map(({ text }) => text)
          .join(),
      ).toContain('The Chair asked');
    }
  });

  it('accepts every citation that an answer gives', async () => {
    for (const question of ['Who sent apologies?', 'What was resolved about the footbridge?', 'How many planks?']) {
      const { answer } = await app.ask(question);
      for (const { passage } of answer.hits) {
        const { parts } = app.show(formatCitation(passage.place, passage.status));
        expect(parts.some(({ cited }) => cited)).toBe(true);
      }
    }
  });

  it('says which resolutions there are when the one cited is not', async () => {
    expect(() => app.show('Minute 12(9)')).toThrow('Cannot find "Minute 12(9)": that minute has resolutions (1), (2)');
    expect(() => app.show('Minute 99')).toThrow('nothing in the index is cited so');
  });
});

describe('remove()', () => {
  it('takes out a paper by its name, or a folder by its place on the disk', async () => {
    const app = sample.open();
    await app.ingest([sample.papers]);
    expect(app.remove('works/january.txt')).toEqual(['works/january.txt']);
    expect(app.remove(sample.papers)).toEqual(['works/february.txt']);
    expect(() => app.remove('works')).toThrow('Cannot remove "works": the index has no such paper');
  });
});

describe('status()', () => {
  it('tells of an index that is not there yet, and of one that is', async () => {
    const app = sample.open();
    expect(app.status()).toMatchObject({ exists: false, files: 0 });
    await app.ingest([sample.papers]);
    expect(app.status()).toMatchObject({
      exists: true,
      files: 2,
      papers: 2,
      meetings: 2,
      committees: ['Works Committee'],
    });
  });
});

describe('an app that stays open', () => {
  const asked = async (app: App, question: string) => JSON.stringify((await app.ask(question)).answer);

  it('answers from what another process has put in and taken out meanwhile', async () => {
    const [bot, terminal] = [sample.open(), sample.open()];
    await terminal.ingest([sample.papers]);
    expect(await asked(bot, 'What was resolved about the footbridge at Mill Lane?')).toContain('by the end of March');
    sample.write('works/january.txt', JANUARY.replace('by the end of March', 'by the end of May'));
    await terminal.ingest([sample.papers]);
    const changed = await asked(bot, 'What was resolved about the footbridge at Mill Lane?');
    expect(changed).toContain('by the end of May');
    expect(changed).not.toContain('by the end of March');
    terminal.remove('works/january.txt');
    const removed = await asked(bot, 'What was resolved about the footbridge at Mill Lane?');
    expect(removed).not.toMatch(/by the end of M|Okafor/);
    expect(bot.meetings().map(({ date }) => date)).toEqual(['2024-02-06']);
  });

  it('goes on answering while it ingests', async () => {
    const app = sample.open();
    await app.ingest([sample.papers]);
    sample.write('works/january.txt', JANUARY.replace('by the end of March', 'by the end of May'));
    const [answer] = await Promise.all([asked(app, 'Who sent apologies in January?'), app.ingest([sample.papers])]);
    expect(answer).toContain('Okafor');
  });
});
