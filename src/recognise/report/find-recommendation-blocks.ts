import { type Span, stripMarks, type TextCell, type TextTable } from '../../paper.ts';
import { lineLabel } from '../outline/line-label.ts';
import type { OutlineLine } from '../outline-line.ts';
import { fieldName, inlineField } from './read-form-fields.ts';
import type { ReportLine } from './report-line.ts';

/** A line, or part of one, that may begin or go on with a recommendation. `apart`: space above it. */
export type RecommendationPiece = Span & {
  label?: string;
  dress?: NonNullable<OutlineLine['labelDress']>;
  words: string;
  bullet: boolean;
  apart: boolean;
};

/** The pieces under one heading "Recommendations", or beside it in a table. */
export type RecommendationBlock = RecommendationPiece[];

const TITLE =
  /^(?:\d+(?:\.\d+)*\.?\s*)?(?:(?:officers?['’]?s?|the|formal|proposed|key|draft|summary of|list of) )?recommend(?:ation|ed)(?:s|\(s\))?(?![\p{L}])/iu;
const OTHER_TITLE = /\b(?:reasons?|rationale|options?|implications?|progress|response|tracker|previous)\b/i;
const MAX_TITLE_CHARS = 110;
const MIN_CELL_CHARS = 15;
/** Words that ask a committee for something where no heading does. */
const ASKS =
  /^(?:it is (?:therefore |hereby )?recommended that\b|(?:that )?(?:the )?(?:[\p{L}&,'’-]+ ){1,8}(?:is|are) (?:therefore |hereby )?(?:asked|recommended|invited|requested) to\b)/iu;

/** Where the report recommends, in order: under a heading, in a table's cell, else where a paragraph asks. */
export function findRecommendationBlocks(
  text: string,
  lines: ReportLine[],
  tables: TextTable[],
): RecommendationBlock[] {
  const titled = [...titledBlocks(text, lines), ...tables.flatMap((table) => tableBlocks(text, table))];
  const found = titled.filter((block) => block.length > 0);
  return found.length > 0 ? found.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0)) : askingBlocks(lines);
}

function isTitle(words: string): boolean {
  return words.length <= MAX_TITLE_CHARS && TITLE.test(words) && !OTHER_TITLE.test(words);
}

function titledBlocks(text: string, lines: ReportLine[]): RecommendationBlock[] {
  const blocks: RecommendationBlock[] = [];
  let open: { block: RecommendationBlock; number?: string } | undefined;
  let before = -2;
  for (const line of lines) {
    if (line.role === 'blank' || line.role === 'furniture' || line.role === 'table' || line.role === 'caption')
      continue;
    const inline = inlineField(text.slice(line.start, line.end));
    const heads = line.role === 'section' || line.role === 'subheading';
    if (heads && isTitle(line.text)) {
      open = { block: [], ...(line.number === undefined ? {} : { number: line.number }) };
      blocks.push(open.block);
    } else if (inline && line.role !== 'section') {
      open = isTitle(inline.name) ? { block: [inlinePiece(text, line, inline.valueAt)] } : undefined;
      if (open) blocks.push(open.block);
    } else if (open && heads && !staysInside(line, open.number)) open = undefined;
    else if (open && line.role !== 'subheading') open.block.push(linePiece(line, before < line.index - 1));
    before = line.index;
  }
  return blocks;
}

/** A numbered line of the recommendations' own section, or a sub-heading that says whose they are. */
function staysInside(line: ReportLine, number: string | undefined): boolean {
  if (line.role === 'section')
    return number !== undefined && (line.number?.startsWith(`${number.replace(/\.0$/, '')}.`) ?? false);
  return fieldName(line.text) === undefined && !OTHER_TITLE.test(line.text);
}

function linePiece(line: ReportLine, apart: boolean): RecommendationPiece {
  const { start, end, number, labelDress } = line;
  const label = number !== undefined && labelDress !== undefined ? { label: number, dress: labelDress } : {};
  return { start, end, ...label, words: line.rest, bullet: line.role === 'bullet', apart };
}

function inlinePiece(text: string, line: ReportLine, valueAt: number): RecommendationPiece {
  return slicePiece(text, { start: line.start + valueAt, end: line.end });
}

function slicePiece(text: string, span: Span): RecommendationPiece {
  const raw = text.slice(span.start, span.end);
  const words = stripMarks(raw);
  const found = lineLabel(words.replace(/^[-*•]\s+/, ''));
  const start = span.start + (raw.length - raw.trimStart().length);
  return {
    start,
    end: Math.max(start, span.end - (raw.length - raw.trimEnd().length)),
    ...(found && found.dress !== 'bare' ? { label: found.label, dress: found.dress } : {}),
    words: found?.rest ?? words,
    bullet: /^[-*•]\s/.test(words),
    apart: true,
  };
}

/** A row named "Recommendation" with its words in the next cell, or alone in the row below. */
function tableBlocks(text: string, table: TextTable): RecommendationBlock[] {
  const blocks: RecommendationBlock[] = [];
  for (const [at, row] of table.rows.entries()) {
    const [first, ...others] = row.cells;
    if (!first || !isTitle(stripMarks(first.text))) continue;
    const beside = others.filter(isFilled);
    const below = (table.rows[at + 1]?.cells ?? []).filter(isFilled);
    const cell = beside.length === 1 ? beside[0] : beside.length === 0 && below.length === 1 ? below[0] : undefined;
    if (cell && stripMarks(cell.text).length >= MIN_CELL_CHARS) blocks.push(cellPieces(text, cell));
  }
  return blocks;
}

function isFilled(cell: TextCell): boolean {
  return cell.end > cell.start && stripMarks(cell.text) !== '';
}

/** The lines of a cell, broken by line ends or `<br>`. */
function cellPieces(text: string, cell: TextCell): RecommendationPiece[] {
  const raw = text.slice(cell.start, cell.end);
  const pieces: RecommendationPiece[] = [];
  let from = 0;
  for (const match of [...raw.matchAll(/<br\s{0,5}\/?>|\n/gi), undefined]) {
    const to = match ? match.index : raw.length;
    if (raw.slice(from, to).trim() !== '')
      pieces.push(slicePiece(text, { start: cell.start + from, end: cell.start + to }));
    from = match ? match.index + match[0].length : to;
  }
  return pieces.map((piece, at) => ({ ...piece, apart: at > 0 && piece.label !== undefined }));
}

/** A paragraph that asks, with the labelled or bulleted lines it introduces. */
function askingBlocks(lines: ReportLine[]): RecommendationBlock[] {
  const worded = lines.filter((line) => line.role === 'numbered' || line.role === 'text' || line.role === 'bullet');
  const blocks: RecommendationBlock[] = [];
  for (const [at, line] of worded.entries()) {
    if (line.role === 'bullet' || !ASKS.test(line.rest)) continue;
    const introduces = /[:–-]\s*$/.test(line.rest);
    const block = [linePiece(line, true)];
    for (let next = at + 1; next < worded.length; next++) {
      const here = worded[next] as ReportLine;
      const apart = here.index > (worded[next - 1]?.index ?? 0) + 1;
      if (apart && (!introduces || here.role === 'text')) break;
      if (!introduces && here.role !== 'text') break;
      block.push(linePiece(here, apart));
    }
    blocks.push(introduces && block.length > 1 ? block.slice(1) : block);
  }
  return blocks;
}
