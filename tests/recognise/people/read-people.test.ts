import { expect, test } from 'vitest';
import { readPeople } from '../../../src/recognise/people/read-people.ts';

const namesIn = (list: string) => readPeople(list).map((person) => person.name);

test('readPeople() gives the title of a list to each name and brackets to their own', () => {
  expect(readPeople('Councillor Cole (in the Chair); Councillors Jarvis, Fenwick-Green and Julie Turner.')).toEqual([
    { name: 'Cole', office: 'in the Chair' },
    { name: 'Jarvis', office: 'Councillor' },
    { name: 'Fenwick-Green', office: 'Councillor' },
    { name: 'Julie Turner', office: 'Councillor' },
  ]);
});

test('readPeople() does not lend the title of one person to the next', () => {
  expect(readPeople('Councillor Clark, Mel Meggs and Ian Walker')).toEqual([
    { name: 'Clark', office: 'Councillor' },
    { name: 'Mel Meggs' },
    { name: 'Ian Walker' },
  ]);
});

test('readPeople() reads an office after a comma, dash or in front of brackets', () => {
  expect(readPeople('Cora Whitlock, Head of Transport\nMs. K. Hanson – Assistant Director')).toEqual([
    { name: 'Cora Whitlock', office: 'Head of Transport' },
    { name: 'K. Hanson', office: 'Assistant Director' },
  ]);
  expect(readPeople('The Mayor (Councillor Philippa Strang)')).toEqual([{ name: 'Philippa Strang', office: 'Mayor' }]);
});

test('readPeople() reads initials, honorifics and particles', () => {
  expect(namesIn("Mr P Attwater, Mrs. A O'Leary and Cllr. T de Vere")).toEqual([
    'P Attwater',
    "A O'Leary",
    'T de Vere',
  ]);
});

test.each(['None', '3 members of the public', 'the webcast of the meeting can be viewed', ''])(
  'readPeople() finds nobody in "%s"',
  (list) => {
    expect(readPeople(list)).toEqual([]);
  },
);
