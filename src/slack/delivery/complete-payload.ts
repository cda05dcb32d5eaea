import { payloadKey } from '../surfaces/incoming/payload-key.ts';

type Payload = Record<string, unknown>;

/**
 * A payload with what the rest of the program goes by, where Slack left it out: the workspace (an app installed for a
 * whole organisation is told none with a press, and the bot serves but one) and the id of its event. Everything else
 * stays as it came, and so does what is no object.
 */
export function completePayload(body: Payload, { team }: { team: string }): Payload {
  if (!isRecord(body)) return body;
  if (isRecord(body.event)) {
    const eventId = isText(body.event_id) ? {} : { event_id: `none-${payloadKey(body.event)}` };
    return { ...body, ...(isPlaced(body) ? {} : { team_id: team }), ...eventId };
  }
  if (isText(body.command)) return isText(body.team_id) ? body : { ...body, team_id: team };
  return isRecord(body.user) && !isRecord(body.team) ? { ...body, team: { id: team } } : body;
}

function isPlaced({ team_id, authorizations }: Payload): boolean {
  return isText(team_id) || (Array.isArray(authorizations) && authorizations.some((one) => isText(one?.team_id)));
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isRecord(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
