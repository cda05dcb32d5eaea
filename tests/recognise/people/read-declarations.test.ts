import { expect, test } from 'vitest';
import type { Minute } from '../../../src/minute.ts';
import { readDeclarations } from '../../../src/recognise/people/read-declarations.ts';

function declarations(text: string, title = 'DECLARATIONS OF INTEREST') {
  const minute: Minute = {
    number: '44',
    title,
    span: { start: 0, end: 0 },
    headingSpans: [],
    access: { kind: 'public' },
    discussion: [{ text, spans: [] }],
    limbs: [],
    lostMotions: [],
  };
  return readDeclarations([minute], { tables: [] }).map(({ person, kinds, item, minute: number }) => [
    person.name,
    kinds.join(' '),
    item,
    number,
  ]);
}

test('readDeclarations() reads who, which kinds and the item or minute', () => {
  expect(
    declarations(
      'Councillor Birch declared a non-pecuniary personal interest in agenda item 7, Bus Lanes, as he drives one.',
    ),
  ).toEqual([['Birch', 'non-pecuniary personal', '7', undefined]]);
  expect(
    declarations('Councillor Cope declared a personal interest in Minute No. 16 (Allotments) as a plot holder.'),
  ).toEqual([['Cope', 'personal', undefined, '16']]);
  expect(declarations('Cllr Lamb declared a disclosable pecuniary interest in 21.01.06 as a contractor.')).toEqual([
    ['Lamb', 'pecuniary', '21.01.06', undefined],
  ]);
});

test('readDeclarations() gives each of several people a record, and no kind where none is said', () => {
  expect(
    declarations('Councillors Amber and Birch declared an interest in item 3. Cllr Fenn, pecuniary, item 4.'),
  ).toEqual([
    ['Amber', '', '3', undefined],
    ['Birch', '', '3', undefined],
    ['Fenn', 'pecuniary', '4', undefined],
  ]);
});

test.each(['There were no declarations of interest.', 'None.', 'Members were reminded to declare any interest.'])(
  'readDeclarations() finds none in "%s"',
  (text) => {
    expect(declarations(text)).toEqual([]);
  },
);

test('readDeclarations() takes interest shown in a discussion for none', () => {
  expect(declarations('Councillor Birch took an interest in the scheme.', 'BUS LANES')).toEqual([]);
});
