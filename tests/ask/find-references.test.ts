import { describe, expect, test } from 'vitest';
import { findReferences } from '../../src/ask/find-references.ts';
import type { Reference } from '../../src/question.ts';

function referencesIn(text: string): Reference[] {
  return findReferences(text).map(({ reference }) => reference);
}

describe('findReferences()', () => {
  test.each([
    ['what does minute 39 say', { kind: 'minute', number: '39' }],
    ['min. no. 10.1', { kind: 'minute', number: '10.1' }],
    ['Minute 21.01.07', { kind: 'minute', number: '21.01.07' }],
    ['minute number 7a', { kind: 'minute', number: '7a' }],
    ['minute 45/31', { kind: 'minute', number: '45/31' }],
    ['minute 77/2021', { kind: 'minute', number: '77/2021' }],
    ['minute 41d/19', { kind: 'minute', number: '41d/19' }],
    ['resolution 2 of minute 23-24/FRA/4', { kind: 'resolution', number: '2', within: '23-24/fra/4' }],
    ['resolution 3 of minute 21', { kind: 'resolution', number: '3', within: '21' }],
    ['resolution (b) in minute no. 21', { kind: 'resolution', number: 'b', within: '21' }],
    ['minute 21(3)', { kind: 'resolution', number: '3', within: '21' }],
    ['minute 21, resolution 3', { kind: 'resolution', number: '3', within: '21' }],
    ['limb iv of minute 8', { kind: 'resolution', number: 'iv', within: '8' }],
    ['paragraph 3.2.4', { kind: 'paragraph', number: '3.2.4' }],
    ['3.2.4 in the roads report', { kind: 'paragraph', number: '3.2.4' }],
    ['para 1.7', { kind: 'paragraph', number: '1.7' }],
    ['8.1 of the outcomes report', { kind: 'paragraph', number: '8.1' }],
    ['section 4.1 of the report', { kind: 'paragraph', number: '4.1' }],
    ['paragraph 12 of the roads report', { kind: 'paragraph', number: '12' }],
    ['item 7', { kind: 'item', number: '7' }],
    ['agenda item no. 7a', { kind: 'item', number: '7a' }],
    ['measure 28', { kind: 'measure', number: '28' }],
    ['indicator no 4.2', { kind: 'measure', number: '4.2' }],
    ['NI 59', { kind: 'measure', number: 'ni 59' }],
    ['BVPI 12a', { kind: 'measure', number: 'bvpi 12a' }],
    ['appendix 2', { kind: 'appendix', number: '2' }],
    ['Annex B', { kind: 'appendix', number: 'b' }],
    ['page 14', { kind: 'page', number: '14' }],
    ['pack page 203', { kind: 'page', number: '203' }],
    ['p. 9', { kind: 'page', number: '9' }],
  ] satisfies [string, Reference][])('reads "%s"', (typed, reference) => {
    expect(referencesIn(`Tell me about ${typed}?`)).toEqual([reference]);
  });

  test.each([
    'Why did it fall by 3.2%?',
    'Does paragraph 4.5% mean anything?',
    'Was £3.50 or £1,200 spent?',
    'How many section 47 enquiries were there?',
    'What does section 17 of the Crime and Disorder Act ask?',
    'Was it closed under paragraph 3 of Part 1 of Schedule 12A?',
    'It took 20 minutes, the minutes say 12 people came',
    'What items were there in 2031?',
    'What about the 39 bus?',
  ])('finds no reference in "%s"', (typed) => {
    expect(referencesIn(typed)).toEqual([]);
  });

  test('gives the stretch that says it, and several in the order of the question', () => {
    const text = 'Compare item 7 with minute 12(2) and para 1.4';
    const found = findReferences(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['item 7', 'minute 12(2)', 'para 1.4']);
    expect(found.map(({ reference }) => reference.kind)).toEqual(['item', 'resolution', 'paragraph']);
  });
});

describe('findReferences() of several at once', () => {
  test.each([
    [
      'what do minutes 12 and 13 say',
      [
        { kind: 'minute', number: '12' },
        { kind: 'minute', number: '13' },
      ],
    ],
    ['res 2 min 12', [{ kind: 'resolution', number: '2', within: '12' }]],
  ])('reads "%s"', (text, references) => {
    expect(findReferences(text).map(({ reference }) => reference)).toEqual(references);
  });
});
