import { readFileSync } from 'node:fs';
import { openApp } from '../../src/app.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { readConfig } from '../../src/config.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { wordsOf } from '../../src/lexicon.ts';

// measure-ask.ts INDEX QUESTIONS.jsonl: prints how long the questions take, FTS5's word search alone beside it.

/** Enough for a 95th percentile, few enough for the run to end soon. */
const QUESTIONS = 40;
const LIMIT = 10;

const [indexFolder = '', questionsFile = ''] = process.argv.slice(2);
const lines = readFileSync(questionsFile, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');
const step = Math.max(1, Math.floor(lines.length / QUESTIONS));
const questions = lines.filter((_, at) => at % step === 0).map((line) => String(JSON.parse(line).question));

const app = openApp(readConfig({}, { index: indexFolder }), { log: (error) => String(error) });
const first = await timed(() => app.ask(questions[0] ?? ''));
const asked: number[] = [];
for (const question of questions) asked.push(await timed(() => app.ask(question)));
const residentMb = process.memoryUsage.rss() / 1e6;
await app.close();

const index = openIndex(indexFolder);
const searched: number[] = [];
for (const question of questions) {
  searched.push(await timed(async () => index.searchWords(wordsOf(question), { audience: PUBLIC_AUDIENCE }, LIMIT)));
}
index.close();

console.log(
  `ask         p50 ${ms(asked, 0.5)}  p95 ${ms(asked, 0.95)}  (the first, opening all: ${first.toFixed(0)} ms)`,
);
console.log(`FTS5 alone  p50 ${ms(searched, 0.5)}  p95 ${ms(searched, 0.95)}`);
console.log(`resident    ${residentMb.toFixed(0)} MB`);

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

function ms(times: number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)} ms`;
}
