import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CommanderError } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openDesk } from '../../src/desk/open-desk.ts';
import { buildProgram } from '../../src/terminal/build-program.ts';
import { describeFailure, EXIT } from '../../src/terminal/exit-status.ts';
import { runCommands } from '../../src/terminal/run-commands.ts';
import { fakeScreen } from '../support/fake-screen.ts';
import { openSampleApp } from '../support/sample-app.ts';

const sample = openSampleApp();
const CONTROLS = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/;

/** Runs a command line as cli.ts does, over the sample's index. */
async function run(argv: string[], input = '') {
  const screen = fakeScreen();
  let status: number = EXIT.ok;
  const log = (error: unknown): string => {
    throw error;
  };
  const attempt = async (task: () => Promise<void>): Promise<number> => {
    try {
      await task();
      return EXIT.ok;
    } catch (error) {
      if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
      const failure = describeFailure(error, log);
      screen.warn(failure.line);
      return failure.status;
    }
  };
  const commands = runCommands({
    screen,
    input: Readable.from([input]),
    open: (flags) => openApp(readConfig({}, { index: flags.index ?? sample.indexFolder }), { log }),
    openDesk: ({ desk = join(sample.folder, 'desk.db') }) => openDesk(desk),
    settings: () => [],
    stopSignal: () => new AbortController().signal,
    attempt,
    setStatus: (wanted) => {
      status = wanted;
    },
  });
  const program = buildProgram(commands, screen);
  const failed = await attempt(() => program.parseAsync(['node', 'minutebook', ...argv]).then(() => undefined));
  return { status: failed || status, out: screen.out.join('\n'), err: screen.err.join('\n') };
}

beforeAll(async () => {
  const { status, out, err } = await run(['ingest', sample.papers]);
  expect({ status, out, err }).toEqual({
    status: 0,
    out: expect.stringMatching(/^2 added, 0 changed, 0 unchanged, 0 removed \(\d+\.\d s\)$/),
    err: '[1/2] added works/february.txt\n[2/2] added works/january.txt',
  });
});
afterAll(() => sample.close());

describe('minutebook ask', () => {
  it('prints statements, sources and coverage, and a decline with status 0', async () => {
    const answered = await run(['ask', 'what', 'was', 'resolved', 'about', 'the', 'footbridge', 'in', 'January?']);
    expect(answered.status).toBe(0);
    expect(answered.out).toMatch(/\[1\] Minute 12, resolution \(\d\), Works Committee, 9 January 2024/);
    expect(answered.out).toContain('Searched: 2 papers of 2 meetings of Works Committee');
    const declined = await run(['ask', 'how much did the swimming pool cost?']);
    expect(declined).toMatchObject({ status: 0, err: '' });
    expect(declined.out).not.toContain('[1]');
  });

  it('prints the answer in the gold format as JSON', async () => {
    const { out } = await run(['ask', '--json', 'what was resolved about the footbridge in January?']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ declined: false, ms: expect.any(Number) });
    expect(answer.citations[0]).toMatchObject({
      committee: 'Works Committee',
      meetingDate: '2024-01-09',
      minute: '12',
    });
    expect(answer.statements[0].citations).toEqual([0]);
    expect(answer.passages.length).toBeGreaterThan(0);
  });

  it('answers a batch a line each, and goes on after lines it cannot read', async () => {
    const batch = join(sample.folder, 'questions.jsonl');
    const out = join(sample.folder, 'answers.jsonl');
    const questions = [
      { id: 'a', question: 'who was in the chair?' },
      { id: 2, question: 'what was resolved?' },
    ];
    writeFileSync(batch, `${JSON.stringify(questions[0])}\nnot json\n{"id":3}\n\n${JSON.stringify(questions[1])}\n`);
    const { status, err } = await run(['ask', '--batch', batch, '--out', out]);
    expect(status).toBe(EXIT.badData);
    expect(err).toContain(`Cannot read line 2 of "${batch}": it is not JSON`);
    expect(err).toContain(`Cannot read line 3 of "${batch}": it needs "id" and "question"`);
    const answers = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(['a', 2]);
  });

  it('refuses a wrong command line with status 64', async () => {
    for (const argv of [
      ['ask'],
      ['ask', '--batch', 'x'],
      ['ask', 'why?', '--clear', '9'],
      ['nonsense'],
      ['find', 'x', '--kind', 'poem'],
    ]) {
      const { status, err } = await run(argv);
      expect(status).toBe(EXIT.usage);
      expect(err).toMatch(/^error: /);
    }
  });
});

