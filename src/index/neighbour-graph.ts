import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import hnswlib from 'hnswlib-node';
import { floatsOf, type Nearest, type VectorRow } from './vector-matrix.ts';
import { VECTOR_ROWS, type VectorKind } from './vector-rows.ts';

// Of 29,000 sentence vectors: recall@50 0.999 and 13.8 s to build, where hnswlib's own 16 links and an ef of 120 took
// 41.4 s for 1.000. The seed is hnswlib's own.
const GRAPH_LINKS = 12;
const EF_BUILD = 60;
const EF_SEARCH = 200;
const SEED = 100;
/** With more than this share of deleted vectors a graph is built anew: they cost time and memory. */
const MAX_DELETED_SHARE = 0.3;
const IS_PUBLIC = `p.access_id IN (SELECT id FROM accesses WHERE access = '{"kind":"public"}')`;

export type NeighbourGraph = {
  search(
    query: Float32Array,
    options: { limit: number; isAllowed?: ((passageId: number) => boolean) | undefined },
  ): Nearest[];
};

type GraphOptions = { folder: string; kind: VectorKind; dimensions: number };
type Graph = InstanceType<typeof hnswlib.HierarchicalNSW>;
/** What a saved graph was made from, the generations of its sources, and which of its ids are marked as deleted. */
type Stamp = { generations: string[]; elements: number; deleted: number[] };

/**
 * The graph over all public vectors of one kind, loaded from beside the database where it was made from the very
 * sources that are in it now, else extended or built from the database, which alone is trusted, and saved.
 * Vectors of passages closed to the public are never in it.
 */
export function openNeighbourGraph(db: Database.Database, options: GraphOptions): NeighbourGraph {
  const generations = db.prepare('SELECT generation FROM sources ORDER BY id').pluck().all() as string[];
  const name = fileName(options.kind, generations);
  const graph =
    loadGraph(join(options.folder, name), options) ??
    saveGraph(extendGraph(db, generations, options) ?? buildGraph(db, options), { generations, name, options });
  graph.setEf(EF_SEARCH);
  const passageOf = options.kind === 'passage' ? (id: number) => id : passagesOfSentences(db);
  return {
    search(query, { limit, isAllowed }) {
      const wanted = Math.min(limit, graph.getCurrentCount());
      if (wanted === 0) return [];
      graph.setEf(Math.max(EF_SEARCH, 2 * wanted));
      const filter = isAllowed && ((label: number) => isAllowed(passageOf(label)));
      const { neighbors, distances } = graph.searchKnn(Array.from(query), wanted, filter);
      return neighbors
        .map((id, index) => ({ id, passageId: passageOf(id), score: 1 - (distances[index] ?? 1) }))
        .sort((a, b) => b.score - a.score || a.id - b.id);
    },
  };
}

function passagesOfSentences(db: Database.Database): (id: number) => number {
  const passages = new Map<number, number>();
  const select = db.prepare('SELECT passage_id FROM sentences WHERE id = ?').pluck();
  return (id) => {
    const known = passages.get(id) ?? (select.get(id) as number);
    passages.set(id, known);
    return known;
  };
}

/** The name tells what the graph is made from, so that a graph and another state of the database never meet. */
function fileName(kind: VectorKind, generations: string[]): string {
  const hash = createHash('sha256').update(generations.join('\n')).digest('hex');
  return `${kind}s-${hash.slice(0, 16)}.hnsw`;
}

function loadGraph(path: string, { dimensions }: GraphOptions): Graph | undefined {
  try {
    const stamp = readStamp(path);
    const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
    graph.readIndexSync(path);
    return graph.getCurrentCount() === stamp.elements ? graph : undefined;
  } catch {
    // Missing or cut short: it is only a copy of what the database holds.
    return undefined;
  }
}

function readStamp(path: string): Stamp {
  return JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Stamp;
}

type Built = { graph: Graph; deleted: number[] };

function buildGraph(db: Database.Database, { kind, dimensions }: GraphOptions): Built {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  graph.initIndex(Math.max(1, publicIds(db, kind).length), GRAPH_LINKS, EF_BUILD, SEED);
  const rows = db.prepare(VECTOR_ROWS[kind] + IS_PUBLIC).iterate() as Iterable<VectorRow>;
  for (const row of rows) graph.addPoint(Array.from(floatsOf(row.vector)), row.id);
  return { graph, deleted: [] };
}

function publicIds(db: Database.Database, kind: VectorKind): number[] {
  const rows = VECTOR_ROWS[kind].replace(/, \w\.vector AS vector/, '');
  return db
    .prepare(rows + IS_PUBLIC)
    .pluck()
    .all() as number[];
}

/** An older graph with what has gone marked as deleted and what is new added; undefined where building is better. */
function extendGraph(db: Database.Database, generations: string[], options: GraphOptions): Built | undefined {
  const older = readdirSync(options.folder).find(
    (name) => name.startsWith(`${options.kind}s-`) && name.endsWith('.hnsw'),
  );
  const path = older === undefined ? undefined : join(options.folder, older);
  const graph = path === undefined ? undefined : loadGraph(path, options);
  if (path === undefined || !graph) return undefined;
  const stamp = readStamp(path);
  const inGraph = new Set(graph.getIdsList());
  const added = addedSources(db, generations, stamp);
  const isNew = `p.source_id IN (SELECT value FROM json_each('${JSON.stringify(added)}')) AND ${IS_PUBLIC}`;
  const newRows = db.prepare(VECTOR_ROWS[options.kind] + isNew).all() as VectorRow[];
  // An id that means another vector now: the graph is of another database.
  if (newRows.some((row) => inGraph.has(row.id))) return undefined;
  const current = new Set(publicIds(db, options.kind));
  const gone = [...inGraph].filter((id) => !current.has(id));
  const missing = current.size - (inGraph.size - gone.length) - newRows.length;
  if (missing !== 0 || gone.length > MAX_DELETED_SHARE * current.size) return undefined;
  const wereDeleted = new Set(stamp.deleted);
  for (const id of gone) if (!wereDeleted.has(id)) graph.markDelete(id);
  graph.resizeIndex(graph.getCurrentCount() + Math.max(1, newRows.length));
  for (const row of newRows) graph.addPoint(Array.from(floatsOf(row.vector)), row.id);
  return { graph, deleted: gone };
}

function addedSources(db: Database.Database, generations: string[], stamp: Stamp): number[] {
  const known = new Set(stamp.generations);
  const added = generations.filter((generation) => !known.has(generation));
  return db
    .prepare('SELECT id FROM sources WHERE generation IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(added)) as number[];
}

type SaveOptions = { generations: string[]; name: string; options: GraphOptions };

/** Saves under a name of its own first, so that a kill leaves no half graph under the right name. */
function saveGraph({ graph, deleted }: Built, { generations, name, options }: SaveOptions): Graph {
  const { folder, kind } = options;
  const path = join(folder, name);
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    graph.writeIndexSync(draft);
    const stamp: Stamp = { generations, elements: graph.getCurrentCount(), deleted };
    writeFileSync(`${path}.json`, JSON.stringify(stamp));
    renameSync(draft, path);
    for (const other of readdirSync(folder)) {
      if (other.startsWith(`${kind}s-`) && !other.startsWith(name)) rmSync(join(folder, other), { force: true });
    }
  } catch {
    // A folder that cannot be written (read-only, full) costs the next start some time, nothing else.
    rmSync(draft, { force: true });
  }
  return graph;
}
