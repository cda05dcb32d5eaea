import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dumpIndex } from './bench/dump-index.ts';

// npm run kill-loop -- [--papers DIR] [--kills 50]
// Ingests the papers once undisturbed; then into another index, killed with SIGKILL at random moments and started
// anew; then lets it finish and compares what the two indexes hold. After ten kills, or when a run has ended first,
// it goes on with a new index, so that there is always something left to do, until it has killed often enough.

const KILLS_AN_INDEX = 10;
/** Share of the undisturbed run's time within which a kill falls. */
const KILL_WITHIN = 0.6;

const { values: options } = parseArgs({
  options: { papers: { type: 'string', default: 'data/papers' }, kills: { type: 'string', default: '50' } },
});
const folder = mkdtempSync(join(tmpdir(), 'minutebook-kill-'));
try {
  process.exitCode = await killLoop(Number(options.kills), options.papers);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** 0 if every index that was killed ended equal to the undisturbed one. */
async function killLoop(kills: number, papers: string): Promise<number> {
  const whole = join(folder, 'whole');
  const startedAt = performance.now();
  await finish(startIngest(whole, papers));
  const wholeMs = performance.now() - startedAt;
  const expected = dumpIndex(whole);
  console.log(`undisturbed: ${expected.length} rows in ${(wholeMs / 1000).toFixed(1)} s`);
  let killed = 0;
  for (let round = 1; killed < kills; round++) {
    const index = join(folder, `killed-${round}`);
    const wanted = Math.min(KILLS_AN_INDEX, kills - killed);
    for (let kill = 0; kill < wanted; kill++) {
      if (!(await killOnce(index, papers, wholeMs))) break;
      killed += 1;
    }
    await finish(startIngest(index, papers));
    const difference = firstDifference(expected, dumpIndex(index));
    console.log(`${killed} kills: ${difference ?? 'equal to the undisturbed index'}`);
    if (difference !== undefined) return 1;
    rmSync(index, { recursive: true });
  }
  return 0;
}

function startIngest(index: string, papers: string): ChildProcess {
  const args = ['--import', 'tsx', 'src/cli.ts', 'ingest', papers, '--index', index];
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

async function finish(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const status = await ended(child);
  if (status !== 0) throw new Error(`ingest ended with status ${status}: ${said}`);
}

/** False if the run ended before it was killed. */
async function killOnce(index: string, papers: string, wholeMs: number): Promise<boolean> {
  const child = startIngest(index, papers);
  child.stderr?.resume();
  const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * KILL_WITHIN * wholeMs);
  const status = await ended(child);
  clearTimeout(timer);
  return status === null;
}

/** The exit status; null for one that was killed. */
function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

function firstDifference(expected: string[], actual: string[]): string | undefined {
  const at = expected.findIndex((row, place) => row !== actual[place]);
  if (at < 0 && actual.length === expected.length) return undefined;
  return `differs from the undisturbed index: ${expected[at] ?? 'nothing'} ≠ ${actual[at < 0 ? expected.length : at] ?? 'nothing'}`;
}
