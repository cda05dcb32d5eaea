import { WORD_JOINER } from '../../src/slack/format/defuse-links.ts';

/** What Slack would act on in mrkdwn: anything in angle brackets. */
const TOKEN = /<[^<>]*>/g;
/** What Slack's readers of plain words would make a link, a mention or a picture of. */
const LINKED = /https?:\/\/|mailto:[^\s\u2060]|www\.\w|\w\.(?:com|org|uk)\b|[@#](?=\w)|:[a-z0-9_+-]+:/gi;

type Part = { kind: 'mrkdwn' | 'literal' | 'spoken'; text: string };

/** Every string of a payload that is shown or read out, in order, by how Slack reads it. */
export function partsOf(value: unknown, parent = ''): Part[] {
  if (Array.isArray(value)) return value.flatMap((item) => partsOf(item, parent));
  if (typeof value !== 'object' || value === null) return [];
  const type = 'type' in value ? String(value.type) : parent;
  return Object.entries(value).flatMap(([key, child]): Part[] => {
    if (typeof child !== 'string') return partsOf(child, type);
    if (key === 'accessibility_label') return [{ kind: 'spoken', text: child }];
    if (key !== 'text') return [];
    return [{ kind: ['plain_text', 'text', 'raw_text'].includes(type) ? 'literal' : 'mrkdwn', text: child }];
  });
}

/** All that a payload's blocks show, as a member reads it, on one line. */
export function shownText(blocks: unknown): string {
  const shown = partsOf(blocks).filter(({ kind }) => kind !== 'spoken');
  return fold(shown.map(({ kind, text }) => (kind === 'mrkdwn' ? readMrkdwn(text) : text)).join(' '));
}

/** Mrkdwn as a member reads it. */
export function readMrkdwn(text: string): string {
  return text.replaceAll(WORD_JOINER, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** What Slack would act on in a mrkdwn string, our mentions of members left out. */
export function tokensOf(text: string): string[] {
  const tokens = (text.match(TOKEN) ?? []).filter((token) => !/^<@[A-Z0-9]+>$/.test(token));
  const rest = text.replace(TOKEN, '');
  return [...tokens, ...(/[<>]/.test(rest) ? [rest] : []), ...(readEntities(rest).match(LINKED) ?? [])];
}

/**
 * Markdown of ours as Slack reads it: words, escapes and entities, with `**[1]**` the only markup. Throws where
 * anything else would be read as markup.
 */
export function readMarkdown(text: string): string {
  const words = text.replace(/ \*\*(?:\[\d+\])+(?: …)?\*\*(?=\n\n$)/, '').replace(/\n\n$/, '');
  if (words.includes('\n')) throw new Error('a second line');
  if (/^ *(?:#{1,6}(?:\s|$)|[-+=](?:[\s=-]|$)|\d{1,9}[.)](?:\s|$))/.test(words))
    throw new Error(`a mark begins "${words}"`);
  let read = '';
  for (let at = 0; at < words.length; at++) {
    const character = words.charAt(at);
    if (character === '\\') read += words.charAt(++at);
    else if (/[`*_~[\]|<>]/.test(character)) throw new Error(`"${character}" stands bare at ${at} of "${words}"`);
    else read += character;
  }
  const linked = read.match(LINKED);
  if (linked) throw new Error(`${linked.join()} would be linked`);
  return readEntities(read.replaceAll(WORD_JOINER, ''));
}

function readEntities(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** White space folded, as the eye does. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
