import type { KnownBlock } from '@slack/types';
import { SLACK_LIMITS } from '../../format/slack-limits.ts';
import type { Message } from '../../messenger.ts';

/** What stays together on the screen: a statement, a source. `text` is escaped, and whole. */
export type Unit = { text: string; blocks: KnownBlock[] };

/**
 * Units in as few messages as Slack's limits allow, broken only between units. `last` goes under the last unit, in the
 * same message. Every unit must fit a message by itself, and the last one together with `last`.
 */
export function packMessages(units: Unit[], last: Unit = { text: '', blocks: [] }): Message[] {
  const messages: Message[] = [];
  let open: Unit | undefined;
  const final = units.at(-1);
  for (const unit of [...units.slice(0, -1), final ? joinUnits(final, last) : last]) {
    const joined: Unit = open ? joinUnits(open, unit) : unit;
    if (open && !fits(joined)) {
      messages.push(open);
      open = unit;
    } else open = joined;
  }
  return open && open.blocks.length > 0 ? [...messages, open] : messages;
}

/** One unit of several. */
export function joinUnits(...units: Unit[]): Unit {
  return {
    text: units
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n'),
    blocks: units.flatMap(({ blocks }) => blocks),
  };
}

function fits({ text, blocks }: Unit): boolean {
  if (text.length > SLACK_LIMITS.textChars || blocks.length > SLACK_LIMITS.messageBlocks) return false;
  if (blocks.filter(({ type }) => type === 'table').length > SLACK_LIMITS.tables) return false;
  return blocksChars(blocks) <= SLACK_LIMITS.blocksChars;
}

/** How much of Slack's budget blocks take: a table its cells' text, all else the whole of its JSON, to be safe. */
export function blocksChars(blocks: KnownBlock[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type !== 'table') return sum + JSON.stringify(block).length;
    const cells = block.rows.flat();
    return sum + cells.reduce((chars, cell) => chars + ('text' in cell ? String(cell.text).length : 0), 0);
  }, 0);
}
