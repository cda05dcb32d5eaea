import type { Json } from '../blocks/check-blocks.ts';

/** "Reading minutes of 12 September …" as it stood from `at` (ms since 1970) on; an empty one is a status taken away. */
export type FakeStatus = { channel: string; thread: string; status: string; loading: string[]; at: number };

export type AgentThreads = ReturnType<typeof openAgentThreads>;

/** What Slack shows around an agent's thread: status, title, suggested prompts, the state of the session. */
export function openAgentThreads(changed: () => void) {
  const statuses: FakeStatus[] = [];
  const titles = new Map<string, string>();
  const prompts: { channel: string; thread?: string; title?: string; prompts: Json[]; at: number }[] = [];
  const sessions = new Map<string, { state: string; history: string[] }>();
  const keyOf = (channel: string, thread: string) => `${channel}/${thread}`;
  return {
    statuses,
    titles,
    prompts,
    sessions,
    keyOf,
    setStatus(status: Omit<FakeStatus, 'at'>): void {
      statuses.push({ ...status, at: Date.now() });
      changed();
    },
    /** What a member sees under the thread now; Slack takes it away when the bot has spoken. */
    status(channel: string, thread: string): string {
      return statuses.findLast((one) => one.channel === channel && one.thread === thread)?.status ?? '';
    },
    setTitle(channel: string, thread: string, title: string): void {
      titles.set(keyOf(channel, thread), title);
      changed();
    },
    setSession(channel: string, thread: string, state: string): void {
      const session = sessions.get(keyOf(channel, thread)) ?? { state, history: [] };
      session.state = state;
      session.history.push(state);
      sessions.set(keyOf(channel, thread), session);
      changed();
    },
    suggest(one: { channel: string; thread?: string; title?: string; prompts: Json[] }): void {
      prompts.push({ ...one, at: Date.now() });
      changed();
    },
  };
}
