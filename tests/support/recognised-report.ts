import type { PaperText } from '../../src/paper.ts';
import { readText } from '../../src/read/text/read-text.ts';
import type { Segment } from '../../src/recognise/outline-line.ts';
import { outlineLines } from '../../src/recognise/outline-lines.ts';
import { recogniseReport } from '../../src/recognise/recognise-report.ts';

/** Reads text as a file would be read. */
export function textPaper(text: string, format: 'text' | 'markdown' = 'text'): PaperText {
  const result = readText(new TextEncoder().encode(text), format);
  if (result.kind !== 'read') throw new Error(result.reason);
  return result.paper;
}

/** The whole text as one report's segment. */
export function reportSegment(source: PaperText): Segment {
  return { kind: 'report', span: { start: 0, end: source.text.length }, lines: outlineLines(source) };
}

/** The report recognised in a text that holds nothing else. */
export function recognisedReport(text: string) {
  const source = textPaper(text);
  const segment = reportSegment(source);
  return { source, segment, ...recogniseReport(source, segment) };
}
