import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { Access } from '../../src/audience.ts';
import { type DeskOptions, openDesk } from '../../src/desk/open-desk.ts';
import type { Desk } from '../../src/desk.ts';
import type { AskedQuestion } from '../../src/question-log.ts';
import { sampleHit } from '../support/sample-log-answer.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ANN = { team: 'T1', user: 'UANN' };
const asked: AskedQuestion = {
  ...ANN,
  channel: 'C1',
  surface: 'mention',
  question: 'who gave apologies?',
  latencyMs: 1234.4,
  outcome: 'failed',
};
let folder = '';
let clock = 0;
const desks: Desk[] = [];

function open(log?: DeskOptions['log']): Desk {
  const desk = openDesk(join(folder, 'desk.db'), { now: () => clock, ...(log ? { log } : {}) });
  desks.push(desk);
  return desk;
}

/** All bytes of the store, with what SQLite keeps beside it. */
function bytes(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join();
}

function answerFrom(access: Access): Answer {
  const { hit, citation } = sampleHit(access);
  const coverage = { committees: [], meetings: [], papers: 1, missing: [] };
  return { kind: 'grounded', statements: [{ text: 'x', citations: [citation] }], notes: [], coverage, hits: [hit] };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-log-'));
  clock = Date.UTC(2031, 2, 4);
});
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the question log', () => {
  test('keeps who asked what, where and when, how it ended, on what and how fast', () => {
    const { log } = open();
    const id = log.record({ ...asked, answer: answerFrom({ kind: 'public' }) });
    expect(log.addFeedback(id, { team: 'T1', helpful: false })).toBe(true);
    expect(log.entries()).toEqual([
      {
        id,
        time: clock,
        team: 'T1',
        person: 'UANN',
        channel: 'C1',
        surface: 'mention',
        question: 'who gave apologies?',
        withheld: null,
        outcome: 'answered',
        citations: ['Minute 15, Works Committee'],
        latencyMs: 1234,
        feedback: 'not helpful',
      },
    ]);
  });

  test('takes feedback from the own workspace only, and for what is there', () => {
    const { log } = open();
    const id = log.record(asked);
    expect(log.addFeedback(id, { team: 'T2', helpful: true })).toBe(false);
    expect(log.addFeedback('nothing', { team: 'T1', helpful: true })).toBe(false);
    expect(log.entries()[0]?.feedback).toBeNull();
  });

  test('says of exempt papers only that one was cited, and keeps out the question that they answered', () => {
    const desk = open();
    desk.log.record({
      ...asked,
      question: 'the QUETZAL offer?',
      answer: answerFrom({ kind: 'exempt', paragraphs: [3] }),
    });
    expect(desk.log.entries()[0]).toMatchObject({
      question: null,
      withheld: 'exempt papers',
      citations: ['exempt paper (paragraph 3)'],
    });
    desk.close();
    expect(bytes()).not.toMatch(/QUETZAL|Minute 15/);
  });

  test('keeps out a question that holds personal data', () => {
    const desk = open();
    desk.log.record({ ...asked, question: 'is 943 476 5919 in the report?' });
    expect(desk.log.entries()[0]).toMatchObject({ question: null, withheld: 'personal data: nhs-number' });
    desk.close();
    expect(bytes()).not.toContain('943 476');
  });

  test('shows and keeps nothing longer than its days', () => {
    const desk = open({ keepDays: 30, isPrivate: false });
    desk.log.record({ ...asked, question: 'an old one' });
    clock += 30 * DAY_MS - 1;
    desk.log.record(asked);
    expect(desk.log.entries()).toHaveLength(2);
    clock += 1;
    expect(desk.log.entries().map(({ question }) => question)).toEqual(['who gave apologies?']);
    expect(desk.log.ofMember(ANN)).toHaveLength(1);
    desk.prune();
    desk.close();
    expect(bytes()).not.toContain('an old one');
  });

  test('keeps nothing at all for no days', () => {
    const desk = open({ keepDays: 0, isPrivate: false });
    expect(desk.log.addFeedback(desk.log.record(asked), { team: 'T1', helpful: true })).toBe(false);
    expect(desk.log.entries()).toEqual([]);
  });

  test('in private mode keeps no text and no name, also of what was logged before', () => {
    open().log.record({ ...asked, channel: 'DANN' });
    const desk = open({ keepDays: 90, isPrivate: true });
    desk.log.record({ ...asked, user: 'UBOB', channel: 'DBOB' });
    desk.log.record({ ...asked, user: 'UBOB' });
    const entries = desk.log.entries();
    expect(entries.map(({ question, withheld }) => [question, withheld])).toEqual(
      Array.from({ length: 3 }, () => [null, 'private mode']),
    );
    expect(entries.map(({ channel }) => channel)).toEqual([null, null, 'C1']);
    const [ann, bob, again] = entries.map(({ person }) => person);
    expect(ann).toMatch(/^member-[0-9a-f]{16}$/);
    expect(bob).toBe(again);
    expect(bob).not.toBe(ann);
    expect(desk.log.ofMember({ team: 'T1', user: 'UBOB' })).toHaveLength(2);
    expect(desk.forgetMember({ user: 'UBOB' })).toBe(2);
    for (const opened of desks.splice(0)) opened.close();
    expect(bytes()).not.toMatch(/UANN|UBOB|apologies/);
  });

  test('shows a member their own data only, and deletes it from the file on request', () => {
    const desk = open();
    const place = { team: 'T1', channel: 'C1', thread: '1.1' };
    desk.log.record(asked);
    clock += 1;
    desk.log.record({ ...asked, question: 'and in March?' });
    desk.log.record({ ...asked, user: 'UBOB', question: 'what of BOB?' });
    desk.log.record({ ...asked, team: 'T2', question: 'elsewhere?' });
    desk.dialogues.write(place, { value: { topic: 'apologies' }, user: 'UANN', keepMs: DAY_MS });
    desk.answers.keep({ question: 'apologies' }, { ...ANN, keepMs: DAY_MS });
    const data = desk.memberData(ANN);
    expect(data).toMatchObject({ dialogues: 1, answers: 1, handOffs: 0 });
    expect(data.questions.map(({ question }) => question)).toEqual(['and in March?', 'who gave apologies?']);
    expect(desk.forgetMember(ANN)).toBe(4);
    expect(desk.memberData(ANN)).toEqual({ questions: [], dialogues: 0, answers: 0, handOffs: 0, subscriptions: 0 });
    expect(desk.log.entries().map(({ question }) => question)).toEqual(['what of BOB?', 'elsewhere?']);
    desk.close();
    expect(bytes()).not.toMatch(/apologies|in March/);
  });
});
