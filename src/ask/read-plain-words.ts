import { readFileSync } from 'node:fs';

let table: Map<string, string[]> | undefined;

/** Everyday words and phrases (lower case) to the record's words for them, from plain-words.txt beside this file. */
export function readPlainWords(): Map<string, string[]> {
  table ??= parsePlainWords(readFileSync(new URL('./plain-words.txt', import.meta.url), 'utf8'));
  return table;
}

let everyday: Set<string> | undefined;

/** Words of everyday talk that hardly tell what is looked for, lower case, from everyday-words.txt beside this file. */
export function readEverydayWords(): Set<string> {
  everyday ??= new Set(
    readFileSync(new URL('./everyday-words.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.split(' ')),
  );
  return everyday;
}

/** Lines of `word, word = meaning; meaning`; `#` begins a comment. */
export function parsePlainWords(text: string): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || !line.includes('=')) continue;
    const [left = '', right = ''] = line.split('=');
    const meanings = list(right, ';');
    for (const key of list(left, ',')) words.set(key, meanings);
  }
  return words;
}

function list(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}
