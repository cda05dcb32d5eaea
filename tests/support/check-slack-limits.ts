import type { HomeView, KnownBlock, MarkdownTextChunk, ModalView } from '@slack/types';
import { SLACK_LIMITS } from '../../src/slack/format/slack-limits.ts';
import type { Message } from '../../src/slack/messenger.ts';
import { checkBlocks, checkView } from './fake-slack/blocks/check-blocks.ts';

/** Throws where Slack would refuse a message, or where it is fuller than is safe. */
export function checkMessage({ text, blocks }: Message): void {
  checkBlocks(blocks, 'message');
  demand(text.trim() !== '', 'a message has no text');
  demand(text.length <= SLACK_LIMITS.textChars, `a text of ${text.length} characters`);
  demand(blocks.length > 0, 'a message has no blocks');
  const json = blocks.filter(({ type }) => type !== 'table').map((block) => JSON.stringify(block).length);
  const chars = json.reduce((sum, length) => sum + length, 0);
  demand(chars <= SLACK_LIMITS.blocksChars, `blocks of ${chars} characters`);
  checkLabels(blocks);
}

/** Throws where Slack would refuse a modal or an App Home. */
export function checkSurface(view: ModalView | HomeView): void {
  checkView(view, view.type);
  checkLabels(view.blocks as KnownBlock[]);
}

/** Throws where a chunk is more than one message of Markdown can hold. */
export function checkChunk({ text }: MarkdownTextChunk): void {
  demand(text.trim() !== '', 'an empty chunk');
  demand(text.length <= SLACK_LIMITS.markdownChars, `a chunk of ${text.length} characters`);
}

/** Every button says what it does to those who do not see it. */
function checkLabels(blocks: KnownBlock[]): void {
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && value.type === 'button') demand('accessibility_label' in value, 'a button without a label');
    for (const child of Object.values(value)) walk(child);
  };
  walk(blocks);
}

function demand(holds: boolean, fault: string): asserts holds {
  if (!holds) throw new Error(fault);
}
