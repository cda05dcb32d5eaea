import type { PackPaper } from './briefing.ts';

/** A standing wish for briefings: so many days before each meeting of a committee, in a channel or to a member. */
export type Subscription = {
  id: number;
  /** Slack's workspace; empty where the command line did not say, which is the bot's own. */
  team: string;
  committee: string;
  daysBefore: number;
  /** Slack's id of a channel or of a member. */
  to: string;
  /** Who asked for it: what they may read is what is posted to a member. */
  user: string;
  /** Milliseconds since 1970. */
  since: number;
};

/**
 * A briefing that was posted for a subscription, with the papers it was made from. `said` are the hashes of its lines:
 * their words are not kept, for a later reader may not be cleared for them.
 */
export type StandingPost = {
  subscription: number;
  date: string;
  papers: PackPaper[];
  said?: string[];
  thread?: string;
};

/** Standing briefings, durable. */
export interface SubscriptionStore {
  /** The subscription, new or as it was: one for each committee and place, whose days are those said last. */
  add(wish: Omit<Subscription, 'id' | 'since'>): Subscription;
  list(): Subscription[];
  read(id: number): Subscription | undefined;
  /** False if there is none of this number. */
  remove(id: number): boolean;
  posted(subscription: number, date: string): StandingPost | undefined;
  /** Writes down what was posted for a meeting; a later post of the same meeting takes its place. */
  writePosted(post: StandingPost): void;
}

/** So many days before a meeting its agenda may be out; more would never come true. */
export const MAX_DAYS_BEFORE = 28;

/** True for Slack's id of a member, false for one of a channel. */
export function isMember(to: string): boolean {
  return /^[UW]/.test(to);
}

/** What a subscription has to do about a meeting today: post, post late, or nothing yet or any more. */
export type Due = { kind: 'wait' } | { kind: 'over' } | { kind: 'due' } | { kind: 'late'; since: string };

/** `today` and `date` are YYYY-MM-DD. A briefing is due on its day, late after it, and not posted once the meeting was. */
export function judgeDue(date: string, { daysBefore, today }: { daysBefore: number; today: string }): Due {
  if (today > date) return { kind: 'over' };
  const due = shiftDay(date, -daysBefore);
  if (today < due) return { kind: 'wait' };
  return today === due ? { kind: 'due' } : { kind: 'late', since: due };
}

/** So many days after a day, YYYY-MM-DD. */
export function shiftDay(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
