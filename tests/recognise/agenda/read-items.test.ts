import { expect, test } from 'vitest';
import { readItems } from '../../../src/recognise/agenda/read-items.ts';
import { outlineLines } from '../../../src/recognise/outline-lines.ts';
import { paperText } from '../../support/paper-text.ts';

function itemsOf(text: string) {
  const source = paperText(text);
  const lines = outlineLines(source);
  return readItems(source, { kind: 'agenda', span: { start: 0, end: text.length }, lines });
}

test('readItems() reads number, title and pages, and keeps the words under the title', () => {
  const [first, second] = itemsOf(
    'AGENDA\n\n1. Apologies.\n\nTo receive apologies.\n\n2. Bus Lanes (Pages 9 - 41)\nJo Dunn to report\n',
  );

  expect(first).toMatchObject({ number: '1', title: 'Apologies', text: '1. Apologies.\nTo receive apologies.' });
  expect(second).toMatchObject({
    number: '2',
    title: 'Bus Lanes',
    pages: { printed: 'Pages 9 - 41', first: 9, last: 41 },
    text: '2. Bus Lanes (Pages 9 - 41)\nJo Dunn to report',
  });
});

test('readItems() joins a title broken over lines and its pages', () => {
  const text =
    'AGENDA\n1. Minutes of the meeting held on 5th May (Pages 3\n- 5)\n2. Valuation: the view of the Board and\nwhat it means (Pages 6 - 14)\n';

  expect(itemsOf(text).map(({ title, pages }) => [title, pages?.printed.replace(/\s+/g, ' ')])).toEqual([
    ['Minutes of the meeting held on 5th May', 'Pages 3 - 5'],
    ['Valuation: the view of the Board and what it means', 'Pages 6 - 14'],
  ]);
});

test('readItems() takes pages printed bare at a line end, and years for no pages', () => {
  expect(
    itemsOf('AGENDA\n1  Fraud Report      5 - 16\n2  Corporate Plan 2019 - 2023\n').map(({ title, pages }) => [
      title,
      pages?.first,
    ]),
  ).toEqual([
    ['Fraud Report', 5],
    ['Corporate Plan 2019 - 2023', undefined],
  ]);
});

test('readItems() ends at the list of members and leaves lists inside an item alone', () => {
  const text = 'AGENDA\n1. Grants\n   1) to the band\n   2) to the choir\n2. Trees\n\nMembership:-\n\n3. Councillors\n';

  expect(itemsOf(text).map(({ number, title }) => `${number} ${title}`)).toEqual([
    '1 Grants',
    '2 Trees',
    '3 Councillors',
  ]);
});

test('readItems() closes an item that a line under the agenda names, and no other', () => {
  const text =
    'AGENDA\n1. Roads\n2. Lease\n3. Next meeting\n\nItem 2 is not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A.\n';

  expect(itemsOf(text).map(({ access }) => access.kind)).toEqual(['public', 'exempt', 'public']);
});

test('readItems() closes the items of a private part', () => {
  const text =
    'AGENDA\nPART A\n1. Roads\nPART B - CLOSED TO THE PUBLIC\n2. Fraud Cases\n(Exempt: paragraphs 1 and 7)\n3. Staff\n';

  expect(itemsOf(text).map(({ access }) => access)).toEqual([
    { kind: 'public' },
    { kind: 'exempt', paragraphs: [1, 7] },
    { kind: 'exempt', paragraphs: [] },
  ]);
});
