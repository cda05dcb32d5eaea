import { describe, expect, test } from 'vitest';
import type { Passage, RecordPlace } from '../../src/passage.ts';
import type { Question, Reference } from '../../src/question.ts';
import { lookUpRecords } from '../../src/retrieve/look-up-records.ts';
import { samplePassage } from '../support/sample-answer.ts';

function passage(id: number, kind: Passage['kind'], place: Partial<RecordPlace>): Passage {
  return samplePassage({ id, kind, place: { paperKind: 'minutes', ...place } });
}

const PASSAGES = [
  passage(1, 'discussion', { minute: '12' }),
  passage(2, 'limb', { minute: '12', limb: '1' }),
  passage(3, 'limb', { minute: '12', limb: '2(a)' }),
  passage(4, 'limb', { minute: '12.', limb: '(b)' }),
  passage(5, 'limb', { minute: '13', limb: '' }),
  passage(6, 'item', { paperKind: 'agenda', item: '7a' }),
  passage(7, 'agenda', { paperKind: 'agenda', item: '7a' }),
  passage(8, 'paragraph', { paperKind: 'report', section: '1.1', sections: ['1.1', '1.2'] }),
  passage(9, 'measure', { paperKind: 'scorecard', measure: 'No.28 / NI 59' }),
  passage(10, 'paragraph', { paperKind: 'appendix', paperLabel: 'Appendix B', page: 4, pageLabel: '31' }),
];

function idsAt(reference: Reference): number[] {
  const question: Question = {
    text: '',
    audience: { cleared: [] },
    committees: [],
    dates: [],
    references: [reference],
    people: [],
    wanted: [],
    topic: '',
    terms: [],
  };
  return lookUpRecords(question, PASSAGES).map((found) => found.passage.id);
}

describe('lookUpRecords()', () => {
  test.each([
    ['a minute whole', { kind: 'minute', number: '12' }, [1, 2, 3, 4]],
    ['no minute of another number', { kind: 'minute', number: '1' }, []],
    ['a limb', { kind: 'resolution', number: '1', within: '12' }, [2]],
    ['a limb whatever its brackets', { kind: 'resolution', number: 'b', within: '12' }, [4]],
    ['an undivided resolution as the first', { kind: 'resolution', number: '1', within: '13' }, [5]],
    ['no second limb of an undivided one', { kind: 'resolution', number: '2', within: '13' }, []],
    ['an item, not the whole agenda', { kind: 'item', number: '7a' }, [6]],
    ['a paragraph that shares its passage', { kind: 'paragraph', number: '1.2' }, [8]],
    ['no paragraph that only begins alike', { kind: 'paragraph', number: '1' }, []],
    ['a measure by its number', { kind: 'measure', number: '28' }, [9]],
    ['a measure by its code', { kind: 'measure', number: 'ni 59' }, [9]],
    ['an appendix by its letter', { kind: 'appendix', number: 'b' }, [10]],
    ['a page as printed', { kind: 'page', number: '31' }, [10]],
    ['a page of the file', { kind: 'page', number: '4' }, [10]],
  ] satisfies [string, Reference, number[]][])('finds %s', (_, reference, ids) => {
    expect(idsAt(reference)).toEqual(ids);
  });
});
