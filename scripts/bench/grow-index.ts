import { type IndexCounts, openIndex } from '../../src/index/open-index.ts';
import type { EmbeddedPassage, SourceDraft } from '../../src/index/store-source.ts';
import type { MeetingHead } from '../../src/meeting.ts';
import { makeRandom, type RealPassage, readRealPassages, shaken } from './read-real-passages.ts';

/** Passages a made-up file, as of a pack of a few hundred pages. */
const PASSAGES_A_FILE = 500;
const FIRST_YEAR = 1990;

/**
 * Makes an index of about this many passages out of another one's public passages: each is the first half of the
 * sentences of one and the second half of another's, under a meeting of its own month, with their vectors shaken.
 */
export function growIndex(from: string, to: string, { passages }: { passages: number }): IndexCounts {
  const real = readRealPassages(from);
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
