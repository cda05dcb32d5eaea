/** Stands in the closed papers only: the public may never see it, whatever it asks. */
export const CANARY = 'quetzalcoatlus';

const MARCH = `PARKS AND GARDENS PANEL
Tuesday, 4th March, 2031

Present:- Councillor Fern (in the Chair); Councillors Moss, Reed and Sedge.

Apologies for absence:- Apologies were received from Councillor Thorn.

11. DECLARATIONS OF INTEREST

Councillor Reed declared a personal interest in Minute No. 13 (Library Garden) as a trustee of the garden.

12. PADDLING POOL

The Head of Parks presented a report on the paddling pool at Fern Park, which had leaked since May. Members asked whether the school next to the pool could share its boiler, and were told that the boiler was too small.

Resolved:- (1) That the report be noted.

(2) That £4,500 of the repairs budget be spent on a new lining.

(3) That the Head of Parks write to the headteacher by 1st April.

13. LIBRARY GARDEN

Consideration was given to a plan for a reading garden behind the library. The Community Garden Trust (CGT) offered to look after it.

Resolved:- That the plan for the reading garden be refused.

14. EXCLUSION OF THE PRESS AND PUBLIC

Resolved:- That under Section 100A(4) of the Local Government Act 1972 the press and public be excluded from the meeting for the following item on the grounds that it involves the likely disclosure of exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Act.

15. SALE OF THE OLD NURSERY (EXEMPT)

The Valuer reported that the ${CANARY} offer for the nursery was too low.

Resolved:- That the ${CANARY} offer be turned down.
`;

const APRIL = `PARKS AND GARDENS PANEL
Tuesday, 1st April, 2031

Present:- Councillor Fern (in the Chair); Councillors Moss and Thorn.

21. MINUTES OF THE PREVIOUS MEETING HELD ON 4TH MARCH, 2031

Resolved:- That the minutes of the meeting held on 4th March, 2031 be approved as a correct record, subject to the addition of Councillor Sedge to those who sent apologies.

22. PADDLING POOL - PROGRESS

The Head of Parks reported that the new lining had been fitted and that the pool would open on 3rd May. Councillor Moss asked about the road outside the pool.

Resolved:- That the progress on the paddling pool be welcomed.
`;

const MAY = `PARKS AND GARDENS PANEL

Venue: Town Hall  Date: Tuesday, 6th May, 2031
Time: 10.00 a.m.

AGENDA

1. Apologies for absence

2. Declarations of interest

3. Hedge cutting in lanes (Pages 3 - 8)

4. Allotment rents (Pages 9 - 14)

5. Lease of the boathouse (Pages 15 - 20)
(Exempt under Paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972)
`;

const HEDGES = `Committee: Parks and Gardens Panel
Date of meeting: 6th May, 2031
Report title: Hedge Cutting in Lanes
Report author: Ivy Rowan

1. Background

1.1 The hedges of 42 lanes were cut in 2030/31, six more than in the year before.

1.2 The hedge in Mill Lane hid a road sign until November.

2. Costs

2.1 Cutting cost £31,200, which is 4% more than the budget.

Table 1: Hedges cut by district
District\t2029/30\t2030/31
North\t17\t21
South\t19\t23

3. Recommendations

3.1 That the Panel agree to cut the hedges in September.

3.2 That the contract be let for two years.
`;

const LEASE = `NOT FOR PUBLICATION
Exempt under Paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972

Committee: Parks and Gardens Panel
Date of meeting: 6th May, 2031
Report title: Lease of the Boathouse
Report author: Ivy Rowan

1. Offer

1.1 The ${CANARY} company would pay £9,999 a year for the boathouse.
`;

const ROADS = `ROADS BOARD
Tuesday, 11th March, 2031

Present:- Councillor Ash (in the Chair); Councillors Birch and Cole.

7. ROAD OUTSIDE THE POOL

The Engineer said that the road outside the paddling pool at Fern Park floods twice a year.

Resolved:- (a) That a drain be laid in the road.

(b) That the school be told.

8. DATE OF NEXT MEETING

Resolved:- That the next meeting be held on Tuesday, 13th May, 2031.
`;

/** Papers of two made-up bodies: minutes, corrected and draft, an agenda without minutes, a report and a closed one. */
export const SAMPLE_PAPERS: Record<string, string> = {
  'parks/march-minutes.txt': MARCH,
  'parks/april-minutes.txt': APRIL,
  'parks/may-agenda.txt': MAY,
  'parks/hedges.txt': HEDGES,
  'parks/lease.txt': LEASE,
  'roads/march-minutes.txt': ROADS,
};
