/** Calls a minute, by Slack's tiers. */
const TIERS = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;
const METHOD_TIERS: Record<string, keyof typeof TIERS> = {
  'chat.update': 3,
  'chat.delete': 3,
  'chat.startStream': 2,
  'chat.stopStream': 2,
  'chat.appendStream': 4,
  'conversations.info': 3,
  'conversations.members': 4,
  'conversations.replies': 3,
  'conversations.history': 3,
  'conversations.open': 3,
  'conversations.list': 2,
  'users.info': 4,
  'users.conversations': 3,
  'usergroups.users.list': 2,
  'usergroups.list': 2,
  'views.open': 4,
  'views.push': 4,
  'views.update': 4,
  'views.publish': 4,
  'assistant.threads.setStatus': 4,
  'apps.connections.open': 1,
};
/** Posting: about one a second in each channel, short bursts allowed. */
const POSTS_A_MINUTE = 60;
const WINDOW_MS = 60_000;

/**
 * Counts calls per method (posts per channel) over a sliding minute. Gives the seconds to
 * wait where there were too many, else undefined.
 */
export function openRateLimits() {
  const seen = new Map<string, number[]>();
  return (method: string, channel: string): number | undefined => {
    const posts = method === 'chat.postMessage';
    const tier = METHOD_TIERS[method];
    const most = posts ? POSTS_A_MINUTE : tier && TIERS[tier];
    if (!most) return undefined;
    const key = posts ? `${method} ${channel}` : method;
    const now = Date.now();
    const recent = (seen.get(key) ?? []).filter((at) => now - at < WINDOW_MS);
    seen.set(key, recent);
    const [oldest] = recent;
    if (recent.length >= most && oldest !== undefined) return Math.ceil((WINDOW_MS - (now - oldest)) / 1000);
    recent.push(now);
    return undefined;
  };
}
