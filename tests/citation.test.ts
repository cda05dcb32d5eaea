import { describe, expect, test } from 'vitest';
import { citePassage, formatCitation, formatDate, formatShortCitation, formatShortDate } from '../src/citation.ts';
import type { PaperStatus } from '../src/paper.ts';
import type { RecordPlace } from '../src/passage.ts';
import { samplePassage } from './support/sample-answer.ts';

const CONFIRMED: PaperStatus = { kind: 'confirmed' };
const PUBLISHED: PaperStatus = { kind: 'published' };
const PARKS = { committee: 'Better Parks Select Commission', meetingDate: '2031-03-04' };
const MINUTES: RecordPlace = { ...PARKS, paperKind: 'minutes', minute: '39' };
const REPORT: RecordPlace = { ...PARKS, paperKind: 'report', paperTitle: 'State of the Hedges' };

describe('formatDate()', () => {
  test('writes an ISO date out and leaves anything else as it came', () => {
    expect(['2031-03-04', '2031-12-31', '2031-13-01', 'Tuesday', ''].map(formatDate)).toEqual([
      '4 March 2031',
      '31 December 2031',
      '2031-13-01',
      'Tuesday',
      '',
    ]);
    expect(['2031-03-04', 'Tuesday'].map(formatShortDate)).toEqual(['04/03/31', 'Tuesday']);
  });
});

describe('formatCitation()', () => {
  const meeting = 'Better Parks Select Commission, 4 March 2031';

  test.each([
    ['a minute', MINUTES, `Minute 39, ${meeting}`],
    ['a limb', { ...MINUTES, limb: '2' }, `Minute 39, resolution (2), ${meeting}`],
    ['a nested limb', { ...MINUTES, limb: '3(a)' }, `Minute 39, resolution (3)(a), ${meeting}`],
    ['an undivided resolution', { ...MINUTES, limb: '' }, `Minute 39, resolution, ${meeting}`],
    [
      'a minute without a number',
      { ...PARKS, paperKind: 'minutes', minuteTitle: 'PADDLING POOL' },
      `Minute “PADDLING POOL”, ${meeting}`,
    ],
    ['the front of minutes', { ...PARKS, paperKind: 'minutes' }, `Minutes, ${meeting}`],
    ['a heading of minutes', { ...PARKS, paperKind: 'minutes', heading: 'Present' }, `Present, ${meeting}`],
    ['an agenda item', { ...PARKS, paperKind: 'agenda', item: '7' }, `Agenda item 7, ${meeting}`],
    ['an agenda', { ...PARKS, paperKind: 'agenda' }, `Agenda, ${meeting}`],
    ['a paragraph', { ...REPORT, section: '1.7' }, `State of the Hedges, para 1.7, ${meeting}`],
    ['a measure', { ...REPORT, measure: 'NI 59' }, `State of the Hedges, Measure NI 59, ${meeting}`],
    ['a table', { ...REPORT, tableCaption: 'Hedges cut' }, `State of the Hedges, table “Hedges cut”, ${meeting}`],
    ['a slide', { ...REPORT, place: 'slide 4' }, `State of the Hedges, slide 4, ${meeting}`],
    ['a heading', { ...REPORT, heading: 'Background' }, `State of the Hedges, Background, ${meeting}`],
    ['a report', REPORT, `State of the Hedges, ${meeting}`],
    [
      'an appendix with a title',
      { ...REPORT, paperKind: 'appendix', paperLabel: 'Appendix 2', section: '3' },
      `State of the Hedges, Appendix 2, para 3, ${meeting}`,
    ],
    [
      'an appendix without a title',
      { ...PARKS, paperKind: 'appendix', paperLabel: 'Appendix 2' },
      `Appendix 2, ${meeting}`,
    ],
  ] satisfies [string, RecordPlace, string][])('cites %s', (_, place, label) => {
    expect(formatCitation(place, CONFIRMED)).toBe(label);
  });

  test('says that minutes are a draft or were corrected, and by which minute', () => {
    const mark = (status: PaperStatus) => formatCitation(MINUTES, status).replace(`Minute 39, ${meeting}`, '');
    expect(mark({ kind: 'draft' })).toBe(' (draft)');
    expect(mark({ kind: 'corrected', corrections: 'x' })).toBe(' (corrected)');
    expect(mark({ kind: 'corrected', corrections: 'x', byMinute: '71' })).toBe(' (corrected by Minute 71)');
    expect(mark({ kind: 'confirmed', byMinute: '71' })).toBe('');
  });

  test('gives the page printed on it, else the page of the file', () => {
    expect(formatCitation({ ...REPORT, page: 3, pageLabel: '12' }, PUBLISHED)).toMatch(/4 March 2031 \(pack p\. 12\)$/);
    expect(formatCitation({ ...REPORT, page: 3 }, PUBLISHED)).toMatch(/4 March 2031 \(p\. 3\)$/);
    expect(formatCitation({ ...MINUTES, page: 3 }, { kind: 'draft' })).toMatch(/2031 \(draft\) \(p\. 3\)$/);
  });

  test('makes nothing up: date as printed, no committee, no date', () => {
    const { meetingDate, ...undated } = MINUTES;
    expect(formatCitation({ ...undated, meetingDatePrinted: 'Tuesday, 4th March' }, CONFIRMED)).toBe(
      'Minute 39, Better Parks Select Commission, Tuesday, 4th March',
    );
    expect(formatCitation({ paperKind: 'minutes', minute: '39' }, CONFIRMED)).toBe('Minute 39');
    expect(formatCitation({ paperKind: 'report' }, PUBLISHED)).toBe('');
  });
});

