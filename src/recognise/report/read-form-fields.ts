import type { Span } from '../../paper.ts';
import type { ReportLine } from './report-line.ts';

/** A field of a summary sheet: its printed name and the slices of its value, one for each line or table cell. */
export type FormField = { name: string; values: Span[] };

/** Names that English and Welsh councils print on the front sheet of a report, alone on a line or before a colon. */
const FIELD_NAME = new RegExp(
  `^(?:${[
    'committee name(?: and date of committee meeting)?',
    '(?:date of (?:committee |the )?)?(?:meeting|committee)(?: date| and date)?',
    '(?:report )?(?:title|subject)(?: of (?:the )?report)?',
    '(?:is this|was this) a key decision.{0,80}',
    '(?:key|non-key) decision.{0,30}|(?:is|are|does|has|will) .{3,120}\\?',
    '(?:strategic |executive |corporate |service )?director.{0,60}(?:report|submission)?',
    '(?:report |lead |contact |responsible |accountable |case |planning |presenting )?(?:author|officer)(?:s|\\(s\\))?(?: (?:contact )?details| and contact details| name)?',
    'contact',
    '(?:report|presented|submitted|prepared) (?:of|by|from)(?: the)?',
    '(?:electoral )?(?:ward|division|area|parish|communit)(?:s|\\(s\\)|y|ies)?(?:/wards?)? affected',
    '(?:report |executive )?summary|purpose(?: of (?:the )?report)?|reason for (?:the )?report|what is the report about\\?',
    '(?:officer )?recommend(?:ed|ations?)(?:\\(s\\))?',
    '(?:list of )?(?:appendices|annexes|appendix list|attachments)(?: included| attached)?',
    'background (?:papers|documents|information)',
    '(?:previous )?consideration by .{0,90}|consultation(?:s| undertaken)?',
    'council approval required|for decision|decision type|report type|status(?: of report)?|classification',
    'exempt (?:from the press and public|information|items?)|(?:part [12ab] )?exempt(?:ion)?(?: status)?|confidential(?:ity)?',
    '(?:lead |relevant )?(?:cabinet|portfolio|lead|executive) (?:member|holder|councillor)s?(?:\\(s\\))?',
    '(?:portfolio|directorate|service(?: area)?|from|to|date|agenda item(?: no\\.?| number)?|item(?: no\\.?| number)?|forward plan (?:ref(?:erence)?|no)\\.?)',
  ].join('|')})$`,
  'i',
);

const MAX_NAME_CHARS = 150;
const BODY_FIELD = /summary|purpose|reason|recommendation|appendi|annex|attachment|background|consultation/i;

/** The name of a form field if the text is one, alone or with its colon. */
export function fieldName(text: string): string | undefined {
  if (text.length > MAX_NAME_CHARS) return undefined;
  const bare = text.replace(/[:\s–-]{1,20}$/, '').trim();
  return FIELD_NAME.test(bare) ? bare : undefined;
}

/** True for fields whose value may be whole paragraphs: without a numbered body they are its sections. */
export function isBodyField(text: string): boolean {
  return BODY_FIELD.test(fieldName(text) ?? '');
}

/** The parts of "Name: value" (or a tab or bar between them) where the name is a form field's. */
export function inlineField(text: string): { name: string; valueAt: number } | undefined {
  const match =
    /^[\s|*_#>-]{0,8}(?:\d{1,2}(?:\.\d{1,2})?[.)]?[\s|]{1,8})?([^:\t|\n]{2,140}?)[*_\s]{0,4}(?::[-–]?|\t|\|)[*_\s|]{0,8}/.exec(
      text.slice(0, 2 * MAX_NAME_CHARS),
    );
  const name = match?.[1] ? fieldName(match[1]) : undefined;
  return match && name && match[0].length < text.trimEnd().length ? { name, valueAt: match[0].length } : undefined;
}

/** The fields of the lines, in order: a value runs to the next field name or heading, beside its name to the next space. */
export function readFormFields(text: string, lines: ReportLine[]): FormField[] {
  const fields: FormField[] = [];
  let open: FormField | undefined;
  let beside = false;
  for (const line of lines) {
    if (line.role === 'furniture') continue;
    if (line.role === 'blank') {
      if (beside) open = undefined;
      continue;
    }
    const inline = inlineField(text.slice(line.start, line.end));
    const name = inline ? inline.name : (fieldName(line.text) ?? gluedName(text.slice(line.start, line.end)));
    if (name) {
      open = { name, values: inline ? [trimmed(text, { start: line.start + inline.valueAt, end: line.end })] : [] };
      beside = inline !== undefined;
      fields.push(open);
    } else if (line.role === 'section' || line.role === 'subheading' || line.role === 'table') open = undefined;
    else open?.values.push(trimmed(text, { start: line.start, end: line.end }));
  }
  return fields;
}

/** "**Approved by**Report author(s)**": two names in one line, the last of which stands over the value. */
function gluedName(raw: string): string | undefined {
  if (raw.length > 200 || !/[^\s*]\*\*[^\s*]/.test(raw)) return undefined;
  return raw
    .split('**')
    .map(fieldName)
    .findLast((name) => name !== undefined);
}

function trimmed(text: string, span: Span): Span {
  const raw = text.slice(span.start, span.end);
  const start = span.start + (raw.length - raw.trimStart().length);
  return { start, end: Math.max(start, span.start + raw.replace(/[\s|]{1,80}$/, '').length) };
}
