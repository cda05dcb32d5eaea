import type { Briefing } from '../../../briefing.ts';
import { briefSummary, briefThread } from '../../blocks/memory/brief-messages.ts';
import { uploadOnce } from '../../calls/upload-once.ts';
import type { SurfaceContext } from '../context.ts';

export type PostBriefingOptions = {
  context: Pick<SurfaceContext, 'app' | 'client' | 'desk' | 'messenger' | 'log'>;
  /** A channel, or the conversation with a member. */
  to: { team: string; channel: string };
  key: string;
  signal: AbortSignal;
  /** Said before it. */
  words?: string[];
};

/** Posts a briefing's summary, attaches the document in its thread, and goes through it item by item; all of it once. */
export async function postBriefing(briefing: Briefing, options: PostBriefingOptions): Promise<{ thread: string }> {
  const { context, to, key, signal, words = [] } = options;
  const { messenger, client, desk, log, app } = context;
  let thread: string | undefined;
  for (const [n, message] of briefSummary(briefing, words).entries()) {
    const place = thread === undefined ? to : { ...to, thread };
    const { ts } = await messenger.post(message, { to: place, key: `${key}:summary:${n}`, signal });
    thread ??= ts;
  }
  if (thread === undefined) throw new Error('A briefing had no summary');
  const under = { ...to, thread };
  const content = await app.writeBriefing(briefing, 'docx');
  const name = `briefing-${briefing.date}.docx`;
  const title = `Briefing: ${briefing.committee}, ${briefing.date}`;
  signal.throwIfAborted();
  await uploadOnce({ name, title, content }, { client, posts: desk.posts, log, to: under, key: `${key}:document` });
  for (const [n, message] of briefThread(briefing).entries()) {
    await messenger.post(message, { to: under, key: `${key}:item:${n}`, signal });
  }
  return { thread };
}

/** The conversation with a member: a file can be attached only where a conversation is known by its own id. */
export async function openDirect(client: SurfaceContext['client'], user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  return channel?.id ?? user;
}
