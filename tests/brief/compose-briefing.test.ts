import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { briefMeeting } from '../../src/app/brief-meeting.ts';
import { openMemory } from '../../src/app/open-memory.ts';
import { isDueNow } from '../../src/brief/lines/outcome-words.ts';
import { isSameSubject } from '../../src/brief/same-subject.ts';
import { type Briefing, type BriefingLine, comparePacks, nameAudience, partsFor } from '../../src/briefing.ts';
import { ROLE_PLANS } from '../../src/role.ts';
import { openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

const JANUARY = `ROADS COMMITTEE
Tuesday, 9th January, 2024

Present:- Councillor Adeyemi (in the Chair); Councillors Birch and Cole.

11. DECLARATIONS OF INTEREST

Councillor Birch declared a personal interest in Minute No. 12 (Crossing at Hope Street) as he lived there.

12. CROSSING AT HOPE STREET

The Engineer spoke of the crossing.

Resolved:- (1) That the crossing at Hope Street be approved.

(2) That the Engineer report on the lamps near the school to the meeting in February 2024.
`;
const FEBRUARY = `ROADS COMMITTEE
Tuesday, 6th February, 2024

Present:- Councillor Adeyemi (in the Chair); Councillor Cole.

21. GRITTING

The Engineer spoke of salt.

Resolved:- That the report be noted.
`;
const AGENDA = `ROADS COMMITTEE

Date: Tuesday, 12th March, 2024
Time: 6.00 p.m.
Venue: Town Hall

AGENDA

1. Apologies for absence

2. Declarations of Interest

3. Crossing at Hope Street: Use and Cost

4. Lease of the Depot (exempt, paragraph 3)
`;
const REPORT = `ROADS COMMITTEE

12 March 2024

Report of the Engineer

Title: Crossing at Hope Street: Use and Cost

1. RECOMMENDATIONS

1.1 That the second crossing be approved, at a cost of £180,000.

1.2 That the report be noted.

2. USE

2.1 The target for waiting times was not met in the winter. No more is known of it.

3. RISKS

3.1 There is a risk that the beacon will fail in a hard frost.

4. FINANCE

4.1 There are no risks to the budget.

5. LAMPS

5.1 Fewer lamps were repaired within a week, for the contractor left; a new one has been appointed and will begin in April.

| No. | Indicator | Good perf is | Jan-24 | Feb-24 | Red | Target |
|---|---|---|---|---|---|---|
| 2.1 | Lamps repaired within a week | High | 94.0% | 59.0% | <90% | 95%+ |
| 2.3 | Lamps out of order at any time | Low | 21 | 66 | 30+ | 20< |
`;
const MINUTES = `ROADS COMMITTEE
Tuesday, 12th March, 2024

Present:- Councillor Adeyemi (in the Chair); Councillor Cole.

31. CROSSING AT HOPE STREET: USE AND COST

Further to Minute No. 12 the Engineer reported on the lamps near the school. The lamps were found to be too dim.

Resolved:- That the second crossing be approved.
`;
const LEASE = `NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972

ROADS COMMITTEE

12 March 2024

Report of the Estates Manager

Title: Lease of the Depot

1. RECOMMENDATIONS

1.1 That the lease be sold to Kestrel Holdings.
`;
const MEETING = { committee: 'Roads Committee', date: '2024-03-12' };
let sample: SampleIndex;
let briefing: Briefing;

beforeAll(async () => {
  sample = await openSampleIndex({
    'january.txt': JANUARY,
    'february.txt': FEBRUARY,
    'agenda.txt': AGENDA,
    'crossing.txt': REPORT,
    'lease.txt': LEASE,
    'minutes.txt': MINUTES,
  });
  briefing = brief([]);
});
afterAll(() => sample.close());

function brief(cleared: number[], forRole?: string): Briefing {
  const { index } = sample;
  const role = forRole === undefined ? {} : { forRole };
  const memory = openMemory(index);
  return briefMeeting(MEETING, { index, audience: { cleared }, madeOn: '2024-03-10', memory, ...role });
}
const texts = (lines: BriefingLine[] | undefined) => (lines ?? []).map(({ text }) => text);
const itemNamed = (of: Briefing, name: RegExp) => of.items.find(({ title }) => name.test(title));
const allLines = ({ mattersMost, items, outstanding, declarations }: Briefing) => [
  ...mattersMost,
  ...items.flatMap((item) => partsFor('member').flatMap(({ part }) => item[part])),
  ...outstanding,
  ...declarations,
];

describe('composeBriefing()', () => {
  it('gives the recommendations in full and what was decided before', () => {
    const item = itemNamed(briefing, /Crossing/);
    expect(texts(item?.asked)).toEqual([
      '1.1 “That the second crossing be approved, at a cost of £180,000.”',
      '1.2 “That the report be noted.”',
    ]);
    expect(texts(item?.decidedBefore).join('\n')).toContain('That the crossing at Hope Street be approved.');
  });

  it('quotes every line byte for byte from a paper', () => {
    const lines = allLines(briefing);
    expect(lines.length).toBeGreaterThan(6);
    for (const { traces } of lines) {
      for (const { paperId, span, quote, label } of traces) {
        expect(sample.index.paperText(paperId, { cleared: [] })?.slice(span.start, span.end)).toBe(quote);
        expect(label).toMatch(/Roads Committee/);
      }
    }
  });

  it('tells what officers worry about, and not that there is no risk', () => {
    const worries = texts(itemNamed(briefing, /Crossing/)?.worries).join('\n');
    expect(worries).toContain('There is a risk that the beacon will fail in a hard frost.');
    expect(worries).not.toContain('no risks to the budget');
  });

  it('asks only out of gaps: a target missed with no action, a risk with no owner, a request never reported back', () => {
    const questions = texts(itemNamed(briefing, /Crossing/)?.questions).join('\n');
    expect(questions).toMatch(/names no action beside it: “The target for waiting times was not met/);
    expect(questions).toMatch(/names nobody: “There is a risk that the beacon/);
    expect(questions).toMatch(
      /When will this come back\? Asked for on 9 January 2024: “That the Engineer report on the lamps[^\n]*Was due by 29 February 2024; no indexed paper since answers it/,
    );
    const why = itemNamed(briefing, /Crossing/)?.questions.flatMap(({ traces }) => traces.map((trace) => trace.why));
    expect(why).toContain('a risk with no owner named beside it');
  });

  it('puts the decision before the money and the exempt item last on the first page', () => {
    const kinds = texts(briefing.mattersMost).map(
      (text) => /^(?:Decision|Overdue|Target|Money|Exempt)/.exec(text)?.[0],
    );
    expect(kinds[0]).toBe('Decision');
    expect(kinds.at(-1)).toBe('Exempt');
  });

  it('tells of an exempt item that it exists, and what is in it only to those cleared', () => {
    expect(itemNamed(briefing, /Lease/)?.closed).toEqual({ paragraphs: [3] });
    expect(JSON.stringify(briefing)).not.toContain('Kestrel');
    const cleared = brief([3]);
    expect(itemNamed(cleared, /Lease/)?.closed).toBeUndefined();
    expect(texts(itemNamed(cleared, /Lease/)?.asked)).toEqual(['1.1 “That the lease be sold to Kestrel Holdings.”']);
  });

  it('knows nothing of how the meeting went, though its minutes are indexed', () => {
    const whole = JSON.stringify(allLines(briefing));
    expect(whole).not.toMatch(/lamps were found|12 March 2024 \(draft\)|Minute 31/);
    expect(whole).toContain('Was due by 29 February 2024; no indexed paper since answers it.');
  });

  it('says a thing under its item and not once more among what is outstanding', () => {
    expect(texts(itemNamed(briefing, /Crossing/)?.decidedBefore).join('\n')).toContain('report on the lamps');
    expect(texts(briefing.outstanding).join('\n')).not.toContain('report on the lamps');
  });

  it('says of a missed target and a worse figure which way is good, and asks of it only where the paper is silent', () => {
    const { figures = [], questions = [] } = itemNamed(briefing, /Crossing/) ?? {};
    expect(texts(figures)).toEqual([
      'Lamps out of order at any time (2.3): up from 21 (Jan-24) to 66 (Feb-24), where lower is better; target under 20, missed',
      'Lamps repaired within a week (2.1): down from 94.0% (Jan-24) to 59.0% (Feb-24), where higher is better; target 95% or more, missed',
    ]);
    expect(texts(questions).join('\n')).toMatch(/The paper names no action: Lamps out of order/);
    expect(texts(questions).join('\n')).not.toMatch(/The paper names no action: Lamps repaired/);
  });

  it('chooses and orders by the role, names it, and leaves what may be read to the audience', () => {
    const chair = brief([], 'Councillor Adeyemi, Chair');
    expect([chair.role, ROLE_PLANS[chair.role].sections[1]]).toEqual(['chair', 'running']);
    expect(texts(chair.running)).toEqual([
      'Begins at 6.00 p.m., Town Hall',
      '3 Crossing at Hope Street: Use and Cost: 2 recommendations to put, 1 to be decided',
      'Before item 4 the press and public are to be excluded: paragraph 3',
      '4 Lease of the Depot (exempt, paragraph 3): closed to the readers of this briefing',
    ]);
    expect(nameAudience(chair)).toBe(
      'Councillor Adeyemi, Chair, laid out for the chair; as the public may read the papers, cleared for no paragraph of Schedule 12A',
    );
    const clerk = brief([], 'clerk');
    expect(clerk.items.flatMap(({ worries, figures, questions }) => [...worries, ...figures, ...questions])).toEqual(
      [],
    );
    expect(texts(brief([], 'lead for scrutiny').mattersMost)[0]).toMatch(/^To ask, item 3/);
    expect(brief([], 'the Director').declarations).toEqual([]);
    const named = brief([], 'Ann Parsley');
    expect([named.role, nameAudience(named)]).toEqual([
      'member',
      expect.stringContaining('Ann Parsley, laid out for a member'),
    ]);
    for (const forRole of ['chair', 'scrutiny', 'officer', 'clerk', 'member']) {
      expect(JSON.stringify(brief([], forRole))).not.toContain('Kestrel');
    }
  });

  it('names who declared an interest on the same subject before', () => {
    expect(texts(briefing.declarations).join('\n')).toMatch(/Item 3.*Councillor Birch declared a personal interest/);
  });
});

describe('isDueNow()', () => {
  it('waits for a day to come, and not for the last day of a month', () => {
    const due = (printed: string, iso: string) => ({ kind: 'due' as const, due: { printed, iso } });
    const view = { date: '2026-01-20' };
    expect(isDueNow(due('January 2026', '2026-01-31'), view)).toBe(true);
    expect(isDueNow(due('31 January 2026', '2026-01-31'), view)).toBe(false);
    expect(isDueNow(due('20 January 2026', '2026-01-20'), view)).toBe(true);
  });
});

describe('isSameSubject()', () => {
  it('looks past words that every title has', () => {
    expect(isSameSubject('School Streets: final report on the trial', 'School Streets')).toBe(true);
    expect(isSameSubject('Annual Report 2024', 'Annual Report 2025')).toBe(false);
    expect(isSameSubject('Winter Service Plan', 'Young Carers Strategy')).toBe(false);
  });
});

describe('comparePacks()', () => {
  it('tells new, changed and removed papers apart, and nothing where nothing changed', () => {
    const paper = (title: string, sha256: string) => ({ title, source: `${title}.pdf`, sha256 });
    const before = [paper('a', '1'), paper('b', '1')];
    expect(comparePacks(before, before)).toBeUndefined();
    expect(comparePacks(before, [paper('b', '2'), paper('c', '1')])).toEqual({
      added: [paper('c', '1')],
      changed: [paper('b', '2')],
      removed: [paper('a', '1')],
    });
  });
});
