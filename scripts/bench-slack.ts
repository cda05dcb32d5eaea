import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { answersAt, askMany } from './slack/ask-many.ts';
import { judgeAnswers } from './slack/judge-answers.ts';
import { openCouncil } from './slack/open-council.ts';

// npm run bench:slack -- [--seconds 60] [--questions 200] [--members 50] [--limits]
// Members of the made-up council ask the bot through a Slack on loopback, evenly over the time. Nothing may be lost,
// doubled or out of order; every acknowledgement within Slack's three seconds; a first sign within one second.
// --limits: that Slack counts calls as the real one does.

const MAX_ACK_MS = 3000;
const MAX_FIRST_SIGN_MS = 1000;
/** After the last question a busy machine may take its time, as long as answers still come: so long without one, and it is lost. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 500;
const GOLD = 'data/evaluation/questions.jsonl';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    questions: { type: 'string', default: '200' },
    members: { type: 'string', default: '50' },
    limits: { type: 'boolean', default: false },
  },
});
const seconds = Number(options.seconds);
const council = await openCouncil({
  slack: { rateLimits: options.limits },
  env: { MINUTEBOOK_QUESTIONS_PER_MINUTE: String(Math.ceil(60 / seconds) * 10) },
});
try {
  process.exitCode = (await bench()) ? 0 : 1;
} finally {
  await council.close();
}

/** True if nothing went wrong. */
async function bench(): Promise<boolean> {
  const { slack } = council;
  await council.startBot();
  const numbers = { members: Number(options.members), questions: Number(options.questions) };
  const asked = await askMany(slack, { ...numbers, overMs: seconds * 1000, gold: GOLD });
  await lastAnswers(() => judgeAnswers(asked, slack).lost.length);
  const { lost, doubled, outOfOrder, firstSignMs, answerMs, ackMs } = judgeAnswers(asked, slack);
  console.log(`${asked.length} questions of ${numbers.members} members in ${seconds} s`);
  console.log(`lost ${lost.length}, doubled ${doubled.length}, out of order ${outOfOrder.length}`);
  console.log(`acknowledged    ${percentiles(ackMs)}`);
  console.log(`first sign      ${percentiles(firstSignMs)}`);
  console.log(`answer          ${percentiles(answerMs)}`);
  for (const question of [...lost, ...doubled, ...outOfOrder].slice(0, 10)) {
    console.log(`  ${question.channel} ${question.thread ?? 'private'}: ${answersAt(slack, question).length} answers`);
  }
  const isInTime = (ackMs.at(-1) ?? 0) <= MAX_ACK_MS && at(firstSignMs, 0.95) <= MAX_FIRST_SIGN_MS;
  return lost.length + doubled.length + outOfOrder.length === 0 && isInTime;
}

/** Resolves when nothing is missing, or when nothing more has come for so long. */
async function lastAnswers(countMissing: () => number): Promise<void> {
  for (let missing = countMissing(), since = Date.now(); missing > 0 && Date.now() - since < PATIENCE_MS; ) {
    await sleep(LOOK_EVERY_MS);
    const now = countMissing();
    if (now < missing) since = Date.now();
    missing = now;
  }
}

function percentiles(times: number[]): string {
  const show = (ms: number) => `${(ms / 1000).toFixed(2)} s`.padStart(8);
  return `p50 ${show(at(times, 0.5))}   p95 ${show(at(times, 0.95))}   slowest ${show(at(times, 1))}`;
}

function at(times: number[], share: number): number {
  return times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? Number.NaN;
}
