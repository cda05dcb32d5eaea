import { expect, test } from 'vitest';
import { readAccess } from '../../../src/recognise/access/read-access.ts';

test.each([
  [['NOT FOR PUBLICATION by virtue of paragraph(s) 3 and 7 of Part 1 of Schedule 12A'], [3, 7]],
  [
    [
      'By virtue of paragraph(s) 1, 4 of Part 1 of Schedule 12A',
      'of the Local Government Act 1972.',
      'Document is Restricted',
    ],
    [1, 4],
  ],
  [['Exempt from the Press and Public: Yes', 'Paragraph 5 of Part 1 of Schedule 12A'], [5]],
  [['Classification: Part 2 - exempt under paragraphs 1 to 3 of Schedule 12A'], [1, 2, 3]],
  [['EXEMPT REPORT'], []],
  [['Document is Restricted'], []],
])('readAccess() closes %j', (lines, paragraphs) => {
  expect(readAccess(lines)).toEqual({ kind: 'exempt', paragraphs });
});

test.each([
  [['Exempt from the Press and Public', 'No']],
  [['Exempt from the Press and Public: No']],
  [['**Exempt:** No, except for Appendix 2, which is exempt under paragraph 3 of Schedule 12A']],
  [['There were no exempt items.']],
  [['To consider whether the press and public should be excluded from the meeting.']],
  [['Appendix B is not for publication by virtue of paragraph 3 of Schedule 12A']],
  [['Classification: Public']],
  [['Part 1 - Public']],
])('readAccess() leaves %j public', (lines) => {
  expect(readAccess(lines)).toEqual({ kind: 'public' });
});

test('readAccess() keeps confidential information apart from exempt', () => {
  expect(readAccess(['NOT FOR PUBLICATION: confidential information under section 100A(2) of the Act'])).toEqual({
    kind: 'confidential',
  });
});

test.each([
  [['NOT FOR PUBLICATION']],
  [['NOT FOR PUBLICATION', 'Committee: Works Committee']],
  [['Not for Publication', 'Report No. 12/24 of the Director']],
  [['CONFIDENTIAL', 'Report of the Director']],
  [['EXEMPT', 'Report No. 5']],
  [['PRIVATE AND CONFIDENTIAL', '']],
  [['NOT FOR PUBLICATION', 'Public Health in Schools']],
  [['CONFIDENTIAL', 'No Parking in Mill Lane']],
])('readAccess() closes a paper stamped %j, whatever stands below', (lines) => {
  expect(readAccess(lines)).toEqual({ kind: 'exempt', paragraphs: [] });
});

test.each([
  [['Not for publication', 'No']],
  [['Confidential', 'No']],
  [['Exempt', 'None']],
  [['Private', 'Not applicable']],
])('readAccess() reads %j as a form that says no', (lines) => {
  expect(readAccess(lines)).toEqual({ kind: 'public' });
});

test.each([
  [['NOT FOR PUBLICATION', 'This report contains confidential information under section 100A(3) of the Act']],
  [['This report contains confidential information as defined in section 100A(3) of the Local Government Act 1972']],
  [['CONFIDENTIAL REPORT - section 100A(2) of the Local Government Act 1972']],
])('readAccess() bars %j for everybody', (lines) => {
  expect(readAccess(lines)).toEqual({ kind: 'confidential' });
});
