import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../src/desk/open-desk.ts';
import { postingKey, recordDue } from '../../../src/slack/delivery/keep-standing.ts';
import { keepLog } from '../../support/quiet-log.ts';

const NOW = new Date(2024, 2, 3, 9).getTime();
const HOUR = 60 * 60_000;
const MEETING = { committee: 'Works Committee', date: '2024-03-05', hasAgenda: true };

/** A desk with one standing briefing that is due, and what the next look at it records. */
function openStage() {
  const desk = openDesk(':memory:');
  const { id } = desk.subscriptions.add({ team: '', committee: 'Works Committee', to: 'C1', user: '', daysBefore: 2 });
  const app = {
    status: () => ({ exists: true }),
    meetings: () => [MEETING],
    pack: () => [{ title: 'Agenda', source: 'agenda.txt', sha256: 'a'.repeat(64) }],
  } as unknown as Parameters<typeof recordDue>[0]['app'];
  const look = (now: number) => {
    recordDue({ app, desk, team: 'T1', log: keepLog(), wake: () => {}, now: () => now, dayOf: () => '2024-03-03' });
    return desk.jobs.open();
  };
  return { desk, look, key: `standing:${id}:2024-03-05:first` };
}

describe('recordDue()', () => {
  it('records what was given up once more in each hour until it is posted, always to be posted under one key', () => {
    const { desk, look, key } = openStage();
    const keys: string[] = [];
    for (const hours of [0, 1, 2]) {
      for (let again = 0; again < 2; again++) expect(look(NOW + hours * HOUR)).toHaveLength(1);
      const [job] = desk.jobs.open();
      if (job) desk.jobs.end(job.id, 'failed', { reference: 'R1' });
      keys.push(job?.key ?? '');
      if (hours > 0) expect(look(NOW + hours * HOUR)).toEqual([]);
    }
    expect(new Set(keys).size).toBe(3);
    expect(keys.map(postingKey)).toEqual([key, key, key]);
    desk.close();
  });

  it('records nothing anew that was done or stopped', () => {
    for (const end of ['done', 'stopped'] as const) {
      const { desk, look } = openStage();
      const [job] = look(NOW);
      if (job) desk.jobs.end(job.id, end);
      expect(look(NOW + HOUR)).toEqual([]);
      desk.close();
    }
  });
});
