import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk } from '../../src/desk/open-desk.ts';
import type { Desk } from '../../src/desk.ts';
import { readPause } from '../../src/pause.ts';
import { EXIT } from '../../src/terminal/exit-status.ts';
import { runDeskCommands } from '../../src/terminal/run-desk-commands.ts';
import { fakeScreen } from '../support/fake-screen.ts';
import { parseCsv } from '../support/parse-csv.ts';

const ASKED = { team: 'T1', user: 'UANN', channel: 'C1', surface: 'mention', latencyMs: 5, outcome: 'failed' as const };
let folder = '';
let bot: Desk;
let clock = new Date('2031-03-04T12:00:00').getTime();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-desk-'));
  clock = new Date('2031-03-04T12:00:00').getTime();
  bot = openDesk(join(folder, 'desk.db'), { now: () => clock });
});
afterEach(() => {
  bot.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The commands over the same store that the bot has open, and what they print. */
function open() {
  const screen = fakeScreen();
  const statuses: number[] = [];
  const commands = runDeskCommands({
    screen,
    openDesk: () => openDesk(join(folder, 'desk.db'), { now: () => clock }),
    setStatus: (status) => statuses.push(status),
  });
  return { commands, screen, statuses };
}

describe('minutebook pause and resume', () => {
  test('hold for a bot that is running', async () => {
    const { commands, screen } = open();
    await commands.pause('the minutes of March are being corrected', {});
    expect(readPause(bot.settings)?.reason).toBe('the minutes of March are being corrected');
    await commands.resume({});
    expect(readPause(bot.settings)).toBeUndefined();
    await commands.resume({});
    expect(screen.out).toEqual([
      'paused; members are told: the minutes of March are being corrected',
      expect.stringMatching(/^resumed; paused since \d{4}-/),
      'it was not paused',
    ]);
    await expect(commands.pause(' ', {})).rejects.toThrow('Cannot pause without a reason');
  });
});

describe('minutebook log export', () => {
  const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u200a=1', '＝1', '\r=1'];

  test('writes CSV that no spreadsheet takes for formulas, whole for quotes and lines', async () => {
    for (const question of [...FORMULAS, 'who said "no",\nand why?']) bot.log.record({ ...ASKED, question });
    const { commands, screen } = open();
    await commands.logExport({ format: 'csv' });
    const { columns, rows } = parseCsv(screen.out.join('\n'));
    expect(columns).toEqual(
      'time,team,person,channel,surface,question,withheld,answer,citations,latencyMs,feedback'.split(','),
    );
    expect(rows.map((row) => row.question)).toEqual([
      ...FORMULAS.map((text) => `'${text.replace('\r', '\n')}`),
      'who said "no",\nand why?',
    ]);
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows[0]).toMatchObject({
      time: new Date(clock).toISOString(),
      person: 'UANN',
      answer: 'failed',
      latencyMs: '5',
    });
  });

  test('writes JSON Lines to a file that its owner alone may read, from a date on', async () => {
    bot.log.record({ ...ASKED, question: 'before' });
    clock = new Date('2031-03-05T00:00:00').getTime();
    bot.log.record({ ...ASKED, question: '=1' });
    const { commands, screen } = open();
    const out = join(folder, 'questions.jsonl');
    await commands.logExport({ format: 'jsonl', since: '2031-03-05', out });
    expect(screen.out).toEqual([`1 questions: ${out}`]);
    const [line, ...more] = readFileSync(out, 'utf8').trimEnd().split('\n');
    expect(more).toEqual([]);
    expect(JSON.parse(line ?? '')).toMatchObject({ question: '=1', citations: [], latencyMs: 5, feedback: null });
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  test('prints a head line and nothing else of an empty log, and tells a place it cannot write to', async () => {
    const { commands, screen } = open();
    await commands.logExport({ format: 'csv' });
    expect(screen.out.join('\n').split('\n')).toHaveLength(1);
    await expect(commands.logExport({ format: 'csv', out: join(folder, 'no', 'x') })).rejects.toThrow('Cannot write');
  });
});

describe('minutebook log show and forget', () => {
  test('see to one member in every workspace', async () => {
    bot.log.record({ ...ASKED, question: 'mine' });
    bot.log.record({ ...ASKED, team: 'T2', question: 'mine too' });
    bot.log.record({ ...ASKED, user: 'UBOB', question: "Bob's" });
    const { commands, screen, statuses } = open();
    await commands.logShow('UANN', {});
    expect(JSON.parse(screen.out[0] ?? '').questions).toHaveLength(2);
    await commands.logForget('UANN', {});
    await commands.logForget('UANN', {});
    expect(screen.out.slice(1)).toEqual(['2 forgotten of UANN', '0 forgotten of UANN']);
    expect(statuses).toEqual([EXIT.nothingFound]);
    expect(bot.log.entries().map(({ question }) => question)).toEqual(["Bob's"]);
  });
});
