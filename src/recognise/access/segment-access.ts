import type { Access } from '../../audience.ts';
import type { Segment } from '../outline-line.ts';
import { readAccess } from './read-access.ts';

/** A paper says at its head that it is closed; further down it speaks of other papers. */
const MAX_HEAD_LINES = 14;
/** A report's sheet of fields may be longer than a head. */
const MAX_SHEET_LINES = 70;

/** What a paper says of its own access at its head; an agenda or minutes, published as a whole, are public. */
export function segmentAccess(segment: Segment): Access {
  const content = segment.lines.filter((line) => line.kind !== 'blank');
  if (segment.kind === 'agenda') return { kind: 'public' };
  if (segment.kind === 'restricted') return closed(readAccess(content.map((line) => line.text)));
  const count = segment.kind === 'report' ? MAX_SHEET_LINES : MAX_HEAD_LINES;
  const head: string[] = [];
  for (const line of content.slice(0, count)) {
    if (head.length > MAX_HEAD_LINES && /^1\.1$/.test(line.label ?? '')) break;
    if (segment.kind === 'minutes' && /^\d/.test(line.label ?? '') && head.length > 0) break;
    head.push(line.text);
  }
  return readAccess(head);
}

/** A stub is closed even where it names no paragraph. */
function closed(access: Access): Access {
  return access.kind === 'public' ? { kind: 'exempt', paragraphs: [] } : access;
}
