/**
 * Text broken at spaces into lines of at most `width` characters; a longer word is cut. Line feeds in the text
 * stay. The first line begins with `first` (default: `indent`), the others with `indent`.
 */
export function wrapText(text: string, options: { width: number; indent?: string; first?: string }): string {
  const indent = options.indent ?? '';
  const first = options.first ?? indent;
  const room = Math.max(MIN_ROOM, options.width - Math.max(indent.length, first.length));
  const lines = text.split('\n').flatMap((line) => wrapLine(line, room));
  return lines.map((line, n) => `${n === 0 ? first : indent}${line}`.trimEnd()).join('\n');
}

/** Fewer characters a line than this cannot be read, so a very narrow terminal is left to break lines itself. */
const MIN_ROOM = 20;

function wrapLine(line: string, room: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ').flatMap((whole) => cutWord(whole, room))) {
    if (current !== '' && current.length + 1 + word.length > room) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

function cutWord(word: string, room: number): string[] {
  if (word.length <= room) return [word];
  const characters = [...word];
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += room) pieces.push(characters.slice(at, at + room).join(''));
  return pieces;
}
