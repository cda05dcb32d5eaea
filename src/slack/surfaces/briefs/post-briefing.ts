import type { Briefing } from '../../../briefing.ts';
import { briefSummary, briefThread } from '../../blocks/memory/brief-messages.ts';
import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import { postThread } from '../../calls/post-thread.ts';
import { uploadOnce } from '../../calls/upload-once.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { ThreadPlace } from '../../job.ts';
import type { SurfaceContext } from '../context.ts';

export type PostBriefingOptions = {
  context: Pick<SurfaceContext, 'app' | 'client' | 'desk' | 'messenger' | 'log'>;
  /** A channel or a member, where the first message begins a thread, or a thread. */
  to: { team: string; channel: string; thread?: string };
  key: string;
  signal: AbortSignal;
  /** Said before it. */
  words?: string[];
};

const NOT_ATTACHED =
  'The document could not be attached: this workspace lets me upload no files. Every item follows here.';

/** Posts a briefing's summary, attaches the document in its thread, and goes through it item by item; all of it once. */
export async function postBriefing(briefing: Briefing, options: PostBriefingOptions): Promise<{ thread: string }> {
  const { context, to, key, signal, words = [] } = options;
  const { messenger } = context;
  const under = await postThread(briefSummary(briefing, words), { messenger, to, key: `${key}:summary`, signal });
  await attachBriefing(briefing, { context, to: under, key, signal });
  for (const [n, message] of briefThread(briefing).entries()) {
    await messenger.post(message, { to: under, key: `${key}:item:${n}`, signal });
  }
  return { thread: under.thread };
}

type AttachOptions = Omit<PostBriefingOptions, 'words' | 'to'> & { to: ThreadPlace };

/** Attaches the document in a thread, once; where the workspace takes no files, says so. */
export async function attachBriefing(briefing: Briefing, { context, to, key, signal }: AttachOptions): Promise<void> {
  const { client, desk, log, app, messenger } = context;
  const content = await app.writeBriefing(briefing, 'docx');
  const name = `briefing-${briefing.date}.docx`;
  const title = visibleText(`Briefing: ${briefing.committee}, ${briefing.date}`);
  signal.throwIfAborted();
  const upload = { client, posts: desk.posts, log, to, key: `${key}:document` };
  const isThere = await uploadOnce({ name, title, content }, upload);
  if (!isThere) await messenger.post(plainMessage(NOT_ATTACHED), { to, key: `${key}:document:none`, signal });
}
