import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openApp, type WriterComparison } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { formatComparison } from '../src/terminal/format-comparison.ts';
import { openReplay, readWrittenReplies } from './evaluate-writer/replay-writer.ts';

// The questions about the shipped papers, answered without and with a language model whose replies were written down
// beforehand (data/evaluation/written.jsonl), over an index of those papers. Real requests, real proof; no model.

const QUESTIONS = fileURLToPath(new URL('../data/evaluation/questions.jsonl', import.meta.url));
const REPLIES = fileURLToPath(new URL('../data/evaluation/written.jsonl', import.meta.url));
/** Measures in which written answers may not be worse than quoted ones. */
const HELD = ['cited', 'grounded'] as const;

const { values: flags } = parseArgs({
  options: { index: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const replies = readWrittenReplies(REPLIES);
const replay = await openReplay(replies);
const folder = mkdtempSync(join(tmpdir(), 'minutebook-writer-'));
const config = readConfig(
  {
    MINUTEBOOK_INDEX: process.env.MINUTEBOOK_INDEX,
    MINUTEBOOK_MODEL: 'written-by-hand',
    MINUTEBOOK_MODEL_URL: replay.url,
    MINUTEBOOK_MODEL_LOG: join(folder, 'calls.jsonl'),
  },
  flags.index === undefined ? {} : { index: flags.index },
);
const app = openApp(config, {
  log: (error) => {
    console.error(error);
    return 'above';
  },
});
try {
  const comparison = await app.compareWriter(QUESTIONS);
  const faults = findFaults(comparison);
  if (flags.json) console.log(JSON.stringify({ ...comparison, faults }, null, 2));
  else {
    console.log(`${replies.length} replies written by hand, replayed: not those of a real model\n`);
    console.log(formatComparison(comparison));
    console.log(`\n${faults.length === 0 ? 'writer: no worse than quoting' : faults.join('\n')}`);
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await app.close();
  await replay.close();
  rmSync(folder, { recursive: true, force: true });
}

function findFaults({ extractive, written }: WriterComparison): string[] {
  const worse = HELD.filter((name) => written.all[name] < extractive.all[name]);
  return [
    ...written.citations.wrong.map((wrong) => `wrong citation: ${wrong}`),
    ...worse.map(
      (name) => `${name}: written ${written.all[name].toFixed(3)}, below ${extractive.all[name].toFixed(3)}`,
    ),
    ...(written.cost.calls === 0 ? ['no call was made'] : []),
  ];
}
