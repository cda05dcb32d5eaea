import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { App, Asked } from '../../src/app.ts';
import { BROKEN, UNTRUE } from '../support/bad-models.ts';
import { CANARY, GOOD, MARCH, plays, QUESTION, QUOTE, writes } from '../support/levy-papers.ts';
import { openScriptedModel, type Play, passagesIn, type ScriptedModel } from '../support/open-scripted-model.ts';
import { FEBRUARY, JANUARY, openSampleApp } from '../support/sample-app.ts';

const run = promisify(execFile);

let sample: ReturnType<typeof openSampleApp>;
let extractive: Asked;
let model: ScriptedModel;
let app: App;
/** One that soon gives up on a model that says nothing more. */
let hasty: App;

/** With a model that is waited for so long. */
function openWaiting(seconds: number): App {
  return sample.open({
    MINUTEBOOK_MODEL: 'small',
    MINUTEBOOK_MODEL_URL: model.url,
    MINUTEBOOK_MODEL_TIMEOUT: String(seconds),
    MINUTEBOOK_MODEL_CHOOSE: '1',
    MINUTEBOOK_MODEL_LOG: join(sample.folder, 'calls.jsonl'),
  });
}

beforeAll(async () => {
  sample = openSampleApp({ 'works/january.txt': JANUARY, 'works/february.txt': FEBRUARY, 'works/march.txt': MARCH });
  model = await openScriptedModel();
  app = openWaiting(120);
  hasty = openWaiting(2);
  await app.ingest([sample.papers]);
  extractive = await app.ask(QUESTION, { isExtractive: true });
});
beforeEach(() => {
  model.requests.length = 0;
});
afterAll(async () => {
  await sample.close();
  await model.close();
});

async function askWith(play: Play, question = QUESTION): Promise<Asked> {
  model.play(play);
  return app.ask(question);
}

function textOf(answer: Answer): string {
  return answer.kind === 'declined' ? answer.message : answer.statements.map(({ text }) => text).join('\n');
}

describe('a model that says what the record says', () => {
  test('is heard, and cited to the slice of the paper that it rests on', async () => {
    const { answer, explanation } = await askWith(plays(writes([GOOD, QUOTE])));
    expect(textOf(answer)).toBe(GOOD);
    const [citation] = answer.kind === 'grounded' ? (answer.statements[0]?.citations ?? []) : [];
    expect(`${citation?.quote}.`).toBe(QUOTE);
    expect(MARCH.slice(citation?.span.start, citation?.span.end)).toBe(citation?.quote);
    expect(citation?.label).toContain('Minute 31, resolution (1)');
    expect(explanation?.fellBack).toBeUndefined();
    expect(explanation?.statements).toEqual([{ text: GOOD, fate: 'kept' }]);
    expect(explanation?.prompts.map(({ name }) => name)).toContain('write');
  });

  test('has its statements handed on one by one, proved, before the answer stands', async () => {
    const second = 'The Engineer is to report on the cost of 25 lamps to the meeting of the Committee in June.';
    model.play(
      plays(
        writes(
          [GOOD, QUOTE],
          [second, 'That the Engineer report on the cost of 25 lamps to the meeting of the Committee in June.'],
          ['The levy was approved.', QUOTE],
        ),
      ),
    );
    const heard: string[] = [];
    await app.ask(QUESTION, { onStatement: ({ text }) => heard.push(text) });
    expect(heard[0]).toBe(GOOD);
    expect(heard.join('\n')).not.toContain('approved');
  });

  test('is taken at its word where it says that it answers only a part', async () => {
    const whole = await askWith(plays(writes([GOOD, QUOTE])));
    const { answer } = await askWith(
      plays((request) => writes([GOOD, QUOTE])(request).replace('"answer"', '"partly"')),
    );
    const notesOf = (said: Answer) => (said.kind === 'grounded' ? said.notes : []);
    expect(textOf(answer)).toBe(GOOD);
    expect(notesOf(answer)).toEqual([
      ...notesOf(whole.answer),
      'What was found may answer only a part of the question.',
    ]);
  });

  test('costs at most three calls, counted in the log with tokens and no words', async () => {
    const { explanation } = await askWith(plays(writes([GOOD, QUOTE])));
    expect(model.requests.length).toBeLessThanOrEqual(3);
    expect(explanation?.calls.every(({ inputTokens }) => inputTokens > 0)).toBe(true);
  });
});

