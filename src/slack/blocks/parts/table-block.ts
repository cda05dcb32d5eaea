import type { RawTextElement, TableBlock } from '@slack/types';
import type { CitedTable } from '../../../excerpt.ts';
import { escapeMrkdwn } from '../../format/escape-mrkdwn.ts';
import { SLACK_LIMITS } from '../../format/slack-limits.ts';
import { visibleText } from '../../format/visible-text.ts';
import { joinUnits, type Unit } from './pack-messages.ts';
import { textUnits } from './text-units.ts';

/** Slack refuses an empty cell. */
const EMPTY_CELL = ' ';
/** The words of a table in a message's text; the rest of the room is for what stands around it. */
const MAX_TABLE_TEXT_CHARS = 3_000;

/**
 * A table as Slack's table block with its caption over it, where the block can hold it and its words fit a message's
 * text; else row by row, each cell behind the name of its column.
 */
export function tableUnits(table: CitedTable | undefined): Unit[] {
  if (!table) return [];
  const block = tableBlock(table);
  const rows = tableRows(table);
  const text = rows.map((row) => escapeMrkdwn(row)).join('\n');
  const caption = table.caption === undefined ? [] : textUnits(table.caption);
  if (!block || text.length > MAX_TABLE_TEXT_CHARS) return [...caption, ...rows.flatMap(textUnits)];
  return [...caption.slice(0, -1), joinUnits(...caption.slice(-1), { text, blocks: [block] })];
}

/** The table block, or undefined if Slack's cannot hold the table whole. */
export function tableBlock({ headers, rows }: CitedTable): TableBlock | undefined {
  const lines = [...headers, ...rows.map(({ cells }) => cells)];
  const columns = Math.max(0, ...lines.map((cells) => cells.length));
  if (lines.length === 0 || columns === 0) return undefined;
  if (lines.length > SLACK_LIMITS.tableRows || columns > SLACK_LIMITS.tableCells) return undefined;
  const filled = lines.map((cells) => Array.from({ length: columns }, (_, n) => cellOf(cells[n] ?? '')));
  const chars = filled.flat().reduce((sum, { text }) => sum + text.length, 0);
  if (chars > SLACK_LIMITS.tableChars) return undefined;
  return {
    type: 'table',
    rows: filled,
    column_settings: filled[0]?.map(() => ({ align: 'left', is_wrapped: true })) ?? [],
  };
}

/** Every row as a line that stands alone: "Group, Boys; 2018: 61%; 2019: 64%". */
export function tableRows({ headers, rows }: CitedTable): string[] {
  const names = columnNames(headers);
  return rows.map(({ cells, group }) => {
    const said = cells.map((cell, n) => {
      const name = names[n] ?? '';
      const value = visibleText(cell);
      if (value === '') return '';
      return name === '' || n === 0 ? value : `${name}: ${value}`;
    });
    const line = said.filter((cell) => cell !== '').join('; ');
    return group === undefined ? line : `${visibleText(group)}: ${line}`;
  });
}

function columnNames(headers: string[][]): string[] {
  const columns = Math.max(0, ...headers.map((cells) => cells.length));
  return Array.from({ length: columns }, (_, n) =>
    headers
      .map((cells) => visibleText(cells[n] ?? ''))
      .filter((name) => name !== '')
      .join(' '),
  );
}

function cellOf(text: string): RawTextElement {
  return { type: 'raw_text', text: visibleText(text) || EMPTY_CELL };
}
