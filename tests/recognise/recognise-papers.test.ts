import { expect, test } from 'vitest';
import { recognisePapers } from '../../src/recognise/recognise-papers.ts';
import { paperText } from '../support/paper-text.ts';

const PACK = `AUDIT PANEL

Date: Tuesday, 4th March, 2025
Venue: Moot Hall, Saxby

AGENDA

1. Apologies for absence
2. Leisure Contract (Pages 3 - 6)
3. Exclusion of the public
That the public be excluded for the following item of business as it involves exempt information as defined in paragraph 3 of Part 1 of Schedule 12A.
4. Purchase of Depot (Pages 7 - 9)
5. Date of next meeting

Report title: Leisure Contract
Report author: Jo Dunn
Wards affected: All
Exempt from the Press and Public: No

1. Recommendation
1.1 That the contract be let.
1.2 Appendix B is not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A.

Appendix A

Pool opening hours

The pool opens at six.

Appendix B

Bids received

The bid was low.

Document is Restricted
`;

test('recognisePapers() gives the papers of a pack its meeting', () => {
  const meetings = recognisePapers(paperText(PACK)).map((paper) => paper.meeting);

  expect(meetings.map((meeting) => meeting?.committee)).toEqual(meetings.map(() => 'Audit Panel'));
  expect(meetings.map((meeting) => meeting?.date?.iso)).toEqual(meetings.map(() => '2025-03-04'));
});

test('recognisePapers() closes what is marked and leaves a form line public', () => {
  const papers = recognisePapers(paperText(PACK));
  const closed = { kind: 'exempt', paragraphs: [3] };

  expect(papers.map(({ kind, label, title, access }) => [kind, label ?? title, access])).toEqual([
    ['agenda', undefined, { kind: 'public' }],
    ['report', 'Leisure Contract', { kind: 'public' }],
    ['appendix', 'Appendix A', { kind: 'public' }],
    ['appendix', 'Appendix B', closed],
    ['restricted', 'Purchase of Depot', closed],
  ]);
  expect(papers[0]?.items.map(({ access }) => access.kind)).toEqual(['public', 'public', 'public', 'exempt', 'public']);
});

test('recognisePapers() covers the whole text with its papers', () => {
  const papers = recognisePapers(paperText(PACK));

  expect(papers.map(({ span }) => PACK.slice(span.start, span.end)).join('')).toBe(PACK);
});