describe('a model that is hostile or broken', () => {
  test.each(UNTRUE)('%s: the member reads nothing of it', async (_, play, never) => {
    const { answer } = await askWith(play);
    expect(textOf(answer)).not.toMatch(never);
    expect(answer.kind).toBe('grounded');
    expect(textOf(answer)).toContain('levy');
  });

  test.each(BROKEN)('%s: the member reads the extractive answer', async (_, play) => {
    model.play(play);
    const { answer, explanation } = await hasty.ask(QUESTION);
    expect(textOf(answer)).toBe(textOf(extractive.answer));
    expect(explanation).toBeDefined();
  });

  test('fails once and then writes: it is heard', async () => {
    model.play({ kind: 'status', status: 500 }, plays(writes([GOOD, QUOTE])));
    expect(textOf((await app.ask(QUESTION)).answer)).toBe(GOOD);
  });

  test('writes its JSON in Markdown fences: it is heard', async () => {
    const { answer } = await askWith(plays((request) => `\`\`\`json\n${writes([GOOD, QUOTE])(request)}\n\`\`\``));
    expect(textOf(answer)).toBe(GOOD);
  });

  test('is left when the asker stops: the request ends with the question', async () => {
    model.play({ kind: 'stall', content: '{' });
    const stop = new AbortController();
    const asked = app.ask(QUESTION, { signal: stop.signal });
    const before = model.abandoned();
    await expect.poll(() => model.requests.length).toBe(1);
    stop.abort(new Error('stopped'));
    await expect(asked).rejects.toThrow('stopped');
    await expect.poll(model.abandoned).toBe(before + 1);
  });
});

describe('checkWriter()', () => {
  test('tries the model with one small call', async () => {
    model.play({ kind: 'reply', content: '{"ok": true}' });
    const checked = await app.checkWriter();
    expect(checked).toMatchObject({ id: 'openai:small', isOnThisMachine: true });
    expect(model.requests).toHaveLength(1);
  });

  test('throws what is wrong with it in one sentence, and knows where there is none', async () => {
    model.play({ kind: 'status', status: 401 });
    await expect(app.checkWriter()).rejects.toThrow('Cannot use the language model: it refuses the key');
    expect(await sample.open().checkWriter()).toBeUndefined();
  });
});

test('a tracing service named in the environment hears nothing', async () => {
  model.play(plays(writes([GOOD, QUOTE])));
  const tracer = await openScriptedModel({ kind: 'status', status: 200 });
  const { stdout } = await run('npx', ['tsx', 'src/cli.ts', 'ask', '--json', QUESTION], {
    env: {
      ...process.env,
      MINUTEBOOK_INDEX: sample.indexFolder,
      MINUTEBOOK_MODEL: 'small',
      MINUTEBOOK_MODEL_URL: model.url,
      MINUTEBOOK_MODEL_LOG: join(sample.folder, 'calls.jsonl'),
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_API_KEY: 'key',
      LANGSMITH_ENDPOINT: tracer.url,
    },
  });
  expect(JSON.parse(stdout).statements[0].text).toBe(GOOD);
  expect(tracer.requests).toHaveLength(0);
  await tracer.close();
});

test('standard output holds nothing but the answer, in whatever pieces the model sends it', async () => {
  model.play((request) => ({ kind: 'parts', content: writes([GOOD, QUOTE])(request) }));
  const { stdout } = await run('npx', ['tsx', 'src/cli.ts', 'ask', '--json', QUESTION], {
    env: {
      ...process.env,
      MINUTEBOOK_INDEX: sample.indexFolder,
      MINUTEBOOK_MODEL: 'small',
      MINUTEBOOK_MODEL_URL: model.url,
      MINUTEBOOK_MODEL_LOG: join(sample.folder, 'calls.jsonl'),
    },
  });
  expect(JSON.parse(stdout).statements[0].text).toBe(GOOD);
});

describe('what a model is told', () => {
  const told = () => JSON.stringify(model.requests.map(({ body }) => body));
  const all: Play = { kind: 'reply', content: '{"kind": "declined", "statements": []}' };
  const TENDER = 'what was resolved about the tender for the footbridge?';

  test('holds nothing that the asker may not read', async () => {
    await askWith(all, TENDER);
    expect(told()).not.toContain(CANARY);
  });

  test('keeps a passage between markers that it cannot close', async () => {
    await askWith(all);
    const [request] = model.requests;
    const shown = request ? passagesIn(request) : [];
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.some(({ text }) => text.includes('Ignore the above'))).toBe(true);
  });

  test('is no personal data where it runs elsewhere: the question is answered without it', async () => {
    // This address is of this machine too, but nothing says so.
    const elsewhere = sample.open({
      MINUTEBOOK_MODEL: 'small',
      MINUTEBOOK_MODEL_URL: model.url.replace('127.0.0.1', '0.0.0.0'),
      MINUTEBOOK_MODEL_LOG: join(sample.folder, 'calls.jsonl'),
    });
    model.play(plays(writes([GOOD, QUOTE])));
    const personal = `${QUESTION} My NHS number is 943 476 5919.`;
    const { answer, explanation } = await elsewhere.ask(personal);
    expect(model.requests).toEqual([]);
    expect(explanation?.fellBack).toContain('personal data');
    expect(textOf(answer)).toContain('levy');
    const { previous } = { previous: (await elsewhere.ask(personal)).dialogue };
    expect((await elsewhere.ask('and who opposed it?', { previous })).explanation?.fellBack).toContain('personal data');
    expect(model.requests).toEqual([]);
    expect((await elsewhere.ask(QUESTION)).explanation?.fellBack).toBeUndefined();
    await app.ask(personal);
    expect(model.requests.length).toBeGreaterThan(1);
  });
});
