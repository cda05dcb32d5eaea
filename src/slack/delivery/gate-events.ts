import type { App as BoltApp } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { completePayload, type Installed } from './complete-payload.ts';

export type GateOptions = {
  /** False for what is none of the bot's business. */
  takeIn(body: unknown): boolean;
  installed: Installed;
  log: Log;
};

const ELSEWHERE = 'I answer only members of the workspace that I was installed in.';

/**
 * Puts `takeIn` before everything that Bolt does with a payload, in Socket Mode and over HTTP alike: Bolt acknowledges
 * events before any listener runs. If `takeIn` throws, nothing is acknowledged. What no listener has acknowledged is
 * acknowledged in the end, so that nobody's button hangs; a command from elsewhere is told that it gets no answer.
 */
export function gateEvents(bolt: BoltApp, { takeIn, installed, log }: GateOptions): void {
  const pass = bolt.processEvent.bind(bolt);
  bolt.processEvent = async (event) => {
    const body = completePayload(event.body, installed);
    const isOurs = takeIn(body);
    if (!isOurs && typeof body?.command === 'string') {
      return event.ack({ response_type: 'ephemeral', text: ELSEWHERE });
    }
    let isAcknowledged = false;
    const ack: typeof event.ack = async (...response) => {
      isAcknowledged = true;
      await event.ack(...response);
    };
    try {
      if (typeof body === 'object' && body !== null) await pass({ ...event, body, ack });
    } catch (error) {
      // Bolt stumbles over odd payloads; a connection gone meanwhile only means that Slack will say it again.
      log.warn('A payload was not passed on whole', { error: error instanceof Error ? error.name : 'unknown' });
    }
    // It is recorded, so Slack has no reason to send it again.
    if (!isAcknowledged) await ack();
  };
}
