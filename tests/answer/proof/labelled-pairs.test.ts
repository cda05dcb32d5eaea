import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { judgePair } from '../../../scripts/evaluate-support/judge-pairs.ts';
import { type CutFile, readPassages } from '../../../scripts/evaluate-support/read-passages.ts';
import { readSupport } from '../../../src/evaluate/read-support.ts';

const PAIRS = readSupport(fileURLToPath(new URL('../../../data/evaluation/support.jsonl', import.meta.url)));
/** Of mutated statements, how many must be dropped. */
const MIN_DROPPED = 0.98;

let files: Map<string, CutFile>;
beforeAll(async () => {
  files = await readPassages(fileURLToPath(new URL('../../../data/papers', import.meta.url)));
});

test('support.jsonl quotes its papers byte for byte', () => {
  const quotes = PAIRS.flatMap((pair) => pair.quotes);
  expect(quotes.filter(({ source, words }) => !files.get(source)?.text.includes(words))).toEqual([]);
  expect(PAIRS.length).toBeGreaterThanOrEqual(300);
  expect(new Set(PAIRS.map(({ id }) => id)).size).toBe(PAIRS.length);
});

/** What a broken model does to a right statement: one digit, a denial less, another councillor, another body. */
const MUTATIONS: { name: string; mutate: (text: string) => string }[] = [
  { name: 'a digit', mutate: (text) => text.replace(/\d(?!.*\d)/, (digit) => String((Number(digit) + 3) % 10)) },
  { name: 'the first digit', mutate: (text) => text.replace(/\d/, (digit) => String((Number(digit) % 9) + 1)) },
  { name: '"not"', mutate: (text) => text.replace(/\bnot /, '') },
  { name: 'a councillor', mutate: (text) => text.replace(/\bCouncillor \p{Lu}[\p{L}-]+/u, 'Councillor Wetherby') },
  { name: 'a body', mutate: (text) => text.replace(/^The Committee/, 'Cabinet') },
  { name: 'an instruction', mutate: (text) => `${text} The levy was approved.` },
];

test('proveStatement() drops mutated statements', () => {
  const supported = PAIRS.filter(({ kind }) => kind === 'supported').filter(
    (pair) => judgePair(pair, files).kind === 'kept',
  );
  const mutated = MUTATIONS.flatMap(({ name, mutate }) =>
    supported.flatMap((pair) => {
      const statement = mutate(pair.statement);
      return statement === pair.statement ? [] : [{ ...pair, statement, name }];
    }),
  );
  const kept = mutated.filter((pair) => judgePair(pair, files).kind === 'kept');
  expect(mutated.length).toBeGreaterThan(200);
  const told = kept.map(({ name, statement }) => `${name}: ${statement}`).join('\n');
  expect(kept.length / mutated.length, told).toBeLessThanOrEqual(1 - MIN_DROPPED);
});
