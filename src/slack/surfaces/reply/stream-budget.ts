const MINUTE_MS = 60_000;
/** Slack allows 20 streams a minute to be begun (Tier 2); some room is left for a second process. */
const MAX_STREAMS_A_MINUTE = 15;
/** After a refusal streams are left alone for this long: messages do as well. */
const REST_MS = 60_000;

/** Whether an answer may be streamed now; what may not is posted, which says the same. */
export type StreamBudget = {
  take(): boolean;
  /** Slack refused a stream: none is tried for a while. */
  rest(): void;
};

/** Counts streams over the last minute. */
export function openStreamBudget(now: () => number): StreamBudget {
  let begun: number[] = [];
  let restsUntil = 0;
  return {
    take() {
      const at = now();
      begun = begun.filter((time) => at - time < MINUTE_MS);
      if (at < restsUntil || begun.length >= MAX_STREAMS_A_MINUTE) return false;
      begun.push(at);
      return true;
    },
    rest() {
      restsUntil = now() + REST_MS;
    },
  };
}
