import { stripMarks } from '../../paper.ts';
import { lineLabel } from '../outline/line-label.ts';
import type { OutlineLine } from '../outline-line.ts';
import type { WebItem, WebPartKind } from './cut-web-items.ts';
import { isItemHeader, withoutFileSize } from './web-page-lines.ts';

const LABEL =
  /(?:^|(?<=\s))(?:(?:(?:Additional|Supporting|Background) documents)|(?:Draft )?Minutes|(?:Decision|Resolution)s?):(?=\s|$)/g;
/** An inline sub-heading with words before it, as rows have it whose cells' lines were run together. */
const RUN_TOGETHER = /\S\s+(?:Additional documents|Minutes|Decision):(?:\s|$)/;
const MIN_ROWS = 2;
/** Rows without the table's header prove themselves by their number and a row's bar. */
const MIN_BARE_ROWS = 3;
/** Where an agenda's words go on after the title: what is to be done, or who is asked. */
const AGENDA_WORDS =
  /\s(?=(?:To (?:\p{Ll}+ ){0,2}(?:receive|note|move|consider|confirm|approve|adopt|sign|agree|report|allow|appoint|elect|determine|discuss|deal|ask|invite|declare|give|answer|hear)\b|Members (?:are|of the \p{L}+ are|will|may|should)\b|Councillors are\b|Reports? of the \p{Lu}|This report\b|Any [Mm]ember\b|The (?:Chair|Committee|Council|Panel|minutes|report)\p{L}* (?:is|are|will|to)\b))/u;
const CAPITALS_TITLE = /^(?=[^\p{Ll}]{8})[^\p{Ll}]*[\p{Lu})](?=\s\p{Lu}\p{Ll}+\s\p{Ll})/u;
const MAX_TITLE_CHARS = 250;
/** Keeps the parts of one line in order and apart. */
const STEP = 0.001;

type Piece = { kind: WebPartKind | 'text'; line: OutlineLine };

/** True if the page's rows were run together: a title, the agenda's words, "Minutes:" and what was said in one line. */
export function hasWebRows(lines: OutlineLine[]): boolean {
  const rows = lines.filter((line) => line.text.length < 20_000 && RUN_TOGETHER.test(line.text)).length;
  if (lines.some((line) => isItemHeader(line.text))) return rows >= MIN_ROWS;
  return rows >= MIN_BARE_ROWS && lines.some((line) => /\S\s\|$/.test(line.text));
}

/**
 * The items of such a page. A bar at a line's end ends a row; where it is lost, "Minutes:" after minutes begins the
 * next. A title that was lost with its link is empty.
 */
export function cutWebRows(source: string, lines: OutlineLine[]): WebItem[] {
  const header = lines.findIndex((line) => isItemHeader(line.text));
  const items: WebItem[] = [];
  let ended = true;
  for (const line of lines.slice(header + 1)) {
    if (line.kind === 'blank' || line.kind === 'furniture') continue;
    const raw = source.slice(line.start, line.end);
    const words = raw.replace(/[\s|]+$/, '').replace(/^[\s|]+(?=\S)/, '');
    if (/^[\s|:-]*$/.test(words)) {
      ended = true;
      continue;
    }
    const inTable = /\S\s?\|\s?\S/.test(words);
    const pieces = piecesOf(source, line, { start: line.start + raw.indexOf(words), words });
    const item = items.at(-1);
    if (item && (inTable || !beginsItem(item, pieces, ended))) addPieces(item, pieces);
    else items.push(openItem(pieces));
    ended = !inTable && /\|\s*$/.test(raw);
  }
  return items;
}

function beginsItem(item: WebItem, pieces: Piece[], ended: boolean): boolean {
  if (ended) return true;
  const label = pieces.find(({ kind }) => kind !== 'text')?.kind;
  const open = item.parts.at(-1)?.kind;
  if (label === undefined || open === 'agenda' || open === 'documents') return false;
  return open === 'minutes' || label !== 'minutes';
}

function openItem(pieces: Piece[]): WebItem {
  const first = pieces[0] as Piece;
  const agenda = { kind: 'agenda' as const, lines: [] as OutlineLine[] };
  if (first.kind !== 'text') {
    const item: WebItem = { title: '', heading: { ...first.line, kind: 'heading' }, parts: [agenda] };
    return addPieces(item, pieces);
  }
  const { text } = first.line;
  const title = titleOf(text);
  const item: WebItem = { title: withoutFileSize(title), heading: { ...first.line, kind: 'heading' }, parts: [agenda] };
  const rest = text.slice(title.length).trim();
  if (rest !== '') {
    item.heading = { ...item.heading, text: title, rest: title, end: first.line.end - (text.length - title.length) };
    agenda.lines.push({ ...plainLine(first.line, rest), start: first.line.end - rest.length });
  }
  return addPieces(item, pieces.slice(1));
}

/** The words up to where the agenda's own go on, or up to the size of a linked file. */
function titleOf(text: string): string {
  const capitals = CAPITALS_TITLE.exec(text)?.[0];
  if (capitals !== undefined) return capitals;
  const file = /\s\(?PDF [\d.,]+ [KM]B\)?/.exec(text);
  if (file) return text.slice(0, file.index + file[0].length);
  const words = AGENDA_WORDS.exec(text)?.index;
  if (words !== undefined && words <= MAX_TITLE_CHARS) return text.slice(0, words);
  return text.length <= MAX_TITLE_CHARS
    ? text
    : (/^.{20,250}?[.:](?=\s)/.exec(text)?.[0] ?? text.slice(0, MAX_TITLE_CHARS));
}

function addPieces(item: WebItem, pieces: Piece[]): WebItem {
  for (const { kind, line } of pieces) {
    if (kind === 'text') item.parts.at(-1)?.lines.push(line);
    else item.parts.push({ kind, label: line, lines: [] });
  }
  return item;
}

/** A line's words and the sub-headings among them, each at its place in the text. */
function piecesOf(source: string, line: OutlineLine, { start, words }: { start: number; words: string }): Piece[] {
  const cuts: { kind: Piece['kind']; from: number; to: number }[] = [];
  let from = 0;
  for (const found of words.matchAll(LABEL)) {
    cuts.push({ kind: 'text', from, to: found.index });
    from = found.index + found[0].length;
    cuts.push({ kind: kindOf(found[0]), from: found.index, to: from });
  }
  return [...cuts, { kind: 'text' as const, from, to: words.length }]
    .map(({ kind, from: begin, to }) => {
      const lead = /^\s*/.exec(words.slice(begin, to))?.[0].length ?? 0;
      const end = begin + words.slice(begin, to).trimEnd().length;
      return { kind, start: start + begin + lead, end: start + end };
    })
    .filter((cut) => cut.end > cut.start)
    .map((cut, at) => {
      const text = stripMarks(source.slice(cut.start, cut.end));
      const own = { ...plainLine(line, text), start: cut.start, end: cut.end, index: line.index + at * STEP };
      return { kind: cut.kind, line: cut.kind === 'text' ? own : { ...own, kind: 'text' as const } };
    });
}

function kindOf(label: string): WebPartKind {
  if (/minutes/i.test(label)) return 'minutes';
  return /documents/i.test(label) ? 'documents' : 'decision';
}

function plainLine(line: OutlineLine, text: string): OutlineLine {
  const { label: _label, labelDress: _dress, ...own } = line;
  const found = lineLabel(text);
  const bullet = line.kind === 'bullet' ? 'bullet' : 'text';
  return {
    ...own,
    kind: bullet,
    text,
    rest: found?.rest ?? text,
    ...(found ? { label: found.label, labelDress: found.dress } : {}),
  };
}
