/** The text with every line of words broken where the next word has no room; tables and addresses stay as they are. */
export function wrapAt(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (line.length <= width || /\||\t|<|https?:|\S {3,}\S/.test(line) ? line : broken(line, width)))
    .join('\n');
}

function broken(line: string, width: number): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && longer.length > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current].join('\n');
}
