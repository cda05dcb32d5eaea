/** Made-up reports in three layouts, for the recogniser of reports. */

export const NUMBERED = `Harrowmere Borough Council

Report to: Transport Panel
Date: 4 March 2021
Title: Bus Shelters
Report author: Wilf Danby, Transport Officer, 01632 960444

1. Background

- 1.1 There are 212 shelters. The oldest was put up in 1958.
- 1.2 Ninety have no seat:
- forty in the north; and
 - fifty in the south,

which is one more than last year.

Condition

- 1.2 A survey was made in May.
- 1.3. It found that

2 Options considered

2.1 Do nothing.

2.2 Repair or replace

- repair sixty shelters;
- replace ten.

3.0 **Implications for
older people**

3.1 Seats matter to:

a) people with sticks;

b) people with bags.
`;

export const SUMMARY_SHEET = `Public Report

Report Title

Winter Gritting

Report Author(s)

Mina Tolley, Head of Highways
01632 960111

Ward(s) Affected

Borough-Wide

Recommendations

1. That the Panel note the report.

2. That Cabinet be asked to:

(a) buy two gritters; and

(b) sell one.

List of Appendices Included

- Appendix A Map of routes
- Appendix B Costs 2019

Background Papers

None

Winter Gritting

1. Background

- 1.1 Gritting was last reviewed in 2011.

2. Options considered and recommended proposal

- 2.1 The recommended option is to buy two gritters.

3. Recommendations

- 3.1 That the Panel note the report.
`;

export const MEASURES = `Outturn 2018/19

Priority 1: Clean streets

Measure (No.4 / NI 195): Streets below standard

The outturn is 6%.

Commentary

Two sweepers broke down.

CH12 – Homes visited

Commentary

41 homes were visited.

CH14 – Homes mended

Commentary

9 homes were mended.

KPI 7: Calls answered in a minute

81% against 90%.

Other work

A new van was bought.
`;
