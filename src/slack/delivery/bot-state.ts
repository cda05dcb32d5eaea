/** How the bot is, as its health endpoint tells. */
export type BotState = {
  /** Slack can reach the bot: the socket is open, or the HTTP server listens. */
  isConnected: boolean;
  /** Since when, milliseconds since 1970. */
  since?: number;
  /** Why the bot cannot do its work until somebody acts: a dead token, Socket Mode switched off. */
  stoppedBy?: string;
  /** The desk's last word; undefined while it can be written. */
  deskFault?: string;
};

/** Keeps the bot's state; every setter says whether something changed, so that each change is logged once. */
export type StateKeeper = {
  read(): BotState;
  connected(isConnected: boolean): boolean;
  stoppedBy(reason: string): boolean;
  deskFault(reason: string | undefined): boolean;
};

/** A new bot: not connected, nothing amiss. */
export function keepState(now: () => number = Date.now): StateKeeper {
  let state: BotState = { isConnected: false };
  const change = (next: BotState, isChange: boolean): boolean => {
    if (isChange) state = next;
    return isChange;
  };
  return {
    read: () => state,
    connected(isConnected) {
      const { since, ...rest } = state;
      const next = isConnected ? { ...rest, isConnected, since: now() } : { ...rest, isConnected };
      return change(next, isConnected !== state.isConnected);
    },
    stoppedBy(reason) {
      // What Slack says of it afterwards, by event and by every call, is no news.
      return change({ ...state, stoppedBy: reason }, state.stoppedBy === undefined);
    },
    deskFault(reason) {
      const { deskFault, ...rest } = state;
      return change(reason === undefined ? rest : { ...rest, deskFault: reason }, reason !== deskFault);
    },
  };
}
