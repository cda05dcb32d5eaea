import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeStatement } from '../../src/answer/compose-statement.ts';
import type { Answer } from '../../src/answer.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { checkCitations } from '../../src/evaluate/check-citations.ts';
import { readGold } from '../../src/evaluate/read-gold.ts';
import type { PaperText } from '../../src/paper.ts';
import { readPaper } from '../../src/read/read-paper.ts';
import { openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

const PAPERS = fileURLToPath(new URL('../../data/papers/', import.meta.url));
const QUESTIONS = fileURLToPath(new URL('../../data/evaluation/questions.jsonl', import.meta.url));

/** Hits of each question whose quotations are checked. */
const HITS = 12;

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex(await readShippedPapers());
});

afterAll(() => sample.close());

async function readShippedPapers(): Promise<Record<string, PaperText>> {
  const read: Record<string, PaperText> = {};
  for (const entry of readdirSync(PAPERS, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const file = join(entry.parentPath, entry.name);
    const outcome = await readPaper(file);
    if (outcome.kind !== 'read') throw new Error(`${file}: ${outcome.reason}`);
    read[relative(PAPERS, file)] = outcome.paper;
  }
  return read;
}

function faultsOf(answer: Answer): string[] {
  const papers = sample.index.papers(PUBLIC_AUDIENCE);
  return checkCitations(answer, {
    paperOf(passageId) {
      const [passage] = sample.index.passages([passageId], PUBLIC_AUDIENCE);
      const paper = papers.find(({ id }) => id === passage?.paperId)?.paper;
      const text = passage && sample.index.paperText(passage.paperId, PUBLIC_AUDIENCE);
      return paper && text !== undefined ? { paper, text } : undefined;
    },
  });
}

test('answerQuestion() cites no place wrongly, whatever of the shipped papers it is asked', async () => {
  let statements = 0;
  for (const { question } of readGold(QUESTIONS)) {
    const answer = await sample.answer(question);
    // Without a real model few hits lead to an answer: what the others would have said is checked beside it.
    const asked = sample.question(question);
    const said = answer.hits.slice(0, HITS).map((hit) => composeStatement(asked, hit, { lexicon: sample.lexicon() }));
    const { coverage, hits } = answer;
    const whole: Answer = { kind: 'grounded', statements: said, notes: [], coverage, hits };
    expect([question, faultsOf(answer), faultsOf(whole)]).toEqual([question, [], []]);
    statements += said.length;
  }
  expect(statements).toBeGreaterThan(800);
});
