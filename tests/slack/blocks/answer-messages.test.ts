import { describe, expect, it } from 'vitest';
import { answerMessages } from '../../../src/slack/blocks/answer/answer-messages.ts';
import { checkMessage } from '../../support/check-slack-limits.ts';
import { partsOf, shownText } from '../../support/read-slack-payload.ts';
import { declinedAnswer, groundedAnswer, sampleCitation, samplePassage } from '../../support/sample-answer.ts';

const OPTIONS = { question: 'Will the bridge be repaired?', answerId: 'a1', isPrivate: false };
const print = (...args: Parameters<typeof answerMessages>) => answerMessages(...args).map(({ blocks }) => blocks);
const types = (...args: Parameters<typeof answerMessages>) =>
  print(...args).map((blocks) => blocks.map(({ type }) => type));
const context = (text: string) => ({ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] });
const paragraph = (...texts: (string | [string, object])[]) => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: texts.map((text) =>
        typeof text === 'string' ? { type: 'text', text } : { type: 'text', text: text[0], style: text[1] },
      ),
    },
  ],
});
const source = (number: number, short: string) => ({
  type: 'section',
  text: { type: 'plain_text', text: `[${number}] ${short}`, emoji: false },
  accessory: {
    type: 'button',
    action_id: `source.${number}`,
    text: { type: 'plain_text', text: `Source ${number}`, emoji: false },
    value: `a1:${number}`,
    accessibility_label: `Open source ${number}: ${short}`,
  },
});
const press = (text: string, fields: object) => ({
  type: 'button',
  text: { type: 'plain_text', text, emoji: false },
  ...fields,
});
const FEEDBACK = {
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'feedback',
      positive_button: {
        text: { type: 'plain_text', text: 'Helpful', emoji: false },
        value: 'a1:up',
        accessibility_label: 'This answer was helpful',
      },
      negative_button: {
        text: { type: 'plain_text', text: 'Not helpful', emoji: false },
        value: 'a1:down',
        accessibility_label: 'This answer was not helpful',
      },
    },
  ],
};
const LIMB = '[1] Minute 12, resolution (2), Works Committee, 9 January 2024 (draft)';
const MINUTE = '[2] Minute 12, Works Committee, 9 January 2024 (draft)';

