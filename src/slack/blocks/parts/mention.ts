/** A mention in a message's text; an id is letters and digits, and nothing else of it is let through. */
export function mention(user: string): string {
  return `<@${plainId(user)}>`;
}

/** Slack's id of somebody without anything that is not of an id. */
export function plainId(id: string): string {
  return id.replace(/[^A-Z0-9]/gi, '') || 'UNKNOWN';
}
