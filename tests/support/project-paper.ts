import type { AttendanceRole } from '../../src/meeting.ts';
import type { Limb, Minute } from '../../src/minute.ts';
import type { Paper } from '../../src/paper.ts';
import { stripMarks } from '../../src/paper.ts';
import type { Table } from '../../src/report.ts';

export type Projection = { [key: string]: unknown };

/**
 * What a person would write down of a paper: its records without offsets, white space and Markdown marks folded.
 * Paragraphs and sections without a printed number or title are left out. Keys: tests/fixtures/recognise/README.md.
 */
export function projectPaper(paper: Paper): Projection {
  return { ...projectHead(paper), ...projectPeople(paper), ...projectRecords(paper), ...projectReport(paper) };
}

function projectHead({ kind, title, label, meeting, access, status }: Paper): Projection {
  return {
    kind,
    title: fold(title),
    label: fold(label),
    committee: fold(meeting?.committee),
    date: meeting?.date?.iso,
    datePrinted: fold(meeting?.date?.printed),
    dateInDoubt: meeting?.date?.doubt !== undefined,
    time: fold(meeting?.time),
    place: fold(meeting?.place),
    access,
    status: 'corrections' in status ? { ...status, corrections: fold(status.corrections) } : status,
  };
}

function projectPeople(paper: Paper): Projection {
  return {
    present: names(paper, 'present'),
    inTheChair: names(paper, 'in the chair')[0],
    apologies: names(paper, 'apologies'),
    inAttendance: names(paper, 'in attendance'),
    declarations: paper.declarations.map(({ person, kinds, item }) => ({ person: person.name, kinds, item })),
  };
}

function names(paper: Paper, role: AttendanceRole): string[] {
  const lists = paper.attendance.filter((attendance) => attendance.role === role);
  return lists.flatMap((list) => list.people.map((person) => person.name));
}

function projectRecords(paper: Paper): Projection {
  return {
    items: paper.items.map(({ number, title, pages, access }) => ({
      number,
      title: fold(title),
      pages: fold(pages?.printed),
      access,
    })),
    minutes: paper.minutes.map(projectMinute),
    tables: paper.tables.map(projectTable),
  };
}

function projectMinute({ number, title, item, access, limbs, lostMotions, discussion }: Minute): Projection {
  return {
    number,
    title: fold(title),
    item,
    access,
    limbs: limbs.map(projectLimb),
    limbText: limbs.map((limb) => foldBullets(limb.text)).join(' '),
    lostMotions: lostMotions.length,
    discussion: discussion.map(({ heading, text }) => fold(`${heading ?? ''} ${text}`)).join(' '),
  };
}

function projectLimb({ label, verb, kind, text, asked, by, toBody, vote }: Limb): Projection {
  return {
    label,
    verb,
    kind,
    text: foldBullets(text),
    asked: withoutArticle(asked),
    by: fold(by?.printed),
    toBody: withoutArticle(toBody),
    vote,
  };
}

function projectTable({ caption, headers, rows }: Table): Projection {
  return {
    caption: fold(caption),
    headers: headers.map((row) => row.map(fold)),
    rows: rows.map((row) => row.cells.map(fold)),
  };
}

function projectReport({ report }: Paper): Projection {
  const sections = report?.sections ?? [];
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  return {
    authors: report?.authors.map(fold),
    appendices: report?.appendices.map(fold),
    recommendations: report?.recommendations.map(({ label, text, place }) => ({
      label,
      text: foldBullets(text),
      place,
    })),
    sections: sections
      .filter((section) => section.number !== undefined || section.title !== undefined)
      .map(({ number, title }) => ({ number, title: fold(title) })),
    paragraphs: paragraphs
      .filter((paragraph) => paragraph.number !== undefined)
      .map(({ number, text }) => ({ number, textStart: withoutNumber(foldBullets(text), number) })),
    measures: report?.measures.map(({ number, code, name }) => ({ number, code, name: fold(name) })),
  };
}

function fold(text: string | undefined): string | undefined {
  return text === undefined ? undefined : stripMarks(text);
}

/** A bullet's mark counts as white space: whether a limb keeps its bullets' marks is a matter of taste. */
export function foldBullets(text: string): string {
  return stripMarks(text.replace(/(^|\s)[-–•*·▪o](?=\s)/g, '$1'));
}

function withoutArticle(words: string | undefined): string | undefined {
  return fold(words)?.replace(/^the /i, '');
}

function withoutNumber(text: string, number: string | undefined): string {
  if (number === undefined || !text.replace(/^\(/, '').startsWith(number)) return text;
  return text
    .replace(/^\(/, '')
    .slice(number.length)
    .replace(/^[.)\s]+/, '');
}
