import { describe, expect, it } from 'vitest';
import { findReadings } from '../../../src/slack/blocks/answer/find-readings.ts';
import { sharedMessages } from '../../../src/slack/blocks/answer/shared-message.ts';
import { streamChunks } from '../../../src/slack/blocks/answer/stream-chunks.ts';
import { findMessages } from '../../../src/slack/blocks/notices/find-messages.ts';
import {
  clerkReplyMessages,
  handOffClosed,
  handOffMessages,
} from '../../../src/slack/blocks/notices/hand-off-messages.ts';
import { otherReadings } from '../../../src/slack/blocks/notices/other-readings.ts';
import { helpMessage, pausedMessage } from '../../../src/slack/blocks/notices/plain-messages.ts';
import { statusText } from '../../../src/slack/blocks/notices/status-text.ts';
import { suggestedPrompts } from '../../../src/slack/blocks/notices/suggested-prompts.ts';
import { actionName, actionValue, readActionValue } from '../../../src/slack/blocks/parts/action-names.ts';
import { shownText } from '../../support/read-slack-payload.ts';
import { groundedAnswer, samplePassage } from '../../support/sample-answer.ts';
import { sampleHit } from '../../support/sample-hit.ts';

describe('sharedMessages()', () => {
  it('names who shares it and what they asked, above the answer', () => {
    const [message] = sharedMessages(groundedAnswer(), {
      question: 'Will it be repaired?',
      answerId: 'a2',
      sharer: 'U1ANN',
    });
    expect(message?.text.split('\n')[0]).toBe('Shared by <@U1ANN>, who asked: Will it be repaired?');
    expect(message?.blocks[0]).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Shared by ' },
            { type: 'user', user_id: 'U1ANN' },
            { type: 'text', text: ', who asked: ' },
            { type: 'text', text: 'Will it be repaired?', style: { italic: true } },
          ],
        },
      ],
    });
    expect(JSON.stringify(message?.blocks)).toContain('"a2:1"');
  });
});

describe('streamChunks()', () => {
  it('gives whole statements with their markers', () => {
    expect(streamChunks(groundedAnswer())).toEqual([
      {
        type: 'markdown_text',
        text: 'It was resolved: “That the footbridge at Mill Lane be repaired by March.” **[1]**\n\n',
      },
      {
        type: 'markdown_text',
        text: 'In discussion: “The Chair asked when the footbridge would reopen.” **[2][1]**\n\n',
      },
    ]);
  });
});

describe('findMessages()', () => {
  const line = {
    label: 'Minute 12, Works Committee, 9 January 2024',
    text: '**The** bridge',
    kind: 'limb' as const,
    source: 's',
    passageId: 1,
    span: { start: 0, end: 9 },
  };

  it('lists a topic meeting by meeting, each line with its source', () => {
    const meetings = [
      { committee: 'Works Committee', date: '2024-01-09', line, more: 2 },
      { line, more: 0 },
    ];
    const [message] = findMessages('the bridge', meetings, { findId: 'f1' });
    expect(message?.text).toBe(
      [
        '“the bridge” came up at 2 meetings:',
        '9 January 2024, Works Committee',
        'The bridge',
        `${line.label} (and 2 more)`,
        'date not known, committee not known',
        'The bridge',
        line.label,
      ].join('\n'),
    );
    const values = message?.blocks.flatMap((block) =>
      block.type === 'section' && block.accessory?.type === 'button' ? [block.accessory.value] : [],
    );
    expect(values).toEqual(['f1:1', 'f1:2']);
  });

  it('says so where it did not come up', () => {
    expect(findMessages('dragons', [], { findId: 'f1' })[0]?.text).toBe(
      'The papers that are indexed do not speak of “dragons”.',
    );
  });
});

describe('hand-off messages', () => {
  it('give the clerk the question, the answer with its sources, and how to reply', () => {
    const messages = handOffMessages({
      handOffId: 'h1',
      question: 'Why?',
      answer: groundedAnswer(),
      answerId: 'a3',
      asker: 'U1ANN',
      isPrivate: true,
    });
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toMatch(
      /^<@U1ANN> asks the clerk:\nWhy\?\nThe bot answered:\nIt was resolved: [\s\S]*\nReply in this thread: your reply goes to the member alone\.$/,
    );
    expect(JSON.stringify(messages[0]?.blocks.at(-1))).toContain('"value":"h1"');
  });

  it('bring the clerk’s reply back, and tell both that it is closed', () => {
    const [reply] = clerkReplyMessages('In March.', { clerk: 'U2CLERK', question: 'When?' });
    expect(reply?.text).toBe('<@U2CLERK> replies to your question:\nWhen?\nIn March.');
    expect(handOffClosed({ by: 'U2CLERK' }).text).toBe('This question is closed. Closed by <@U2CLERK>.');
    expect(handOffClosed({ by: '<!here>' }).text).toBe('This question is closed. Closed by a member.');
  });
});

