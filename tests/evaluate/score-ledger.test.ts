import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scoreLedger } from '../../src/evaluate/score-ledger.ts';
import type { LedgerEntry } from '../../src/ledger.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const WHERE = { committee: 'Parks Panel', date: '2031-03-04', minute: '12' };

function goldFile(lines: object[]): string {
  const file = join(folder, 'gold.jsonl');
  writeFileSync(file, lines.map((line, n) => JSON.stringify({ id: `${n}`, ...WHERE, ...line })).join('\n'));
  return file;
}

function limb(label: string, text: string, rest: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id: 1,
    paperId: 1,
    passageId: 1,
    source: 'a.txt',
    access: { kind: 'public' },
    status: { kind: 'draft' },
    span: { start: 0, end: 1 },
    place: { paperKind: 'minutes', committee: 'Parks Panel', meetingDate: '2031-03-04', minute: '12', limb: label },
    text,
    kind: 'limb',
    limbKind: 'request',
    verb: 'resolved',
    ...rest,
  } as LedgerEntry;
}

describe('scoreLedger()', () => {
  it('counts a line as right only at its minute, under its label and with its words, and only once', () => {
    const gold = goldFile([
      { type: 'limb', label: '1', kind: 'request', quote: 'the swings be mended', by: '2031-05-31', who: 'the Clerk' },
      { type: 'limb', label: '2', kind: 'decision', quote: 'the gate be painted' },
    ]);
    const found = [
      limb('1', 'That the swings be mended.', { by: { printed: 'May', iso: '2031-05-31' }, who: 'the clerk' }),
      limb('1', 'That the swings be mended.'),
      limb('3', 'That the gate be painted.'),
    ];
    const scores = scoreLedger(found, gold);
    expect(scores.limbs.precision).toBeCloseTo(1 / 3);
    expect(scores.limbs.recall).toBe(0.5);
    expect(scores.limbs.wrong).toHaveLength(2);
    expect(scores.limbs.missed).toEqual(['2031-03-04 Minute 12 (2): the gate be painted']);
    expect([scores.kinds, scores.days, scores.actors]).toEqual([1, 1, 1]);
  });

  it('counts a wrong kind, day or actor among the lines found', () => {
    const gold = goldFile([
      { type: 'limb', label: '1', kind: 'decision', quote: 'the swings be mended', by: '2031-05-31', who: 'the Clerk' },
    ]);
    const { limbs, kinds, days, actors } = scoreLedger([limb('1', 'That the swings be mended.')], gold);
    expect([limbs.precision, kinds, days, actors]).toEqual([1, 0, 0, 0]);
  });

  it('refuses a file with a line that is no label', () => {
    expect(() => scoreLedger([], goldFile([{ type: 'limb', quote: 'short' }]))).toThrow(/line 1/);
  });
});
