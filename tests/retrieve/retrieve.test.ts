import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hit } from '../../src/passage.ts';
import { CANARY, openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex();
});

afterAll(() => sample.close());

/** A hit as "date minute(limb) kind". */
function say({ passage: { place, kind } }: Hit): string {
  const limb = place.limb ? `(${place.limb})` : '';
  return [place.meetingDate, place.minute && `${place.minute}${limb}`, place.item, kind].filter(Boolean).join(' ');
}

describe('retrieve()', () => {
  test("finds a limb for a decision question through its minute's discussion", async () => {
    // No limb of minute 12 has the word; its discussion has.
    const hits = await sample.retrieve('What was decided about the boiler?');
    const places = hits.map(say);
    expect(places.slice(0, 3).filter((place) => /2031-03-04 12\(\d\) limb/.test(place))).not.toEqual([]);
    expect(places).toContain('2031-03-04 12(2) limb');
  });

  test('puts what is named by number first', async () => {
    const hits = await sample.retrieve('resolution 3 of minute 12');
    expect(hits[0] && [say(hits[0]), hits[0].byRecord]).toEqual(['2031-03-04 12(3) limb', true]);
    expect(hits.slice(1).every(({ byRecord, score }) => !byRecord && score < (hits[0]?.score ?? 0))).toBe(true);
  });

  test('keeps a numbered record to the meeting and committee the question names', async () => {
    const first = async (text: string) => (await sample.retrieve(text)).slice(0, 1).map(say);
    expect(await first('item 3 of the agenda for 6 may 2031')).toEqual(['2031-05-06 3 item']);
    expect(await first('minute 7 of the roads board')).toEqual([expect.stringMatching(/^2031-03-11 7/)]);
  });

  test('finds who was there at the meeting named', async () => {
    expect((await sample.retrieve('who was there at the roads board on 11 march 2031')).slice(0, 1).map(say)).toEqual([
      '2031-03-11 attendance',
    ]);
  });

  test('finds the items of an agenda in order', async () => {
    const hits = await sample.retrieve('what is on the agenda for 6 may 2031?');
    expect(hits.slice(0, 3).map(say)).toEqual(['2031-05-06 3 item', '2031-05-06 4 item', '2031-05-06 5 item']);
  });

  test.each([
    `what was said about the ${CANARY}`,
    `${CANARY} offer for the old nursery, exempt`,
    'minute 15',
    'resolution 1 of minute 15 on 4 march 2031',
    'how much would be paid a year for the boathouse',
    'para 1.1 of the report on the lease of the boathouse',
    'what was exempt on 4 march 2031',
    'what did the parks and gardens panel decide on 4 march 2031',
    'brief me on 6 may 2031',
  ])('never holds what the audience may not read: "%s"', async (text) => {
    const hits = await sample.retrieve(text);
    expect(JSON.stringify(hits)).not.toContain(CANARY);
    expect(hits.filter(({ passage }) => passage.access.kind !== 'public')).toEqual([]);
  });

  test('holds exempt limb, discussion and paper for a reader who is cleared', async () => {
    const hits = await sample.retrieve(`what was decided about the ${CANARY} offer`, { cleared: [3] });
    const closed = hits.filter(({ passage }) => passage.text.includes(CANARY)).map(say);
    expect(closed.sort()).toEqual(['2031-03-04 15 discussion', '2031-03-04 15 limb', '2031-05-06 paragraph']);
  });

  test('gives the same hits in the same order each time, the best first, none twice', async () => {
    for (const text of ['what was decided about the pool', 'pool', 'minute 12', 'who was there', '']) {
      const [one, two] = [await sample.retrieve(text), await sample.retrieve(text)];
      expect(two).toEqual(one);
      const ids = one.map(({ passage }) => passage.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('finds nothing in an empty index', async () => {
    const empty = await openSampleIndex({});
    expect(await empty.retrieve('what was decided about the pool')).toEqual([]);
    empty.close();
  });

  test('puts what was said at the time that a follow-up names before the words of the time it leans on', async () => {
    const asked = sample.question('paddling pool which had leaked since May, boiler too small');
    const dates = [{ from: '2031-04-01', to: '2031-04-30', printed: 'April', precision: 'month' as const }];
    const leaning = { kind: 'subject' as const, subject: asked.topic, places: [] };
    const hits = await sample.find({ ...asked, dates, leaning });
    expect(hits.slice(0, 2).map(({ passage }) => passage.place.meetingDate)).toEqual(['2031-04-01', '2031-04-01']);
    expect(hits[2]?.score).toBeGreaterThan(hits[1]?.score ?? 1);
  });
});
