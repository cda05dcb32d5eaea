import { describe, expect, it } from 'vitest';
import { completePayload } from '../../../src/slack/delivery/complete-payload.ts';

const complete = (body: Record<string, unknown>) => completePayload(body, { team: 'T1' });
const event = { type: 'message', channel: 'C1', user: 'U1', ts: '1.1', text: 'hello' };

describe('completePayload()', () => {
  it('leaves a payload as it is that names its workspace, whichever that is', () => {
    const bodies = [
      { event, event_id: 'Ev1', team_id: 'T9' },
      { event, event_id: 'Ev1', authorizations: [{ team_id: 'T9' }] },
      { command: '/minutes', team_id: 'T9' },
      { type: 'block_actions', user: { id: 'U1' }, team: { id: 'T9' } },
    ];
    for (const body of bodies) expect(complete(body)).toEqual(body);
  });

  it("names the bot's workspace where none is named", () => {
    expect(complete({ event, event_id: 'Ev1', authorizations: [{ team_id: null }] })).toMatchObject({ team_id: 'T1' });
    expect(complete({ command: '/minutes' })).toEqual({ command: '/minutes', team_id: 'T1' });
    expect(complete({ type: 'block_actions', user: { id: 'U1' }, team: null })).toMatchObject({ team: { id: 'T1' } });
  });

  it('knows a press or command of its own organisation, and a modal of its own, whichever workspace the member is of', () => {
    const grid = { team: 'T1', enterprise: 'E1' };
    const press = { type: 'block_actions', user: { id: 'U1' }, team: { id: 'T2' }, enterprise: { id: 'E1' } };
    expect(completePayload(press, grid)).toMatchObject({ team: { id: 'T1' }, user: { id: 'U1', team_id: 'T2' } });
    const command = { command: '/minutes', team_id: 'T2', enterprise_id: 'E1' };
    expect(completePayload(command, grid)).toMatchObject({ team_id: 'T1' });
    for (const body of [press, command]) expect(completePayload(body, { team: 'T1' })).toEqual(body);
    expect(completePayload({ ...press, enterprise: { id: 'E2' } }, grid)).toMatchObject({ team: { id: 'T2' } });
    const inModal = { ...press, enterprise: null, view: { id: 'V1', app_installed_team_id: 'T1' } };
    expect(complete(inModal)).toMatchObject({ team: { id: 'T1' }, user: { team_id: 'T2' } });
    const foreign = { ...inModal, view: { id: 'V1', app_installed_team_id: 'T3' } };
    expect(complete(foreign)).toEqual(foreign);
  });

  it('gives an event without an id one that is its own and stays the same', () => {
    const [first, again, other] = [event, { ...event }, { ...event, ts: '1.2' }].map((one) => complete({ event: one }));
    expect(first).toEqual(again);
    expect(first?.event_id).not.toBe(other?.event_id);
  });

  it('gives back what is no payload', () => {
    const odd = [null, [], 'x'] as unknown as Record<string, unknown>[];
    for (const body of odd) expect(complete(body)).toBe(body);
  });
});
