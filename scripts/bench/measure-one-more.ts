import { join } from 'node:path';
import { openApp } from '../../src/app.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { readConfig } from '../../src/config.ts';
import { followPaper } from '../../src/follow/follow-paper.ts';
import { openIndex } from '../../src/index/open-index.ts';
import type { SourceDraft } from '../../src/index/store-source.ts';
import type { Paper, PaperText } from '../../src/paper.ts';
import { makeRandom, type RealPassage, readRealPassages, shaken } from './read-real-passages.ts';

const FIRST_YEAR = 1900;
/** Each time is the middle one of so many: one run on a busy machine says little. */
const RUNS = 3;

export type OneMoreFigures = { papers: number; passages: number; emptyMs: number; grownMs: number };

/**
 * How long it takes to ingest one paper into an index of its own, and into one of `papers` papers made of another
 * index's: whole papers with their records, each under a meeting of its own day, with their vectors shaken. The time
 * is the whole run's, from opening the index to having it ready for questions.
 */
export async function measureOneMore(
  from: string,
  { folder, papers, paper }: { folder: string; papers: number; paper: string },
): Promise<OneMoreFigures> {
  const grown = join(folder, 'two-thousand');
  const passages = growPapers(from, grown, papers);
  const emptyMs: number[] = [];
  const grownMs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    emptyMs.push(await ingestOne(join(folder, 'one-more'), paper));
    grownMs.push(await ingestOne(grown, paper));
  }
  return { papers, passages, emptyMs: middle(emptyMs), grownMs: middle(grownMs) };
}

async function ingestOne(indexFolder: string, paper: string): Promise<number> {
  const app = openApp(readConfig({}, { index: indexFolder }), { log: (error) => String(error) });
  try {
    const startedAt = performance.now();
    const { added } = await app.ingest([paper]);
    const ms = performance.now() - startedAt;
    if (added !== 1) throw new Error(`${paper} was not added`);
    app.remove(paper);
    return ms;
  } finally {
    await app.close();
  }
}

function growPapers(from: string, to: string, count: number): number {
  const real = readRealPapers(from);
  const dimensions = real[0]?.passages[0]?.vector.length ?? 0;
  const index = openIndex(to, { writing: true, embedder: { id: 'bge-small-en-v1.5-int8', dimensions } });
  const random = makeRandom(1);
  for (let at = 0; at < count; at++) {
    const model = real[at % real.length];
    if (model) index.storeSource(makeCopy(model, { at, random }));
  }
  index.prepare();
  const { passages } = index.counts();
  index.close();
  return passages;
}

type RealPaper = { paper: Paper; text: PaperText; passages: RealPassage[] };

function readRealPapers(folder: string): RealPaper[] {
  const passages = readRealPassages(folder);
  const index = openIndex(folder);
  const papers = index.papers(PUBLIC_AUDIENCE).map(({ id, paper }) => {
    const text = index.paperText(id, PUBLIC_AUDIENCE) ?? '';
    const paperText: PaperText = { format: 'text', text, lines: [], pages: [], places: [], tables: [] };
    return { paper, text: paperText, passages: passages.filter(({ paperId }) => paperId === id) };
  });
  index.close();
  return papers.filter((paper) => paper.passages.length > 0);
}

/** The paper as of another day, a month of meetings after the last. */
function makeCopy(
  { paper, text, passages }: RealPaper,
  { at, random }: { at: number; random: () => number },
): SourceDraft {
  const day = new Date(Date.UTC(FIRST_YEAR, 0, 1 + at * 7)).toISOString().slice(0, 10);
  const meeting = { span: paper.span, ...paper.meeting, date: { printed: day, iso: day } };
  const copy: Paper = { ...paper, meeting };
  const source = `made-up-${at}.txt`;
  return {
    source,
    sha256: source,
    text,
    papers: [copy],
    followed: [followPaper(text, copy)],
    passages: passages.map((passage, ordinal) => ({
      ...passage,
      source,
      ordinal,
      paper: 0,
      place: { ...passage.place, meetingDate: day },
      vector: shaken([passage.vector], random),
      sentences: passage.sentences.map((sentence) => ({ ...sentence, vector: shaken([sentence.vector], random) })),
    })),
  };
}

function middle(times: number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