describe('answerMessages()', () => {
  it('draws statements with their citations, notes, sources with their buttons, and feedback', () => {
    expect(answerMessages(groundedAnswer(), OPTIONS)).toEqual([
      {
        text: [
          'It was resolved: “That the footbridge at Mill Lane be repaired by March.” [1]',
          'In discussion: “The Chair asked when the footbridge would reopen.” [2][1]',
          'Note: These minutes are a draft',
          LIMB,
          MINUTE,
        ].join('\n'),
        blocks: [
          paragraph('It was resolved: “That the footbridge at Mill Lane be repaired by March.”', [
            ' [1]',
            { bold: true },
          ]),
          context(LIMB),
          paragraph('In discussion: “The Chair asked when the footbridge would reopen.”', [' [2][1]', { bold: true }]),
          { type: 'context', elements: [...context(MINUTE).elements, ...context(LIMB).elements] },
          paragraph('Note: These minutes are a draft'),
          source(1, 'Min. 12(2), WC 09/01/24 (draft)'),
          source(2, 'Min. 12(2), WC 09/01/24 (draft)'),
          FEEDBACK,
        ],
      },
    ]);
  });

  it('offers other readings, the clerk and, where it is private, to share it', () => {
    const all = { ...OPTIONS, hasReadings: true, hasClerk: true, isPrivate: true };
    const [blocks = []] = print(groundedAnswer(), all);
    expect(blocks[0]).toEqual(context('You asked: Will the bridge be repaired?'));
    expect(blocks.at(-2)).toEqual({
      type: 'actions',
      elements: [
        press('Not what I meant', {
          action_id: 'not_meant',
          value: 'a1',
          accessibility_label: 'Not what I meant: show other readings',
        }),
        press('Ask the clerk', {
          action_id: 'ask_clerk',
          value: 'a1',
          accessibility_label: 'Ask the clerk this question',
        }),
        press('Share', { action_id: 'share', value: 'a1', accessibility_label: 'Share this answer in the channel' }),
      ],
    });
    expect(blocks.at(-1)).toEqual(FEEDBACK);
  });

  it('draws a decline with its receipt, what is missing and the nearest passages', () => {
    expect(answerMessages(declinedAnswer(), OPTIONS)).toEqual([
      {
        text: [
          'The papers do not say what a new footbridge would cost.',
          'Searched: 3 papers of 2 meetings (9 January 2024; 6 February 2024).',
          'Committees: Works Committee.',
          'Missing: the minutes of Works Committee, 5 March 2024, are not in the index.',
          'Nearest in the papers:',
          `${LIMB} (p. 3): That the footbridge at Mill Lane be repaired by March.`,
          `${LIMB} (p. 3)`,
        ].join('\n'),
        blocks: [
          paragraph('The papers do not say what a new footbridge would cost.'),
          context('Searched: 3 papers of 2 meetings (9 January 2024; 6 February 2024).'),
          context('Committees: Works Committee.'),
          context('Missing: the minutes of Works Committee, 5 March 2024, are not in the index.'),
          paragraph('Nearest in the papers:'),
          paragraph([`${LIMB} (p. 3)`, { bold: true }]),
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_quote',
                elements: [{ type: 'text', text: 'That the footbridge at Mill Lane be repaired by March.' }],
              },
            ],
          },
          source(1, 'Min. 12(2), WC 09/01/24 (draft)'),
          FEEDBACK,
        ],
      },
    ]);
  });

  it('says of an exempt paper that it is there and under which paragraph, and nothing else', () => {
    const message = 'An exempt report is closed under paragraph 3 of Part 1 of Schedule 12A';
    const answer = { ...declinedAnswer(), reason: 'exempt' as const, message };
    expect(answerMessages(answer, OPTIONS)).toEqual([
      { text: `${message}.`, blocks: [paragraph(`${message}.`), FEEDBACK] },
    ]);
  });

  it('breaks a long answer between statements, with the buttons under the last', () => {
    const statement = (n: number) => ({
      text: `${n}: ${'The committee was told of the roads. '.repeat(30)}`,
      citations: [sampleCitation({ span: { start: n, end: n + 1 } })] as [ReturnType<typeof sampleCitation>],
    });
    const answer = { ...groundedAnswer(), statements: Array.from({ length: 20 }, (_, n) => statement(n)) };
    const messages = answerMessages(answer, OPTIONS);
    for (const message of messages) checkMessage(message);
    expect(messages.length).toBeGreaterThan(5);
    const beginnings = messages.map(({ blocks }) => shownText(blocks).split(' ')[0]);
    expect(beginnings.slice(0, -1).every((word) => /^\d+:$|^\[/.test(word ?? ''))).toBe(true);
    const ends = messages.map(({ blocks }) => blocks.at(-1)?.type);
    expect([ends.lastIndexOf('context_actions'), ends.filter((type) => type === 'context_actions').length]).toEqual([
      messages.length - 1,
      1,
    ]);
    const shown = messages.map(({ blocks }) => shownText(blocks)).join(' ');
    for (const { text } of answer.statements) expect(shown).toContain(text.trim());
  });

  it('keeps every source’s button and label apart', () => {
    const citations = Array.from({ length: 60 }, (_, n) => sampleCitation({ span: { start: n, end: n + 1 } }));
    const [first = sampleCitation(), ...more] = citations;
    const answer = {
      ...groundedAnswer(),
      statements: [{ text: 'Said often.', citations: [first, ...more] as [typeof first] }],
    };
    const messages = answerMessages(answer, OPTIONS);
    for (const message of messages) checkMessage(message);
    const labels = partsOf(messages.map(({ blocks }) => blocks)).filter(
      ({ kind, text }) => kind === 'spoken' && text.startsWith('Open'),
    );
    expect(new Set(labels.map(({ text }) => text)).size).toBe(60);
  });

  it('shows the table that a statement is read from once, one to a message', () => {
    const table = {
      caption: 'Repairs',
      headers: [['Ward', '2023']],
      rows: [{ cells: ['Mill Lane', ''], cited: true }],
    };
    const tables = new Map([
      [1, table],
      [2, table],
    ]);
    expect(types(groundedAnswer(), { ...OPTIONS, tables })).toEqual([
      ['rich_text', 'context', 'rich_text', 'table', 'rich_text', 'context'],
      ['rich_text', 'table', 'rich_text', 'section', 'section', 'context_actions'],
    ]);
  });

  it('marks what is corrected in the short form of its source', () => {
    const status = { kind: 'corrected' as const, corrections: 'x' };
    const answer = {
      ...groundedAnswer(),
      statements: [
        {
          text: 'Said.',
          citations: [sampleCitation({ ...samplePassage(), status })] as [ReturnType<typeof sampleCitation>],
        },
      ],
    };
    expect(shownText(print(answer, OPTIONS))).toContain('Min. 12(2), WC 09/01/24 (corrected)');
  });
});
