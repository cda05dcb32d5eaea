import { describe, expect, test } from 'vitest';
import { findPersonalData, sayPersonalData } from '../src/find-personal-data.ts';
import { processorSeconds } from './support/processor-seconds.ts';
import { fc } from './support/properties.ts';

describe('findPersonalData()', () => {
  // Numbers of the ranges that the NHS and HMRC keep for examples.
  test.each([
    ['What about 943 476 5919?', 'What about [NHS number]?'],
    ['What about 9434765919', 'What about [NHS number]'],
    ['NHS no. 943-476-5919, please', 'NHS no. [NHS number], please'],
    ['9４3 4７6 5919', '[NHS number]'],
    ['943\u200b4765919', '[NHS number]'],
  ])('finds an NHS number by its check digit: %s', (text, redacted) => {
    expect(findPersonalData(text)).toEqual({ kinds: ['nhs-number'], redacted });
  });

  test.each([
    'What about 943 476 5918?',
    'Call 01709 382121 or 0114 273 4567',
    'A grant of £9434765919 was paid',
    'Item 19434765919 and 94347659190',
    'minutes of 2019 2020 and 2021',
  ])('leaves other numbers alone: %s', (text) => {
    expect(findPersonalData(text)).toEqual({ kinds: [], redacted: text });
  });

  test.each([
    ['Is QQ 123456 C known?', ['national-insurance-number']],
    ['Her number is AB 12 34 56 C.', ['national-insurance-number']],
    ['ab123456c', ['national-insurance-number']],
    ['Measure NI 59 and NI 117', []],
    ['order AB1234567', []],
    ['report AB123456', []],
  ])('knows a National Insurance number from other codes: %s', (text, kinds) => {
    expect(findPersonalData(text).kinds).toEqual(kinds);
  });

  test.each([
    'What was decided for Jamie Smith, born 12/03/2015?',
    'What was decided for Jamie Smith (d.o.b. 12.3.15)?',
    'Is Jamie Smith, DOB 2015-03-12, on the plan?',
    "Jamie Smith's date of birth is 12th March 2015, was a place found?",
    'jamie smith date of birth 12 march 2015',
    'dob 12/03/2015 jamie smith, what support is there?',
    'Did the panel speak of Jamie Smith, who was born at the District General Hospital on March 12, 2015?',
    'What about the pupil Jamie Smith (12/03/2015)?',
    'The child is Jamie O’Neill-Smith, 12 March 2015. Where does Smith live?',
  ])("finds a child's name with a date of birth and takes out both: %s", (text) => {
    const { kinds, redacted } = findPersonalData(text);
    expect(kinds).toEqual(['child']);
    expect(redacted).not.toMatch(/jamie|smith|2015|12[./]0?3/i);
  });

  test.each([
    'What did the Children and Learning Scrutiny Committee resolve on 16 September 2025?',
    'Minute 39, resolution (2), Improving Lives Select Commission, 29 October 2019',
    'What did Councillor Sarah Cole say about children born into poverty at the meeting on 14 January 2020?',
    'What was said on Pupil Premium, 14 January 2020?',
    'Who gave apologies on 12/03/2024?',
    'When does the next child poverty report come, after 12 March 2026?',
  ])("leaves questions about the committee's business alone: %s", (text) => {
    expect(findPersonalData(text)).toEqual({ kinds: [], redacted: text });
  });

  test('finds several kinds, each once', () => {
    const { kinds, redacted } = findPersonalData('Jamie Smith born 12/03/2015, NHS 943 476 5919, NI AB123456C');
    expect(kinds).toEqual(['child', 'national-insurance-number', 'nhs-number']);
    expect(redacted).not.toMatch(/943|AB12|Jamie|2015/);
    expect(sayPersonalData(['nhs-number', 'child'])).toBe("an NHS number and a child's name with a date of birth");
  });

  test('finds an NHS number wherever it stands among other words, and never keeps it', () => {
    const word = fc.stringMatching(/^[a-z ,?()]{0,30}$/);
    fc.assert(
      fc.property(word, word, (before, after) => {
        const { kinds, redacted } = findPersonalData(`${before} 943 476 5919 ${after}`);
        expect(kinds).toContain('nhs-number');
        expect(redacted).not.toContain('5919');
      }),
    );
  });

  test.each(['A a ', '9 ', 'Aa ', '12/', 'born ', '1 march ', 'x'.repeat(40)])(
    'takes no longer than the text is long: %s',
    (part) => {
      const text = part.repeat(400_000 / part.length);
      expect(processorSeconds(() => findPersonalData(text))).toBeLessThan(10);
    },
  );
});
