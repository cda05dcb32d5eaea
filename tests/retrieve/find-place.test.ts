import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/passage.ts';
import { findPlace } from '../../src/retrieve/find-place.ts';
import { samplePassage } from '../support/sample-answer.ts';

const COMMITTEE = 'Works Committee';
const january = { committee: COMMITTEE, meetingDate: '2024-01-09', paperKind: 'minutes', minute: '12' } as const;
const february = { ...january, meetingDate: '2024-02-06' };
const report = {
  committee: COMMITTEE,
  meetingDate: '2024-02-06',
  paperKind: 'report',
  paperTitle: 'Footbridge Repairs',
} as const;

const passages: Passage[] = [
  samplePassage({ id: 1, kind: 'discussion', place: january }),
  samplePassage({ id: 2, kind: 'limb', place: { ...january, limb: '1' } }),
  samplePassage({ id: 3, kind: 'limb', place: { ...january, limb: '2' } }),
  samplePassage({ id: 4, kind: 'limb', place: { ...january, limb: '2(a)' } }),
  samplePassage({ id: 5, paperId: 2, kind: 'limb', place: { ...february, limb: '' } }),
  samplePassage({
    id: 6,
    paperId: 3,
    kind: 'paragraph',
    place: { ...report, section: '1.1', sections: ['1.1', '1.2'], pageLabel: '12' },
  }),
  samplePassage({
    id: 7,
    paperId: 3,
    kind: 'paragraph',
    place: { ...report, section: '3.2.1', heading: 'Next steps' },
  }),
  samplePassage({ id: 8, paperId: 3, kind: 'recommendation', place: { ...report, section: '1.1' } }),
  samplePassage({ id: 9, paperId: 3, kind: 'measure', place: { ...report, measure: 'No.28 / NI 59' } }),
  samplePassage({ id: 10, paperId: 4, kind: 'item', place: { ...report, paperKind: 'agenda', item: '7' } }),
];
const ids = (groups: Passage[][]) => groups.map((group) => group.map(({ id }) => id));

describe('findPlace()', () => {
  it('gives a minute of two meetings as two places, the newest first', () => {
    expect(ids(findPlace({ minute: '12' }, passages))).toEqual([[5], [1, 2, 3, 4]]);
  });

  it('keeps to the committee and the date of the citation', () => {
    const dates = { from: '2024-01-01', to: '2024-01-31' };
    expect(ids(findPlace({ minute: '12', dates, committee: COMMITTEE }, passages))).toEqual([[1, 2, 3, 4]]);
    expect(findPlace({ minute: '12', committee: 'Cabinet' }, passages)).toEqual([]);
  });

  it('takes in the limbs under a limb, and only those', () => {
    const dates = { from: '2024-01-09', to: '2024-01-09' };
    expect(ids(findPlace({ minute: '12', limb: '2', dates }, passages))).toEqual([[3, 4]]);
    expect(ids(findPlace({ minute: '12', limb: '2(a)', dates }, passages))).toEqual([[4]]);
    expect(findPlace({ minute: '12', limb: '9' }, passages)).toEqual([]);
  });

  it('takes an undivided resolution for resolution 1', () => {
    expect(ids(findPlace({ minute: '12', limb: '1' }, passages))).toEqual([[5], [2]]);
  });

  it('finds a paragraph that shares its passage, and the paragraphs of a section', () => {
    expect(ids(findPlace({ paragraph: '1.2' }, passages))).toEqual([[6]]);
    expect(ids(findPlace({ paragraph: '3.2' }, passages))).toEqual([[7]]);
  });

  it('tells a recommendation from the paragraph of the same number', () => {
    expect(ids(findPlace({ recommendation: '1.1' }, passages))).toEqual([[8]]);
  });

  it.each(['ni 59', 'no.28', '28', 'no.28/ni 59'])('finds a measure by "%s"', (measure) => {
    expect(ids(findPlace({ measure }, passages))).toEqual([[9]]);
  });

  it('does not take measure 8 for measure 28', () => {
    expect(findPlace({ measure: '8' }, passages)).toEqual([]);
  });

  it('finds a title whose words are mixed with the heading, and no other', () => {
    expect(ids(findPlace({ title: 'Footbridge Repairs, Next steps' }, passages))).toEqual([[7]]);
    expect(findPlace({ title: 'Cycle Lanes' }, passages)).toEqual([]);
  });

  it('uses the page to choose, and alone', () => {
    expect(ids(findPlace({ page: '12' }, passages))).toEqual([[6]]);
    expect(ids(findPlace({ paragraph: '3.2', page: '99' }, passages))).toEqual([[7]]);
  });

  it("finds an agenda item's own entry", () => {
    expect(ids(findPlace({ item: '7' }, passages))).toEqual([[10]]);
  });
});
