import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDeskSettings } from '../src/desk-settings.ts';

describe('readDeskSettings()', () => {
  it('keeps questions for 90 days with their texts, beside the data, unless told otherwise', () => {
    const usual = { deskFile: resolve('data/desk.db'), questionLog: { keepDays: 90, isPrivate: false } };
    expect(readDeskSettings({})).toEqual(usual);
    expect(readDeskSettings({ MINUTEBOOK_LOG_DAYS: ' ', MINUTEBOOK_LOG_PRIVATE: '' })).toEqual(usual);
    expect(
      readDeskSettings({ MINUTEBOOK_DESK: 'd.db', MINUTEBOOK_LOG_DAYS: '0', MINUTEBOOK_LOG_PRIVATE: '1' }),
    ).toEqual({ deskFile: resolve('d.db'), questionLog: { keepDays: 0, isPrivate: true } });
  });

  it.each([
    ['MINUTEBOOK_LOG_DAYS', '-1'],
    ['MINUTEBOOK_LOG_DAYS', '1.5'],
    ['MINUTEBOOK_LOG_DAYS', 'ninety'],
    ['MINUTEBOOK_LOG_PRIVATE', 'perhaps'],
  ])('names the variable it cannot use: %s=%s', (name, value) => {
    expect(() => readDeskSettings({ [name]: value })).toThrow(`Cannot use ${name} "${value}": expected`);
  });
});
