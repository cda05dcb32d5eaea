import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readAs } from '../support/read-bytes.ts';

const WORDS = 'Café lease – £14,200\r\nResolved: “noted”\n\nlast line';

describe('readText()', () => {
  it.each([
    ['UTF-8', Buffer.from(WORDS)],
    ['UTF-8 with a byte order mark', iconv.encode(WORDS, 'utf-8', { addBOM: true })],
    ['UTF-16 LE', iconv.encode(WORDS, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE', iconv.encode(WORDS, 'utf-16be', { addBOM: true })],
    ['Windows-1252', iconv.encode(WORDS, 'windows-1252')],
  ])('keeps the text of a file in %s as it is', async (_, bytes) => {
    expect((await readAs('minutes.txt', bytes)).text).toBe(WORDS);
  });

  it('gives lines without their ends', async () => {
    const { text, lines } = await readAs('minutes.txt', WORDS);
    expect(lines.map((line) => text.slice(line.start, line.end))).toEqual([
      'Café lease – £14,200',
      'Resolved: “noted”',
      '',
      'last line',
    ]);
  });

  it('takes a paragraph that was broken at a fixed width for one line', async () => {
    const printed = [
      'The Committee considered a report of the Head of Parks on the state',
      'of the footbridges, of which four were closed to the public and two',
      'were to be mended before the winter, as far as the weather allowed.',
      'Resolved: that the report be received and that the Head of Parks be',
      'asked to report again.',
      '',
      'Councillors thanked the officers.',
    ].join('\n');
    const { text, lines } = await readAs('minutes.txt', printed);
    expect(text).toBe(printed);
    expect(lines.map((line) => text.slice(line.start, line.end).split('\n').length)).toEqual([3, 2, 1, 1]);
  });

  it('cuts a text whose line ends are lost where its numbers go on, and no other', async () => {
    const said = 'The Clerk said that much was still to be done in Mill Lane before Easter. '.repeat(8);
    const printed = `1. Roads ${said}2. Paths 2.1 ${said}2.2 There are 3. of them. ${said}RESOLVED: That it be noted. 3. Parks ${said}`;
    const { text, lines } = await readAs('minutes.txt', printed);
    expect(text).toBe(printed);
    expect(lines.map(({ start, end }) => text.slice(start, Math.min(end, start + 9)))).toEqual([
      '1. Roads ',
      '2. Paths',
      '2.1 The C',
      '2.2 There',
      'RESOLVED:',
      '3. Parks ',
    ]);
    expect((await readAs('minutes.txt', said.repeat(4))).lines).toHaveLength(1);
  });

  it('leaves lines that end where they like', async () => {
    const printed =
      'Councillor Roe asked about the lamps in\nMill Lane and the road by\nthe church, which is dark at night and\nhas no path.';
    const { lines } = await readAs('minutes.txt', printed);
    expect(lines).toHaveLength(4);
  });

  it('cuts pages at form feeds and labels them with the number printed on them', async () => {
    const { text, pages } = await readAs('pack.txt', 'Agenda\nPage 9\n\fMinutes\n\fReport\n- 11 -\n');
    expect(pages.map((page) => [page.number, page.label, text.slice(page.start, page.end)])).toEqual([
      [1, '9', 'Agenda\nPage 9\n\f'],
      [2, undefined, 'Minutes\n\f'],
      [3, '11', 'Report\n- 11 -\n'],
    ]);
  });

  it('cuts pages after printed page lines that rise', async () => {
    const { pages } = await readAs('pack.txt', 'Agenda\nPage 1 of 3\nMinutes\nPage 2 of 3\nReport\nPage 3 of 3\n');
    expect(pages.map((page) => page.label)).toEqual(['1', '2', '3']);
  });

  it('takes a single page line, or lines that do not rise, for no pages', async () => {
    expect((await readAs('pack.txt', 'Agenda\nPage 32\nMinutes\n')).pages).toEqual([]);
    expect((await readAs('pack.txt', 'A\nPage 2\nB\nPage 1\nC')).pages).toEqual([]);
  });
});
