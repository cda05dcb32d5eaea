import { type Access, narrowerAccess } from '../audience.ts';
import type { ExportedRecord, RecordKind } from '../exported-record.ts';
import type { Limb, Minute, Paragraph } from '../minute.ts';
import { type Paper, plainText, type Span } from '../paper.ts';
import type { Report, Section, Table } from '../report.ts';

/** A recognised paper with what its records need from its file: the text, and the page that holds an offset. */
export type ListRecordsOptions = { source: string; text: string; pageOf(offset: number): number | undefined };

type Part = {
  number?: string | undefined;
  title?: string | undefined;
  text?: string | undefined;
  span?: Span | undefined;
  access?: Access;
  [further: string]: unknown;
};
type Put = (record: RecordKind, part: Part) => ExportedRecord;

/**
 * Every record of one paper in reading order, the paper itself first. The paper must be as its audience may read it:
 * nothing is left out here.
 */
export function listRecords(paper: Paper, options: ListRecordsOptions): ExportedRecord[] {
  const put: Put = (record, { number, title, text, span, access, ...further }) => ({
    record,
    paper: options.source,
    committee: paper.meeting?.committee ?? null,
    meetingDate: paper.meeting?.date?.iso ?? null,
    number: number ?? null,
    title: title ?? null,
    text: text ?? null,
    access: access ? narrowerAccess(paper.access, access) : paper.access,
    page: span ? (options.pageOf(span.start) ?? null) : null,
    ...further,
  });
  return [
    put('paper', { number: paper.label, title: paper.title, span: paper.span, kind: paper.kind, status: paper.status }),
    ...frameRecords(paper, put),
    ...paper.minutes.flatMap((minute) => minuteRecords(minute, put, options.text)),
    ...(paper.report ? reportRecords(paper.report, paper, { put, source: options.text }) : []),
    ...paper.tables.map((table) => tableRecord(table, put)),
  ];
}

function frameRecords(paper: Paper, put: Put): ExportedRecord[] {
  return [
    ...paper.attendance.map(({ role, people, text, spans }) =>
      put('attendance', { text, span: spans[0], role, people }),
    ),
    ...paper.declarations.map(({ person, kinds, item, text, spans }) =>
      put('declaration', { number: item, text, span: spans[0], person, kinds }),
    ),
    ...paper.items.map(({ number, title, text, spans, access, pages }) =>
      put('item', { number, title, text, span: spans[0], access, pages: pages?.printed ?? null }),
    ),
  ];
}

function minuteRecords(minute: Minute, put: Put, source: string): ExportedRecord[] {
  const { number, title, access, span } = minute;
  const within = { minute: number ?? null };
  return [
    put('minute', { number, title, text: plainText(source, [span]), span, access, item: minute.item ?? null }),
    ...minute.discussion.map((paragraph) => paragraphRecord(paragraph, put, { access, ...within })),
    ...minute.limbs.map((limb) => limbRecord(limb, put, { title, access, ...within })),
  ];
}

function limbRecord(limb: Limb, put: Put, around: Part): ExportedRecord {
  const { label, text, spans, verb, kind, asked, by, toBody, vote } = limb;
  const further = { verb, kind, asked: asked ?? null, by: by ?? null, toBody: toBody ?? null, vote: vote ?? null };
  return put('limb', { ...around, number: label, text, span: spans[0], ...further });
}

function paragraphRecord({ number, heading, text, spans }: Paragraph, put: Put, around: Part): ExportedRecord {
  return put('paragraph', { ...around, number, title: heading, text, span: spans[0] });
}

function reportRecords(report: Report, paper: Paper, { put, source }: { put: Put; source: string }): ExportedRecord[] {
  const { title, authors, appendices, recommendations, sections, measures } = report;
  const paragraphs = (section: Section) =>
    section.paragraphs.map((paragraph) =>
      paragraphRecord(paragraph.heading ? paragraph : withHeading(paragraph, section), put, {}),
    );
  return [
    put('report', { title, text: plainText(source, [paper.span]), span: paper.span, authors, appendices }),
    ...recommendations.map(({ label, text, spans, place }) =>
      put('recommendation', { number: label, text, span: spans[0], place }),
    ),
    ...sections.flatMap(paragraphs),
    ...measures.map(({ number, code, name, span }) =>
      put('measure', {
        number: number ?? code,
        title: name,
        text: plainText(source, [span]),
        span,
        code: code ?? null,
      }),
    ),
  ];
}

function withHeading(paragraph: Paragraph, { title }: Section): Paragraph {
  return title === undefined ? paragraph : { ...paragraph, heading: title };
}

function tableRecord({ caption, section, headers, rows, span }: Table, put: Put): ExportedRecord {
  const lines = [...headers, ...rows.map((row) => row.cells)].map((cells) => cells.join(' | '));
  const cells = rows.map((row) => row.cells);
  return put('table', { number: section, title: caption, text: lines.join('\n'), span, headers, rows: cells });
}
