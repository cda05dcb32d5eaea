import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import type { Answer } from '../../src/answer.ts';
import { samplePassage } from '../support/sample-answer.ts';
import { sampleHit } from '../support/sample-hit.ts';
import { CANARY, openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

const CLEARED = { cleared: [3] };
let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex();
});

afterAll(() => sample.close());

/** What is quoted, statement by statement. */
function quotesOf(answer: Answer): string[] {
  return answer.kind === 'grounded' ? answer.statements.flatMap((s) => s.citations.map(({ quote }) => quote)) : [];
}

function labelsOf(answer: Answer): string[] {
  return answer.kind === 'grounded' ? answer.statements.flatMap((s) => s.citations.map(({ label }) => label)) : [];
}

function notesOf(answer: Answer): string[] {
  return answer.kind === 'grounded' ? answer.notes : [];
}

describe('answerQuestion()', () => {
  test('quotes a limb whole, introduced as a resolution, with its number in the citation', async () => {
    const answer = await sample.answer('What does minute 12(2) of 4 march 2031 say?');
    expect(answer).toMatchObject({
      kind: 'grounded',
      statements: [
        {
          text: 'Resolved (minute 12, 4 March 2031): “(2) That £4,500 of the repairs budget be spent on a new lining.”',
          citations: [{ quote: '(2) That £4,500 of the repairs budget be spent on a new lining.' }],
        },
      ],
    });
    expect(labelsOf(answer)[0]).toContain('Minute 12, resolution (2), Parks and Gardens Panel, 4 March 2031');
  });

  test('says all of a minute that is named by its number, in its order', async () => {
    const quotes = quotesOf(await sample.answer('minute 12, parks and gardens panel, 4 march 2031'));
    const places = quotes.map((quote) => sample.index.paperText(1, CLEARED)?.indexOf(quote) ?? -1);
    expect(quotes.length).toBeGreaterThan(1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('marks discussion as not a decision', async () => {
    const answer = await sample.answer('minute 12 of 4 march 2031, what did members ask about the boiler?');
    const statements = answer.kind === 'grounded' ? answer.statements : [];
    const discussion = statements.find(({ citations }) => citations[0].quote.includes('boiler'));
    expect(discussion?.text).toMatch(/^Discussion, not a decision \(minute 12, 4 March 2031\): /);
  });

  test('lists the business of an agenda with its pages', async () => {
    const answer = await sample.answer('What is on the agenda for 6 May 2031?');
    expect(quotesOf(answer)).toEqual([
      '3. Hedge cutting in lanes (Pages 3 - 8)',
      '4. Allotment rents (Pages 9 - 14)',
      '5. Lease of the boathouse (Pages 15 - 20)',
    ]);
    expect(labelsOf(answer)[0]).toBe('Agenda item 3, Parks and Gardens Panel, 6 May 2031');
  });

  test('leaves out what would make it longer than 250 words', () => {
    // With the words in front of it, each statement has 52 words.
    const texts = Array.from({ length: 8 }, (_, n) => `Item ${n} ${'leafy '.repeat(46)}`.trim());
    const hits = texts.map((text, id) => {
      const passage = samplePassage({ id, kind: 'item', text, span: { start: 0, end: text.length } });
      return { ...sampleHit(passage), byRecord: true };
    });
    const question = sample.question('What is on the agenda for 6 May 2031?');
    expect(quotesOf(answerQuestion(question, { hits, lexicon: sample.lexicon(), closed: [] }))).toEqual(
      texts.slice(0, 4),
    );
  });

  test('says what was looked through and which minutes are missing', async () => {
    const answer = await sample.answer('What is on the agenda for 6 May 2031?');
    expect(answer.coverage).toEqual({
      committees: ['Parks and Gardens Panel', 'Roads Board'],
      meetings: [
        { committee: 'Parks and Gardens Panel', date: '2031-03-04' },
        { committee: 'Roads Board', date: '2031-03-11' },
        { committee: 'Parks and Gardens Panel', date: '2031-04-01' },
        { committee: 'Parks and Gardens Panel', date: '2031-05-06' },
      ],
      papers: 5,
      missing: ['the minutes of Parks and Gardens Panel, 6 May 2031, are not in the index'],
    });
  });

  test('notes draft and corrected minutes', async () => {
    expect(notesOf(await sample.answer('minute 22'))).toEqual([
      'The minutes of Parks and Gardens Panel, 1 April 2031 are a draft: no approval of them is in the index.',
    ]);
    expect(notesOf(await sample.answer('minute 13'))).toEqual([
      'The minutes of Parks and Gardens Panel, 4 March 2031 were corrected by Minute 21.',
    ]);
    expect(
      labelsOf(await sample.answer('minute 13')).every((label) => label.includes('(corrected by Minute 21)')),
    ).toBe(true);
    expect(notesOf(await sample.answer('What is on the agenda for 6 May 2031?'))).toEqual([]);
  });

  test('says where the record contradicts what a question takes for granted', async () => {
    const notes = async (text: string) => notesOf(await sample.answer(text)).filter((note) => note.includes('says'));
    expect(await notes('Why was the plan approved in minute 13?')).toEqual([
      'The question says “approved”; the record does not: see the resolution quoted.',
    ]);
    expect(await notes('Why was the plan refused in minute 13?')).toEqual([]);
    expect(await notes('What is in minute 13?')).toEqual([]);
  });
});

describe('answerQuestion() declines', () => {
  const RECEIPT = '; looked through 5 papers of 4 meetings, the newest 6 May 2031';

  test.each([
    ['hello', 'not-for-the-record', 'This is not a question that the minutes and reports can answer'],
    [
      'tell me a joke about the pool',
      'not-for-the-record',
      'This is not a question that the minutes and reports can answer',
    ],
    ['???', 'unreadable', 'The question cannot be read: none of its words is in the papers'],
    ['asdkjh qwlekj', 'unreadable', 'The question cannot be read: none of its words is in the papers'],
    ['', 'unreadable', 'The question cannot be read: none of its words is in the papers'],
  ])('what needs no search, "%s", as %s', async (text, reason, message) => {
    expect(await sample.answer(text)).toMatchObject({ kind: 'declined', reason, message, nearest: [] });
  });

  test.each([
    [
      'What was decided on 6 May 2031?',
      'The minutes of Parks and Gardens Panel, 6 May 2031, are not in the index, so what was decided or said there cannot be told',
    ],
    ['What was decided on 7 June 2031?', 'No meeting on 7 June 2031 is in the index'],
    ['What did the roads board decide on 4 March 2031?', 'No meeting of Roads Board on 4 March 2031 is in the index'],
  ])('a question about minutes that are not there, with a receipt: "%s"', async (text, message) => {
    const answer = await sample.answer(text);
    expect(answer).toMatchObject({ kind: 'declined', reason: 'not-in-papers', message: `${message}${RECEIPT}` });
    expect(answer.coverage.papers).toBe(5);
  });

  test('a question that the papers do not answer, with a receipt and at most three hits that came near', async () => {
    const answer = await sample.answer('Which secrets has the casino?');
    expect(answer).toMatchObject({
      kind: 'declined',
      reason: 'not-in-papers',
      message: `The papers that are indexed do not answer this: what comes nearest says nothing of what is asked for${RECEIPT}`,
    });
    expect(answer.kind === 'declined' && answer.nearest).toEqual(answer.hits.slice(0, 3));
  });

  test('a question over an empty index', async () => {
    const empty = await openSampleIndex({});
    const answer = await empty.answer('What was decided about the pool on 4 March 2031?');
    expect(answer).toMatchObject({
      kind: 'declined',
      coverage: { committees: [], meetings: [], papers: 0, missing: [] },
      nearest: [],
    });
    empty.close();
  });
});

describe('answerQuestion() on closed papers', () => {
  const GROUNDS =
    'is exempt from publication under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972';

  test('says that the paper asked for exists and is exempt, and nothing of its content', async () => {
    for (const text of [
      'What does the report on the lease of the boathouse say?',
      'What is in item 5 on 6 May 2031?',
    ]) {
      const answer = await sample.answer(text);
      expect(answer).toMatchObject({ kind: 'declined', reason: 'exempt' });
      const message = answer.kind === 'declined' ? answer.message : '';
      expect(message).toContain(GROUNDS);
      expect(message.toLowerCase()).toContain('“lease of the boathouse”');
      expect(JSON.stringify(answer)).not.toContain('9,999');
    }
  });

  test.each([
    `What was said about the ${CANARY}?`,
    `${CANARY.slice(0, -1)} offer`,
    'What was decided in minute 15?',
    'What did the Valuer report about the old nursery?',
    'Which items were exempt on 4 March 2031?',
    'Why were press and public excluded on 4 March 2031?',
    'How much would the company pay a year for the boathouse?',
    'What does para 1.1 of the lease of the boathouse say?',
    'Brief me on the meeting of 6 May 2031',
    'What did the panel decide on 4 March 2031?',
  ])('never shows the public what is in them: "%s"', async (text) => {
    const answer = JSON.stringify(await sample.answer(text));
    expect(answer).not.toContain(CANARY);
    expect(answer).not.toContain('9,999');
  });

  test('needs every paragraph: clearance for another one opens nothing', async () => {
    const answer = await sample.answer(`What was decided about the ${CANARY} offer?`, { cleared: [1, 2, 4, 5, 6, 7] });
    expect(JSON.stringify(answer)).not.toContain(CANARY);
  });

  test('quotes them for a reader who is cleared', async () => {
    const decided = await sample.answer('What was decided in minute 15 of 4 march 2031?', CLEARED);
    expect(quotesOf(decided)).toContain(`Resolved:- That the ${CANARY} offer be turned down.`);
    const lease = await sample.answer('What does para 1.1 of the report on the lease of the boathouse say?', CLEARED);
    expect(quotesOf(lease).join()).toContain(`The ${CANARY} company would pay £9,999 a year`);
  });
});