describe('findReadings() and otherReadings()', () => {
  const other = (committee: string, meetingDate: string, score: number) =>
    sampleHit(samplePassage({ place: { ...samplePassage().place, committee, meetingDate } }), score);

  it('offer the meetings that the answer does not cite, the nearest first, each once', () => {
    const hits = [
      other('Parks Committee', '2024-01-11', 0.4),
      other('Works Committee', '2023-01-10', 0.6),
      other('Parks Committee', '2024-01-11', 0.3),
    ];
    const readings = findReadings({ ...groundedAnswer(), hits: [...groundedAnswer().hits, ...hits] });
    expect(readings).toEqual([
      {
        label: 'Works Committee, 10 January 2023',
        meeting: 'Works Committee, 10 January 2023',
        committee: 'Works Committee',
        date: '2023-01-10',
      },
      {
        label: 'Parks Committee, 11 January 2024',
        meeting: 'Parks Committee, 11 January 2024',
        committee: 'Parks Committee',
        date: '2024-01-11',
      },
    ]);
    const { text, blocks } = otherReadings(readings, { answerId: 'a1' });
    expect(text).toBe(
      'Did you mean one of these?\n1. Works Committee, 10 January 2023\n2. Parks Committee, 11 January 2024',
    );
    expect(blocks.at(-1)).toMatchObject({ elements: [{ value: 'a1:1' }, { value: 'a1:2' }] });
  });

  it('offer the other part of a cited minute and other minutes of its meeting, of what everybody may read', () => {
    const { place } = samplePassage();
    const minute = (id: number, changes: Parameters<typeof samplePassage>[0], score: number) =>
      sampleHit(samplePassage({ id, ...changes }), score);
    const { limb: _limb, ...whole } = place;
    const hits = [
      minute(8, { kind: 'discussion', place: { ...whole, minuteTitle: 'Footbridge' } }, 0.4),
      minute(9, { kind: 'discussion', place: { ...whole, minute: '13', minuteTitle: 'Roads' } }, 0.5),
      minute(10, { place: { ...place, minute: '14' }, access: { kind: 'exempt', paragraphs: [3] } }, 0.9),
    ];
    const decided = { ...groundedAnswer(), hits };
    decided.statements = decided.statements.slice(0, 1);
    expect(findReadings(decided).map(({ label, of }) => [label, of?.part])).toEqual([
      ['Minute 13 (Roads), Works Committee, 9 January 2024', 'whole'],
      ['What was said: Minute 12 (Footbridge), Works Committee, 9 January 2024', 'discussion'],
    ]);
  });

  it('say so where there is nothing to offer', () => {
    expect(otherReadings([], { answerId: 'a1' }).text).toBe(
      'I found no other meeting, committee or minute that this could mean.',
    );
  });
});

describe('plain messages', () => {
  it('say what they are for', () => {
    expect(pausedMessage('an election').text).toBe('I give no answers for now: an election');
    expect(helpMessage().text).toContain('/minutes find and a topic');
    expect(shownText(helpMessage().blocks)).toContain('/minutes and a question');
  });
});

describe('statusText()', () => {
  const range = (precision: 'day' | 'year') => ({ from: '2025-09-12', to: '2025-09-12', printed: 'x', precision });

  it('names the meeting or the committee as far as the question does', () => {
    expect(statusText({ dates: [range('day')], committees: ['Works Committee'] })).toBe(
      'Reading minutes of 12 September 2025 …',
    );
    expect(statusText({ dates: [range('year')], committees: ['Works Committee'] })).toBe(
      'Reading minutes of Works Committee …',
    );
    expect(statusText({ dates: [], committees: [] })).toBe('Reading the minutes …');
  });
});

describe('suggestedPrompts()', () => {
  const meeting = { committee: 'Works Committee', date: '2024-02-06', hasMinutes: true };

  it('asks of the newest meeting and its items, at most four', () => {
    const items = ['Footbridge', 'Health & Safety', 'See www.evil.example', 'Roads', 'Parks'].map((title) => ({
      title,
    }));
    expect(suggestedPrompts(meeting, { items })).toEqual([
      {
        title: 'What was decided on 6 February 2024?',
        message: 'What was decided at the Works Committee meeting of 6 February 2024?',
      },
      {
        title: 'Footbridge',
        message: 'What was resolved on Footbridge at the Works Committee meeting of 6 February 2024?',
      },
      {
        title: 'Health & Safety',
        message: 'What was resolved on Health & Safety at the Works Committee meeting of 6 February 2024?',
      },
      { title: 'Roads', message: 'What was resolved on Roads at the Works Committee meeting of 6 February 2024?' },
    ]);
  });

  it('asks what is to come of a meeting without minutes, and what the one before it decided', () => {
    const coming = { committee: 'Works Committee', date: '2024-03-05', hasMinutes: false };
    const items = ['Footbridge', 'Roads', 'Parks'].map((title) => ({ title }));
    expect(suggestedPrompts(coming, { items, before: meeting }).map(({ message }) => message)).toEqual([
      'What is on the agenda of the Works Committee meeting of 5 March 2024?',
      'What is recommended in the report Footbridge at the Works Committee meeting of 5 March 2024?',
      'What is recommended in the report Roads at the Works Committee meeting of 5 March 2024?',
      'What was decided at the Works Committee meeting of 6 February 2024?',
    ]);
    expect(suggestedPrompts(coming)).toHaveLength(1);
  });

  it('asks who was there where there are no items, and nothing without a meeting', () => {
    expect(suggestedPrompts(meeting).map(({ title }) => title)).toEqual([
      'What was decided on 6 February 2024?',
      'Who was there on 6 February 2024?',
    ]);
    expect(suggestedPrompts(undefined)).toEqual([]);
  });
});

describe('actionName() and readActionValue()', () => {
  it('read back what buttons carry', () => {
    expect([actionName('source.12'), actionName('share'), actionName('sources'), actionName('')]).toEqual([
      'source',
      'share',
      undefined,
      undefined,
    ]);
    expect(readActionValue(actionValue('a:b', 3))).toEqual({ id: 'a:b', n: '3' });
    expect(readActionValue('a1')).toEqual({ id: 'a1' });
  });
});
