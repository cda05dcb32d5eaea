import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../src/desk/open-desk.ts';
import type { Desk } from '../../src/desk.ts';

const ANN = { team: 'T1', user: 'U1ANN' };
const PLACE = { team: 'T1', channel: 'C1', thread: '1.1' };
const HOUR_MS = 3_600_000;

describe('openDesk()', () => {
  let folder: string;
  let file: string;
  let now: number;
  const opened: Desk[] = [];
  const open = (options: Parameters<typeof openDesk>[1] = {}) => {
    const desk = openDesk(file, { now: () => now, ...options });
    opened.push(desk);
    return desk;
  };
  const question = (key: string, lane = 'thread:1') => ({
    eventId: `Ev-${key}`,
    type: 'message',
    team: 'T1',
    channel: 'C1',
    ts: key,
    work: { key, lane, user: 'U1ANN', isQuestion: true, body: { text: `words of ${key}` } },
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-desk-'));
    file = join(folder, 'below', 'desk.db');
    now = 1_700_000_000_000;
  });

  afterEach(() => {
    for (const desk of opened.splice(0)) desk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('knows an event that comes again, and a message that two events tell of', () => {
    const { jobs } = open();
    expect(jobs.record(question('m1'))).toMatchObject({ kind: 'job' });
    expect(jobs.record(question('m1'))).toEqual({ kind: 'duplicate' });
    expect(jobs.record({ ...question('m1'), eventId: 'Ev-other' })).toEqual({ kind: 'duplicate' });
    expect(jobs.record({ eventId: 'Ev-plain', type: 'user_change', team: 'T1' })).toEqual({ kind: 'ignored' });
    expect(jobs.isKnownEvent('Ev-other')).toBe(true);
    expect(jobs.open()).toHaveLength(1);
  });

  it('gives back what is open after a restart, with the attempts that were made', () => {
    const first = open();
    first.jobs.record(question('m1'));
    const [job] = first.jobs.open();
    expect(first.jobs.begin(job?.id ?? 0)).toEqual({ body: { text: 'words of m1' }, attempts: 1 });
    first.close();
    const again = open().jobs;
    expect(again.open()).toMatchObject([{ key: 'm1', attempts: 1 }]);
    expect(again.begin(job?.id ?? 0)?.attempts).toBe(2);
    again.handBack(job?.id ?? 0);
    expect(again.open()).toMatchObject([{ attempts: 1 }]);
  });

  it('keeps no words of a question that has ended', () => {
    const desk = open();
    desk.jobs.record(question('m1'));
    desk.jobs.end(desk.jobs.open()[0]?.id ?? 0, 'done');
    expect(desk.jobs.find('m1')).toMatchObject({ state: 'done', body: undefined });
    desk.close();
    opened.splice(0);
    expect(readFileSync(file).includes('words of m1')).toBe(false);
  });

  it('ends a job once: the second end changes nothing', () => {
    const { jobs } = open();
    jobs.record(question('m1'));
    const id = jobs.open()[0]?.id ?? 0;
    jobs.end(id, 'stopped');
    jobs.end(id, 'done');
    expect(jobs.find('m1')?.state).toBe('stopped');
    expect(jobs.begin(id)).toBeUndefined();
  });

  it('rewrites a question only until it is begun', () => {
    const { jobs } = open();
    jobs.record(question('m1'));
    expect(jobs.rewrite('m1', { text: 'other words' })).toBe(true);
    const begun = jobs.begin(jobs.open()[0]?.id ?? 0);
    expect(begun?.body).toEqual({ text: 'other words' });
    expect(jobs.rewrite('m1', { text: 'too late' })).toBe(false);
  });

  it('counts the questions of a member within a time, those over the limit left out', () => {
    const { jobs } = open();
    const ids = ['m1', 'm2', 'm3'].map((key) => {
      jobs.record(question(key, `thread:${key}`));
      now += 1_000;
      return jobs.open().at(-1)?.id ?? 0;
    });
    jobs.end(ids[1] ?? 0, 'limited');
    expect(jobs.countQuestions(ANN, { before: ids[2] ?? 0, after: now - HOUR_MS })).toBe(1);
    expect(jobs.countQuestions(ANN, { before: ids[2] ?? 0, after: now })).toBe(0);
    expect(jobs.lanesEnded(ANN, { as: 'limited', after: now - HOUR_MS })).toHaveLength(1);
    expect(jobs.lanesEnded({ ...ANN, user: 'U2' }, { as: 'limited', after: 0 })).toEqual([]);
  });

  it('remembers what was about to be posted, until it is', () => {
    const { posts } = open();
    const post = posts.begin('m1:answer', PLACE);
    expect(post).toMatchObject({ isNew: true, mark: expect.stringMatching(/^[\w-]{16}$/) });
    expect(posts.begin('m1:answer', PLACE)).toEqual({ ...post, isNew: false });
    posts.posted('m1:answer', '2.2');
    expect(posts.begin('m1:answer', PLACE)).toMatchObject({ ts: '2.2', isNew: false });
    expect([posts.isPosted('C1', '2.2'), posts.isPosted('C2', '2.2')]).toEqual([true, false]);
    posts.begin('m2:answer', PLACE);
    posts.refused('m2:answer');
    expect(posts.begin('m2:answer', PLACE).isNew).toBe(true);
  });

  it('keeps dialogues by team, channel and thread, for their time', () => {
    const { dialogues } = open();
    dialogues.write(PLACE, { value: { topic: 'a' }, user: 'U1ANN', keepMs: HOUR_MS });
    for (const other of [{ team: 'T2' }, { channel: 'C2' }, { thread: '1.2' }]) {
      expect(dialogues.read({ ...PLACE, ...other })).toBeUndefined();
    }
    expect(dialogues.read(PLACE)).toEqual({ value: { topic: 'a' }, user: 'U1ANN' });
    now += HOUR_MS;
    expect(dialogues.read(PLACE)).toBeUndefined();
  });

  it('gives ids that say nothing to answers, and knows them for their time', () => {
    const { answers } = open();
    const id = answers.keep({ question: 'x' }, { ...ANN, keepMs: HOUR_MS });
    expect(id).toMatch(/^[\w-]{16}$/);
    expect(answers.read(id)).toEqual({ value: { question: 'x' }, ...ANN });
    expect(answers.read('another')).toBeUndefined();
    now += HOUR_MS;
    expect(answers.read(id)).toBeUndefined();
  });

  it('closes a question that was handed over once', () => {
    const { handOffs } = open();
    const id = handOffs.begin({ user: 'U1ANN', member: PLACE, value: {} });
    const clerk = { team: 'T1', channel: 'C9', thread: '9.9' };
    expect(handOffs.byClerkThread(clerk)).toBeUndefined();
    handOffs.place(id, clerk);
    expect(handOffs.byClerkThread(clerk)).toMatchObject({ id, state: 'open', member: PLACE, clerk });
    expect([handOffs.close(id, { kept: 1 }), handOffs.close(id, { kept: 2 })]).toEqual([true, false]);
    expect(handOffs.read(id)?.value).toEqual({ kept: 1 });
  });

  it('throws away what is done after a day, and nothing that is open', () => {
    const desk = open();
    desk.jobs.record(question('done'));
    desk.jobs.end(desk.jobs.open()[0]?.id ?? 0, 'done');
    desk.jobs.record(question('open', 'thread:2'));
    now += 24 * HOUR_MS;
    desk.prune();
    expect(desk.jobs.isKnownEvent('Ev-done')).toBe(true);
    now += 2 * HOUR_MS;
    desk.prune();
    expect(desk.jobs.isKnownEvent('Ev-done')).toBe(false);
    expect(desk.jobs.find('done')).toBeUndefined();
    expect(desk.jobs.find('open')?.state).toBe('open');
  });

  it('lets one bot at a time work, and the next when the first is gone', () => {
    const first = open({ working: { waitMs: 0 } });
    expect(() => open({ working: { waitMs: 0 } })).toThrow(
      expect.objectContaining({ code: 'unavailable', message: expect.stringMatching(/another bot is working on it$/) }),
    );
    open();
    first.close();
    open({ working: { waitMs: 0 } });
  });

  it('refuses a store of a newer program, another file and a damaged one', () => {
    open().close();
    opened.splice(0);
    const db = new Database(file);
    db.pragma('user_version = 999');
    db.close();
    expect(() => open()).toThrow(
      expect.objectContaining({ code: 'invalid', message: expect.stringMatching(/version 999/) }),
    );
    file = join(folder, 'other.db');
    const other = new Database(file);
    other.exec('CREATE TABLE papers (id)');
    other.close();
    expect(() => open()).toThrow(
      expect.objectContaining({ code: 'invalid', message: expect.stringMatching(/no store of the bot$/) }),
    );
    file = join(folder, 'damaged.db');
    writeFileSync(file, 'these are the minutes of a meeting '.repeat(100));
    expect(() => open()).toThrow(
      expect.objectContaining({ code: 'unavailable', message: expect.stringMatching(/damaged/) }),
    );
    file = folder;
    expect(() => open()).toThrow(expect.objectContaining({ code: 'unavailable' }));
  });

  it('says what is wrong when it is used after it was closed', () => {
    const desk = open();
    desk.close();
    opened.splice(0);
    expect(() => desk.jobs.open()).toThrow(expect.objectContaining({ code: 'unavailable' }));
  });
});
