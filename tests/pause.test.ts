import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk } from '../src/desk/open-desk.ts';
import { pauseAnswers, readPause, resumeAnswers } from '../src/pause.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-pause-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('pauseAnswers()', () => {
  test('holds at once for another process that has the same desk open, until resumed', () => {
    const bot = openDesk(join(folder, 'desk.db'));
    const clerk = openDesk(join(folder, 'desk.db'));
    expect(readPause(bot.settings)).toBeUndefined();
    pauseAnswers('  The index is\nbeing  rebuilt ', { store: clerk.settings, now: 7 });
    expect(readPause(bot.settings)).toEqual({ reason: 'The index is being rebuilt', since: 7 });
    expect(resumeAnswers(clerk.settings)).toEqual({ reason: 'The index is being rebuilt', since: 7 });
    expect(readPause(bot.settings)).toBeUndefined();
    expect(resumeAnswers(clerk.settings)).toBeUndefined();
    bot.close();
    clerk.close();
  });

  test('asks for a reason that can be told', () => {
    const desk = openDesk(join(folder, 'desk.db'));
    const pause = (reason: string) => () => pauseAnswers(reason, { store: desk.settings, now: 0 });
    expect(pause(' \n')).toThrow('Cannot pause without a reason');
    expect(pause('x'.repeat(301))).toThrow('at most 300');
    expect(readPause(desk.settings)).toBeUndefined();
    desk.close();
  });
});
