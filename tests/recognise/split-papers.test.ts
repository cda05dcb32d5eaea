import { expect, test } from 'vitest';
import { outlineLines } from '../../src/recognise/outline-lines.ts';
import { splitPapers } from '../../src/recognise/split-papers.ts';
import { paperText } from '../support/paper-text.ts';

function split(text: string) {
  const source = paperText(text);
  return splitPapers(source, outlineLines(source));
}

const papersIn = (text: string) =>
  split(text).map(({ kind, label, title }) => [kind, label, title].filter(Boolean).join(' | '));

const AGENDA = `PLANNING PANEL

Date: Tuesday, 4th March, 2025
Venue: Moot Hall, Saxby

AGENDA

1. Apologies for absence
2. Minutes of the previous meeting (Pages 1 - 2)
3. Allotment Rents (Pages 3 - 6)
4. Date of next meeting
`;
const MINUTES = `PLANNING PANEL
Tuesday, 4th February, 2025

Present:- Councillors Amber (in the Chair), Birch and Cope.

7. PARKING

The Panel heard that 12 spaces were free.

Resolved:- That the report be noted.
`;
const REPORT = `Report to Planning Panel
Date: 4 March 2025
Report title: Allotment Rents
Report author: Jo Dunn
Wards affected: All

1. Recommendation
1.1 That rents be raised by 2%.

2. Background
2.1 Rents were last raised in 2019.
2.2 Forty people wait for a plot.
2.3 Appendix 1 shows the rents.

List of appendices
Appendix 1 - Rents by site
Appendix 2 - Rents elsewhere
`;

test('splitPapers() tells agenda, minutes, report and appendices of a pack', () => {
  const appendices =
    'Appendix 1\n\nMill Lane is £40.\n\nThe Croft is £38.\n\nAppendix 2 - Rents elsewhere\n\nHexby asks £55.\n';

  expect(papersIn([AGENDA, MINUTES, REPORT, appendices].join('\n'))).toEqual([
    'agenda',
    'minutes',
    'report',
    'appendix | Appendix 1 | Rents by site',
    'appendix | Appendix 2 | Rents elsewhere',
  ]);
});

test('splitPapers() covers the file in order without gaps', () => {
  const text = `A stray line\n\n${AGENDA}\n${MINUTES}\n${REPORT}`;
  const segments = split(text);

  expect(segments.map(({ span }) => text.slice(span.start, span.end)).join('')).toBe(text);
  expect(segments.flatMap(({ lines }) => lines)).toEqual(outlineLines(paperText(text)));
});

test('splitPapers() parts two meetings in one file', () => {
  expect(
    papersIn(`${MINUTES}\nThe meeting closed at 8 pm.\n\n${MINUTES.replace('4th February', '4th March')}`),
  ).toEqual(['minutes', 'minutes']);
});

test('splitPapers() does not take a correction that lists those present for other minutes', () => {
  const corrected = MINUTES.replace(
    'Resolved:- That the report be noted.',
    'Resolved:- That the minutes of the meeting held on 7th January, 2025 be approved subject to the following:\n\nPresent: Councillors Birch and Cope.\nApologies: Councillor Amber.',
  );

  expect(papersIn(corrected)).toEqual(['minutes']);
});

test('splitPapers() leaves a sentence about an appendix and a list of appendices in their report', () => {
  expect(papersIn(REPORT)).toEqual(['report']);
});

test('splitPapers() makes a stub a paper of its own and what follows another', () => {
  const stub =
    'By virtue of paragraph(s) 3 of Part 1 of Schedule 12A\nof the Local Government Act 1972.\n\nDocument is Restricted\n';

  expect(papersIn(`${REPORT}\n${stub}\n${REPORT}`)).toEqual(['report', 'restricted', 'report']);
});

test('splitPapers() begins a paper where a page is stamped with its agenda item', () => {
  const promises = 'Agenda Item 3\n\nWe promise every plot holder water.\n\nWe promise a shed.\n\nWe promise a gate.\n';

  expect(papersIn(`${AGENDA}\n${MINUTES}\n${promises}`)).toEqual(['agenda', 'minutes', 'other | Allotment Rents']);
});

test('splitPapers() takes a file without any head for what its words make it', () => {
  expect(papersIn('2013/14 Outturn Report\n\nMeasure (No.2): Fewer pot holes\n\nThe target was met.')).toEqual([
    'report',
  ]);
  expect(papersIn('Some words\n\nand others')).toEqual(['other']);
});
