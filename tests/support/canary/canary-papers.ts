/** Words that stand in closed papers only, one a place; whoever may not read the place may never see its word. */
export const CANARIES = {
  minute: 'quetzalcoat',
  minuteTable: 'gorgonzaline',
  heading: 'wyvernstone',
  body: 'basiliskine',
  table: 'manticorium',
  appendix: 'gryphonelle',
  otherParagraph: 'chimaerasis',
  otherCommittee: 'leviathonic',
  confidential: 'behemothian',
} as const;
export type Canary = keyof typeof CANARIES;

const CLOSED_3 = `NOT FOR PUBLICATION
Exempt under Paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972
`;

const WORKS_MINUTES = `WORKS COMMITTEE
Tuesday, 9th January, 2024

Present:- Councillor Adeyemi (in the Chair); Councillors Birch, Cole and Dunn.

11. DECLARATIONS OF INTEREST

There were no Declarations of Interest.

12. FOOTBRIDGE AT MILL LANE

Consideration was given to a report on the condition of the footbridge at Mill Lane. The Engineer said that the timber had rotted.

Resolved:- (1) That the report on the footbridge be noted.

(2) That the footbridge at Mill Lane be repaired by the end of March.

13. EXCLUSION OF THE PRESS AND PUBLIC

Resolved:- That under Section 100A(4) of the Local Government Act 1972 the press and public be excluded from the meeting for the following item on the grounds that it involves the likely disclosure of exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Act.

14. SALE OF THE OLD NURSERY (EXEMPT)

The Valuer reported that the offer of the ${CANARIES.minute} company for the old nursery was too low.

Bidder | Offer for the old nursery
${CANARIES.minuteTable} trust | 90,000

Resolved:- (1) That the offer of the ${CANARIES.minute} company for the old nursery be turned down.

(2) That the Valuer report back to the meeting in February on the ${CANARIES.minute} company and the old nursery.
`;

const WORKS_AGENDA = `WORKS COMMITTEE

Venue: Town Hall  Date: Tuesday, 6th February, 2024
Time: 10.00 a.m.

AGENDA

1. Apologies for absence

2. Declarations of interest

3. Lease of the boathouse (Pages 3 - 8)
(Exempt under Paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972)
`;

const LEASE = `${CLOSED_3}
Committee: Works Committee
Date of meeting: 6th February, 2024
Report title: Lease of the ${CANARIES.heading} Boathouse
Report author: Ivy Rowan

1. Offer for the ${CANARIES.heading} boathouse

1.1 The ${CANARIES.body} company would pay 9,999 pounds a year for the lease of the boathouse.

Table 1: Offers for the lease of the boathouse
Bidder\tOffer
${CANARIES.table}\t8,888
Other\t7,777

Table 2: Measures of the boathouse
Measure\t2021/22\t2022/23\t2023/24
BH 1 Rent of the boathouse to the ${CANARIES.body} company (£)\t4,321\t5,432\t6,543

2. Recommendations

2.1 That the Committee accept the offer of the ${CANARIES.body} company for the boathouse.
`;

const APPENDIX = `${CLOSED_3}
Committee: Works Committee
Date of meeting: 6th February, 2024
Report title: Lease of the Boathouse: Appendix 1, Heads of Terms
Report author: Ivy Rowan

1. Terms

1.1 The lease of the boathouse would run for 25 years from the ${CANARIES.appendix} date.
`;

const STAFFING = `NOT FOR PUBLICATION
Exempt under Paragraph 1 of Part 1 of Schedule 12A to the Local Government Act 1972

Committee: Works Committee
Date of meeting: 6th February, 2024
Report title: Staffing of the Boathouse
Report author: Ivy Rowan

1. Staff

1.1 The boathouse keeper was dismissed for ${CANARIES.otherParagraph} in December.
`;

const PARKS = `${CLOSED_3}
Committee: Parks and Gardens Panel
Date of meeting: 13th February, 2024
Report title: Sale of the Bandstand
Report author: Fern Moss

1. Offer

1.1 The ${CANARIES.otherCommittee} circus would pay 5,555 pounds for the bandstand.
`;

const CONFIDENTIAL = `NOT FOR PUBLICATION
This report contains confidential information under section 100A(3) of the Local Government Act 1972

Committee: Works Committee
Date of meeting: 6th February, 2024
Report title: Boathouse and the Ministry
Report author: Ivy Rowan

1. Letter

1.1 The ministry told the council of the ${CANARIES.confidential} plan for the boathouse.
`;

/** Public papers, and closed ones with canaries in every place that words can stand in. */
export const CANARY_PAPERS: Record<string, string> = {
  'works/january-minutes.txt': WORKS_MINUTES,
  'works/february-agenda.txt': WORKS_AGENDA,
  'works/lease.txt': LEASE,
  'works/lease-appendix.txt': APPENDIX,
  'works/staffing.txt': STAFFING,
  'works/ministry.txt': CONFIDENTIAL,
  'parks/bandstand.txt': PARKS,
};

/** Questions that a closed paper answers, without a word of its own. */
export const CLOSED_QUESTIONS = [
  'What was resolved about the old nursery on 9 January 2024?',
  'What company offered for the old nursery?',
  'How much would be paid a year for the lease of the boathouse?',
  'From which date would the lease of the boathouse run for 25 years?',
  'Why was the boathouse keeper dismissed?',
  'How much would the circus pay for the bandstand?',
  'What did the ministry tell the council about the boathouse?',
];
export const OPEN_QUESTION = 'What was resolved about the footbridge at Mill Lane on 9 January 2024?';

/** What `/minutes` looks up in the committee's memory, and questions that ask for the same. */
export const LOOK_UPS = [
  'brief 6 February 2024',
  'outstanding',
  'outstanding Works Committee',
  'thread old nursery',
  'thread lease of the boathouse',
  'thread bandstand',
  'measure rent of the boathouse',
];
export const MEMORY_QUESTIONS = [
  'What is outstanding from the Works Committee?',
  'What became of the old nursery?',
  'What happened to the lease of the boathouse?',
  'What was promised about the old nursery?',
];
