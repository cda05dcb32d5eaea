import { payloadKey } from '../surfaces/incoming/payload-key.ts';

type Payload = Record<string, unknown>;

/** The workspace the bot is installed in, and its organisation. */
export type Installed = { team: string; enterprise?: string };

/**
 * A payload with what the rest of the program goes by, where Slack left it out or names the member's own workspace
 * instead: the workspace the bot is installed in (an app installed for a whole organisation is told none with a press,
 * and the bot serves but one) and the id of its event. Everything else stays as it came, and so does what is no object.
 */
export function completePayload(body: Payload, { team, enterprise }: Installed): Payload {
  if (!isRecord(body)) return body;
  if (isRecord(body.event)) {
    const eventId = isText(body.event_id) ? {} : { event_id: `none-${payloadKey(body.event)}` };
    return { ...body, ...(isPlaced(body) ? {} : { team_id: team }), ...eventId };
  }
  if (isText(body.command)) {
    const isOwn = !isText(body.team_id) || (enterprise !== undefined && body.enterprise_id === enterprise);
    return isOwn ? { ...body, team_id: team } : body;
  }
  if (!isRecord(body.user)) return body;
  if (!isRecord(body.team)) return { ...body, team: { id: team } };
  if (!isOfOrganisation(body, enterprise) && !isInstalledView(body, team)) return body;
  // Whose member it is stays known: their rights hang on it.
  return { ...body, team: { ...body.team, id: team }, user: { team_id: body.team.id, ...body.user } };
}

function isPlaced({ team_id, authorizations }: Payload): boolean {
  return isText(team_id) || (Array.isArray(authorizations) && authorizations.some((one) => isText(one?.team_id)));
}

/** Members of an organisation press and type in channels that several of its workspaces share. */
function isOfOrganisation(body: Payload, enterprise: string | undefined): boolean {
  return enterprise !== undefined && isRecord(body.enterprise) && body.enterprise.id === enterprise;
}

/** Whoever is in a shared channel may open a modal there; Slack then names both workspaces. */
function isInstalledView({ view }: Payload, team: string): boolean {
  return isRecord(view) && view.app_installed_team_id === team;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isRecord(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
