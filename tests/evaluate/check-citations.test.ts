import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { Citation } from '../../src/citation.ts';
import { checkCitations } from '../../src/evaluate/check-citations.ts';
import type { Limb, Minute } from '../../src/minute.ts';
import type { Paper } from '../../src/paper.ts';

const TEXT = '7. FERRIES\nResolved: (1) That the ferry run. (2) That the pier be mended.';
const PUBLIC = { kind: 'public' } as const;

function limb(label: string, words: string): Limb {
  const start = TEXT.indexOf(words);
  return { label, verb: 'resolved', kind: 'decision', text: words, spans: [{ start, end: start + words.length }] };
}

const MINUTE: Minute = {
  number: '7',
  title: 'FERRIES',
  span: { start: 0, end: TEXT.length },
  headingSpans: [{ start: 0, end: 10 }],
  access: PUBLIC,
  discussion: [],
  limbs: [limb('1', 'That the ferry run.'), limb('2', 'That the pier be mended.')],
  lostMotions: [],
};

const PAPER: Paper = {
  kind: 'minutes',
  span: { start: 0, end: TEXT.length },
  status: { kind: 'draft' },
  access: PUBLIC,
  attendance: [],
  declarations: [],
  items: [],
  minutes: [MINUTE],
  tables: [],
};

function answerCiting(change: Partial<Citation>): Answer {
  const quote = 'That the pier be mended.';
  const start = TEXT.indexOf(quote);
  const citation: Citation = {
    label: 'Minute 7, resolution (2)',
    quote,
    span: { start, end: start + quote.length },
    passageId: 1,
    source: 'minutes.txt',
    place: { paperKind: 'minutes', minute: '7', limb: '2' },
    status: { kind: 'draft' },
    ...change,
  };
  const coverage = { committees: [], meetings: [], papers: 1, missing: [] };
  return { kind: 'grounded', statements: [{ text: quote, citations: [citation] }], notes: [], coverage, hits: [] };
}

const check = (change: Partial<Citation>) =>
  checkCitations(answerCiting(change), { paperOf: (id) => (id === 1 ? { paper: PAPER, text: TEXT } : undefined) });

describe('checkCitations()', () => {
  it('finds nothing wrong with a slice of the limb it names', () => {
    expect(check({})).toEqual([]);
  });

  it('finds a quotation that differs by one letter', () => {
    expect(check({ quote: 'That the pier be minded.' })).toEqual([
      '"Minute 7, resolution (2)" quotes what does not stand there',
    ]);
  });

  it('finds a wrong minute and a wrong limb', () => {
    expect(check({ place: { paperKind: 'minutes', minute: '8', limb: '2' } })).toEqual([
      '"Minute 7, resolution (2)" lies in minute 7',
    ]);
    expect(check({ place: { paperKind: 'minutes', minute: '7', limb: '1' } })).toEqual([
      '"Minute 7, resolution (2)" lies in limb 2',
    ]);
  });

  it('finds a passage that the index does not have', () => {
    expect(check({ passageId: 2 })).toEqual([
      '"Minute 7, resolution (2)" cites a passage that the index does not have',
    ]);
  });
});
