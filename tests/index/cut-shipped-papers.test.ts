import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cutPassages, type PassageDraft } from '../../src/index/cut-passages.ts';
import { sentenceWindows } from '../../src/index/sentence-windows.ts';
import type { Paper } from '../../src/paper.ts';
import { MAX_PASSAGE_CHARS } from '../../src/passage.ts';
import { readPaper } from '../../src/read/read-paper.ts';
import { recognisePapers } from '../../src/recognise/recognise-papers.ts';

const FOLDER = 'data/papers';
const FILES = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  .map((entry) => join(entry.parentPath, entry.name));

type Cut = { text: string; papers: Paper[]; passages: PassageDraft[] };
const cuts = new Map<string, Promise<Cut>>();

function cutFile(file: string): Promise<Cut> {
  const cut = cuts.get(file) ?? readAndCut(file);
  cuts.set(file, cut);
  return cut;
}

async function readAndCut(file: string): Promise<Cut> {
  const read = await readPaper(file);
  if (read.kind !== 'read') throw new Error(`${file}: ${read.reason}`);
  const papers = recognisePapers(read.paper);
  return { text: read.paper.text, papers, passages: cutPassages(read.paper, papers, { source: file }) };
}

describe('cutPassages() of the shipped papers', () => {
  test.each(FILES)('%s: all its text in order, none of it twice', async (file) => {
    const { text, passages } = await cutFile(file);
    let end = 0;
    for (const { kind, span, text: words } of passages.sort((a, b) => a.ordinal - b.ordinal)) {
      expect(words).toBe(text.slice(span.start, span.end));
      expect(words.length).toBeLessThanOrEqual(MAX_PASSAGE_CHARS);
      if (kind === 'agenda') continue;
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(text.slice(end, span.start).trim()).toBe('');
      end = span.end;
    }
    expect(text.slice(end).trim()).toBe('');
  });

  test.each(FILES)('%s: no passage reaches over the beginning or the end of a minute', async (file) => {
    const { papers, passages } = await cutFile(file);
    for (const { span, number } of papers.flatMap(({ minutes }) => minutes)) {
      const over = passages.filter((passage) => passage.span.start < span.end && span.start < passage.span.end);
      expect(over.filter(({ place }) => place.minute !== number)).toEqual([]);
      expect(over.filter((passage) => passage.span.start < span.start || passage.span.end > span.end)).toEqual([]);
    }
  });

  test.each(FILES)('%s: each limb begins in a passage of its own', async (file) => {
    const { papers, passages } = await cutFile(file);
    for (const limb of papers.flatMap((paper) => paper.minutes).flatMap((minute) => minute.limbs)) {
      const start = Math.min(...limb.spans.map((span) => span.start));
      const own = passages.filter(({ kind, span }) => kind === 'limb' && span.start <= start && start < span.end);
      expect(own).toHaveLength(1);
      expect(own[0]?.place.limb).toBe(limb.label ?? '');
    }
  });
});

describe('sentenceWindows() of the shipped papers', () => {
  test('hold all the words of each passage, in order', async () => {
    for (const file of FILES) {
      for (const { text } of (await cutFile(file)).passages) {
        const joined = sentenceWindows(text).map(({ start, end }) => text.slice(start, end));
        expect(joined.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }
    }
  });
});
