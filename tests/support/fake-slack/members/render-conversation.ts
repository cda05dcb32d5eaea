import type { Json } from '../blocks/check-blocks.ts';
import { elementsOf } from '../blocks/check-blocks.ts';
import type { FakeState } from '../state/fake-state.ts';
import { BOT_USER, type FakeChannel, type FakeMessage } from '../state/workspace.ts';

/** A channel as a member sees it: who said what, threads below their roots, buttons as [Label]. */
export function renderConversation(
  channel: FakeChannel,
  { state, seenBy }: { state: FakeState; seenBy?: string },
): string {
  const whispers = state.workspace.ephemerals.filter(
    (one) => one.channel === channel.id && (seenBy === undefined || one.seenBy === seenBy),
  );
  const all = [...channel.messages, ...whispers].sort((one, other) => Number(one.ts) - Number(other.ts));
  const title = channel.kind === 'im' ? `Direct messages with ${nameOf(channel, state)}` : `#${channel.name}`;
  const roots = all.filter((one) => !one.threadTs || one.threadTs === one.ts);
  const orphans = all.filter((one) => one.threadTs && !roots.some(({ ts }) => ts === one.threadTs));
  const lines = [...roots, ...orphans].flatMap((root) => [
    ...renderMessage(root, { state, indent: '  ' }),
    ...all
      .filter((one) => one.threadTs === root.ts && one.ts !== root.ts)
      .flatMap((reply) => renderMessage(reply, { state, indent: '    ' })),
  ]);
  return [title, ...lines].join('\n');
}

/** Blocks as lines of plain text; `text` in their place where there are none. */
export function renderBlocks(
  blocks: Json[] | undefined,
  { text, state }: { text: string; state: FakeState },
): string[] {
  if (!blocks || blocks.length === 0) return readMrkdwn(text, state).split('\n');
  return blocks.flatMap((block) => renderBlock(block, state)).filter((line) => line.trim() !== '');
}

type Rendering = { state: FakeState; indent: string };

function renderMessage(message: FakeMessage, { state, indent }: Rendering): string[] {
  const who =
    message.user === BOT_USER ? 'Minutebook' : (state.workspace.users.get(message.user)?.name ?? message.user);
  const whisper = message.seenBy ? ` (only ${state.workspace.users.get(message.seenBy)?.name} sees this)` : '';
  const streamed = message.stream
    ? readMarkdown(message.text, state)
        .split('\n')
        .filter((line) => line.trim() !== '')
    : [];
  const lines =
    message.stream && !message.blocks?.length
      ? streamed
      : [...streamed, ...renderBlocks(message.blocks, { text: message.text, state })];
  const edited = message.edited && message.user !== BOT_USER ? [`${indent}  (edited)`] : [];
  const [first = '', ...rest] = lines;
  return [`${indent}${who}${whisper}: ${first}`, ...rest.map((line) => `${indent}  ${line}`), ...edited];
}

function renderBlock(block: Json, state: FakeState): string[] {
  const { type } = block;
  const controls = elementsOf(block).map((element) => renderElement(element, state));
  switch (type) {
    case 'divider':
      return ['────'];
    case 'markdown':
      return readMarkdown(String(block.text), state).split('\n');
    case 'context':
      return [controls.join('  ')];
    case 'actions':
    case 'context_actions':
      return [controls.join(' ')];
    case 'image':
      return [`(picture: ${block.alt_text})`];
    case 'table':
    case 'data_table':
      return (block.rows as Json[][]).map((row) => `| ${row.map((cell) => renderText(cell, state)).join(' | ')} |`);
    case 'rich_text':
      return renderText(block, state).split('\n');
    case 'input':
      return [`${renderText(block.label, state)}: ${controls.join(' ')}`];
    default: {
      const fields = ((block.fields as Json[] | undefined) ?? []).map((field) => renderText(field, state));
      const text = block.text === undefined ? [] : renderText(block.text, state).split('\n');
      return [...text, ...fields, ...(controls.length > 0 ? [controls.join(' ')] : [])];
    }
  }
}

function renderElement(element: Json, state: FakeState): string {
  if (element.type === 'mrkdwn' || element.type === 'plain_text') return renderText(element, state);
  if (element.type === 'image') return `(picture: ${element.alt_text})`;
  if (element.type === 'feedback_buttons') {
    const both = [element.positive_button, element.negative_button] as Json[];
    return both.map((button) => `[${renderText(button.text, state)}]`).join(' ');
  }
  if (Array.isArray(element.options)) {
    const options = (element.options as Json[]).map((option) => renderText(option.text, state));
    return `[${options.join(' / ')}]`;
  }
  if (String(element.type).endsWith('input')) return `[${element.initial_value ?? '…'}]`;
  return `[${renderText(element.text, state)}]`;
}

/** A text object, a table cell or rich text, as plain text. */
function renderText(node: unknown, state: FakeState): string {
  if (Array.isArray(node)) return node.map((one) => renderText(one, state)).join('');
  if (typeof node !== 'object' || node === null) return '';
  const part = node as Json;
  switch (part.type) {
    case 'mrkdwn':
      return readMrkdwn(String(part.text), state);
    case 'rich_text':
    case 'rich_text_list':
      return (part.elements as Json[]).map((one) => renderText(one, state)).join('\n');
    case 'link':
      return `${part.text ?? part.url}`;
    case 'broadcast':
      return `@${part.range}`;
    case 'user':
      return `@${state.workspace.users.get(String(part.user_id))?.name ?? part.user_id}`;
    default:
      return Array.isArray(part.elements) ? renderText(part.elements, state) : String(part.text ?? '');
  }
}

/** Slack's markup as a reader sees it: links by their label, mentions by name, entities as characters. */
export function readMrkdwn(text: string, { workspace }: FakeState): string {
  return text
    .replaceAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g, (_, id: string) => `@${workspace.users.get(id)?.name ?? id}`)
    .replaceAll(/<#([A-Z0-9]+)(?:\|[^<>]*)?>/g, (_, id: string) => `#${workspace.channels.get(id)?.name ?? id}`)
    .replaceAll(/<!([a-z]+)[^<>]*>/g, (_, word: string) => `@${word}`)
    .replaceAll(/<([^<>|]+)\|([^<>]*)>/g, (_, _url: string, label: string) => label)
    .replaceAll(/<((?:https?|mailto):[^<>]*)>/g, (_, url: string) => url)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Markdown as a reader sees it, as far as the bot writes any: emphasis, links and escapes. */
function readMarkdown(text: string, state: FakeState): string {
  const plain = text
    .replaceAll(/\*\*([^*\n]+)\*\*/g, '$1')
    .replaceAll(/\[([^\]\n]+)\]\([^()\s]+\)/g, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+.!~|>-])/g, '$1');
  return readMrkdwn(plain, state);
}

function nameOf(channel: FakeChannel, { workspace }: FakeState): string {
  const other = [...channel.members].find((user) => user !== BOT_USER);
  return workspace.users.get(other ?? '')?.name ?? channel.id;
}
