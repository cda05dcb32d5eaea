import { join } from 'node:path';
import Database from 'better-sqlite3';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { type IndexCounts, openIndex } from '../../src/index/open-index.ts';
import type { EmbeddedPassage, SourceDraft } from '../../src/index/store-source.ts';
import { floatsOf } from '../../src/index/vector-matrix.ts';
import type { MeetingHead } from '../../src/meeting.ts';
import type { Passage } from '../../src/passage.ts';

/** Passages a made-up file, as of a pack of a few hundred pages. */
const PASSAGES_A_FILE = 500;
/** Length of the noise added to a vector of length 1: neighbours stay neighbours, equals become different. */
const NOISE = 0.3;
const FIRST_YEAR = 1990;

type RealPassage = Passage & {
  vector: Float32Array;
  sentences: { start: number; end: number; vector: Float32Array }[];
};

/**
 * Makes an index of about this many passages out of another one's public passages: each is the first half of the
 * sentences of one and the second half of another's, under a meeting of its own month, with their vectors shaken.
 */
export function growIndex(from: string, to: string, { passages }: { passages: number }): IndexCounts {
  const real = readReal(from);
  const dimensions = real[0]?.vector.length ?? 0;
  const index = openIndex(to, { writing: true, embedder: { id: 'bge-small-en-v1.5-int8', dimensions } });
  const random = makeRandom(1);
  for (let file = 0; file * PASSAGES_A_FILE < passages; file++) {
    const size = Math.min(PASSAGES_A_FILE, passages - file * PASSAGES_A_FILE);
    index.storeSource(makeFile(real, { file, size, random }));
  }
  index.prepare();
  const counts = index.counts();
  index.close();
  return counts;
}

function readReal(folder: string): RealPassage[] {
  const index = openIndex(folder);
  const passages = index.listPassages({ audience: PUBLIC_AUDIENCE });
  index.close();
  const db = new Database(join(folder, 'minutebook.db'), { readonly: true });
  const selectVector = db.prepare('SELECT vector FROM passage_vectors WHERE id = ?').pluck();
  const selectSentences = db.prepare(
    'SELECT text_start AS start, text_end AS end, vector FROM sentences WHERE passage_id = ?',
  );
  const real = passages.map((passage) => {
    const rows = selectSentences.all(passage.id) as { start: number; end: number; vector: Buffer }[];
    const sentences = rows.map((row) => ({ ...row, vector: floatsOf(row.vector) }));
    return { ...passage, vector: floatsOf(selectVector.get(passage.id) as Buffer), sentences };
  });
  db.close();
  return real.filter((passage) => passage.sentences.length > 0);
}

type FileOptions = { file: number; size: number; random: () => number };

function makeFile(real: RealPassage[], { file, size, random }: FileOptions): SourceDraft {
  const source = `made-up-${file}.txt`;
  const pick = () => real[Math.floor(random() * real.length)] as RealPassage;
  const head = pick().place;
  const iso = `${FIRST_YEAR + (Math.floor(file / 12) % 35)}-${String((file % 12) + 1).padStart(2, '0')}-10`;
  const committee = head.committee ?? 'Made-up Committee';
  const meeting: MeetingHead = { committee, date: { printed: iso, iso }, span: { start: 0, end: 0 } };
  const passages: EmbeddedPassage[] = [];
  let text = '';
  for (let ordinal = 0; ordinal < size; ordinal++) {
    const passage = recombine(pick(), pick(), random);
    const span = { start: text.length, end: text.length + passage.text.length };
    text += `${passage.text}\n`;
    passages.push({
      ...passage,
      place: { ...passage.place, committee, meetingDate: iso },
      span,
      source,
      ordinal,
      paper: 0,
    });
  }
  const paper = {
    kind: 'report' as const,
    title: head.paperTitle ?? 'Made-up report',
    span: { start: 0, end: text.length },
    meeting,
    status: { kind: 'published' as const },
    access: { kind: 'public' as const },
    attendance: [],
    declarations: [],
    items: [],
    minutes: [],
    tables: [],
  };
  const paperText = { format: 'text' as const, text, lines: [], pages: [], places: [], tables: [] };
  return { source, sha256: source, text: paperText, papers: [paper], passages };
}

function recombine(a: RealPassage, b: RealPassage, random: () => number) {
  const halves = [
    ...a.sentences.slice(0, Math.ceil(a.sentences.length / 2)).map((sentence) => ({ of: a, sentence })),
    ...b.sentences.slice(Math.ceil(b.sentences.length / 2)).map((sentence) => ({ of: b, sentence })),
  ];
  let text = '';
  const sentences = halves.map(({ of, sentence }) => {
    const start = text.length;
    text += `${of.text.slice(sentence.start, sentence.end)} `;
    return { start, end: text.length - 1, vector: shaken([sentence.vector], random) };
  });
  const { kind, context, place, access } = a;
  const vector = shaken([a.vector, b.vector], random);
  return { kind, context, place, access, text: text.trimEnd(), vector, sentences };
}

/** The sum of these vectors with noise of a share of its length, scaled to length 1. */
function shaken(vectors: Float32Array[], random: () => number): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  const width = NOISE * vectors.length * Math.sqrt(12 / sum.length);
  for (let at = 0; at < sum.length; at++) {
    sum[at] = vectors.reduce((total, vector) => total + (vector[at] ?? 0), 0) + (random() - 0.5) * width;
  }
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

/** Repeatable numbers from 0 to 1 (a linear congruence with the multiplier of Numerical Recipes). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
