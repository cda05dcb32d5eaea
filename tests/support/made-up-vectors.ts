import type { SourceDraft } from '../../src/index/store-source.ts';
import { makePaper, plainPaperText } from './made-up-paper.ts';

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A vector of length 1 in a random direction. */
export function randomVector(random: () => number, dimensions: number): Float32Array {
  const vector = Float32Array.from({ length: dimensions }, () => random() + random() + random() - 1.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** A file with one passage a vector, its only sentence having the same vector, ready to be stored. */
export function vectorSource(source: string, vectors: Float32Array[], options: { closed?: boolean } = {}): SourceDraft {
  const access = options.closed ? { kind: 'exempt' as const, paragraphs: [3] } : { kind: 'public' as const };
  const lines = vectors.map((_, ordinal) => `Passage ${ordinal} of ${source}.\n`);
  const text = lines.join('');
  let start = 0;
  const passages = vectors.map((vector, ordinal) => {
    const words = (lines[ordinal] ?? '').trim();
    const span = { start, end: start + words.length };
    start += words.length + 1;
    const place = { paperKind: 'other' as const };
    const sentences = [{ start: 0, end: words.length, vector }];
    return {
      paper: 0,
      kind: 'paragraph' as const,
      text: words,
      span,
      context: '',
      place,
      access,
      source,
      ordinal,
      vector,
      sentences,
    };
  });
  return {
    source,
    sha256: source,
    text: plainPaperText(text),
    papers: [makePaper('other', text, { access })],
    passages,
  };
}
