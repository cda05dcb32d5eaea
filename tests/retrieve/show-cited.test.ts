import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Audience, PUBLIC_AUDIENCE } from '../../src/audience.ts';
import type { CitedExcerpt, ReadOn } from '../../src/excerpt.ts';
import { showCited } from '../../src/retrieve/show-cited.ts';
import { CANARY, openSampleIndex, type SampleIndex } from '../support/sample-index.ts';
import { SAMPLE_PAPERS } from '../support/sample-texts.ts';

const LONG = `WORKS COMMITTEE
Tuesday, 9th January, 2024

Present:- Councillor Adeyemi (in the Chair); Councillors Birch, Cole and Dunn.

${Array.from(
  { length: 30 },
  (_, n) => `${n + 1}. ROAD NUMBER ${n + 1}

The Engineer reported on the state of road number ${n + 1}. ${'Members asked when the road would be mended and by whom. '.repeat(6)}

Resolved:- That road number ${n + 1} be mended by the end of March.
`,
).join('\n')}`;
const TABLE = `# Road Repairs: Outturn

Report to the Works Committee, 9 January 2024

## 1 Repairs

1.1 The repairs of two years are in the table.

Table 1: Repairs finished in time

| Ward | 2022 | 2023 |
|---|---|---|
| Mill Lane | 61% | 64% |
| Bridge End | 72% | 70% |

1.2 More was done than before.
`;

let sample: SampleIndex;
beforeAll(async () => {
  sample = await openSampleIndex({ ...SAMPLE_PAPERS, 'works/long.txt': LONG, 'works/table.md': TABLE });
});
afterAll(() => sample.close());

const PLACE = { 'works/long.txt': LONG, 'works/table.md': TABLE } as Record<string, string>;

function show(
  source: string,
  quote: string,
  { audience = PUBLIC_AUDIENCE, ...readOn }: ReadOn & { audience?: Audience } = {},
) {
  const start = (PLACE[source] ?? SAMPLE_PAPERS[source] ?? '').indexOf(quote);
  return showCited({ source, start, end: start + quote.length, quote }, { index: sample.index, audience, ...readOn });
}

const wordsOf = ({ parts }: CitedExcerpt) => parts.map(({ text }) => text).join('');
const citedOf = ({ parts }: CitedExcerpt) =>
  parts
    .filter(({ cited }) => cited)
    .map(({ text }) => text.trim())
    .join('');

describe('showCited()', () => {
  const QUOTE = 'That road number 15 be mended by the end of March.';

  it('shows the cited words in their surroundings, with their citation, place and status', () => {
    const excerpt = show('works/long.txt', QUOTE);
    expect(citedOf(excerpt)).toBe(QUOTE);
    expect(wordsOf(excerpt)).toContain('ROAD NUMBER 15');
    expect(excerpt).toMatchObject({
      label: 'Minute 15, resolution, Works Committee, 9 January 2024 (draft)',
      source: 'works/long.txt',
      place: { paperKind: 'minutes', minute: '15' },
      status: { kind: 'draft' },
      hasEarlier: true,
      hasLater: true,
    });
    expect(LONG.slice(excerpt.shown.start, excerpt.shown.end)).toContain(QUOTE);
  });

  it.each(['earlier', 'later'] as const)('reads on %s to the paper’s end without leaving anything out', (move) => {
    const first = show('works/long.txt', QUOTE);
    const read = [first];
    for (let last = first; move === 'later' ? last.hasLater : last.hasEarlier; ) {
      last = show('works/long.txt', QUOTE, { move, shown: last.shown });
      read.push(last);
      expect(read.length).toBeLessThan(40);
    }
    const inOrder = move === 'later' ? read : read.reverse();
    const [from, to] = [inOrder[0]?.shown.start ?? 0, inOrder.at(-1)?.shown.end ?? 0];
    expect(move === 'later' ? LONG.slice(to) : LONG.slice(0, from)).toMatch(/^\s*$/);
    expect(inOrder.map(wordsOf).join(' ').split(/\s+/).filter(Boolean)).toEqual(
      LONG.slice(from, to).split(/\s+/).filter(Boolean),
    );
  });

  it('finds the words again in a paper that was changed since', () => {
    const start = LONG.indexOf(QUOTE) + 400;
    const moved = { source: 'works/long.txt', start, end: start + QUOTE.length, quote: QUOTE };
    expect(citedOf(showCited(moved, { index: sample.index, audience: PUBLIC_AUDIENCE }))).toBe(QUOTE);
  });

  it('shows the rows of a table with its headers, the cited one marked', () => {
    expect(show('works/table.md', '| Bridge End | 72% | 70% |').table).toEqual({
      caption: 'Table 1: Repairs finished in time',
      headers: [['Ward', '2022', '2023']],
      rows: [
        { cells: ['Mill Lane', '61%', '64%'], cited: false },
        { cells: ['Bridge End', '72%', '70%'], cited: true },
      ],
    });
    expect(show('works/table.md', 'More was done than before.').table).toBeUndefined();
  });

  it('says the same of what is not there, has gone, and is closed', () => {
    const closed = Object.entries(SAMPLE_PAPERS).find(([, text]) => text.includes(CANARY));
    const [source = '', text = ''] = closed ?? [];
    const messageOf = (quote: string, at = source, audience = PUBLIC_AUDIENCE) => {
      const start = Math.max(0, text.indexOf(quote));
      const cited = { source: at, start, end: start + quote.length, quote };
      try {
        return wordsOf(showCited(cited, { index: sample.index, audience }));
      } catch (error) {
        return String(error);
      }
    };
    const refused = messageOf('no such words');
    expect(refused).toBe('AppError: Cannot open this source: it is not in the index, or not open to you');
    expect([messageOf(CANARY), messageOf(CANARY, 'nowhere.txt')]).toEqual([refused, refused]);
    expect(messageOf(CANARY, source, { cleared: [1, 2, 3, 4, 5, 6, 7] })).toContain(CANARY);
  });

  it.each([
    { start: -5, end: 5 },
    { start: 5, end: 5 },
    { start: 9, end: 5 },
    { start: 0, end: 10_000_000 },
    { start: Number.NaN, end: 5 },
  ])('refuses a place that cannot be: $start to $end', (span) => {
    const cited = { source: 'works/long.txt', ...span };
    expect(() => showCited(cited, { index: sample.index, audience: PUBLIC_AUDIENCE })).toThrow('Cannot open');
  });

  it('shows nothing closed, wherever one says that one has read to', () => {
    const [source = '', text = ''] = Object.entries(SAMPLE_PAPERS).find(([, paper]) => paper.includes(CANARY)) ?? [];
    const [open] = sample.index
      .papers(PUBLIC_AUDIENCE, source)
      .flatMap(({ id }) => sample.index.listPassages({ audience: PUBLIC_AUDIENCE, paperIds: [id] }));
    expect(open).toBeDefined();
    const words = open?.span ?? { start: 0, end: 0 };
    for (let at = 0; at < text.length; at += 50) {
      for (const move of ['earlier', 'later'] as const) {
        const shown = { start: at, end: at };
        const excerpt = showCited(
          { source, ...words },
          { index: sample.index, audience: PUBLIC_AUDIENCE, move, shown },
        );
        expect(JSON.stringify(excerpt)).not.toContain(CANARY);
      }
    }
  });
});
