import { describe, expect, it } from 'vitest';
import type { OpenJob } from '../../../src/desk.ts';
import { pickJobs } from '../../../src/slack/delivery/pick-jobs.ts';

const ROOM = { running: new Map(), questions: 4, perMember: 2, others: 1, now: 1_000 };

function job(id: number, change: Partial<OpenJob> = {}): OpenJob {
  const usual = { key: `k${id}`, lane: `l${id}`, team: 'T1', user: `U${id}`, isQuestion: true };
  return { id, ...usual, attempts: 0, receivedAt: 0, notBefore: 0, ...change };
}

function picked(open: OpenJob[], running: OpenJob[] = []) {
  const { begin, lookAgainAt } = pickJobs(open, { ...ROOM, running: new Map(running.map((one) => [one.id, one])) });
  return { ids: begin.map(({ id }) => id), lookAgainAt };
}

describe('pickJobs()', () => {
  it('begins the oldest of each lane', () => {
    expect(picked([job(1, { lane: 'a' }), job(2, { lane: 'a' }), job(3, { lane: 'b' })]).ids).toEqual([1, 3]);
  });

  it('begins nothing in a lane that something runs in', () => {
    const running = job(1, { lane: 'a' });
    expect(picked([running, job(2, { lane: 'a' }), job(3)], [running]).ids).toEqual([3]);
  });

  it('keeps the order of a lane whose oldest waits for its time, and says when that is', () => {
    const open = [job(1, { lane: 'a', notBefore: 5_000 }), job(2, { lane: 'a' }), job(3, { notBefore: 3_000 })];
    expect(picked(open)).toEqual({ ids: [], lookAgainAt: 3_000 });
  });

  it('tells which of a lane waits for room or for its time, but not what waits behind it', () => {
    const running = [1, 2].map((id) => job(id, { user: 'U1' }));
    const open = [
      ...running,
      job(3, { user: 'U1', lane: 'a' }),
      job(4, { user: 'U1', lane: 'a' }),
      job(5, { notBefore: 9_000 }),
    ];
    const { waiting } = pickJobs(open, { ...ROOM, running: new Map(running.map((one) => [one.id, one])) });
    expect(waiting.map(({ id }) => id)).toEqual([3, 5]);
  });

  it("leaves room for others beside one member's many questions", () => {
    const many = [1, 2, 3, 4, 5].map((id) => job(id, { user: 'U1' }));
    expect(picked([...many, job(6), job(7), job(8)]).ids).toEqual([1, 2, 6, 7]);
  });

  it('counts the members of two workspaces apart', () => {
    const open = [1, 2].flatMap((id) => [job(id, { user: 'U1' }), job(id + 10, { user: 'U1', team: 'T2' })]);
    expect(picked(open).ids).toEqual([1, 11, 2, 12]);
  });

  it('begins what is no question though all room for questions is taken', () => {
    const running = [1, 2, 3, 4].map((id) => job(id));
    const open = [...running, job(5), job(6, { isQuestion: false }), job(7, { isQuestion: false })];
    expect(picked(open, running).ids).toEqual([6]);
  });
});
