import type { MarkdownTextChunk } from '@slack/types';
import type { Statement } from '../../../answer.ts';
import { escapeMarkdown } from '../../format/escape-markdown.ts';
import { splitParts } from '../parts/text-units.ts';
import { markersOf, nameSources, type SourcedAnswer, sourcesOf } from './name-sources.ts';

/**
 * What an answer says as chunks of a stream, a whole statement in each (a very long one in several, between its
 * sentences), defused: paragraphs of Markdown in which nothing but the words is of the papers. The sources and buttons
 * are not streamed; they come with the end of the stream.
 */
export function streamChunks(answer: SourcedAnswer): MarkdownTextChunk[] {
  if (answer.kind === 'declined') return paragraphs(answer.message);
  const sources = nameSources(answer);
  return answer.statements.flatMap(({ text, citations }) => paragraphs(text, markersOf(sourcesOf(citations, sources))));
}

/** The chunks of the last of the statements so far, as they will stand in the whole answer if it begins so. */
export function lastChunks(statements: Statement[]): MarkdownTextChunk[] {
  const before = streamChunks({ kind: 'grounded', statements: statements.slice(0, -1) });
  return streamChunks({ kind: 'grounded', statements }).slice(before.length);
}

function paragraphs(text: string, markers = ''): MarkdownTextChunk[] {
  const parts = splitParts(text).map(escapeMarkdown);
  return parts.map((part, n) => {
    const isLast = n === parts.length - 1;
    const marked = isLast && markers !== '' ? `${part} **${markers}**` : part;
    return { type: 'markdown_text', text: `${marked}\n\n` };
  });
}
