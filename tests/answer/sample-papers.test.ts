import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import { type App, openApp } from '../../src/app.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { readConfig } from '../../src/config.ts';

const FOLDER = fileURLToPath(new URL('../../data/papers/environment-and-highways-committee/', import.meta.url));
/** A meeting with a report in public and its appendix in private. */
const FILES = ['agenda.docx', 'minutes.html', 'waste-contract.pdf', 'waste-contract-exempt-appendix.pdf'];
/** Words and figures that stand in the exempt appendix alone. */
const CLOSED = ['Skelder', 'Wendvale', 'Pinnock', '7,184,000', '£340,000', '£55'];
const CLEARED = { cleared: [3] };

let folder = '';
let app: App;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-papers-'));
  const log = (error: unknown) => String(error);
  app = openApp(readConfig({ MINUTEBOOK_INDEX: join(folder, 'index') }), { log });
  const summary = await app.ingest(FILES.map((name) => join(FOLDER, `2025-11-13-${name}`)));
  expect(summary).toMatchObject({ added: FILES.length, failed: [] });
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(text: string, audience = PUBLIC_AUDIENCE): Promise<Answer> {
  return (await app.ask(text, { audience })).answer;
}

const QUESTIONS = [
  'who won the bin contract and what was their price',
  'how much has been put aside for claims about the bin strike?',
  'what prices did Skelder and Wendvale tender',
  'which bidder came second',
  'what does item 9 of the 13 november agenda say',
  'what does paragraph 2.1 of the exempt appendix say',
  'what did the committee decide about the waste contract',
  'weight given to carbon in the bin tenders',
  'recycling rate last yr vs the yr before',
  'which items were exempt on 13 november 2025',
];

describe('ask() on shipped papers with the real model', () => {
  test.each(QUESTIONS)('tells the public nothing from the exempt appendix: "%s"', async (text) => {
    const said = JSON.stringify(await ask(text));
    expect(CLOSED.filter((words) => said.includes(words))).toEqual([]);
  });

  test('quotes the exempt appendix for a reader who is cleared', async () => {
    const said = JSON.stringify(await ask('how much has been set aside for claims about the strike?', CLEARED));
    expect(said).toContain('£340,000');
  });

  test('quotes only what stands in the hits, each with a citation that leads back to it', async () => {
    let cited = 0;
    for (const text of QUESTIONS) {
      const answer = await ask(text, CLEARED);
      const citations = answer.kind === 'grounded' ? answer.statements.flatMap((statement) => statement.citations) : [];
      for (const { quote, span, passageId, label } of citations) {
        const passage = answer.hits.find((hit) => hit.passage.id === passageId)?.passage;
        const from = span.start - (passage?.span.start ?? 0);
        expect([text, passage?.text.slice(from, from + quote.length)]).toEqual([text, quote]);
        expect(label).toContain('13 November 2025');
        cited++;
      }
    }
    expect(cited).toBeGreaterThan(QUESTIONS.length / 2);
  });

  test('finds a row of a table by what it is called', async () => {
    const answer = await ask('weight given to carbon in the bin tenders');
    expect(answer.hits.slice(0, 10).some(({ passage }) => /Carbon\s+6%/.test(passage.text))).toBe(true);
  });
});
