import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import { button, buttonRows } from '../../blocks/parts/button.ts';
import { readRefusal } from '../../calls/slack-refusal.ts';
import type { ThreadPlace } from '../../job.ts';
import type { Message } from '../../messenger.ts';
import type { SurfaceContext } from '../context.ts';
import { knownPost } from '../memory/known-post.ts';

/** Slack shows a status of its own at once; where it does not, this says within a second what is being done. */
export const STATUS_AFTER_MS = 700;
export const STOP_ACTION = 'stop';

export type StatusMessage = {
  /** What is being done now; said when the work lasts. */
  says(text: string): void;
  /** Slack shows a status of its own, with its own way to stop: no message is needed. */
  isShown(): void;
  /** Takes the message away again. Never throws. */
  end(): Promise<void>;
};

export type StatusOptions = {
  place: ThreadPlace;
  /** The job's key. */
  key: string;
  /** Who may stop it. */
  user: string;
  context: Pick<SurfaceContext, 'client' | 'desk' | 'messenger' | 'stops' | 'log'>;
  afterMs?: number;
};

/**
 * A message that says what is being done and can stop it, for work that lasts; answers that come at once have none. It
 * goes when the answer comes, so that the answer is a message of its own, which Slack tells its asker of.
 */
export function openStatusMessage(options: StatusOptions): StatusMessage {
  const { place, key, user, context, afterMs = STATUS_AFTER_MS } = options;
  const { client, desk, messenger, stops, log } = context;
  const postKey = `${key}:status`;
  let latest = '';
  let shown = '';
  let stopId: string | undefined;
  let ended = false;
  let isDue = false;
  /** The message's ts, once it is posted. */
  let line: Promise<string | undefined> = Promise.resolve(undefined);
  let timer: NodeJS.Timeout | undefined;
  const show = async (ts: string | undefined) => {
    if (ended || shown === latest) return ts;
    shown = latest;
    try {
      stopId ??= stops.keep(place, user);
      const message = stoppableStatus(latest, stopId);
      if (ts === undefined) return (await messenger.post(message, { to: place, key: postKey })).ts;
      await messenger.update(message, { to: place, ts });
    } catch (error) {
      log.info('status not shown', { reason: readRefusal(error).error });
    }
    return ts;
  };
  const showNext = () => {
    isDue = true;
    line = line.then(show);
  };
  return {
    says(text) {
      latest = text;
      if (isDue) showNext();
      else timer ??= setTimeout(showNext, afterMs);
    },
    isShown: () => clearTimeout(timer),
    async end() {
      ended = true;
      clearTimeout(timer);
      // One that was posted before a restart stands there still.
      const ts = (await line) ?? knownPost(desk, postKey);
      if (ts === undefined) return;
      await client.chat
        .delete({ channel: place.channel, ts })
        .catch((error: unknown) => log.info('status not taken away', { reason: readRefusal(error).error }));
    },
  };
}

/** What is being done, with a button that stops it. */
export function stoppableStatus(status: string, stopId: string): Message {
  const { text, blocks } = plainMessage(status);
  const stop = button('Stop', { action: STOP_ACTION, value: stopId, label: 'Stop working on this question' });
  return { text, blocks: [...blocks, ...buttonRows([stop])] };
}
