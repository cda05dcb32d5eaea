import { randomUUID } from 'node:crypto';
import { checkView, type Json } from '../blocks/check-blocks.ts';
import type { FakeState, Method } from '../state/fake-state.ts';
import { viewRecord } from '../state/views.ts';
import { findMessage } from '../state/workspace.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { reachChannel } from './reach-channel.ts';

const MAX_PROMPTS = 4;
const MAX_LOADING_MESSAGES = 10;
const MAX_TITLE = 200;
const SESSION_STATES = ['active', 'processing', 'suspended', 'closed'];

/** Views, what is shown around an agent's thread, and files. */
export const surfaceMethods: Record<string, Method> = {
  'views.open': (args, state) => {
    const view = checkView(args.view, 'modal');
    const { user } = state.triggers.exchange(args.trigger_id);
    return { view: viewRecord(state.views.show(user, view)) };
  },
  'views.push': (args, state) => {
    const view = checkView(args.view, 'modal');
    const { user } = state.triggers.exchange(args.trigger_id);
    return { view: viewRecord(state.views.push(user, view)) };
  },
  'views.update': (args, state) => {
    const view = checkView(args.view, 'modal');
    const target = state.views.find({ id: args.view_id, externalId: args.external_id });
    return { view: viewRecord(state.views.change(target, view, args.hash)) };
  },
  'views.publish': (args, state) => {
    const view = checkView(args.view, 'home');
    const user = state.workspace.user(String(args.user_id));
    return { view: viewRecord(state.views.publish(user.id, view, args.hash)) };
  },
  'assistant.threads.setStatus': (args, state) => {
    const { channel, thread } = agentThread(args, state);
    const loading = (args.loading_messages as string[] | undefined) ?? [];
    if (typeof args.status !== 'string' || loading.length > MAX_LOADING_MESSAGES)
      throw new SlackError('invalid_arguments');
    state.threads.setStatus({ channel, thread, status: args.status, loading });
    state.threads.setSession(channel, thread, args.status === '' ? 'active' : 'processing');
    return {};
  },
  'assistant.threads.setTitle': (args, state) => {
    const { channel, thread } = agentThread(args, state);
    if (typeof args.title !== 'string' || args.title === '') throw new SlackError('invalid_arguments');
    state.threads.setTitle(channel, thread, args.title);
    return {};
  },
  'assistant.threads.setSuggestedPrompts': (args, state) => {
    const channel = reachChannel(args.channel_id, { state, purpose: 'write' });
    const prompts = args.prompts as Json[] | undefined;
    const whole = prompts?.every(({ title, message }) => isText(title) && isText(message));
    if (!prompts || prompts.length === 0 || prompts.length > MAX_PROMPTS || !whole) {
      throw new SlackError('invalid_arguments');
    }
    const place = isText(args.thread_ts) ? { thread: String(args.thread_ts) } : {};
    const title = isText(args.title) ? { title: String(args.title) } : {};
    state.threads.suggest({ channel: channel.id, ...place, ...title, prompts });
    return {};
  },
  'agents.sessions.setStatus': (args, state) => {
    const { channel, thread } = agentThread(args, state);
    if (!SESSION_STATES.includes(String(args.status))) throw new SlackError('invalid_status');
    if (String(args.title ?? '').length > MAX_TITLE) throw new SlackError('invalid_arguments');
    const isNew = !state.threads.sessions.has(state.threads.keyOf(channel, thread));
    if (isNew && isText(args.title)) state.threads.setTitle(channel, thread, String(args.title));
    state.threads.setSession(channel, thread, String(args.status));
    return {};
  },
  'agents.sessions.rename': (args, state) => {
    const { channel, thread } = agentThread(args, state);
    if (!isText(args.title) || String(args.title).length > MAX_TITLE) throw new SlackError('invalid_arguments');
    if (!state.threads.sessions.has(state.threads.keyOf(channel, thread))) throw new SlackError('session_not_found');
    state.threads.setTitle(channel, thread, String(args.title));
    return {};
  },
  'files.getUploadURLExternal': (args, state) => {
    if (!isText(args.filename) || !(Number(args.length) > 0)) throw new SlackError('invalid_arguments');
    const id = `F${randomUUID().slice(0, 8).toUpperCase()}`;
    state.files.set(id, { name: String(args.filename) });
    return { upload_url: `${state.apiUrl().replace(/api\/$/, '')}upload/${id}`, file_id: id };
  },
  'files.completeUploadExternal': (args, state) => {
    const files = (args.files as Json[] | undefined) ?? [];
    for (const { id, title } of files) {
      const file = state.files.get(String(id));
      if (!file?.bytes) throw new SlackError('file_not_found');
      if (args.channel_id) file.channel = reachChannel(args.channel_id, { state, purpose: 'write' }).id;
      if (isText(title)) file.title = String(title);
    }
    return { files: files.map(({ id, title }) => ({ id, title })) };
  },
};

function agentThread(args: Json, state: FakeState): { channel: string; thread: string } {
  const channel = reachChannel(args.channel_id, { state, purpose: 'write' });
  const thread = String(args.thread_ts ?? '');
  const isThere = findMessage(channel, thread) ?? channel.messages.some(({ threadTs }) => threadTs === thread);
  if (!isThere) throw new SlackError('invalid_thread_ts');
  return { channel: channel.id, thread };
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
