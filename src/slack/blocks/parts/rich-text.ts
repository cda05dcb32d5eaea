import type { ContextBlock, HeaderBlock, RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import { SLACK_LIMITS } from '../../format/slack-limits.ts';
import { visibleText } from '../../format/visible-text.ts';
import { plainText } from './button.ts';
import { isMemberId, UNKNOWN_MEMBER } from './mention.ts';

/** A run of text; a `user` is a mention of ours, by Slack's id. */
export type Run = string | { text: string; bold?: boolean; italic?: boolean } | { user: string };

/** What stands for text of which nothing can be shown: Slack refuses empty text. */
const NOTHING = '–';

/** A block of one paragraph. Slack parses nothing in it: it is how words of papers and people are shown. */
export function richParagraph(...runs: Run[]): RichTextBlock {
  return { type: 'rich_text', elements: [section(runs)] };
}

/** A bulleted list, one item for each list of runs. */
export function richList(...items: Run[][]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: items.map(section) }] };
}

/** Words of others set off from ours. */
export function richQuote(text: string): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: elementsOf([text]) }] };
}

/** Small print: each text a line of its own. */
export function smallPrint(...texts: string[]): ContextBlock[] {
  const blocks: ContextBlock[] = [];
  for (let at = 0; at < texts.length; at += SLACK_LIMITS.contextElements) {
    const elements = texts.slice(at, at + SLACK_LIMITS.contextElements);
    blocks.push({ type: 'context', elements: elements.map((text) => plainText(text, SLACK_LIMITS.contextChars)) });
  }
  return blocks;
}

/** A heading. */
export function heading(text: string): HeaderBlock {
  return { type: 'header', text: plainText(text, SLACK_LIMITS.headerChars) };
}

function section(runs: Run[]): RichTextSection {
  return { type: 'rich_text_section', elements: elementsOf(runs) };
}

function elementsOf(runs: Run[]): RichTextElement[] {
  const elements = runs.flatMap(elementOf);
  return elements.length > 0 ? elements : [{ type: 'text', text: NOTHING }];
}

/** Runs keep the white space at their ends, which joins them to their neighbours. */
function elementOf(run: Run): RichTextElement[] {
  if (typeof run === 'object' && 'user' in run) {
    return [isMemberId(run.user) ? { type: 'user', user_id: run.user } : { type: 'text', text: UNKNOWN_MEMBER }];
  }
  const { text, bold = false, italic = false } = typeof run === 'string' ? { text: run } : run;
  const seen = visibleText(text, { lines: true });
  if (seen === '') return /\s/.test(text) ? [{ type: 'text', text: /\n/.test(text) ? '\n' : ' ' }] : [];
  const [before] = /^\s*/.exec(text) ?? [''];
  const [after] = /\s*$/.exec(text) ?? [''];
  const style = { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) };
  return [
    {
      type: 'text',
      text: `${spaceOf(before)}${seen}${spaceOf(after)}`,
      ...(Object.keys(style).length > 0 ? { style } : {}),
    },
  ];
}

/** The white space at an end, as much as is kept inside: a blank line, a line or a space. */
function spaceOf(space: string): string {
  const lines = space.split('\n').length - 1;
  return lines > 0 ? '\n'.repeat(Math.min(lines, 2)) : space === '' ? '' : ' ';
}
