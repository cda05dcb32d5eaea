const MINUTE_MS = 60_000;
/** Slack allows 20 streams a minute to be begun (Tier 2); some room is left for a second process. */
const MAX_STREAMS_A_MINUTE = 15;
/** After a refusal streams are left alone for this long: messages do as well. */
const REST_MS = 60_000;

/** Whether an answer may be streamed now; what may not is posted, which says the same. */
export type StreamBudget = {
  take(channel: string): boolean;
  /** Slack refused a stream: for a while none is tried in places of this kind, which are channels or direct messages. */
  rest(channel: string): void;
};

/** Counts streams over the last minute. */
export function openStreamBudget(now: () => number): StreamBudget {
  let begun: number[] = [];
  const restsUntil = new Map<boolean, number>();
  return {
    take(channel) {
      const at = now();
      begun = begun.filter((time) => at - time < MINUTE_MS);
      if (at < (restsUntil.get(isDirect(channel)) ?? 0) || begun.length >= MAX_STREAMS_A_MINUTE) return false;
      begun.push(at);
      return true;
    },
    rest(channel) {
      restsUntil.set(isDirect(channel), now() + REST_MS);
    },
  };
}

function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}
