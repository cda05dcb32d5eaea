import type { PaperText } from '../../paper.ts';
import { openerAt } from '../limbs/find-opener.ts';
import type { OutlineLine } from '../outline-line.ts';
import { findDate } from '../read-date.ts';
import type { ItemPage } from './cut-item-pages.ts';
import type { WebItem } from './cut-web-items.ts';
import { type DecisionField, readDecisionField } from './decision-field.ts';

/** A decision that one member or officer, or a body, took, on a record of its own; `maker` as printed. */
export type DecisionRecord = ItemPage & { maker?: string };

/** "17/11/2020 - Highway Maintenance ref: 1249    Item Deferred": one entry of a list of decisions. */
const ENTRY = /^(\d{1,2}\/\d{1,2}\/\d{4}) [-–] (\S.{2,250})$/;
const REFERENCE = /\s+ref:\s*\d+.*$/i;
const MADE_AT = /^(\d{1,2}\/\d{1,2}\/\d{4})\s*[-–]\s*(.{3,160})$/;
/** What the record of one decision calls itself. */
const RECORD_TITLE =
  /\b(?:record of (?:an? |the )?(?:\p{L}+ ){0,4}decisions?|(?:decision|delegated) (?:record|notice|sheet)|notice of (?:an? )?(?:\p{L}+ ){0,3}decisions?)\b/iu;
/** So far down its file a record's title may stand, and its fields. */
const MAX_TITLE_LINES = 8;
const MAX_FIELD_LINES = 40;
/** A longer file holds more than the record of a decision. */
const MAX_RECORD_LINES = 400;
/** How far below an entry's title its "Decision Maker:" may stand. */
const MAX_ENTRY_LINES = 8;

/** The decisions of a published list ("Decision Maker:", "Made at meeting:"), or the one a record of its own tells of. */
export function cutDecisionRecords(source: PaperText, lines: OutlineLine[]): DecisionRecord[] {
  const content = lines.filter((line) => line.kind !== 'blank' && line.kind !== 'furniture');
  const starts = listStarts(content);
  if (starts.length === 0 && !isRecord(content)) return [];
  const at = starts.length === 0 ? [0] : starts;
  return at.map((start, index) => {
    const first = index === 0 ? 0 : (content[start]?.index ?? 0);
    const next = content[at[index + 1] ?? content.length]?.index ?? Number.POSITIVE_INFINITY;
    const own = lines.filter((line) => line.index >= first && line.index < next);
    return recordOf(source, own, content[start] as OutlineLine);
  });
}

/** Where the entries of a list begin: at their dated titles, else at "Decision Maker:" over "Made at meeting:". */
function listStarts(content: OutlineLine[]): number[] {
  const issue = /^issue - decisions$/i.test(content[0]?.text ?? '');
  const isMaker = (line: OutlineLine) => /^decision maker:\s*\S/i.test(line.text);
  const titled = content.flatMap((line, at) =>
    ENTRY.test(line.text) && (issue || content.slice(at + 1, at + MAX_ENTRY_LINES).some(isMaker)) ? [at] : [],
  );
  if (titled.length > 0) return titled;
  const made = content.some((line) => /^made at meeting:\s*\d/i.test(line.text));
  return made ? content.flatMap((line, at) => (isMaker(line) ? [at] : [])) : [];
}

function isRecord(content: OutlineLine[]): boolean {
  if (content.length > MAX_RECORD_LINES) return false;
  if (!content.slice(0, MAX_TITLE_LINES).some(({ text }) => text.length <= 120 && RECORD_TITLE.test(text)))
    return false;
  const fields = content.map((line) => readDecisionField(line)?.kind);
  const top = fields.slice(0, MAX_FIELD_LINES);
  return (top.includes('maker') || top.includes('date')) && fields.includes('decision');
}

type Reading = { item: WebItem; maker?: OutlineLine; date?: OutlineLine; titled?: boolean };

