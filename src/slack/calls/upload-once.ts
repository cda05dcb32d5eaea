import type { WebClient } from '@slack/web-api';
import type { PostStore } from '../../desk.ts';
import type { Log } from '../../log.ts';
import { asAppError, readRefusal } from './slack-refusal.ts';

/** `alt`: what a picture shows, for whoever cannot see it. */
export type Upload = { name: string; title: string; content: Buffer; alt?: string };
export type UploadOptions = {
  client: WebClient;
  posts: PostStore;
  log: Log;
  /** `thread`: the message that it is attached under. */
  to: { team: string; channel: string; thread: string };
  key: string;
};

/**
 * Attaches a document in a thread, once: one whose upload was cut off is looked for in the thread first. False where
 * the workspace lets the bot upload nothing, which is told in the log; throws as the messenger does for all else.
 */
export async function uploadOnce({ name, title, content, alt }: Upload, options: UploadOptions): Promise<boolean> {
  const { client, posts, log, to, key } = options;
  const post = posts.begin(key, to);
  if (post.ts !== undefined) return true;
  try {
    if (!post.isNew && (await isThere(name, options))) posts.posted(key, to.thread);
    else {
      await client.filesUploadV2({
        channel_id: to.channel,
        thread_ts: to.thread,
        file: content,
        filename: name,
        title,
        ...(alt === undefined ? {} : { alt_text: alt.slice(0, MAX_ALT_CHARS) }),
      });
      posts.posted(key, to.thread);
    }
    return true;
  } catch (error) {
    const { error: reason } = readRefusal(error);
    if (!NOT_ALLOWED.test(reason)) throw asAppError(`Cannot attach a document in ${to.channel}`, error);
    posts.refused(key);
    log.warn("No document can be attached: files:write is missing, or the workspace's rules forbid it", {
      error: reason,
    });
    return false;
  }
}

/** Slack takes no longer description of a picture. */
const MAX_ALT_CHARS = 1_000;
/** An app that was installed before documents were attached has not the scope. */
const NOT_ALLOWED =
  /^(?:missing_scope|not_allowed_token_type|file_uploads_disabled|file_uploads_except_images_disabled)$/;

async function isThere(name: string, { client, to }: UploadOptions): Promise<boolean> {
  const { messages = [] } = await client.conversations.replies({ channel: to.channel, ts: to.thread, limit: 200 });
  return messages.some(({ files = [] }) => files.some((file) => file.name === name));
}
