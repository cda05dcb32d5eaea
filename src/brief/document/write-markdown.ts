import type { Briefing } from '../../briefing.ts';
import { type Block, layOutBriefing } from './lay-out-briefing.ts';

/** A briefing as Markdown, with contents. Words of papers are escaped, so that none of them is markup. */
export function writeMarkdown(briefing: Briefing): string {
  const { title, about, blocks } = layOutBriefing(briefing);
  const sections = blocks.filter(({ kind }) => kind === 'section');
  const anchors = anchorsOf(sections.map(({ text }) => text));
  const contents = sections.map(({ text }, n) => `- [${heading(text)}](#${anchors[n]})`);
  const body = blocks.map(drawBlock).join('\n');
  const head = [`# ${escapeMarkdown(title)}`, ...about.map(escapeMarkdown), contents.join('\n')].join('\n\n');
  return `${head}\n${body}\n`.replace(/\n{3,}/g, '\n\n');
}

function drawBlock(block: Block): string {
  const text = escapeMarkdown(block.text);
  switch (block.kind) {
    case 'section':
      return `\n## ${heading(block.text)}\n`;
    case 'part':
      return `\n### ${heading(block.text)}\n`;
    case 'note':
      return `${text}\n`;
    case 'line':
      return block.citation === '' ? `- ${text}` : `- ${text} *(${escapeMarkdown(block.citation)})*`;
  }
}

/** Behind the signs of a heading, or in a link, a number is none of a list. */
function heading(text: string): string {
  return escapeMarkdown(text).replace(/^(\d+)\\(?=[.)])/, '$1');
}

/** Whatever Markdown or HTML would read as its own. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~#]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replace(/:\/\//g, ':\u200b//');
}

/** As GitHub names headings: small letters, hyphens for spaces, a number after one that came before. */
function anchorsOf(headings: string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}
