import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';

describe('readConfig()', () => {
  it('takes the index from --index before MINUTEBOOK_INDEX before index/', () => {
    expect(readConfig({}).indexFolder).toBe(resolve('index'));
    expect(readConfig({ MINUTEBOOK_INDEX: 'from-env' }).indexFolder).toBe(resolve('from-env'));
    expect(readConfig({ MINUTEBOOK_INDEX: 'from-env' }, { index: 'said' }).indexFolder).toBe(resolve('said'));
  });

  it('points at the shipped model wherever it is started from', () => {
    expect(readConfig({}).modelFolder).toMatch(/data[\\/]models[\\/]bge-small-en-v1\.5-int8$/);
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it.each([
    [{ MINUTEBOOK_LOG_LEVEL: 'loud' }, {}, 'Cannot use MINUTEBOOK_LOG_LEVEL "loud": expected one of silent, fatal'],
    [{ MINUTEBOOK_INDEX: ' ' }, {}, 'Cannot use MINUTEBOOK_INDEX " ": expected the path of a folder'],
    [{ MINUTEBOOK_DEBUG: 'perhaps' }, {}, 'Cannot use MINUTEBOOK_DEBUG "perhaps": expected 0 or 1'],
    [{}, { index: '' }, 'Cannot use --index "": expected the path of a folder'],
  ])('names the variable it cannot use: %o %o', (env, overrides, message) => {
    expect(() => readConfig(env, overrides)).toThrow(AppError);
    expect(() => readConfig(env, overrides)).toThrow(message);
  });
});