describe('minutebook chat', () => {
  it('answers a question a line, and goes on after one it cannot read', async () => {
    const { status, out, err } = await run(
      ['chat'],
      `what was resolved in January?\n${'x'.repeat(3000)}\nand in February?\nquit\nnot read\n`,
    );
    expect(status).toBe(0);
    expect(err).toContain('Cannot read a question of 3000 characters');
    expect(out).toContain('Minute 12');
    expect(out).toContain('Minute 22');
  });
});

describe('minutebook find', () => {
  it('prints a block for each meeting, the newest first', async () => {
    const { status, out } = await run(['find', 'footbridge']);
    expect(status).toBe(0);
    expect(out.split('\n\n').map((block) => block.split('\n')[0])).toEqual([
      '6 February 2024, Works Committee',
      '9 January 2024, Works Committee',
    ]);
    expect(out).toMatch(/\(and \d+ more\)/);
  });

  it('says so, with status 1, when there is nothing', async () => {
    expect(await run(['find', 'submarine'])).toMatchObject({ status: 1, out: 'Nothing in the papers on "submarine"' });
  });
});

describe('minutebook show', () => {
  it('marks the cited words in their surroundings', async () => {
    const { out } = await run(['show', 'Min. 12(2), WC 9/1/24']);
    expect(out).toContain('\n> (2) That the footbridge at Mill Lane be repaired by the end of March.');
    expect(out).toMatch(/\n {2}.*The Chair asked/);
  });

  it('has status 66 for what is not there', async () => {
    const failed = { status: 66, out: '', err: 'Cannot find "Minute 99": nothing in the index is cited so' };
    expect(await run(['show', 'Minute 99'])).toEqual(failed);
  });
});

describe('minutebook papers, meetings, status, remove', () => {
  it('list what is in the index', async () => {
    expect((await run(['papers'])).out).toContain('works/january.txt\n  minutes: ');
    expect((await run(['meetings'])).out).toMatch(/^Works Committee\n {2}9 January 2024 {5}minutes/);
    expect((await run(['status'])).out).toContain('Files           2, holding 2 papers');
    expect(JSON.parse((await run(['papers', '--json'])).out)).toHaveLength(2);
  });

  it('has status 66 for a paper that is not there', async () => {
    expect(await run(['remove', 'elsewhere.txt'])).toMatchObject({ status: 66, out: '' });
  });

  it('tells where to begin when there is no index', async () => {
    const index = ['--index', join(sample.folder, 'nothing')];
    expect((await run(['status', ...index])).out).toMatch(/^No index in .* yet: minutebook ingest PATH$/);
    expect(await run(['ask', 'why?', ...index])).toMatchObject({ status: 66, out: '' });
  });
});

describe('minutebook export', () => {
  it('prints a record a line, every one with the fields of docs/records.md', async () => {
    const records = (await run(['export'])).out.split('\n').map((line) => JSON.parse(line));
    const kinds = new Set(records.map(({ record }) => record));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['meeting', 'paper', 'attendance', 'minute', 'paragraph', 'limb']),
    );
    const documented = readFileSync('docs/records.md', 'utf8');
    for (const record of records) {
      for (const field of Object.keys(record)) expect(documented).toContain(`\`${field}\``);
    }
  });
});

describe('minutebook', () => {
  it('lets no control character from a question, an option or a path through', async () => {
    const evil = '\x1b[2J\x07\x9b31m\u202e';
    const lines = [
      ['ask', evil],
      ['find', `zz${evil}`],
      ['show', evil],
      ['show', `Minute 9 ${evil}`],
      ['ingest', evil],
      ['remove', evil],
      [evil],
      ['find', 'x', '--since', evil],
      ['ask', 'x', '--committee', evil],
    ];
    for (const argv of lines) {
      const { out, err } = await run(argv);
      expect(`${out}${err}`).not.toBe('');
      expect(`${out}${err}`).not.toMatch(CONTROLS);
    }
  });

  it('has help with examples for every command', async () => {
    const { out, status } = await run(['--help']);
    expect(status).toBe(0);
    const names = [...out.matchAll(/^ {2}(\w+) \[options\]/gm)].map((match) => match[1] ?? '');
    expect(names).toEqual(expect.arrayContaining(['ingest', 'ask', 'find', 'show', 'papers', 'export', 'evaluate']));
    for (const name of names) expect((await run([name, '--help'])).out).toContain(`Examples:\n  minutebook ${name}`);
  });
});
