import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { growIndex } from './bench/grow-index.ts';
import { measureIngest } from './bench/measure-ingest.ts';
import { measureOneMore } from './bench/measure-one-more.ts';

// npm run bench -- [--papers DIR] [--questions FILE] [--full]
// How long the papers take from nothing to ready beside embedding alone, how long one more takes among 2,000 beside
// none, and how long a question takes in indexes of
// 3,000 and 30,000 passages (with --full also 300,000) made by recombining theirs, beside FTS5 alone in the same run.

/** docs/evaluation.md gives the figures; these are what they must stay under. */
const MAX_READY_RATIO = 1.35;
const MAX_UNCHANGED_RATIO = 1 / 20;
const MAX_ONE_MORE_RATIO = 1.5;
/** As many papers as a council has after some years, and a paper with all kinds of records to add to them. */
const MANY_PAPERS = 2_000;
const ONE_MORE = 'data/papers/children-and-learning-scrutiny-committee/2026-03-17-minutes.pdf';
const SIZES = [3_000, 30_000];
const FULL_SIZE = 300_000;

const { values: options } = parseArgs({
  options: {
    papers: { type: 'string', default: 'data/papers' },
    questions: { type: 'string', default: 'data/evaluation/questions.jsonl' },
    full: { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'minutebook-bench-'));
try {
  console.log(
    `${options.papers}, ${availableParallelism()} threads, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
  );
  const isWithin = (await benchIngest(join(folder, 'papers'), options.papers)) && (await benchOneMore());
  for (const size of options.full ? [...SIZES, FULL_SIZE] : SIZES) benchAsk(size);
  process.exitCode = isWithin ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** True if both ratios are within their bounds. */
async function benchIngest(indexFolder: string, papers: string): Promise<boolean> {
  const { readyMs, unchangedMs, embeddingMs, texts, passages } = await measureIngest(indexFolder, papers);
  const ready = readyMs / embeddingMs;
  const unchanged = unchangedMs / readyMs;
  console.log(`\nfrom nothing to ready   ${seconds(readyMs)}  (${passages} passages)`);
  console.log(`embedding alone         ${seconds(embeddingMs)}  (${texts} texts)`);
  console.log(`ratio                   ${ready.toFixed(2)}  (at most ${MAX_READY_RATIO})`);
  console.log(`unchanged run           ${seconds(unchangedMs)}`);
  console.log(`ratio                   ${unchanged.toFixed(3)}  (at most ${MAX_UNCHANGED_RATIO})`);
  return ready <= MAX_READY_RATIO && unchanged <= MAX_UNCHANGED_RATIO;
}

/** True if one more paper costs nearly the same whether there are many others or none. */
async function benchOneMore(): Promise<boolean> {
  const from = join(folder, 'papers');
  const figures = await measureOneMore(from, { folder, papers: MANY_PAPERS, paper: ONE_MORE });
  const ratio = figures.grownMs / figures.emptyMs;
  console.log(`\none paper into nothing  ${seconds(figures.emptyMs)}`);
  console.log(`into ${figures.papers} papers       ${seconds(figures.grownMs)}  (${figures.passages} passages)`);
  console.log(`ratio                   ${ratio.toFixed(2)}  (at most ${MAX_ONE_MORE_RATIO})`);
  return ratio <= MAX_ONE_MORE_RATIO;
}

function benchAsk(size: number): void {
  const grown = join(folder, `grown-${size}`);
  const startedAt = performance.now();
  const counts = growIndex(join(folder, 'papers'), grown, { passages: size });
  const grownMs = performance.now() - startedAt;
  console.log(`\n${counts.passages} passages, ${counts.sentences} sentences (grown in ${seconds(grownMs)})`);
  // A process of its own, so that its memory is the index's and the model's and nothing else's.
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/bench/measure-ask.ts', grown, options.questions],
    { stdio: 'inherit' },
  );
  rmSync(grown, { recursive: true, force: true });
  if (status !== 0) process.exit(status ?? 1);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
