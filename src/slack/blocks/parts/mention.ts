const MEMBER_ID = /^[A-Z0-9]{2,32}$/;

/** Stands for somebody whose id is none: what is no id is never put into a mention. */
export const UNKNOWN_MEMBER = 'a member';

/** True for what Slack's ids of members look like. */
export function isMemberId(id: string): boolean {
  return MEMBER_ID.test(id);
}

/** A mention in a message's text, by Slack's id. */
export function mention(user: string): string {
  return isMemberId(user) ? `<@${user}>` : UNKNOWN_MEMBER;
}
