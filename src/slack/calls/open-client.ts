import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../log.ts';
import { boltLogger } from '../transport/bolt-logger.ts';

export type ClientOptions = {
  apiUrl?: string;
  /** One patient fetch for every client, so that all of them keep to the same limits. */
  fetch: typeof globalThis.fetch;
  log: Log;
};

/** A client of Slack's Web API that waits method by method and never repeats by itself what would be done twice. */
export function openClient(token: string, options: ClientOptions): WebClient {
  return new WebClient(token, clientOptions(options));
}

/**
 * The options of every Web API client of the bot, a new object each time: Bolt's receiver changes the one it is given.
 * The library's own retries are off, for they post a message twice after a time-out and stop all methods after a 429.
 */
export function clientOptions({ apiUrl, fetch, log }: ClientOptions): WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    fetch,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: boltLogger(log),
  };
}
