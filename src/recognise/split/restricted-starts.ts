import type { OutlineLine } from '../outline-line.ts';
import { linesNear, type PaperStart } from './paper-start.ts';

const STUB = /^\W*(?:this )?document is (?:restricted|exempt|confidential|not for publication)\W*$/i;
const STUB_HEAD = /^\W*(?:by virtue of|of the local government act|schedule 12a|paragraphs?\b)/i;

/** Stubs that stand for papers not published, each with its reason above it; text after a stub begins another paper. */
export function restrictedStarts(lines: OutlineLine[]): PaperStart[] {
  const starts: PaperStart[] = [];
  for (const line of lines) {
    if (!STUB.test(line.text)) continue;
    let index = line.index;
    for (const above of linesNear(lines, line.index, { step: -1, count: 4 })) {
      if (!STUB_HEAD.test(above.text)) break;
      index = above.index;
    }
    starts.push({ index, kind: 'restricted', weight: 4 });
    const next = linesNear(lines, line.index, { step: 1, count: 1 })[0];
    if (next && !STUB.test(next.text) && !STUB_HEAD.test(next.text))
      starts.push({ index: next.index, kind: 'other', weight: 0 });
  }
  return starts;
}
