import { describe, expect, it } from 'vitest';
import type { PaperText } from '../../src/paper.ts';
import { makePptx } from '../support/make-papers.ts';
import { readAs } from '../support/read-bytes.ts';

function placesOf({ text, places }: PaperText): string[][] {
  return places.map((place) => [place.label, text.slice(place.start, place.end)]);
}

describe('readSlides()', () => {
  it('gives slides in the order they are shown', async () => {
    const paper = await readAs('talk.pptx', makePptx([['Costs', '£14,200'], ['Lights']], [2, 1]));
    expect(placesOf(paper)).toEqual([
      ['slide 1', 'Lights'],
      ['slide 2', 'Costs\n£14,200'],
    ]);
  });
});

describe('readRows()', () => {
  it('keeps rows as a spreadsheet numbers them, with quoted cells and columns of the same name', async () => {
    const paper = await readAs('scores.csv', 'Quay,Lit,Lit\n"North, old",14,\n\nSouth,9,"2 ""new"""\n');
    expect(placesOf(paper)).toEqual([
      ['row 1', 'Quay\tLit\tLit'],
      ['row 2', 'North, old\t14\t'],
      ['row 4', 'South\t9\t2 "new"'],
    ]);
    expect(paper.tables[0]?.headerRows).toBe(1);
  });

  it('tells semicolons from commas and keeps a title above the table', async () => {
    const paper = await readAs('scores.csv', 'Lamps by quay;;\nQuay;Lit, lamps;Dark\nNorth;14;2');
    expect(paper.text).toBe('Lamps by quay\n\nQuay\tLit, lamps\tDark\nNorth\t14\t2\n');
    expect(placesOf(paper)[1]).toEqual(['row 3', 'North\t14\t2']);
  });

  it('runs nothing that stands in a column name', async () => {
    const name = '"]; globalThis.wasRun = true; //';
    await readAs('scores.csv', `"${name.replaceAll('"', '""')}",b\n1,2\n`);
    expect('wasRun' in globalThis).toBe(false);
  });
});

describe('readCaptions()', () => {
  it('labels each cue with the time it starts at', async () => {
    const srt =
      '1\r\n00:12:05,300 --> 00:12:09,000\r\n<i>Thank you,\r\nChair.</i>\r\n\r\n2\r\n1:00:00,000 --> 1:00:01,000\r\nAgreed.\r\n';
    expect(placesOf(await readAs('webcast.srt', srt))).toEqual([
      ['00:12:05', 'Thank you, Chair.'],
      ['01:00:00', 'Agreed.'],
    ]);
  });
});
