import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readGold } from '../../src/evaluate/read-gold.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-gold-'));
  path = join(folder, 'questions.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LINE = { id: 'q1', kind: 'decision', question: 'What about the pool?', answerable: true };

describe('readGold()', () => {
  test('reads a question a line, empty lines left out, what is not said filled in', () => {
    const whole = { ...LINE, id: 'q2', gold: [{ file: 'a.txt', quote: 'x' }], need_all: true, facts: ['1'] };
    writeFileSync(path, `${JSON.stringify(LINE)}\n\n${JSON.stringify(whole)}\n`);
    expect(readGold(path)).toEqual([{ ...LINE, gold: [], need_all: false, facts: [] }, whole]);
  });

  test('names the line and the field at fault', () => {
    writeFileSync(path, `${JSON.stringify(LINE)}\n${JSON.stringify({ ...LINE, answerable: 'yes' })}`);
    expect(() => readGold(path)).toThrow(
      expect.objectContaining({
        code: 'invalid',
        message: expect.stringContaining(`Cannot read line 2 of "${path}": "answerable": `),
      }),
    );
    writeFileSync(path, 'What about the pool?');
    expect(() => readGold(path)).toThrow(
      expect.objectContaining({ message: `Cannot read line 1 of "${path}": it is not JSON` }),
    );
  });

  test('says that there is no such file', () => {
    expect(() => readGold(path)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
