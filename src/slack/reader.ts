import type { Audience } from '../audience.ts';

/**
 * Who will read an answer: what they may see, or that they are told nothing and why, fit for them. A machine is not
 * even told why, or two of them would talk for ever.
 */
export type Reader = { kind: 'reader'; audience: Audience } | { kind: 'refused'; reason: string; isMachine?: boolean };

/**
 * Who reads what is said at a place. Without `channel` (or with a direct message) it is the user alone; else everybody
 * in the channel, so the audience is what every one of them may see. Where Slack cannot say who is there, the public.
 */
export type FindReader = (who: {
  team: string;
  user: string;
  channel?: string;
  userTeam?: string;
  isExternal?: boolean;
}) => Promise<Reader>;