function recordOf(source: PaperText, lines: OutlineLine[], start: OutlineLine): DecisionRecord {
  const entry = ENTRY.exec(start.text);
  const title = entry?.[2]?.replace(REFERENCE, '').trim() ?? '';
  const reading: Reading = {
    item: { title, heading: { ...start, kind: 'heading' }, parts: [{ kind: 'agenda', lines: [] }] },
    titled: entry !== null,
    ...(entry?.[1] ? { date: plain(start, entry[1]) } : {}),
  };
  let open: DecisionField['kind'] | undefined;
  for (const line of lines.filter(({ index, kind }) => index >= start.index && kind !== 'furniture')) {
    if (line === start && entry) continue;
    const field = readDecisionField(line, open === 'decision');
    if (field) open = takeField(reading, source, field);
    else if (line.kind !== 'blank' && isAwaited(open)) open = takeValue(reading, { kind: open, line });
    else takeLine(reading, line);
  }
  const { item, maker, date } = reading;
  const head = [maker, date].filter((line) => line !== undefined);
  return { item, head, lines, ...(maker ? { maker: maker.text } : {}) };
}

/** A field whose value stands on the next line. */
function isAwaited(open: DecisionField['kind'] | undefined): open is 'maker' | 'date' | 'title' {
  return open === 'maker' || open === 'date' || open === 'title';
}

/** Takes what a field says; returns it while its value is still to come, or its words go on below. */
function takeField(reading: Reading, source: PaperText, field: DecisionField): DecisionField['kind'] | undefined {
  const { kind, label, value } = field;
  const line = value === '' ? undefined : narrowed(source, field.line, value);
  if (isAwaited(kind)) return line ? takeValue(reading, { kind, line }) : kind;
  if (kind === 'meeting') {
    const [, date, body] = MADE_AT.exec(value) ?? [];
    if (date && body) Object.assign(reading, { date: plain(field.line, date, 0.5), maker: plain(field.line, body) });
    return undefined;
  }
  // What the record prints of wards, officers and dates is told beside the decision, not as its last words.
  if (kind === 'other') {
    reading.item.parts.push({ kind: 'minutes', lines: [plain(field.line, field.line.text)] });
    return kind;
  }
  const part = kind === 'decision' ? ('decision' as const) : ('minutes' as const);
  const own = narrowed(source, field.line, label);
  const said = part === 'minutes' ? [{ ...own, kind: 'heading' as const }] : [];
  reading.item.parts.push({ kind: part, label: own, lines: [...said, ...(line ? [line] : [])] });
  return kind;
}

function takeValue(
  reading: Reading,
  { kind, line }: { kind: 'maker' | 'date' | 'title'; line: OutlineLine },
): undefined {
  if (kind === 'maker') reading.maker ??= plain(line, line.text);
  else if (kind === 'date' && findDate(line.text)) reading.date ??= plain(line, line.text, 0.5);
  else if (kind === 'title' && !reading.titled) {
    reading.item = { ...reading.item, title: line.text, heading: { ...line, kind: 'heading' } };
    reading.titled = true;
  }
  return undefined;
}

/** Where no "Decision:" is printed, "Resolved –" opens what was decided. */
function takeLine({ item }: Reading, line: OutlineLine): void {
  const part = item.parts.at(-1);
  const decides = !item.parts.some(({ kind }) => kind === 'decision') && openerAt(line.text, 0)?.formal;
  if (decides) item.parts.push({ kind: 'decision', lines: [line] });
  else part?.lines.push(line);
}

/** The stretch of a line that holds these words, as a line of text. */
function narrowed(source: PaperText, line: OutlineLine, words: string): OutlineLine {
  const found = source.text.slice(line.start, line.end).lastIndexOf(words);
  const start = found < 0 ? line.start : line.start + found;
  return { ...plain(line, words), start, end: found < 0 ? line.end : start + words.length };
}

/** A line of these words alone; `below` sets it under another made of the same line. */
function plain(line: OutlineLine, text: string, below = 0): OutlineLine {
  const { label: _label, labelDress: _dress, ...own } = line;
  return { ...own, kind: 'text', text, rest: text, index: own.index + below };
}
