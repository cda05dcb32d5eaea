import { FEBRUARY, JANUARY } from './sample-app.ts';

const AGENDA = `WORKS COMMITTEE

Date: Tuesday, 5th March, 2024
Time: 6.00 p.m.
Venue: Town Hall

AGENDA

1. Apologies for absence

2. Declarations of Interest

3. Footbridge at Mill Lane: Cost of the Repair

4. Sale of the Siding (exempt, paragraph 3)
`;
export const REPORT = `WORKS COMMITTEE

5 March 2024

Report of the Engineer

Title: Footbridge at Mill Lane: Cost of the Repair

1. RECOMMENDATIONS

1.1 That a further £240,000 be approved for the footbridge at Mill Lane.

2. BACKGROUND

2.1 The repair was done in February.

3. RISKS

3.1 There is a risk that the piers will not last the winter.
`;
const SIDING = `NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972

WORKS COMMITTEE

5 March 2024

Report of the Estates Manager

Title: Sale of the Siding

1. RECOMMENDATIONS

1.1 That the siding be sold to Kestrel Holdings.
`;
const SCORECARD = `# Works Performance 2022/23

**Works Committee - 5 March 2024**

Report of the Engineer

**Table 1: Works measures, 2021/22 and 2022/23**

| Measure | 2021/22 | 2022/23 | Target |
|---|---|---|---|
| No.4 Lamps lit (%) | 88.1 | 90.4 | 92 |
`;
/** The made-up committee's record with the papers of its next meeting, one of them exempt. */
export const BRIEFED_PAPERS: Record<string, string> = {
  'works/january.txt': JANUARY,
  'works/february.txt': FEBRUARY.replace(
    'Resolved:- That the progress on the footbridge be welcomed.',
    'Resolved:- (1) That the progress on the footbridge be welcomed.\n\n(2) That the Engineer report on the handrail to the meeting in March 2024.',
  ),
  'works/agenda.txt': AGENDA,
  'works/cost.txt': REPORT,
  'works/siding.txt': SIDING,
  'works/performance.md': SCORECARD,
};
