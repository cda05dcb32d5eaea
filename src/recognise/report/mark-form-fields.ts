import { dressRank, isDressed, isTitleLike } from './judge-headings.ts';
import type { PlacedLine } from './placed-line.ts';
import { fieldName, inlineField, isBodyField } from './read-form-fields.ts';
import type { ReportLine } from './report-line.ts';

const MIN_FORM_FIELDS = 3;
/** A front sheet's fields follow each other within this many lines. */
const MAX_FIELD_LINES = 25;

/**
 * Marks the fields of a front sheet, which stand over their values; in a form no other plain line is a heading.
 * Returns the index (`line.index`) of the first line after the form, 0 without one.
 */
export function markFormFields(content: PlacedLine[]): number {
  const end = formEnd(content);
  const mains = content.filter(({ line }) => line.role === 'section' && line.level === 1).map(({ line }) => line);
  const numbered = mains.length > 0;
  const mainRank = Math.max(0, ...mains.map(dressRank));
  for (const { line } of content.slice(0, end)) {
    if (line.role === 'section' || line.role === 'table' || isBodyHeading(line, mainRank)) continue;
    if (fieldName(line.text) && (numbered || !isBodyField(line.text))) line.role = 'subheading';
    else if (!isDressed(line) || inlineField(line.text)) line.untitled = true;
  }
  markListedAppendices(content);
  return end === 0 ? 0 : (content[end - 1]?.line.index ?? 0) + 1;
}

/** "## Summary" over a body of "## 1. Background" is a section like those. */
export function isBodyHeading(line: ReportLine, mainRank: number): boolean {
  return mainRank > 0 && dressRank(line) === mainRank && isBodyField(line.text);
}

/** Where the front sheet ends: at the first main section, or after its last field where no section is numbered. */
function formEnd(content: PlacedLine[]): number {
  const firstMain = content.findIndex(({ line }) => line.role === 'section' && line.number !== undefined);
  const limit = firstMain === -1 ? content.length : firstMain;
  let fields = 0;
  let end = 0;
  for (let at = 0; at < limit && (fields === 0 || at - end <= MAX_FIELD_LINES); at++) {
    const text = content[at]?.line.text ?? '';
    if (content[at]?.line.role === 'table' || !(fieldName(text) || inlineField(text))) continue;
    if (firstMain === -1 && isBodyField(text)) break;
    fields++;
    end = at + 1;
  }
  if (fields < MIN_FORM_FIELDS) return 0;
  return firstMain === -1 ? end : bodyTitleAt(content, firstMain);
}

/** The body's title stands right above its first section, after the last field's value. */
function bodyTitleAt(content: PlacedLine[], firstMain: number): number {
  const title = content[firstMain - 1];
  const value = content[firstMain - 2];
  if (!title || !value || fieldName(value.line.text) || fieldName(title.line.text)) return firstMain;
  return isTitleLike(title.line.text, isDressed(title.line)) ? firstMain - 1 : firstMain;
}

/** The titles under "Appendices" name other papers and head nothing here. */
function markListedAppendices(content: PlacedLine[]): void {
  for (const { line, after } of content) {
    if (line.role === 'table' || !/^(?:list of )?(?:appendi|annexe?s)/i.test(fieldName(line.text) ?? '')) continue;
    for (
      let entry = after;
      entry && /^\W*(?:appendix|annexe?|schedule)\b/i.test(entry.line.text);
      entry = entry.after
    ) {
      if (entry.line.role !== 'table') entry.line.untitled = true;
    }
  }
}
