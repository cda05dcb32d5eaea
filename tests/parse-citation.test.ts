import { describe, expect, it } from 'vitest';
import { type CitedPlace, parseCitation } from '../src/parse-citation.ts';
import { processorSeconds } from './support/processor-seconds.ts';

const LIVES = 'Improving Lives Select Commission';
const STANDARDS = 'Standards and Ethics Committee';
const committees = [
  { name: LIVES, aliases: ['improving lives'] },
  { name: STANDARDS, aliases: [] },
  { name: 'Cabinet', aliases: [] },
];
const day = (iso: string) => ({ from: iso, to: iso });
const OCTOBER = day('2019-10-29');
const JANUARY = day('2020-01-14');
const TITLE = '2019 Education Performance Outcomes';

const CASES: [string, CitedPlace][] = [
  [
    `Minute 39, resolution (2), ${LIVES}, 29 October 2019`,
    { minute: '39', limb: '2', committee: LIVES, dates: OCTOBER },
  ],
  [
    `Minute 39, resolution (2), ${LIVES}, 29 October 2019 (draft)`,
    { minute: '39', limb: '2', committee: LIVES, dates: OCTOBER },
  ],
  [`Minute 39, ${LIVES}, 29 October 2019 (corrected by Minute 71)`, { minute: '39', committee: LIVES, dates: OCTOBER }],
  ['Min. 39(2), ILSC 29/10/19', { minute: '39', limb: '2', committee: LIVES, dates: OCTOBER }],
  ['min 39(2) ilsc 29/10/2019', { minute: '39', limb: '2', committee: LIVES, dates: OCTOBER }],
  [`Minute 39, resolution, ${LIVES}, 29 October 2019`, { minute: '39', limb: '', committee: LIVES, dates: OCTOBER }],
  ['39(2)', { minute: '39', limb: '2' }],
  [
    `Minute 41d/19, resolution (2), ${LIVES}, 29 October 2019`,
    { minute: '41d/19', limb: '2', committee: LIVES, dates: OCTOBER },
  ],
  ['Min. 77/2021, ILSC 29/10/19', { minute: '77/2021', committee: LIVES, dates: OCTOBER }],
  ['Min. 23-24/FRA/4(b), ILSC 29/10/19', { minute: '23-24/fra/4', limb: 'b', committee: LIVES, dates: OCTOBER }],
  ['Min. PLA149/14, ILSC 29/10/19', { minute: 'pla149/14', committee: LIVES, dates: OCTOBER }],
  [`${TITLE}, para 1.1–1.3, 14 January 2020`, { title: TITLE, paragraph: '1.1', dates: JANUARY }],
  [
    '39, improving lives, oct 2019',
    { minute: '39', committee: LIVES, dates: { from: '2019-10-01', to: '2019-10-31' } },
  ],
  ['resolution 3(a) of minute 21.01.07', { limb: '3(a)', minute: '21.01.07' }],
  [
    'Minute 10.1 (3)(a), SEC 1 May 2024',
    { minute: '10.1', limb: '3(a)', committee: STANDARDS, dates: day('2024-05-01') },
  ],
  [
    `${TITLE}, para 1.7, ${LIVES}, 14 January 2020 (pack p. 12)`,
    { title: TITLE, paragraph: '1.7', page: '12', committee: LIVES, dates: JANUARY },
  ],
  [`para 1.7 of ${TITLE}, ILSC 14/1/20`, { title: TITLE, paragraph: '1.7', committee: LIVES, dates: JANUARY }],
  [
    'Section 106 agreements, para 3.2.4, Cabinet, 2020-01-14',
    { title: 'Section 106 agreements', paragraph: '3.2.4', committee: 'Cabinet', dates: JANUARY },
  ],
  [
    'Roads, Parks and Waste, Next steps, Cabinet, 14 Jan 2020',
    { title: 'Roads, Parks and Waste, Next steps', committee: 'Cabinet', dates: JANUARY },
  ],
  ['Agenda item 7, ILSC, Tuesday 14th January, 2020', { item: '7', committee: LIVES, dates: JANUARY }],
  ['Minute “Village Hall, roof”, Cabinet', { title: 'Village Hall, roof', committee: 'Cabinet' }],
  ['Budget, table “Costs, £000”, Cabinet', { title: 'Budget, Costs, £000', committee: 'Cabinet' }],
  ['39(2) ILSC 29/10/19', { minute: '39', limb: '2', committee: LIVES, dates: OCTOBER }],
  [
    'Flooding on 4 December 2018, para 3.1, ILSC 29/10/19',
    { title: 'Flooding on 4 December 2018', paragraph: '3.1', committee: LIVES, dates: OCTOBER },
  ],
  ['Results, table “Pupils, 2017”, Cabinet', { title: 'Results, Pupils, 2017', committee: 'Cabinet' }],
  ['NI 59', { measure: 'ni 59' }],
  ['Measure (No.28 / NI 59), Cabinet', { measure: 'no.28/ni 59', committee: 'Cabinet' }],
  ['recommendation 2.1, Budget report', { recommendation: '2.1', title: 'Budget report' }],
  ['recommendation (b)', { recommendation: 'b' }],
  ['page 12, ILSC, 14.01.2020', { page: '12', committee: LIVES, dates: JANUARY }],
];

describe('parseCitation()', () => {
  it.each(CASES)('reads %s', (text, place) => {
    expect(parseCitation(text, { committees })).toEqual(place);
  });

  it('takes a parish number with dots for a minute, not for a date', () => {
    expect(parseCitation('21.01.07', { committees })).toEqual({ minute: '21.01.07' });
  });

  it.each(['', '  ', 'Cabinet', '(draft)', '29 October 2019'])('refuses "%s", which names no place', (text) => {
    expect(() => parseCitation(text, { committees })).toThrow('it names no place');
  });

  it.each(['(', '1.', 'min ', '(a)', 'of ', '29 oct ', ',,', 'no. ni '])(
    'reads hostile text in a time that grows with its length alone: %s',
    (piece) => {
      const read = () => {
        try {
          parseCitation(piece.repeat(200_000), { committees });
        } catch (error) {
          expect(String(error)).toContain('names no place');
        }
      };
      expect(processorSeconds(read)).toBeLessThan(10);
    },
  );
});
