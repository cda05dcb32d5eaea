import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Json } from './blocks/check-blocks.ts';
import { openDeliverer } from './delivery/deliver.ts';
import { openHttpDelivery, postSigned, type RequestUrls } from './delivery/http-delivery.ts';
import { openSocketMode } from './delivery/socket-mode.ts';
import { memberMessages } from './members/member-messages.ts';
import { memberPresses } from './members/member-presses.ts';
import { renderBlocks, renderConversation } from './members/render-conversation.ts';
import { workspaceLife } from './members/workspace-life.ts';
import { openAgentThreads } from './state/agent-threads.ts';
import type { FakeSettings, FakeState } from './state/fake-state.ts';
import { openResponseUrls } from './state/response-urls.ts';
import { openTriggers } from './state/triggers.ts';
import { openViews } from './state/views.ts';
import { BOT_USER, type FakeMessage, openWorkspace } from './state/workspace.ts';
import { waitForChanges } from './wait-for-changes.ts';
import { openFaults } from './web-api/faults.ts';
import { openJournal } from './web-api/journal.ts';
import { ALL_EVENTS, ALL_SCOPES } from './web-api/scopes.ts';
import { serveWebApi } from './web-api/serve-web-api.ts';

/**
 * Slack gives an app three seconds. A busy machine may take longer, so that what must be in time is shown by the order
 * of events, and measured by `npm run bench:slack`; here only what hangs takes so long.
 */
const PATIENT_MS = 120_000;

const DEFAULTS: FakeSettings = {
  scopes: ALL_SCOPES,
  events: ALL_EVENTS,
  clockFactor: 1,
  ackTimeoutMs: PATIENT_MS,
  triggerMs: PATIENT_MS,
  rateLimits: false,
  pageSize: 200,
  pingMs: 5000,
  sparse: false,
  unknownMethods: [],
  signingSecret: 'a-secret-of-the-fake',
  botToken: 'xoxb-fake-bot-token',
  appToken: 'xapp-1-fake-app-token',
  teamName: 'Fairhaven Council',
};

export type FakeSlack = Awaited<ReturnType<typeof openFakeSlack>>;

/**
 * Slack's servers on loopback: Web API, Socket Mode (until `useHttp` names the app's addresses), members who speak
 * and press, Slack's limits with Slack's error names, and faults. Everything sent is kept; close it in the end.
 */
export async function openFakeSlack(settings: Partial<FakeSettings> = {}) {
  const changes = waitForChanges();
  const state = openState({ ...DEFAULTS, ...settings }, changes.changed);
  const { workspace, settings: set } = state;
  const faults = openFaults();
  const journal = openJournal();
  const server = serveWebApi({ state, faults, journal, openConnection: () => socket.ticketUrl(port()) });
  const socket = openSocketMode(server, { ...set, changed: changes.changed });
  const port = () => (server.address() as AddressInfo).port;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  state.apiUrl = () => `http://127.0.0.1:${port()}/api/`;

  const deliverer = openDeliverer({ ...set, changed: changes.changed });
  deliverer.use(socket.carry);
  const messages = memberMessages(state, deliverer);
  state.emit = (event) => void messages.tell(event);

  return {
    apiUrl: state.apiUrl(),
    signingSecret: set.signingSecret,
    botToken: set.botToken,
    appToken: set.appToken,
    botUser: BOT_USER,
    state,
    faults,
    socket,
    deliveries: deliverer.deliveries,
    /** Delivers the same thing again, as Slack does after minutes. */
    repeat: deliverer.repeat,
    deliver: deliverer.deliver,
    ...workspaceLife(state, messages.tell),
    ...messages,
    ...memberPresses(state, deliverer),
    ...whatIsSeen(state),
    calls: journal.of,
    /** Mentions, broadcasts and links in all that the bot sent. */
    tokens: journal.tokens,
    statuses: state.threads.statuses,
    views: state.views,
    ephemerals: workspace.ephemerals,
    expireResponseUrls: () => state.responseUrls.expire(),
    /** From now on things come to the app by signed HTTP. */
    useHttp(urls: RequestUrls | string) {
      const all = typeof urls === 'string' ? { events: urls, commands: urls, interactivity: urls } : urls;
      const http = openHttpDelivery(all, { secret: set.signingSecret, ackTimeoutMs: set.ackTimeoutMs });
      deliverer.use(http.carry);
      return { verifyUrl: http.verifyUrl };
    },
    postSigned,
    eventually: changes.eventually,
    async close(): Promise<void> {
      deliverer.close();
      socket.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function openState(settings: FakeSettings, changed: () => void): FakeState {
  const workspace = openWorkspace(changed);
  return {
    settings,
    workspace,
    views: openViews(changed),
    triggers: openTriggers(settings.triggerMs),
    threads: openAgentThreads(changed),
    responseUrls: openResponseUrls(workspace),
    files: new Map(),
    revoked: {},
    apiUrl: () => '',
    emit: () => undefined,
  };
}

function whatIsSeen(state: FakeState) {
  const { workspace } = state;
  const inThread = (channel: string, thread?: string): FakeMessage[] => {
    const { messages } = workspace.channel(channel);
    return thread === undefined ? messages : messages.filter((one) => one.ts === thread || one.threadTs === thread);
  };
  return {
    messages: inThread,
    /** What the bot said, in one thread or in the whole channel. */
    replies: (channel: string, thread?: string) => inThread(channel, thread).filter(({ user }) => user === BOT_USER),
    /** What only this member sees. */
    whispers: (user: string, channel?: string) =>
      workspace.ephemerals.filter((one) => one.seenBy === user && (channel === undefined || one.channel === channel)),
    /** A message as its reader sees it, in lines. */
    read: (message: Pick<FakeMessage, 'text' | 'blocks'>) =>
      renderBlocks(message.blocks, { text: message.text, state }),
    /** The modal on top of a member's screen, and what it says. */
    modal(user: string): { view: Json; lines: string[] } | undefined {
      const top = state.views.stack(user).at(-1);
      return top && { view: top.view, lines: renderBlocks(top.view.blocks as Json[], { text: '', state }) };
    },
    home(user: string): { view: Json; lines: string[] } | undefined {
      const home = state.views.all.find((one) => one.user === user && one.view.type === 'home');
      return home && { view: home.view, lines: renderBlocks(home.view.blocks as Json[], { text: '', state }) };
    },
    conversation: (channel: string, seenBy?: string) =>
      renderConversation(workspace.channel(channel), { state, ...(seenBy ? { seenBy } : {}) }),
  };
}
