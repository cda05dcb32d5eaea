import type { OutlineLine } from '../outline-line.ts';
import { linesNear, type PaperStart } from './paper-start.ts';

const CONTENTS = /^(?:table of )?contents(?: page)?\W*$|^index\W*$/i;
const ENTRY = /(?:\.{3,}|\bpages?\b|\t|\|\s*)\s*\d{1,4}[\s|]*$|^\D{4,90}\s\d{1,3}$/i;
const NOT_COVER =
  /\b(?:chief executive|independent chair|yours|director|c\.c\.|tel)\b|^\W*(?:[A-Z]{3,} )*(?:trend|target|rag)\b/i;
const MIN_ENTRIES = 3;
const MAX_COVER_LINES = 10;

/** A table of contents opens a document of its own: its cover is the short lines above. */
export function contentsStarts(lines: OutlineLine[]): PaperStart[] {
  return lines.flatMap((line) => {
    if (!CONTENTS.test(line.rest) || line.kind === 'furniture') return [];
    const after = linesNear(lines, line.index, { step: 1, count: 12 });
    if (after.filter((near) => ENTRY.test(near.text)).length < MIN_ENTRIES) return [];
    const cover = coverLines(lines, line);
    const title = cover.map(({ text }) => text).join(' ');
    return [{ index: cover[0]?.index ?? line.index, kind: 'other', weight: 1, ...(title ? { title } : {}) }];
  });
}

/** The lines of a cover, in order: short, without label or full stop. */
function coverLines(lines: OutlineLine[], line: OutlineLine): OutlineLine[] {
  const above = linesNear(lines, line.index, { step: -1, count: MAX_COVER_LINES });
  const end = above.findIndex(
    (near) =>
      (near.kind !== 'text' && near.kind !== 'heading') ||
      near.label !== undefined ||
      near.text.length > 90 ||
      /[.:;,?][-–]?$|https?:|www\.|@|\d{5}|:\s/.test(near.text) ||
      NOT_COVER.test(near.text) ||
      !/\p{L}{4}/u.test(near.text),
  );
  return above.slice(0, end < 0 ? above.length : end).reverse();
}
