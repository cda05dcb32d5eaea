import { z } from 'zod';
import type { Arrival, Desk } from '../../desk.ts';
import type { Log } from '../../log.ts';
import type { Job } from '../job.ts';
import type { SurfaceSet } from '../surface-set.ts';
import type { Incoming } from '../surfaces/incoming/incoming.ts';
import type { StateKeeper } from './bot-state.ts';
import { laneOf, ownerOf, threadLane } from './lane-of.ts';
import type { Queue } from './open-queue.ts';

/** What is read of every payload: enough to record it, however odd the rest is. */
const payload = z.looseObject({
  type: z.string().optional().catch(undefined),
  event_id: z.string().max(200).optional().catch(undefined),
  team_id: z.string().optional().catch(undefined),
  team: z.looseObject({ id: z.string() }).optional().catch(undefined),
  channel: z.looseObject({ id: z.string() }).optional().catch(undefined),
  channel_id: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  authorizations: z
    .array(z.looseObject({ team_id: z.string().nullish() }))
    .optional()
    .catch(undefined),
  event: z
    .looseObject({
      type: z.string().catch('unknown'),
      channel: z.string().optional().catch(undefined),
      ts: z.string().optional().catch(undefined),
      tokens: z
        .looseObject({ bot: z.array(z.string()).optional() })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});
type Payload = z.infer<typeof payload>;

export type TakeInOptions = {
  desk: Desk;
  queue: Queue;
  surfaces: Pick<SurfaceSet, 'take'>;
  /** The workspace the bot is installed in; what comes from any other is none of its business. */
  team: string;
  /** Told of every event, duplicates left out, such as that somebody left a channel. */
  onEvent(event: { type: string; [field: string]: unknown }): void;
  log: Log;
  state: StateKeeper;
};

/**
 * Makes the function that is given every payload of Slack's before it is acknowledged: what it comes to is recorded in
 * the desk, and what is recorded is worked off. False for what is of another workspace or no payload at all. Throws if
 * the desk cannot be written, so that Slack sends it again.
 */
export function openTakeIn(options: TakeInOptions): (body: unknown) => boolean {
  const { desk, queue, surfaces, team, onEvent, log, state } = options;
  return (body) => {
    const checked = payload.safeParse(body);
    if (!checked.success) {
      log.warn('A payload that is none was passed over');
      return false;
    }
    const what = checked.data;
    if (teamOf(what) !== team) {
      log.debug('A payload of another workspace was passed over');
      return false;
    }
    try {
      const known = what.event_id !== undefined && desk.jobs.isKnownEvent(what.event_id);
      const incoming = known ? undefined : surfaces.take(body);
      const taken = desk.jobs.record(arrivalOf(what, incoming));
      state.deskFault(undefined);
      log.debug('Taken in', { event: what.event_id, type: nameOf(what), as: taken.kind });
      if (taken.kind === 'duplicate') return true;
      if (incoming && incoming.kind !== 'job') change(incoming, options);
    } catch (error) {
      if (state.deskFault('cannot be written')) log.fault('The desk cannot be written; nothing is acknowledged', error);
      throw error;
    }
    if (what.event) noteLife(what.event, options);
    if (what.event) onEvent(what.event);
    queue.wake();
    return true;
  };
}

function teamOf({ authorizations, team_id, team }: Payload): string | undefined {
  return authorizations?.[0]?.team_id ?? team_id ?? team?.id;
}

function nameOf({ event, type, command }: Payload): string {
  return event?.type ?? command ?? type ?? 'unknown';
}

function arrivalOf(what: Payload, incoming: Incoming | undefined): Arrival {
  const { event_id: eventId, event } = what;
  const channel = event?.channel ?? what.channel?.id ?? what.channel_id;
  return {
    ...(eventId === undefined ? {} : { eventId }),
    type: nameOf(what),
    team: teamOf(what) ?? '',
    ...(channel === undefined ? {} : { channel }),
    ...(event?.ts === undefined ? {} : { ts: event.ts }),
    ...(incoming?.kind === 'job' ? { work: workOf(incoming.key, incoming.job) } : {}),
  };
}

function workOf(key: string, job: Job): NonNullable<Arrival['work']> {
  const { user, isQuestion } = ownerOf(job);
  return { key, lane: laneOf(job), user, isQuestion, body: job };
}

/** A change of what is owed already: other words while nobody has begun, the question taken back, a stop. */
function change(incoming: Exclude<Incoming, { kind: 'job' }>, { desk, queue, log }: TakeInOptions): void {
  switch (incoming.kind) {
    case 'edited': {
      const found = desk.jobs.find(incoming.key);
      if (found?.state !== 'open' || typeof found.body !== 'object') return;
      desk.jobs.rewrite(incoming.key, { ...found.body, text: incoming.text });
      return;
    }
    case 'deleted': {
      const found = desk.jobs.find(incoming.key);
      if (found?.state !== 'open') return;
      queue.stop(found.id);
      log.info('A question was deleted before it was answered', { job: found.id });
      return;
    }
    case 'stopped':
      queue.stopLane(threadLane(incoming.place), ({ user }) => user === incoming.user);
  }
}

/** Slack's word that the bot has lost its place, by a token or by the whole app. */
function noteLife({ type, tokens }: NonNullable<Payload['event']>, { state, log }: TakeInOptions): void {
  const isOver = type === 'app_uninstalled' || (type === 'tokens_revoked' && (tokens?.bot?.length ?? 0) > 0);
  if (isOver && state.stoppedBy(type))
    log.warn('The bot was taken out of the workspace and says nothing more', { type });
}
