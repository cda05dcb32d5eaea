import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Access, type Audience, PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { ingestSource } from '../../src/index/ingest-source.ts';
import { type Index, openIndex } from '../../src/index/open-index.ts';
import type { Paper } from '../../src/paper.ts';
import { learnLexicon } from '../../src/retrieve/learn-lexicon.ts';
import { fakeEmbedder, fakeVector } from '../support/fake-embedder.ts';
import { makeMeeting, makeMinute, makePaper, plainPaperText } from '../support/made-up-paper.ts';

const EXEMPT_3: Access = { kind: 'exempt', paragraphs: [3] };
const PARKS: Audience = { cleared: [], of: [{ committee: 'the PARKS panel', cleared: [3] }] };
const EVERYWHERE: Audience = { cleared: [3] };
const embedder = fakeEmbedder();
let folder = '';
let index: Index;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-clearance-'));
  index = openIndex(folder, { writing: true, embedder });
  await ingest('open.txt', 'The budget is known to all.', {});
  await ingest('parks.txt', 'The secret budget of the park is 90.', closedPaperOf('Parks Panel'));
  await ingest('roads.txt', 'The secret budget of the road is 70.', closedPaperOf('Roads Board'));
  await ingest('nobody.txt', 'The secret budget of nobody knows what.', { access: EXEMPT_3 });
});

afterEach(() => {
  index.close();
  rmSync(folder, { recursive: true, force: true });
});

function closedPaperOf(committee: string): Partial<Paper> {
  return { access: EXEMPT_3, meeting: makeMeeting(committee, '2031-03-04') };
}

function ingest(source: string, text: string, paper: Partial<Paper>) {
  const papers = [makePaper(paper.kind ?? 'other', text, paper)];
  return ingestSource(index, { source, sha256: text, text: plainPaperText(text), papers }, embedder);
}

/** The files that each way into the index leads this audience to; `from` may be an index that searches by its graph. */
function reached(audience: Audience, from: Index = index): Record<string, string[]> {
  const filter = { audience };
  const sourcesOf = (hits: { passageId: number }[]) => {
    // Read back with the widest clearance: a hit itself must not be there, not only its text.
    const widest = { cleared: [1, 2, 3, 4, 5, 6, 7] };
    const passages = index.passages([...new Set(hits.map(({ passageId }) => passageId))], widest);
    return [...new Set(passages.map(({ source }) => source))].sort();
  };
  const query = fakeVector('secret budget');
  return {
    words: sourcesOf(from.searchWords(['budget'], filter, 9)),
    passages: sourcesOf(from.searchPassageVectors(query, filter, 9)),
    sentences: sourcesOf(from.searchSentenceVectors(query, filter, 9)),
    listed: [...new Set(from.listPassages(filter).map(({ source }) => source))].sort(),
    papers: from
      .papers(audience)
      .map(({ source }) => source)
      .sort(),
  };
}

function everyWay(...sources: string[]): Record<string, string[]> {
  return { words: sources, passages: sources, sentences: sources, listed: sources, papers: sources };
}

describe('openIndex() for an audience cleared in one committee', () => {
  test("opens that committee's exempt papers in both searches, lists and papers, and no other's", () => {
    expect(reached(PARKS)).toEqual(everyWay('open.txt', 'parks.txt'));
    expect(reached(PUBLIC_AUDIENCE)).toEqual(everyWay('open.txt'));
  });

  test('needs clearance for every committee for a paper whose committee is not known', () => {
    expect(reached(EVERYWHERE)).toEqual(everyWay('nobody.txt', 'open.txt', 'parks.txt', 'roads.txt'));
    const both = {
      cleared: [],
      of: ['Parks Panel', 'Roads Board'].map((committee) => ({ committee, cleared: [3] })),
    };
    expect(reached(both)).toEqual(everyWay('open.txt', 'parks.txt', 'roads.txt'));
  });

  test('does so before ranking in the graph too: a closed neighbour takes no place from an open one', () => {
    const graph = openIndex(folder, { exactVectors: 0 });
    try {
      expect(reached(PARKS, graph)).toEqual(everyWay('open.txt', 'parks.txt'));
      const [best] = graph.searchPassageVectors(fakeVector('secret budget road'), { audience: PARKS }, 1);
      expect(graph.passages([best?.passageId ?? 0], PARKS).map(({ source }) => source)).toEqual(['parks.txt']);
    } finally {
      graph.close();
    }
  });

  test('joins with the other wishes of a filter', () => {
    const filter = { audience: PARKS, committees: ['Roads Board'] };
    expect(index.searchWords(['budget'], filter, 9)).toEqual([]);
    expect(index.listPassages({ ...filter, committees: ['Parks Panel'] })).toHaveLength(1);
    expect(index.listPassages({ audience: PARKS, dates: [{ from: '2032-01-01', to: '2032-12-31' }] })).toEqual([]);
  });

  test("does not open passages or texts of another committee's paper by their ids", () => {
    const all = index.listPassages({ audience: EVERYWHERE });
    const ids = all.map(({ id }) => id);
    expect(new Set(index.passages(ids, PARKS).map(({ source }) => source))).toEqual(new Set(['open.txt', 'parks.txt']));
    const paperIdOf = (source: string) => all.find((passage) => passage.source === source)?.paperId ?? 0;
    expect(index.paperText(paperIdOf('parks.txt'), PARKS)).toContain('The secret budget of the park');
    expect(index.paperText(paperIdOf('roads.txt'), PARKS)).toBeUndefined();
    expect(index.paperText(paperIdOf('nobody.txt'), PARKS)).toBeUndefined();
  });

  test('says of the rest that it is closed, and learns no word of it', () => {
    expect(index.closedPapers(PARKS)).toEqual([
      { committee: 'Roads Board', date: '2031-03-04', paragraphs: [3] },
      { paragraphs: [3] },
    ]);
    const names = learnLexicon(index, PARKS).committees.map(({ name }) => name);
    expect(names).toEqual(['Parks Panel']);
  });

  test('takes closed minutes of another committee out of public minutes, with the tables in them', async () => {
    const text = '1. SWINGS\nThey squeak.\n2. SALE\nThe secret is 90.\nPrice | 90\n';
    const minutes = [
      makeMinute(text, { number: '1', title: 'SWINGS', discussion: ['They squeak.'] }),
      makeMinute(text, { number: '2', title: 'SALE', discussion: ['The secret is 90.\nPrice | 90'] }, EXEMPT_3),
    ];
    const start = text.indexOf('Price');
    const span = { start, end: start + 'Price | 90'.length };
    const tables = [{ headers: [], rows: [{ cells: ['Price', '90'], span }], span }];
    const meeting = makeMeeting('Roads Board', '2031-04-01');
    await ingest('minutes.txt', text, { kind: 'minutes', minutes, tables, meeting });
    const read = (audience: Audience) => index.papers(audience).find(({ source }) => source === 'minutes.txt');
    expect(read(PARKS)?.paper).toMatchObject({ minutes: [{ number: '1' }], tables: [] });
    expect(index.paperText(read(PARKS)?.id ?? 0, PARKS)).not.toMatch(/secret|90/);
    expect(read(EVERYWHERE)?.paper).toMatchObject({ minutes: [{ number: '1' }, { number: '2' }], tables: [{ span }] });
  });
});
