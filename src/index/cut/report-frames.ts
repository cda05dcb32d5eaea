import type { Paragraph } from '../../minute.ts';
import type { Paper, Span } from '../../paper.ts';
import { MAX_PASSAGE_CHARS } from '../../passage.ts';
import type { Measure, Recommendation, Report, Section, Table } from '../../report.ts';
import { type Block, type Frame, type Layout, makeBlock, makeFrame, RANK } from './frame.ts';

/** As for discussion: passages of 900 and 1,300 characters did alike (docs/evaluation.md). */
const GATHER_PARAGRAPHS_CHARS = 900;
/** A numbered paragraph of this length says enough to stand alone. */
const LONG_PARAGRAPH_CHARS = 400;
/** Rows lose each other's company quickly: small groups, each with the table's caption and headers beside it. */
const GATHER_ROWS_CHARS = 850;
const MAX_HEADER_CHARS = 400;
const MAX_CAPTION_CHARS = 200;

/** Frames and blocks of a report's body: sections, measures, tables, recommendations. */
export function reportFrames(paper: Paper, number: number): Layout {
  const { report } = paper;
  const sections = report?.sections ?? [];
  const measures = report?.measures ?? [];
  const above = headingsAbove(sections);
  return {
    // Wide before narrow, so that what lies inside is laid over what it lies in.
    frames: [
      ...sections.map((section, at) => frameOfSection(section, number, above[at])),
      ...measures.map((measure) => frameOfMeasure(measure, number)),
      ...paper.tables.map((table) => frameOfTable(table, number)),
    ],
    blocks: [
      ...sections.flatMap((section) => section.paragraphs.map((p) => paragraphBlock(p, section, number))),
      ...measures.flatMap((measure) => measure.paragraphs.map((p) => measureBlock(p, measure, number))),
      ...paper.tables.flatMap((table) => table.rows.map((row) => rowBlock(row.span, table, number))),
      ...(report ? recommendationBlocks(report, number) : []),
    ],
  };
}

/**
 * What each heading that recurs stands under: "Gender" means nothing without the "Key Stage 1" before it. Converters
 * leave no levels, so it is the nearest heading above that the report has only once; undefined for other headings.
 */
function headingsAbove(sections: Section[]): (string | undefined)[] {
  const counts = new Map<string, number>();
  for (const { title } of sections) if (title !== undefined) counts.set(title, (counts.get(title) ?? 0) + 1);
  let above: string | undefined;
  return sections.map(({ title }) => {
    if (title === undefined) return undefined;
    if ((counts.get(title) ?? 0) > 1) return above;
    above = title;
    return undefined;
  });
}

function frameOfSection(section: Section, number: number, above: string | undefined): Frame {
  const heading = [section.number, section.title].filter((part) => part !== undefined).join(' ');
  return makeFrame(number, section.span, {
    kind: 'paragraph',
    place: {
      ...(section.title === undefined ? {} : { heading: section.title }),
      ...(section.number === undefined ? {} : { section: section.number }),
    },
    context: [above, heading].filter((part): part is string => part !== undefined && part !== ''),
  });
}

function paragraphBlock(paragraph: Paragraph, section: Section, number: number): Block {
  const isLong = lengthOf(paragraph.spans) >= LONG_PARAGRAPH_CHARS;
  const group = `section ${number} ${section.span.start} ${paragraph.heading ?? ''}`;
  const { heading } = paragraph;
  return makeBlock(number, paragraph.spans, {
    kind: 'paragraph',
    rank: RANK.paragraph,
    ...(paragraph.number !== undefined && isLong ? {} : { group, gatherChars: GATHER_PARAGRAPHS_CHARS }),
    place: {
      ...(paragraph.number === undefined ? {} : { section: paragraph.number }),
      ...(heading === undefined ? {} : { heading }),
    },
    context: heading === undefined || heading === section.title ? [] : [heading],
  });
}

function frameOfMeasure(measure: Measure, number: number): Frame {
  const label = [measure.number, measure.code].filter((part) => part !== undefined).join(' / ');
  return makeFrame(number, measure.span, {
    kind: 'measure',
    place: { measure: label === '' ? measure.name : label },
    context: [label === '' ? measure.name : `Measure ${label} ${measure.name}`],
  });
}

function measureBlock(paragraph: Paragraph, measure: Measure, number: number): Block {
  return makeBlock(number, paragraph.spans, {
    kind: 'measure',
    rank: RANK.measure,
    group: `measure ${number} ${measure.span.start}`,
    gatherChars: MAX_PASSAGE_CHARS,
  });
}

function frameOfTable(table: Table, number: number): Frame {
  const caption = table.caption?.slice(0, MAX_CAPTION_CHARS);
  const headers = headerWords(table);
  return makeFrame(number, table.span, {
    kind: 'table',
    place: {
      ...(caption === undefined ? {} : { tableCaption: caption }),
      ...(table.section === undefined ? {} : { heading: table.section }),
    },
    context: [table.section, caption, headers === '' ? undefined : headers].filter((part) => part !== undefined),
  });
}

/** Header rows column by column, what spans several columns once: "2018 Rotherham | National | 2019 Rotherham". */
function headerWords(table: Table): string {
  const columns = Math.max(0, ...table.headers.map((row) => row.length));
  const words = Array.from({ length: columns }, (_, column) => {
    const cells = table.headers.map((row) => row[column]?.trim() ?? '');
    const isLast = (row: number) => row === table.headers.length - 1;
    const fresh = cells.filter((cell, row) => isLast(row) || cell !== (table.headers[row]?.[column - 1]?.trim() ?? ''));
    return [...new Set(fresh)].filter((word) => word !== '').join(' ');
  });
  return words
    .filter((word) => word !== '')
    .join(' | ')
    .slice(0, MAX_HEADER_CHARS);
}

function rowBlock(span: Span, table: Table, number: number): Block {
  return makeBlock(number, [span], {
    kind: 'table',
    rank: RANK.row,
    group: `table ${number} ${table.span.start}`,
    gatherChars: GATHER_ROWS_CHARS,
  });
}

/** Each list, the summary's and the body's, stays together as far as it fits. */
function recommendationBlocks(report: Report, number: number): Block[] {
  return report.recommendations.map((recommendation: Recommendation) =>
    makeBlock(number, recommendation.spans, {
      kind: 'recommendation',
      rank: RANK.recommendation,
      group: `recommendations ${number} ${recommendation.place}`,
      gatherChars: MAX_PASSAGE_CHARS,
      place: recommendation.label === undefined ? {} : { section: recommendation.label },
      context: ['Recommendations'],
    }),
  );
}

function lengthOf(spans: Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}
