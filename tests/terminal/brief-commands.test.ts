import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from '../../src/desk/open-desk.ts';
import type { Desk } from '../../src/desk.ts';
import { addBriefCommands } from '../../src/terminal/build-brief-commands.ts';
import { EXIT } from '../../src/terminal/exit-status.ts';
import { runBriefCommands } from '../../src/terminal/run-brief-commands.ts';
import { fakeScreen } from '../support/fake-screen.ts';
import { FEBRUARY, JANUARY, openSampleApp } from '../support/sample-app.ts';

const AGENDA = `WORKS COMMITTEE

Date: Tuesday, 5th March, 2024
Time: 6.00 p.m.
Venue: Town Hall

AGENDA

1. Apologies for absence

2. Declarations of Interest

3. Footbridge at Mill Lane: Progress
`;
const folder = mkdtempSync(join(tmpdir(), 'minutebook-brief-commands-'));
const sample = openSampleApp({
  'works/january.txt': JANUARY,
  'works/february.txt': FEBRUARY,
  'works/agenda.txt': AGENDA,
});
const app = sample.open();
let desk: Desk;
beforeAll(async () => {
  await app.ingest([sample.papers]);
  desk = openDesk(join(folder, 'desk.db'));
});
afterAll(async () => {
  desk.close();
  await sample.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...argv: string[]) {
  const screen = fakeScreen();
  let status: number = EXIT.ok;
  const program = new Command().exitOverride();
  const commands = runBriefCommands({
    screen,
    withApp: async (_, use) => use(app),
    withDesk: async (_, use) => use(desk),
    setStatus: (wanted) => {
      status = wanted;
    },
  });
  addBriefCommands(program, commands);
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => undefined });
  await program.parseAsync(['node', 'minutebook', ...argv]);
  return { status, out: screen.out.join('\n') };
}

describe('minutebook brief', () => {
  it('says for whom it was made and which paragraphs were cleared', async () => {
    const plain = await run('brief', '5 March 2024');
    expect(plain.out).toContain(
      'a member of the committee; as the public may read the papers, cleared for no paragraph',
    );
    const chair = await run('brief', '5 March 2024', '--for', 'the Chair', '--clear', '3');
    expect(chair.out).toContain('the Chair, laid out for the chair; cleared for exempt information under paragraph 3');
    expect(chair.out).toMatch(/## Running the meeting\n+- Begins at 6\.00 p\.m\., Town Hall/);
    const json = JSON.parse((await run('brief', '5 March 2024', '--for', 'the Director', '--json')).out);
    expect([json.role, json.forRole]).toEqual(['officer', 'the Director']);
  });

  it('writes every document that is asked for', async () => {
    const file = join(folder, 'brief.md');
    await run('brief', '5 March 2024', '--md', file);
    expect(readFileSync(file, 'utf8')).toMatch(/^# Briefing: Works Committee, 5 March 2024/);
  });
});

describe('minutebook subscribe, subscriptions and unsubscribe', () => {
  it('keep one standing briefing for a committee and place, the days said last, until it is ended', async () => {
    const wish = ['--committee', 'works committee', '--to', 'C024BE91L'];
    expect((await run('subscribe', ...wish, '--days', '3')).out).toBe(
      '1: 3 days before each meeting of Works Committee, to C024BE91L',
    );
    expect((await run('subscribe', ...wish, '--days', '1')).out).toMatch(/^1: 1 day before/);
    const listed = JSON.parse((await run('subscriptions', '--json')).out);
    expect(listed).toHaveLength(1);
    expect(listed[0]).toMatchObject({ committee: 'Works Committee', daysBefore: 1, to: 'C024BE91L' });
    const none = await run('unsubscribe', '7');
    expect([none.status, none.out]).toEqual([EXIT.nothingFound, 'there is no standing briefing 7']);
    expect((await run('unsubscribe', '1')).out).toBe('ended standing briefing 1');
    expect((await run('subscriptions')).out).toBe('No standing briefings');
  });

  it('refuse days that never come true, what is no id of Slack and committees that are not there', async () => {
    const wish = ['--committee', 'Works Committee', '--to', 'C024BE91L'];
    for (const days of ['-1', '29', '1.5', 'x'])
      await expect(run('subscribe', ...wish, `--days=${days}`)).rejects.toThrow();
    await expect(run('subscribe', '--committee', 'Works Committee', '--days', '3', '--to', 'works')).rejects.toThrow();
    await expect(run('subscribe', '--committee', 'Otters', '--days', '3', '--to', 'C024BE91L')).rejects.toThrow(
      'Cannot find the committee "Otters": the index has Works Committee',
    );
    expect(desk.subscriptions.list()).toEqual([]);
  });
});