describe('formatShortCitation()', () => {
  test.each([
    ['a minute', MINUTES, 'Min. 39, BPSC 04/03/31'],
    ['a limb', { ...MINUTES, limb: '2' }, 'Min. 39(2), BPSC 04/03/31'],
    ['a nested limb', { ...MINUTES, limb: '3(a)' }, 'Min. 39(3)(a), BPSC 04/03/31'],
    ['an undivided resolution', { ...MINUTES, limb: '' }, 'Min. 39, BPSC 04/03/31'],
    ['an agenda item', { ...PARKS, paperKind: 'agenda', item: '7' }, 'Agenda item 7, BPSC 04/03/31'],
    ['a paragraph', { ...REPORT, section: '1.7' }, 'State of the Hedges, para 1.7, BPSC 04/03/31'],
    ['a report without a meeting', { paperKind: 'report', paperTitle: 'Hedges' }, 'Hedges'],
  ] satisfies [string, RecordPlace, string][])('cites %s', (_, place, label) => {
    expect(formatShortCitation(place)).toBe(label);
  });
});

describe('citePassage()', () => {
  test('quotes the slice of the passage that the span covers, with all that its place says', () => {
    const passage = samplePassage();
    const start = passage.span.start + passage.text.indexOf('footbridge');
    expect(citePassage(passage, { start, end: start + 'footbridge at Mill Lane'.length })).toEqual({
      label: 'Minute 12, resolution (2), Works Committee, 9 January 2024 (draft) (p. 3)',
      quote: 'footbridge at Mill Lane',
      span: { start, end: start + 'footbridge at Mill Lane'.length },
      passageId: passage.id,
      source: passage.source,
      place: passage.place,
      status: passage.status,
    });
  });
});

describe('citePassage() of a passage that gathers paragraphs', () => {
  const text = '## 1. Background\n\n1.1 The pool leaks.\n\n1.2 It is old, as 1.1 says.\n\n**2.1** It is dear.';
  const passage = samplePassage({
    text,
    span: { start: 50, end: 50 + text.length },
    place: { paperKind: 'report', paperTitle: 'Pools', sections: ['1', '1.1', '1.2', '2.1'] },
    status: PUBLISHED,
  });

  function labelOf(quote: string, cited = passage): string {
    const start = cited.span.start + text.indexOf(quote);
    return citePassage(cited, { start, end: start + quote.length }).label;
  }

  test('names the paragraph that is quoted, not the first of the passage', () => {
    expect(labelOf('The pool leaks.')).toBe('Pools, para 1.1');
    expect(labelOf('as 1.1 says')).toBe('Pools, para 1.2');
    expect(labelOf('It is dear.')).toBe('Pools, para 2.1');
    expect(labelOf('Background')).toBe('Pools, para 1');
  });

  test('names the first and the last where several are quoted', () => {
    expect(labelOf('leaks.\n\n1.2 It is old')).toBe('Pools, para 1.1–1.2');
    expect(labelOf(text)).toBe('Pools, para 1.1–2.1');
  });

  test('gives what is before the first number to the paragraph that goes on there', () => {
    const goingOn = { ...passage, place: { ...passage.place, section: '0.9', sections: ['0.9', '1.1', '1.2', '2.1'] } };
    expect(labelOf('Background', goingOn)).toBe('Pools, para 0.9');
    expect(labelOf('It is dear.', goingOn)).toBe('Pools, para 2.1');
  });

  test('names no paragraph where none is printed before the words', () => {
    const headed = { ...passage, place: { ...passage.place, sections: ['1.1', '1.2', '2.1'] } };
    expect(labelOf('Background', headed)).toBe('Pools');
  });
});
