/** Rows of a CSV text by its head line, as RFC 4180 has it. */
export function parseCsv(text: string): { columns: string[]; rows: Record<string, string>[] } {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '' && lines.at(-1)?.length === 0) break;
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') lines.push([]);
    if (end === '') break;
  }
  const [columns = [], ...rest] = lines.filter((line) => line.length > 0);
  return { columns, rows: rest.map((cells) => Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']))) };
}
