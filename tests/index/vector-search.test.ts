import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { type Index, openIndex } from '../../src/index/open-index.ts';
import { makeRandom, randomVector, vectorSource } from '../support/made-up-vectors.ts';

const DIMENSIONS = 32;
const PUBLIC = { audience: PUBLIC_AUDIENCE };
const embedder = { id: 'made-up', dimensions: DIMENSIONS };
const random = makeRandom(7);
const vectors = Array.from({ length: 2_000 }, () => randomVector(random, DIMENSIONS));
const queries = Array.from({ length: 20 }, () => randomVector(random, DIMENSIONS));
let folder = '';
let exact: Index;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-vectors-'));
  exact = openIndex(folder, { writing: true, embedder });
  exact.storeSource(vectorSource('first.txt', vectors.slice(0, 1_700)));
  exact.storeSource(vectorSource('second.txt', vectors.slice(1_700)));
});

afterEach(() => {
  exact.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The same index, searched by the graph however small it is. */
function withGraph<T>(use: (index: Index) => T): T {
  const index = openIndex(folder, { exactVectors: 0 });
  try {
    return use(index);
  } finally {
    index.close();
  }
}

/** The share of the true nearest that the graph finds too, over all queries. */
function recallOf(graph: Index, filter: Parameters<Index['searchPassageVectors']>[1]): number {
  let found = 0;
  let wanted = 0;
  for (const query of queries) {
    const truth = exact.searchPassageVectors(query, filter, 50).map((hit) => hit.passageId);
    const hits = new Set(graph.searchPassageVectors(query, filter, 50).map((hit) => hit.passageId));
    wanted += truth.length;
    found += truth.filter((id) => hits.has(id)).length;
  }
  return found / wanted;
}

function graphFiles(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.hnsw'));
}

describe('searchPassageVectors() by exact scan', () => {
  test('puts the nearest first, with the dot product as score', () => {
    const [query] = queries;
    if (!query) throw new Error('no query');
    const dot = (vector: Float32Array) => vector.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0);
    const expected = vectors.map(dot).sort((a, b) => b - a);
    const hits = exact.searchPassageVectors(query, PUBLIC, 10);
    for (const [place, hit] of hits.entries()) expect(hit.score).toBeCloseTo(expected[place] ?? 0, 5);
  });
});

describe('searchPassageVectors() by the graph', () => {
  test('finds nearly all that the exact scan finds', () => {
    withGraph((graph) => expect(recallOf(graph, PUBLIC)).toBeGreaterThan(0.97));
  });

  test('finds them in the papers a filter names', () => {
    const [paper] = exact.papers(PUBLIC_AUDIENCE).filter(({ source }) => source === 'second.txt');
    const filter = { ...PUBLIC, paperIds: [paper?.id ?? 0] };
    withGraph((graph) => expect(recallOf(graph, filter)).toBeGreaterThan(0.97));
  });

  test('gives closed passages only to a cleared reader, by exact scan', () => {
    const [query] = queries;
    if (!query) throw new Error('no query');
    exact.storeSource(vectorSource('closed.txt', [query], { closed: true }));
    withGraph((graph) => {
      const cleared = graph.searchPassageVectors(query, { audience: { cleared: [3] } }, 1);
      expect(cleared[0]?.score).toBeCloseTo(1, 5);
      expect(graph.searchPassageVectors(query, PUBLIC, 1)[0]?.score).toBeLessThan(0.99);
    });
  });

  test('is kept beside the database and read from there', () => {
    withGraph((graph) => graph.prepare());
    const [passages] = graphFiles();
    const written = readFileSync(join(folder, passages ?? ''));
    withGraph((graph) => expect(recallOf(graph, PUBLIC)).toBeGreaterThan(0.97));
    expect(graphFiles()).toHaveLength(2);
    expect(readFileSync(join(folder, passages ?? '')).equals(written)).toBe(true);
  });

  test('is extended when sources come and go, time and again', () => {
    withGraph((graph) => graph.prepare());
    const more = Array.from({ length: 100 }, () => randomVector(random, DIMENSIONS));
    exact.storeSource(vectorSource('third.txt', more));
    exact.removeSource('second.txt');
    withGraph((graph) => {
      graph.prepare();
      expect(recallOf(graph, PUBLIC)).toBeGreaterThan(0.97);
      expect(recallOf(graph, { ...PUBLIC, kinds: ['paragraph'] })).toBeGreaterThan(0.97);
    });
    exact.removeSource('third.txt');
    withGraph((graph) => {
      graph.prepare();
      expect(recallOf(graph, PUBLIC)).toBeGreaterThan(0.97);
    });
    const stamps = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const deleted = stamps.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).deleted.length);
    expect(deleted).toEqual([400, 400]);
  });

  test('does not trust a file that is cut short or of another index', () => {
    withGraph((graph) => graph.prepare());
    for (const name of graphFiles()) truncateSync(join(folder, name), 1_000);
    withGraph((graph) => expect(recallOf(graph, PUBLIC)).toBeGreaterThan(0.97));
    const names = graphFiles();
    exact.removeSource('first.txt');
    exact.removeSource('second.txt');
    exact.storeSource(vectorSource('other.txt', vectors.slice(0, 300).reverse()));
    for (const name of names) writeFileSync(join(folder, `${name}.json`), '{}');
    withGraph((graph) => expect(recallOf(graph, PUBLIC)).toBeGreaterThan(0.97));
  });
});
