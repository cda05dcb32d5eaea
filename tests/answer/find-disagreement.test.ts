import { describe, expect, test } from 'vitest';
import { findDisagreement } from '../../src/answer/find-disagreement.ts';
import type { Hit } from '../../src/passage.ts';
import { samplePassage } from '../support/sample-answer.ts';
import { sampleHit } from '../support/sample-hit.ts';

let id = 0;
function hit(text: string, changes: Parameters<typeof samplePassage>[0] = {}): Hit {
  id += 1;
  return sampleHit(samplePassage({ id, ordinal: 10 * id, text, span: { start: 0, end: text.length }, ...changes }));
}

function against(first: Hit, ...others: Hit[]): string[] {
  const quoted = [{ hit: first, span: { start: 0, end: first.passage.text.length } }];
  return findDisagreement(quoted, [first, ...others]).map(({ hit: other, span }) =>
    other.passage.text.slice(span.start, span.end),
  );
}

const STATED = 'The repair of the footbridge at Mill Lane cost £4.2 million in 2023/24.';

describe('findDisagreement()', () => {
  test('finds the same statement with another figure, another date, another share', () => {
    const other = 'It rained. The repair of the footbridge at Mill Lane cost £4.7 million in 2023/24. All was well.';
    expect(against(hit(STATED), hit(other))).toEqual([
      'The repair of the footbridge at Mill Lane cost £4.7 million in 2023/24.',
    ]);
    expect(
      against(
        hit('The footbridge at Mill Lane was closed to walkers on 4 May.'),
        hit('The footbridge at Mill Lane was closed to walkers on 14 May.'),
      ),
    ).toHaveLength(1);
    expect(
      against(
        hit('Of measures for children, 61% met their target.'),
        hit('Of measures for children, 60% met their target.'),
      ),
    ).toHaveLength(1);
  });

  test('leaves what says the same, or more of it, alone', () => {
    expect(against(hit(STATED), hit(STATED))).toEqual([]);
    expect(against(hit(STATED), hit(STATED.replace('2023/24.', '2023/24, of 1,204 bridges.')))).toEqual([]);
    expect(
      against(hit('The footbridge has 14 planks of oak.'), hit('The fountain cost £300 to clean in spring.')),
    ).toEqual([]);
  });

  test('leaves figures of another meeting alone: they are of another time', () => {
    const later = { place: { ...samplePassage().place, meetingDate: '2024-02-06' } };
    expect(against(hit(STATED), hit(STATED.replace('4.2', '4.7'), later))).toEqual([]);
  });

  test('leaves the figures of another minute alone, however like the sentence is', () => {
    const of = (minute: string) => ({ place: { ...samplePassage().place, minute } });
    const carried = hit('On being put to the vote the motion was carried by 6 votes to 2.', of('13'));
    const lost = 'On being put to the vote the motion was lost by 3 votes to 5.';
    expect(against(carried, hit(lost, of('16')))).toEqual([]);
    expect(against(carried, hit(lost.replace('lost', 'carried'), of('13')))).toHaveLength(1);
  });

  test('leaves figures of another year, and of another of its kind, alone', () => {
    const of = (year: string, share: string) =>
      `In ${year} the share of hedges in the orchards of the borough that were laid was ${share}.`;
    expect(against(hit(of('2019', '62%')), hit(of('2018', '64%')))).toEqual([]);
    expect(against(hit(of('2019', '62%')), hit(of('2019', '64%')))).toHaveLength(1);
    const zone = (number: string, share: string) => `In Zone ${number} hedges laid came to ${share}.`;
    expect(against(hit(zone('1', '62%')), hit(zone('2', '64%')))).toEqual([]);
    expect(against(hit(zone('1', '62%')), hit(zone('1', '64%')))).toHaveLength(1);
  });

  test('leaves what stands beside it in the paper alone: it goes on to another thing', () => {
    const one = hit(STATED, { ordinal: 4 });
    const other = STATED.replace('4.2', '4.7');
    expect(against(one, hit(other, { ordinal: 5 }))).toEqual([]);
    expect(against(one, hit(other, { ordinal: 6 }))).toHaveLength(1);
    expect(against(one, hit(other, { ordinal: 5, paperId: 2 }))).toHaveLength(1);
  });

  test('takes a row for the same only under the same headers', () => {
    const row = (text: string, context: string) => hit(text, { kind: 'table', context });
    const first = row('Linden Road\t312', 'Works · Table 1: Vehicles in the morning hour · Road | June 2024');
    expect(
      against(first, row('Linden Road\t331', 'Works · Table 1: Vehicles in the morning hour · Road | June 2024')),
    ).toHaveLength(1);
    expect(
      against(first, row('Orchard Rise\t88', 'Works · Table 1: Vehicles in the morning hour · Road | June 2024')),
    ).toEqual([]);
    expect(against(first, row('Linden Road\t9', 'Works · Replies of households · Street | Against'))).toEqual([]);
  });
});
