/** What Slack says of a person, as far as it decides what they may read. */
export type SlackPerson = {
  team_id?: string;
  profile?: { team?: string };
  deleted?: boolean;
  is_bot?: boolean;
  is_workflow_bot?: boolean;
  is_connector_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_stranger?: boolean;
  enterprise_user?: { enterprise_id?: string };
};

/** The workspace the bot serves, the organisation it belongs to, if any, and the bot itself as a member. */
export type OwnTeam = { team: string; enterprise?: string; botUser?: string };

/**
 * `member`: a full member of the council's own workspace or organisation. `outsider`: a guest, or of another
 * workspace. `machine`: an app or workflow. `gone`: an account that is closed.
 */
export type PersonKind = 'member' | 'outsider' | 'machine' | 'gone';

/**
 * What sort of reader a person is. Whatever Slack leaves out counts against them: `is_stranger` is false for people of
 * other workspaces who share a channel, so the workspace itself must be the own one.
 */
export function judgePerson(person: SlackPerson, own: OwnTeam): PersonKind {
  if (person.is_bot || person.is_workflow_bot || person.is_connector_bot) return 'machine';
  if (person.deleted) return 'gone';
  if (person.is_restricted || person.is_ultra_restricted || person.is_stranger) return 'outsider';
  return isOfOwnTeam(person, own) ? 'member' : 'outsider';
}

function isOfOwnTeam({ team_id, profile, enterprise_user }: SlackPerson, own: OwnTeam): boolean {
  if ((team_id ?? profile?.team) === own.team) return true;
  return own.enterprise !== undefined && enterprise_user?.enterprise_id === own.enterprise;
}
