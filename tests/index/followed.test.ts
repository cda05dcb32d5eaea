import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Audience, PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { readLedger } from '../../src/follow/ledger/read-ledger.ts';
import type { Followed } from '../../src/followed.ts';
import type { DraftPlace } from '../../src/followed-place.ts';
import { ingestSource } from '../../src/index/ingest-source.ts';
import { type Index, openIndex } from '../../src/index/open-index.ts';
import { fakeEmbedder } from '../support/fake-embedder.ts';
import { makeMeeting, makeMinute, makePaper, plainPaperText, spanOf } from '../support/made-up-paper.ts';

const TEXT = `7. BRIDGE
The Clerk would write to the county council.
(1) That the bridge be painted green.
(2) That the lamps be mended by 1 May 2031.
8. SALE OF LAND
The Solicitor promised to obtain the secret budget.
(a) That the secret budget be accepted.
9. RATES
Litter was cleared in 93.5% of streets in 2030/31.`;
const CLEARED: Audience = { cleared: [3] };
const embedder = fakeEmbedder();
let folder = '';
let index: Index;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-followed-'));
  index = openIndex(folder, { writing: true, embedder });
});

afterEach(() => {
  index.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ingest(extra: Partial<Followed> = {}): Promise<void> {
  const limbs: [string, string][] = [
    ['1', 'That the bridge be painted green.'],
    ['2', 'That the lamps be mended by 1 May 2031.'],
  ];
  const paper = makePaper('minutes', TEXT, {
    meeting: makeMeeting('Works Committee', '2031-03-04'),
    minutes: [
      makeMinute(TEXT, {
        number: '7',
        title: 'BRIDGE',
        discussion: ['The Clerk would write to the county council.'],
        limbs,
      }),
      makeMinute(
        TEXT,
        {
          number: '8',
          title: 'SALE OF LAND',
          discussion: ['The Solicitor promised to obtain the secret budget.'],
          limbs: [['a', 'That the secret budget be accepted.']],
        },
        { kind: 'exempt', paragraphs: [3] },
      ),
      makeMinute(TEXT, {
        number: '9',
        title: 'RATES',
        discussion: ['Litter was cleared in 93.5% of streets in 2030/31.'],
      }),
    ],
  });
  const text = plainPaperText(TEXT);
  const followed = { ledger: readLedger(text, paper), references: [], measurePoints: [], ...extra };
  await ingestSource(index, { source: 'a.txt', sha256: 'a', text, papers: [paper], followed: [followed] }, embedder);
}

function draftAt(words: string): DraftPlace {
  return { text: words, span: spanOf(TEXT, words), place: { minute: '9' } };
}

const POINT = {
  name: 'Streets cleared of litter',
  nameKey: 'streets cleared of litter',
  number: '9',
  code: 'NI 59',
  period: '2030/31',
  periodKey: '2030-2031',
  kind: 'actual' as const,
  printed: '93.5%',
  value: 93.5,
};

describe('ledgerEntries()', () => {
  it('gives limbs and undertakings in order, cited as the passages they stand in', async () => {
    await ingest();
    const entries = index.ledgerEntries({ audience: PUBLIC_AUDIENCE });
    expect(entries.map(({ kind, place, text }) => [kind, place.minute, place.limb, text])).toEqual([
      ['undertaking', '7', undefined, 'The Clerk would write to the county council.'],
      ['limb', '7', '1', 'That the bridge be painted green.'],
      ['limb', '7', '2', 'That the lamps be mended by 1 May 2031.'],
    ]);
    const [, , lamps] = entries;
    expect(lamps).toMatchObject({ by: { printed: '1 May 2031', iso: '2031-05-01' }, source: 'a.txt' });
    const [passage] = index.passages([lamps?.passageId ?? 0], PUBLIC_AUDIENCE);
    expect(passage?.place).toMatchObject({ committee: 'Works Committee', limb: '2' });
    expect(lamps?.place).toMatchObject(passage?.place ?? {});
  });

  it('keeps what is closed from whoever is not cleared for it', async () => {
    await ingest();
    const told = JSON.stringify(index.ledgerEntries({ audience: PUBLIC_AUDIENCE }));
    expect(told).not.toMatch(/secret|SALE OF LAND/);
    expect(index.ledgerEntries({ audience: CLEARED }).map(({ text }) => text)).toContain(
      'The Solicitor promised to obtain the secret budget.',
    );
  });

  it('is confined by kind, minute, words, who and date', async () => {
    await ingest();
    const texts = (search: object) => index.ledgerEntries({ audience: CLEARED, ...search }).map(({ text }) => text);
    expect(texts({ entryKinds: ['undertaking'], minutes: ['7'] })).toEqual([
      'The Clerk would write to the county council.',
    ]);
    expect(texts({ words: ['lamp'] })).toEqual(['That the lamps be mended by 1 May 2031.']);
    expect(texts({ words: ['lam'] })).toEqual([]);
    expect(texts({ whoWords: ['clerk'] })).toEqual(['The Clerk would write to the county council.']);
    expect(texts({ dates: [{ from: '2031-03-05', to: '9999-12-31' }] })).toEqual([]);
    expect(texts({ committees: ['Works Committee'], minutes: ['8'] })).toHaveLength(2);
  });

  it('goes with its paper, and comes once when the paper is stored again', async () => {
    await ingest();
    const paper = index.removeSource('a.txt');
    expect(paper).toBe(true);
    expect(index.ledgerEntries({ audience: CLEARED })).toEqual([]);
    await ingest();
    expect(index.ledgerEntries({ audience: PUBLIC_AUDIENCE })).toHaveLength(3);
  });
});

describe('references()', () => {
  it('are found by what they refer to, and closed as the words are that refer', async () => {
    const open = {
      ...draftAt('Litter was cleared'),
      reason: 'names-the-minute' as const,
      toMinute: '52',
      toDate: '2030-09-04',
    };
    const shut = { ...draftAt('obtain the secret budget'), reason: 'names-the-minute' as const, toMinute: '52' };
    await ingest({ references: [open, shut] });
    const found = index.references({ audience: PUBLIC_AUDIENCE, toMinutes: ['52'] });
    expect(found.map(({ text }) => text)).toEqual(['Litter was cleared']);
    expect(index.references({ audience: CLEARED, toMinutes: ['52'] })).toHaveLength(2);
    expect(index.references({ audience: CLEARED, toDates: ['2030-09-04'] })).toHaveLength(1);
    expect(index.references({ audience: CLEARED, toMinutes: ['51'] })).toEqual([]);
    expect(index.references({ audience: CLEARED, reasons: ['correction'] })).toEqual([]);
  });

  it('leaves out what reaches over words that are closed otherwise', async () => {
    const start = spanOf(TEXT, 'That the lamps').start;
    const across = { ...draftAt('Litter was cleared'), span: { start, end: spanOf(TEXT, 'Solicitor').end } };
    await ingest({ references: [{ ...across, reason: 'names-the-minute' }] });
    expect(index.references({ audience: CLEARED })).toEqual([]);
  });
});

describe('measurePoints()', () => {
  it('are found by name, number and code, however these are spaced', async () => {
    await ingest({ measurePoints: [{ ...draftAt('93.5% of streets'), ...POINT }] });
    const count = (search: object) => index.measurePoints({ audience: PUBLIC_AUDIENCE, ...search }).length;
    expect(count({ numbers: ['No. 9'] })).toBe(1);
    expect(count({ codes: ['ni59'] })).toBe(1);
    expect(count({ nameKeys: ['streets cleared of litter'] })).toBe(1);
    expect(count({ words: ['litter', 'street'] })).toBe(1);
    expect(count({ codes: ['NI 60'] })).toBe(0);
    expect(index.measurePoints({ audience: PUBLIC_AUDIENCE })[0]).toMatchObject({ ...POINT, source: 'a.txt' });
  });
});
