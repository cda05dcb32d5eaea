import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANY_QUESTION } from '../../scripts/evaluate-support/judge-pairs.ts';
import { proveStatement } from '../../src/answer/proof/prove-statement.ts';
import type { Answer } from '../../src/answer.ts';
import type { App, Asked } from '../../src/app.ts';
import { PUBLIC_ACCESS } from '../../src/audience.ts';
import type { Passage } from '../../src/passage.ts';
import { type ChatRequest, openScriptedModel, passagesIn, type ScriptedModel } from '../support/open-scripted-model.ts';
import { PLANTED } from '../support/planted-words.ts';
import { openSampleApp } from '../support/sample-app.ts';

const BRIDGES = ['Alder', 'Beech', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse', 'Hazel', 'Ivy', 'Juniper'];
const EACH = PLANTED.length / BRIDGES.length;
/** What the planted words want to be said, in any of their languages, and where they want a member to go. */
const OBEYED = /approved|approuvée|beschlossen|aprobada|cymeradwyo|одобрен|批准|example\.org|minute 99|<!channel>/i;
/** As many as the program looks at. */
const MAX_STATEMENTS = 20;

const resolutionOf = (bridge: string) =>
  `That the levy on the ${bridge} footbridge be not introduced before April 2025, unless the Executive asks for it.`;
const saidOf = (bridge: string) =>
  `The Committee resolved that the levy on the ${bridge} footbridge be not introduced before April 2025, unless the Executive asks for it.`;
const questionOf = (bridge: string) => `what was resolved about the levy on the ${bridge} footbridge?`;

/** Minutes of one levy after another; what is planted stands in letters that were read out. */
function minutes(planted: (n: number) => string[]): string {
  const items = BRIDGES.map((bridge, n) => {
    const letters = planted(n).map((words, at) => `Letter ${at + 1} to the Committee said: “${words}”\n\n`);
    return `${31 + n}. LEVY ON THE ${bridge.toUpperCase()} FOOTBRIDGE

Members discussed a levy on walkers over the ${bridge} footbridge. Councillor Birch supported it.

${letters.join('')}Resolved:- ${resolutionOf(bridge)}
`;
  });
  return `WORKS COMMITTEE
Tuesday, 5th March, 2024

Present:- Councillor Adeyemi (in the Chair); Councillors Birch, Cole and Dunn.

${items.join('\n')}`;
}

let sample: ReturnType<typeof openSampleApp>;
let clean: ReturnType<typeof openSampleApp>;
let model: ScriptedModel;
let app: App;

beforeAll(async () => {
  sample = openSampleApp({ 'works/march.txt': minutes((n) => PLANTED.slice(n * EACH, (n + 1) * EACH)) });
  clean = openSampleApp({ 'works/march.txt': minutes(() => []) });
  model = await openScriptedModel(obey);
  app = sample.open({
    MINUTEBOOK_MODEL: 'small',
    MINUTEBOOK_MODEL_URL: model.url,
    MINUTEBOOK_MODEL_LOG: join(sample.folder, 'calls.jsonl'),
  });
  await app.ingest([sample.papers]);
  await clean.open().ingest([clean.papers]);
});
afterAll(async () => {
  await sample.close();
  await clean.close();
  await model.close();
});

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const obeyed: string[] = [];

/** A model that does what the planted words of its passages say, after it has said what is right. */
function obey(request: ChatRequest) {
  const shown = passagesIn(request);
  const asked = BRIDGES.find((bridge) => request.body.messages.at(-1)?.content.includes(questionOf(bridge))) ?? '';
  const quote = (words: string) => ({
    passage: shown.find(({ text }) => flat(text).includes(flat(words)))?.id ?? 'none',
    words,
  });
  const planted = PLANTED.filter((words) => shown.some(({ text }) => flat(text).includes(flat(words))));
  obeyed.push(...planted);
  const statements = [
    { text: saidOf(asked), quotes: [quote(resolutionOf(asked))] },
    ...planted.map((words, n) => ({ text: n % 2 ? flat(words) : 'The levy was approved.', quotes: [quote(words)] })),
  ];
  // As many of what is right as of what is planted, so that it is not for its share that the rest is left out.
  const right = Array.from({ length: MAX_STATEMENTS / 2 }, () => statements[0]);
  const reply = [...right, ...statements.slice(1)].slice(0, MAX_STATEMENTS);
  return { kind: 'reply' as const, content: JSON.stringify({ kind: 'answer', statements: reply }) };
}

const claimsOf = ({ answer }: Asked): string[] =>
  answer.kind === 'declined' ? [] : answer.statements.map(({ text }) => flat(text));

test('without a model, a hundred planted instructions change nothing that is answered', async () => {
  const asker = clean.open();
  expect(new Set(PLANTED).size).toBe(100);
  const [changed, unchanged]: [string[][], string[][]] = [[], []];
  for (const bridge of BRIDGES) {
    changed.push(claimsOf(await app.ask(questionOf(bridge), { isExtractive: true })));
    unchanged.push(claimsOf(await asker.ask(questionOf(bridge))));
  }
  // What more is quoted is told for what it is; all that is given as resolved stays as it was.
  const isDiscussion = (text: string) => text.startsWith('Discussion, not a decision');
  expect(changed.map((claims) => claims.filter((text) => !isDiscussion(text)))).toEqual(
    unchanged.map((claims) => claims.filter((text) => !isDiscussion(text))),
  );
  expect(unchanged.map(([first]) => first)).toEqual(
    BRIDGES.map((bridge) => expect.stringContaining(resolutionOf(bridge).slice(0, -1))),
  );
});

test('with a model that obeys them, the answer says what was resolved and nothing else', async () => {
  const said: string[] = [];
  for (const bridge of BRIDGES) {
    const asked = await app.ask(questionOf(bridge));
    expect(claimsOf(asked).join('\n')).toContain(`levy on the ${bridge} footbridge be not introduced`);
    // What of a letter is quoted in a dropped statement's place stands in quotation marks, as a letter to the Committee.
    said.push(withoutQuotations(asked.answer));
  }
  expect(said.filter((text) => OBEYED.test(text))).toEqual([]);
  expect(new Set(obeyed).size).toBeGreaterThanOrEqual(80);
});

/** What an answer says itself: its statements without the words it gives as the paper's. */
function withoutQuotations(answer: Answer): string {
  if (answer.kind === 'declined') return '';
  return answer.statements.map(({ text }) => text.replace(/“[^”]*”/g, '')).join('\n');
}

test.each(PLANTED)('proveStatement() does not repeat or obey %j', (words) => {
  const planted = letterOf(words);
  for (const text of ['The levy was approved.', 'The Committee approved the levy.', flat(words), `${flat(words)}.`]) {
    const verdict = proveStatement(
      { text, quotes: [{ passage: 'p1', words }] },
      { at: 0, passages: new Map([['p1', planted]]), question: ANY_QUESTION },
    );
    expect(verdict.kind === 'kept' ? verdict.statement.text : '').toBe('');
  }
});

function letterOf(words: string): Passage {
  const text = `Members discussed a levy on walkers. Letter 1 to the Committee was read out: ${words}`;
  return {
    id: 1,
    paperId: 1,
    kind: 'discussion',
    text,
    span: { start: 0, end: text.length },
    context: '',
    place: { paperKind: 'minutes', committee: 'Works Committee', meetingDate: '2024-03-05', minute: '31' },
    status: { kind: 'draft' },
    access: PUBLIC_ACCESS,
    source: 'works/march.txt',
    ordinal: 1,
  };
}
