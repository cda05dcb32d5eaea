import type { Content, ContentBlock } from './content-block.ts';

const FIELD = /^(head|foot|when|first page): (.*)$/;
const HEADING = /^(#{1,6}) (.*)$/;

/**
 * Reads a content file: fields, a line of dashes, then blocks set apart by blank lines in a small part of Markdown
 * (`#` headings, `- ` bullets, pipe tables, `<<columns>>` … `<<end columns>>`, `<<page>>`). A line that ends with a
 * backslash keeps its line end; other lines of a block are joined.
 */
export function readContent(source: string): Content {
  const [fields = '', body = ''] = source.split(/^---$/m, 2);
  const content: Content = { head: '', foot: '', when: '', firstPage: 1, blocks: [] };
  for (const line of fields.split('\n')) {
    const [, name, value = ''] = FIELD.exec(line) ?? [];
    if (name === 'head') content.head = value;
    if (name === 'foot') content.foot = value;
    if (name === 'when') content.when = value;
    if (name === 'first page') content.firstPage = Number(value);
  }
  content.blocks = readBlocks(body.trim().split(/\n{2,}/));
  return content;
}

function readBlocks(chunks: string[]): ContentBlock[] {
  const blocks: ContentBlock[] = [];
  let columns: string[] | undefined;
  for (const chunk of chunks) {
    if (chunk === '<<columns>>') columns = [];
    else if (chunk === '<<end columns>>') {
      blocks.push({ kind: 'columns', paragraphs: columns ?? [] });
      columns = undefined;
    } else if (columns) columns.push(joinLines(chunk));
    else blocks.push(...readChunk(chunk));
  }
  return blocks;
}

function readChunk(chunk: string): ContentBlock[] {
  if (chunk === '<<page>>') return [{ kind: 'page' }];
  const heading = HEADING.exec(chunk);
  if (heading) return [{ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }];
  if (chunk.startsWith('|')) return [{ kind: 'table', rows: chunk.split('\n').map(readRow) }];
  if (chunk.startsWith('- ')) {
    return chunk.split(/^- /m).flatMap((text) => (text === '' ? [] : [{ kind: 'bullet', text: joinLines(text) }]));
  }
  return [{ kind: 'paragraph', text: joinLines(chunk) }];
}

function readRow(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function joinLines(chunk: string): string {
  return chunk.trim().replace(/\\\n/g, '\u000b').replace(/\n/g, ' ').replaceAll('\u000b', '\n');
}
