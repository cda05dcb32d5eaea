import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addRecallCommands } from '../../src/terminal/build-recall-commands.ts';
import { EXIT } from '../../src/terminal/exit-status.ts';
import { runRecallCommands } from '../../src/terminal/run-recall-commands.ts';
import { fakeScreen } from '../support/fake-screen.ts';
import { FEBRUARY, JANUARY, openSampleApp } from '../support/sample-app.ts';

const SCORECARD = `# Works Performance 2023/24

**Works Committee - 4 June 2024**

Report of the Engineer

**Table 1: Works measures, 2022/23 and 2023/24**

| Measure | 2022/23 | 2023/24 | Target |
|---|---|---|---|
| No.4 Lamps lit (%) | 88.1 | 90.4 | 92 |
`;
const sample = openSampleApp({
  'works/january.txt': JANUARY,
  'works/february.txt': FEBRUARY,
  'works/performance.md': SCORECARD,
});
const app = sample.open();
beforeAll(async () => {
  await app.ingest([sample.papers]);
});
afterAll(() => sample.close());

async function run(...argv: string[]) {
  const screen = fakeScreen();
  let status: number = EXIT.ok;
  const program = new Command().exitOverride().configureOutput({ writeErr: (text) => screen.warn(text) });
  const commands = runRecallCommands({
    screen,
    withApp: async (_, use) => use(app),
    setStatus: (wanted) => {
      status = wanted;
    },
  });
  addRecallCommands(program, commands);
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeErr: (text) => screen.warn(text) });
  await program.parseAsync(['node', 'minutebook', ...argv]);
  return { status, out: screen.out.join('\n') };
}

describe('minutebook thread', () => {
  it('prints a time line, each line cited, with its reason', async () => {
    const { out } = await run('thread', 'Minute 12, Works Committee, 9 January 2024');
    expect(out).toMatch(/^FOOTBRIDGE AT MILL LANE\n\n9 January 2024\n {2}Resolved: “/);
    expect(out).toContain('6 February 2024\n');
    expect(out).toContain('Minute 22, resolution, Works Committee, 6 February 2024 (draft)');
    expect(out).toContain('because it has the same subject in its title');
  });

  it('prints the same as JSON', async () => {
    const { steps } = JSON.parse((await run('thread', '--json', 'footbridge')).out);
    expect(steps[0]).toMatchObject({ role: 'limb', isPossible: false, place: { minute: '12' } });
  });

  it('fails for what is cited nowhere', async () => {
    await expect(run('thread', 'the lighthouse')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('minutebook outcomes', () => {
  it('says what became of a task and where that stands', async () => {
    const { out, status } = await run('outcomes', '--topic', 'footbridge');
    expect(status).toBe(EXIT.ok);
    expect(out).toContain('That the footbridge at Mill Lane be repaired by the end of March.');
    expect(out).toMatch(/→ Answered\./);
    expect(out).toContain('had been repaired');
  });

  it('says so where there is nothing, with its own exit status', async () => {
    expect(await run('outcomes', '--topic', 'lighthouse')).toEqual({
      status: EXIT.nothingFound,
      out: 'Nothing of that kind in the papers',
    });
    expect(JSON.parse((await run('outcomes', '--json', '--topic', 'lighthouse')).out)).toEqual([]);
  });
});

describe('minutebook measure', () => {
  it('prints each figure with its citation, and draws it', async () => {
    const file = join(sample.folder, 'lamps.svg');
    const { out } = await run('measure', 'No. 4', '--chart', file);
    expect(out).toMatch(/^No\.4 Lamps lit \(%\)\n {2}2022\/23 {17}88\.1\n/);
    expect(out).toContain('92 (target)');
    expect(readFileSync(file, 'utf8')).toContain('Results: 2022/23: 88.1; 2023/24: 90.4.');
  });

  it('says so where no paper prints such a figure, and takes no other kind of chart', async () => {
    expect(await run('measure', 'lighthouses')).toEqual({
      status: EXIT.nothingFound,
      out: 'No figures in the papers for "lighthouses"',
    });
    await expect(run('measure', 'No. 4', '--chart', 'lamps.gif')).rejects.toThrow('FILE.svg or FILE.png');
  });
});
