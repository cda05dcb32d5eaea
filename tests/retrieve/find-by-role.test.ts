import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex();
});
afterAll(() => sample.close());

/** Committees with their newest meeting that has minutes, the newest first. */
function newestMeetings(): { committee: string; date: string }[] {
  const newest = new Map<string, string>();
  for (const { committee, date, hasMinutes } of sample.index.meetings({ cleared: [] })) {
    if (hasMinutes && date > (newest.get(committee) ?? '')) newest.set(committee, date);
  }
  return [...newest].map(([committee, date]) => ({ committee, date })).sort((a, b) => b.date.localeCompare(a.date));
}

describe('findByRole()', () => {
  it.each(['Who was at the last meeting?', 'who attended our most recent meeting'])(
    'tells the attendance of the newest meeting, and of no other: %s',
    async (question) => {
      const answer = await sample.answer(question);
      const [newest] = newestMeetings();
      expect(answer.kind).toBe('grounded');
      if (answer.kind === 'declined') return;
      expect(answer.statements.map(({ citations: [{ place }] }) => place)).toEqual([
        expect.objectContaining({ committee: newest?.committee, meetingDate: newest?.date, paperKind: 'minutes' }),
      ]);
    },
  );

  it('keeps to the committee that is named', async () => {
    for (const { committee, date } of newestMeetings()) {
      const answer = await sample.answer(`Who was at the last meeting of the ${committee}?`);
      if (answer.kind === 'declined') throw new Error(answer.message);
      expect(answer.statements[0]?.citations[0].place).toMatchObject({ committee, meetingDate: date });
    }
  });
});

describe('findByRole() of an agenda', () => {
  const linesFor = async (question: string) => {
    const answer = await sample.answer(question);
    if (answer.kind === 'declined') throw new Error(answer.message);
    return answer.statements.map(({ citations: [{ quote }] }) => quote).join('\n');
  };

  it('tells those items alone whose words are asked for', async () => {
    const lines = await linesFor('page numbers for the allotment rents on 6 May 2031');
    expect(lines).toContain('Allotment rents (Pages 9 - 14)');
    expect(lines).not.toContain('Hedge');
  });

  it('gives no line of an agenda for what is to be known of a part of an item', async () => {
    const asked = sample.question('prep me for 6 May 2031: hedges and the budget');
    const hits = await sample.find({ ...asked, wanted: ['briefing'] });
    expect(hits.filter(({ byRecord }) => byRecord)).toEqual([]);
  });

  it('tells all items but those that are left out', async () => {
    const lines = await linesFor("besides the allotment rents, what's on the agenda on 6 May 2031, with page nos");
    expect(lines).toContain('Hedge cutting in lanes (Pages 3 - 8)');
    expect(lines).not.toContain('Allotment');
  });
});

const QUIET = `MINUTES of the ORCHARD BOARD
held on Tuesday 3 June 2031

Present: Councillors Fern (Chair) and Moss.

1. EXCLUSION OF THE PRESS AND PUBLIC

There were no items that required exclusion.

2. PLUM TREES

The Clerk reported that twelve plum trees had been planted.

Resolved:- That Cabinet be recommended to exempt tenants of the orchard from the charge.
`;

describe('findByRole() of what is closed', () => {
  it('tells what is said of it where nothing is', async () => {
    const quiet = await openSampleIndex({ '2031-06-03-minutes.txt': QUIET });
    try {
      const answer = await quiet.answer('Were any papers exempt on 3 June 2031?');
      if (answer.kind === 'declined') throw new Error(answer.message);
      expect(answer.statements.map(({ citations: [{ place }] }) => place.minute)).toEqual(['1']);
    } finally {
      quiet.close();
    }
  });
});
