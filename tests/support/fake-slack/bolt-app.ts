import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { FakeSlack } from './open-fake-slack.ts';
import { quietLogger } from './quiet-logger.ts';

/** A plain Bolt app on the fake, as a stand-in for the bot where the fake itself is tested. */
export async function openBoltApp(
  slack: FakeSlack,
  { http = false, pongMs = 120_000 }: { http?: boolean; pongMs?: number } = {},
) {
  const client = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver = http
    ? new HTTPReceiver({ signingSecret: slack.signingSecret, logger: quietLogger })
    : new SocketModeReceiver({
        appToken: slack.appToken,
        logger: quietLogger,
        // How long it waits for a pong, and before it connects anew.
        clientPingTimeout: pongMs,
        installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 3, minTimeout: 20 } } },
      });
  const app = new App({
    token: slack.botToken,
    receiver,
    clientOptions: client,
    logger: quietLogger,
    deferInitialization: true,
    convoStore: false,
  });
  await app.init();
  const start = async (): Promise<string> => {
    if (!http) {
      await app.start();
      return '';
    }
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    const address = 'address' in server ? server.address() : undefined;
    if (typeof address !== 'object' || !address) throw new Error('The app does not listen');
    return `http://127.0.0.1:${address.port}/slack/events`;
  };
  const stop = async () => {
    await app.stop();
    // Bolt does not wait for its socket to close.
    await slack.eventually(() => slack.socket.connections.length === 0);
  };
  return { app, start, stop };
}
