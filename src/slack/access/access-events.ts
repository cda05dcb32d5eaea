/**
 * Events of Slack after which what is remembered of people, channels and groups may be wrong: the manifest subscribes
 * to them, and whoever receives them hands them to `Access.drop`.
 */
export const ACCESS_EVENTS = [
  'user_change',
  'member_joined_channel',
  'member_left_channel',
  'subteam_updated',
  'subteam_members_changed',
  'channel_shared',
  'channel_unshared',
] as const;
