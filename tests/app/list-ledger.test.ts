import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listLedger } from '../../src/app/list-ledger.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import type { LedgerFilter, Outcome } from '../../src/ledger.ts';
import { openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

const MARCH = `Parks Panel

Tuesday, 4 March 2031

Present:- Councillors Ash and Birch.

12. PLAYGROUNDS

The Clerk agreed to circulate the inspection report before the next meeting.

Resolved:- (1) That the report be noted.

(2) That the Head of Parks report to the meeting in May 2031 on the swings at Mill Lane.

(3) That Cabinet be recommended to mend the slide.

13. DATE OF THE NEXT MEETING

Resolved:- That the next meeting be held on Tuesday 6 May 2031.
`;
const MAY = MARCH.replace('Tuesday, 4 March 2031', 'Tuesday, 6 May 2031')
  .replace('12. PLAYGROUNDS', '14. GREENHOUSES')
  .replace('13. DATE', '15. DATE')
  .replace('Tuesday 6 May 2031', 'Tuesday 1 July 2031')
  .replace('the swings at Mill Lane', 'the greenhouses');
/** The minutes of March once more, as a pack would repeat them. */
const PACK = `Parks Panel pack\n\n${MARCH}`;

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex({ 'march.txt': MARCH, 'may.txt': MAY, 'pack.txt': PACK });
});
afterAll(() => sample.close());

function ledger(filter: LedgerFilter = {}, outcomes?: (id: number) => Outcome) {
  return listLedger(filter, {
    index: sample.index,
    lexicon: sample.lexicon,
    audience: PUBLIC_AUDIENCE,
    ...(outcomes ? { outcomes: (entries) => new Map(entries.map(({ id }) => [id, outcomes(id)])) } : {}),
  });
}

describe('listLedger()', () => {
  it('lists each line once, though a pack repeats the minutes', () => {
    expect(ledger().map(({ place }) => `${place.minute} ${place.limb ?? 'said'}`)).toEqual([
      '12 said',
      '12 1',
      '12 2',
      '12 3',
      '13 ',
      '14 said',
      '14 1',
      '14 2',
      '14 3',
      '15 ',
    ]);
  });

  it('keeps to a committee, a date, a topic, an actor and kinds', () => {
    const places = (filter: LedgerFilter) =>
      ledger(filter).map(({ place }) => `${place.minute} ${place.limb ?? 'said'}`);
    expect(places({ committee: 'Parks Panel', since: '2031-05-01' })).toEqual([
      '14 said',
      '14 1',
      '14 2',
      '14 3',
      '15 ',
    ]);
    expect(places({ topic: 'swings' })).toEqual(['12 2']);
    expect(places({ topic: 'playgrounds', kinds: ['recommendation'] })).toEqual(['12 3']);
    expect(places({ who: 'the Cabinet' })).toEqual(['12 3', '14 3']);
    expect(places({ who: 'Head of Parks', since: '2031-05-01' })).toEqual(['14 2']);
    expect(places({ topic: 'aeroplanes' })).toEqual([]);
  });

  it('takes the next meeting from the minutes themselves', () => {
    const [said] = ledger({ kinds: ['undertaking'] });
    expect(said).toMatchObject({ who: 'The Clerk', by: { printed: 'the next meeting', iso: '2031-05-06' } });
  });

  it('leaves open only requests and undertakings, and of these what nothing answers', () => {
    expect(ledger({ open: true }).map(({ kind, place }) => `${kind} ${place.minute}`)).toEqual([
      'undertaking 12',
      'limb 12',
      'undertaking 14',
      'limb 14',
    ]);
    const [first] = ledger({ open: true });
    const left = ledger({ open: true }, (id) =>
      id === first?.id ? { kind: 'answered', by: [] } : { kind: 'gone-quiet', lookedThrough: [], by: [] },
    );
    expect(left.map(({ id }) => id)).not.toContain(first?.id);
    expect(left).toHaveLength(3);
  });

  it('refuses a committee that the index does not have', () => {
    expect(() => ledger({ committee: 'Harbour Board' })).toThrow(/Harbour Board/);
  });
});
