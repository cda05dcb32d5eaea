import { ImportedXmlComponent, InternalHyperlink, LeaderType, Paragraph, Run, TabStopType, TextRun } from 'docx';

/** A section as the contents name it; `anchor` is the bookmark at its heading. */
export type ContentsEntry = { text: string; anchor: string; page: number };

/** Word's own style for entries of the second level, which it sets them in again when the contents are brought up to date. */
export const CONTENTS_STYLE = 'TOC2';
/** Headings of the second level, each a link. */
const CONTENTS_FIELD = ' TOC \\o "2-2" \\h ';

/**
 * A table of contents that Word knows as one, so that it can be brought up to date there; what it holds are links and
 * numbers of pages, which are there wherever fields are not worked out. `width` of the lines is in twentieths of a point.
 */
export function docxContents(entries: ContentsEntry[], width: number): Paragraph[] {
  const lines = entries.map((entry) => contentsLine(entry, width));
  // Word marks the whole as one field: it begins before the first entry and ends behind the last.
  lines[0]?.addRunToFront(new Run({ children: fieldStart(CONTENTS_FIELD) }));
  lines.at(-1)?.addChildElement(new Run({ children: [fieldMark('end')] }));
  return lines;
}

function contentsLine({ text, anchor, page }: ContentsEntry, width: number): Paragraph {
  const children = [
    new TextRun({ text: `${text}\t` }),
    new Run({ children: fieldStart(` PAGEREF ${anchor} \\h `) }),
    new TextRun({ text: String(page) }),
    new Run({ children: [fieldMark('end')] }),
  ];
  return new Paragraph({
    style: CONTENTS_STYLE,
    tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
    children: [new InternalHyperlink({ anchor, children })],
  });
}

/** What begins a field, what it asks for, and what parts that from what it holds now. */
function fieldStart(asked: string): ImportedXmlComponent[] {
  const instruction = new ImportedXmlComponent('w:instrText', { 'xml:space': 'preserve' });
  instruction.push(asked);
  return [fieldMark('begin'), instruction, fieldMark('separate')];
}

function fieldMark(type: 'begin' | 'separate' | 'end'): ImportedXmlComponent {
  return new ImportedXmlComponent('w:fldChar', { 'w:fldCharType': type });
}
