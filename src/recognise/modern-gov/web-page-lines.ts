import type { PaperText } from '../../paper.ts';
import type { OutlineLine } from '../outline-line.ts';

const FILE_SIZE = /\s*(?:\bpdf icon\s+)?\(?\b(?:pdf|docx?|xlsx?|pptx?|rtf|zip|html?)\s+\d+(?:\.\d+)?\s*[KM]B\b.*$/i;
const PAGE_TITLE =
  /^(?:agendas, meetings and minutes - .{1,40}|meeting documents|agenda(?:,? (?:and|decisions and) (?:draft )?(?:minutes|decisions))?|agenda item|(?:printed )?(?:draft )?minutes|decisions?|decision details|issue details|meeting (?:attendance|details))\W*$|^(?:agenda|minutes|decisions)\s(?:of|for)\s.{3,120}$/i;
const DECISION_FIELD =
  /^(?:decision (?:maker|status|type)|is (?:key|subject to call in)[^:]{0,40}|date of decision|decided at meeting|publication date|effective from)\s*(?::|\?)/i;
/** So many of its fields make a page of one decision. */
const MIN_FIELDS = 3;
/** A meeting that dealt with an issue: its date, body and item. */
export const MEETING_OF_ISSUE = /^Meeting: (\d{1,2}\/\d{1,2}\/\d{4}) [-–] (.{3,160}?)(?: \(Item ([\w.]{1,10}?)\.?\))?$/;
/** What the page of one item is headed. */
const ITEM_TITLE = /^(?:agenda item|decision details|issue details)\W*$/i;
/** The head of the table of items, whose bars may be left. */
const ITEM_HEADER = /^\W*(?:note\s+)?no\.?\s*\|?\s*item\W*$/i;
/** Words only a committee system prints on its pages. */
const SYSTEM_WORDS = [
  FILE_SIZE,
  ITEM_HEADER,
  /\bview the full (?:minutes|decision|agenda) text\b/i,
  /^(?:[-•]\s*)?meeting of .{5,200}\(item\s/i,
];

/** True if the lines are a page of a committee system's web site: its own words, and a title or sub-headings as it prints them. */
export function isWebPage(source: PaperText, lines: OutlineLine[]): boolean {
  const content = lines.filter((line) => line.kind !== 'blank');
  const first = content[0]?.text ?? '';
  if (ITEM_TITLE.test(first) && content.some(isPart)) return true;
  if (isDecisionPage(lines) || (/^issue\b/i.test(first) && content.some((line) => isMeetingOfIssue(line.text))))
    return true;
  const header = content.some((line) => isItemHeader(line.text));
  const system = header || content.some((line) => SYSTEM_WORDS.some((pattern) => pattern.test(line.text)));
  const titled = content.slice(0, 40).some((line) => PAGE_TITLE.test(line.text));
  const parted = content.some(isPart);
  if (header && titled && content.some((line) => /^venue:/i.test(line.text))) return true;
  return source.format === 'html' ? (system && (titled || parted)) || (titled && parted) : system && titled && parted;
}

function isPart(line: OutlineLine): boolean {
  return /^(?:decision|minutes|additional documents|supporting documents):$/i.test(line.text);
}

/** True for the line over a page's table of items: "No. Item", "No. | Item |". */
export function isItemHeader(text: string): boolean {
  return ITEM_HEADER.test(text);
}

/** The title of a link to a document without the size of its file ("PDF 214 KB"). */
export function withoutFileSize(title: string): string {
  return title.replace(FILE_SIZE, '').trim();
}

/** True for the page of one item ("Agenda item", "Decision details", "Issue - meetings"). */
export function isItemPage(lines: OutlineLine[]): boolean {
  const top = lines.slice(0, 60);
  return top.some((line) => isItemTitle(line.text) || isMeetingOfIssue(line.text)) || isDecisionPage(lines);
}

export function isItemTitle(text: string): boolean {
  return ITEM_TITLE.test(text);
}

export function isMeetingOfIssue(text: string): boolean {
  return MEETING_OF_ISSUE.test(text);
}

export function isDecisionField(text: string): boolean {
  return DECISION_FIELD.test(text);
}

/** The fields of one decision; a list of decisions repeats them. */
function isDecisionPage(lines: OutlineLine[]): boolean {
  const fields = lines.filter((line) => DECISION_FIELD.test(line.text));
  return fields.length >= MIN_FIELDS && fields.filter((line) => /^decision maker/i.test(line.text)).length === 1;
}
