import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import { type Audience, PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { citePassage } from '../../src/citation.ts';
import type { CitedWords, ReadOn } from '../../src/excerpt.ts';
import { showCited } from '../../src/retrieve/show-cited.ts';
import { findTables } from '../../src/slack/find-tables.ts';
import { COVERAGE } from '../support/sample-answer.ts';
import { sampleHit } from '../support/sample-hit.ts';
import { openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

const PAPER = `# Road Repairs: Outturn

Report to the Works Committee, 9 January 2024

1.1 The repairs of two years are in the table.

Table 1: Repairs finished in time

| Ward | 2022 | 2023 |
|---|---|---|
| Mill Lane | 61% | 64% |
| Bridge End | 72% | 70% |
`;

let sample: SampleIndex;
beforeAll(async () => {
  sample = await openSampleIndex({ 'works/table.md': PAPER });
});
afterAll(() => sample.close());

const app = {
  showCited: (cited: CitedWords, { audience = PUBLIC_AUDIENCE, ...readOn }: ReadOn & { audience?: Audience } = {}) =>
    showCited(cited, { index: sample.index, audience, ...readOn }),
};

/** An answer that cites these words of the paper, a statement for each. */
function answerFrom(...quotes: string[]): Answer {
  const passages = sample.index.listPassages({ audience: PUBLIC_AUDIENCE });
  const statements = quotes.map((quote) => {
    const start = PAPER.indexOf(quote);
    const passage = passages.find(({ span }) => span.start <= start && start < span.end);
    if (!passage) throw new Error(`no passage has "${quote}"`);
    return {
      text: quote,
      citations: [citePassage(passage, { start, end: start + quote.length })] as [ReturnType<typeof citePassage>],
    };
  });
  return {
    kind: 'grounded',
    statements,
    notes: [],
    coverage: COVERAGE,
    hits: passages.map((passage) => sampleHit(passage)),
  };
}

describe('findTables()', () => {
  it('gives the table of a cited row by the number of its source, and none for words in paragraphs', () => {
    const tables = findTables(answerFrom('The repairs of two years', '| Bridge End | 72% | 70% |'), {
      app,
      audience: PUBLIC_AUDIENCE,
    });
    expect([...tables.keys()]).toEqual([2]);
    expect(tables.get(2)?.rows.map(({ cited }) => cited)).toEqual([false, true]);
  });

  it('gives a table cited at two rows once, with both marked', () => {
    const tables = findTables(answerFrom('| Mill Lane | 61% | 64% |', '| Bridge End | 72% | 70% |'), {
      app,
      audience: PUBLIC_AUDIENCE,
    });
    expect([...tables].map(([number, { rows }]) => [number, rows.map(({ cited }) => cited)])).toEqual([
      [1, [true, true]],
    ]);
  });

  it('gives none where the paper has gone meanwhile, and lets every other fault through', () => {
    const answer = answerFrom('| Mill Lane | 61% | 64% |');
    const gone = { showCited: (cited: CitedWords) => app.showCited({ ...cited, source: 'gone.md' }) };
    expect(findTables(answer, { app: gone, audience: PUBLIC_AUDIENCE }).size).toBe(0);
    const broken = {
      showCited: () => {
        throw new Error('disk');
      },
    };
    expect(() => findTables(answer, { app: broken, audience: PUBLIC_AUDIENCE })).toThrow('disk');
  });
});
