import type { z } from 'zod';
import { SlackError } from '../web-api/slack-error.ts';
import { SURFACE_BLOCKS, VIEW_SHAPE } from './block-shapes.ts';

/** A block, element or text object as it came over the wire. */
export type Json = { [key: string]: unknown };

/** Over all `markdown` blocks of one payload. */
const MAX_MARKDOWN_CHARS = 12_000;
/** Over all cells of one table. */
const MAX_TABLE_CHARS = 10_000;
/** Not written down by Slack, but met by those who tried: between 12,000 and 13,200 characters. */
const MAX_BLOCK_CHARS = 13_000;

type Surface = keyof typeof SURFACE_BLOCKS;

/**
 * Checks blocks as Slack does: unknown types, unknown fields, lengths, counts, ids used twice. Gives a copy in which
 * every block and element has the id that Slack would give it. Throws `SlackError`.
 */
export function checkBlocks(blocks: unknown, surface: Surface): Json[] {
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format');
  refuse(SURFACE_BLOCKS[surface].safeParse(blocks), { error: 'invalid_blocks', at: '/blocks' });
  const checked = structuredClone(blocks) as Json[];
  checkIds(checked);
  if (surface === 'message') checkSums(checked);
  nameParts(checked);
  return checked;
}

/** Checks a whole view; a wrong part is `invalid_arguments`, as with Slack. Throws `SlackError`. */
export function checkView(view: unknown, type: 'modal' | 'home'): Json {
  refuse(VIEW_SHAPE.safeParse(view), { error: 'invalid_arguments', at: '/view' });
  if ((view as Json).type !== type) throw new SlackError('invalid_arguments', [`view type must be ${type}`]);
  const checked: Json = { ...(view as Json), blocks: checkBlocks((view as Json).blocks, type) };
  const hasInput = (checked.blocks as Json[]).some((block) => block.type === 'input');
  if (type === 'modal' && hasInput && checked.submit === undefined) {
    throw new SlackError('invalid_arguments', ['[ERROR] missing required field: submit [json-pointer:/view]']);
  }
  return checked;
}

/** Every text a payload shows, with where it stands: what counts for Slack's limits and for the hunt for tokens. */
export function textsOf(value: unknown, at = ''): { at: string; kind: string; text: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, place) => textsOf(item, `${at}/${place}`));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Json;
  const own = typeof node.text === 'string' ? [{ at: `${at}/text`, kind: String(node.type), text: node.text }] : [];
  return [...own, ...Object.entries(node).flatMap(([key, child]) => textsOf(child, `${at}/${key}`))];
}

function checkIds(blocks: Json[]): void {
  const blockIds = blocks.flatMap((block) => (typeof block.block_id === 'string' ? [block.block_id] : []));
  const twice = blockIds.find((id, place) => blockIds.indexOf(id) !== place);
  if (twice !== undefined) {
    throw new SlackError('invalid_blocks', [`[ERROR] \`block_id\` "${twice}" already exists [json-pointer:/blocks]`]);
  }
  for (const [place, block] of blocks.entries()) {
    const ids = ['elements', 'accessory', 'element'].flatMap((part) => actionIds(block[part]));
    const again = ids.find((id, index) => ids.indexOf(id) !== index);
    if (again !== undefined) {
      throw new SlackError('invalid_blocks', [
        `[ERROR] \`action_id\` "${again}" already exists [json-pointer:/blocks/${place}/elements]`,
      ]);
    }
  }
}

/** Parts that a payload left unnamed get names, as in Slack's own answers. */
function nameParts(blocks: Json[]): void {
  for (const [place, block] of blocks.entries()) {
    block.block_id ??= `b${place}`;
    for (const [index, element] of elementsOf(block).entries()) {
      if (element.type !== 'image' && ACTIVE.test(String(element.type))) element.action_id ??= `a${index}`;
    }
  }
}

const ACTIVE = /button|select|picker|overflow|checkboxes|input/;

/** The elements of a block: those in a row, at its side, or the one input. */
export function elementsOf(block: Json): Json[] {
  const row = Array.isArray(block.elements) && block.type !== 'rich_text' ? (block.elements as Json[]) : [];
  return [
    ...row,
    ...[block.accessory, block.element].filter((one): one is Json => typeof one === 'object' && one !== null),
  ];
}

function actionIds(part: unknown): string[] {
  const elements = Array.isArray(part) ? part : [part];
  return elements.flatMap((element: Json | undefined) =>
    typeof element?.action_id === 'string' ? [element.action_id] : [],
  );
}

function checkSums(blocks: Json[]): void {
  const charsOf = (some: Json[]) => textsOf(some).reduce((sum, { text }) => sum + text.length, 0);
  const ofType = (type: string) => blocks.filter((block) => block.type === type);
  if (charsOf(ofType('markdown')) > MAX_MARKDOWN_CHARS) throw new SlackError('msg_too_long');
  const tables = [...ofType('table'), ...ofType('data_table')];
  if (tables.length > 1) throw new SlackError('only_one_table_allowed');
  for (const table of tables) {
    if (charsOf([table]) > MAX_TABLE_CHARS) {
      throw new SlackError('invalid_blocks', [`[ERROR] table exceeds ${MAX_TABLE_CHARS} characters`]);
    }
  }
  const others = blocks.filter((block) => block.type !== 'table' && block.type !== 'data_table');
  if (charsOf(others) > MAX_BLOCK_CHARS) throw new SlackError('msg_blocks_too_long');
}

function refuse(parsed: z.ZodSafeParseResult<unknown>, { error, at }: { error: string; at: string }): void {
  if (parsed.success) return;
  throw new SlackError(
    error,
    parsed.error.issues.map((issue) => {
      const place = [at, ...issue.path.map(String)].join('/');
      return `[ERROR] ${inSlackWords(issue)} [json-pointer:${place}]`;
    }),
  );
}

function inSlackWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'array'
        ? `no more than ${issue.maximum} items allowed`
        : `must be less than ${Number(issue.maximum) + 1} characters`;
    case 'too_small':
      return issue.origin === 'array'
        ? `must provide at least ${issue.minimum} items`
        : 'must be more than 0 characters';
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'unsupported type';
    default:
      return issue.message;
  }
}
