import { expect, test } from 'vitest';
import { lineLabel } from '../../../src/recognise/outline/line-label.ts';

test.each([
  ['39. EARLY HELP', '39', 'dot', 'EARLY HELP'],
  ['10 Workplace Parking Levy', '10', 'bare', 'Workplace Parking Levy'],
  ['21.01.07 Village Hall Defibrillator', '21.01.07', 'bare', 'Village Hall Defibrillator'],
  ['3.2.4 the cost', '3.2.4', 'bare', 'the cost'],
  ['2385. APOLOGIES', '2385', 'dot', 'APOLOGIES'],
  ['48. 2019 EDUCATION OUTCOMES', '48', 'dot', '2019 EDUCATION OUTCOMES'],
  ['(2) That', '2', 'parens', 'That'],
  ['iv) the fees', 'iv', 'paren', 'the fees'],
  ['a. the fees', 'a', 'dot', 'the fees'],
  ['123/21 Minutes', '123/21', 'bare', 'Minutes'],
])('lineLabel() reads the label of "%s"', (text, label, dress, rest) => {
  expect(lineLabel(text)).toEqual({ label, dress, rest });
});

test.each([
  '29 October 2019',
  '2019 Education Performance Outcomes',
  '2019/20 Budget',
  '29/10/19 meeting',
  '5.30 p.m.',
  '122 schools are maintained',
  'J. Smith',
  'I attended',
])('lineLabel() finds no label in "%s"', (text) => {
  expect(lineLabel(text)).toBeUndefined();
});
