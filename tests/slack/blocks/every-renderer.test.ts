import { describe, expect, it } from 'vitest';
import { sessionTitle } from '../../../src/slack/blocks/notices/session-title.ts';
import { statusText } from '../../../src/slack/blocks/notices/status-text.ts';
import { suggestedPrompts } from '../../../src/slack/blocks/notices/suggested-prompts.ts';
import { visibleText } from '../../../src/slack/format/visible-text.ts';
import { checkChunk, checkMessage, checkSurface } from '../../support/check-slack-limits.ts';
import { EVERY_MEMORY_RENDERER } from '../../support/every-memory-renderer.ts';
import { EVERY_RENDERER, type Rendered } from '../../support/every-renderer.ts';
import { CRAFTED, hostileText, LONG } from '../../support/hostile-text.ts';
import { fc } from '../../support/properties.ts';
import { fold, partsOf, readMarkdown, readMrkdwn, shownText, tokensOf } from '../../support/read-slack-payload.ts';

/** Twice what any limit of Slack's takes: of a message, its blocks, its table. */
const OVERFLOWING = 24_000;

/** What is no longer is shown whole by every renderer. */
const UNCUT = 50;

/** These show nobody else's words; and of those, only ids. */
const NO_WORDS = ['help', 'hand-off received', 'hand-off closed'];

const RENDERERS = Object.entries({ ...EVERY_RENDERER, ...EVERY_MEMORY_RENDERER });

function checkLimits({ messages = [], view, chunks = [] }: Rendered): void {
  for (const message of messages) checkMessage(message);
  if (view) checkSurface(view);
  for (const chunk of chunks) checkChunk(chunk);
}

function checkTokens({ messages = [], view, chunks = [] }: Rendered): void {
  const blocks = [...messages.map((message) => message.blocks), ...(view ? [view.blocks] : [])];
  const markup = partsOf(blocks).filter(({ kind }) => kind === 'mrkdwn');
  for (const text of [...messages.map((message) => message.text), ...markup.map((part) => part.text)]) {
    expect(tokensOf(text)).toEqual([]);
  }
  for (const { text } of chunks) readMarkdown(text);
  expect(JSON.stringify([blocks, messages, chunks])).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u);
  expect(mentionsIn(blocks).every((id) => /^[A-Z0-9]+$/.test(id))).toBe(true);
}

function mentionsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'user_id' in value ? [String(value.user_id)] : [];
  const broadcast =
    'type' in value && ['broadcast', 'link', 'emoji', 'channel', 'usergroup'].includes(String(value.type));
  return [...own, ...(broadcast ? ['not ours!'] : []), ...Object.values(value).flatMap(mentionsIn)];
}

/** What is shown on one line, in a stream as it is read. */
function shownOf({ messages = [], view, chunks = [] }: Rendered): string {
  return fold(
    [
      ...messages.map(({ blocks }) => shownText(blocks)),
      ...(view ? [shownText(view.blocks)] : []),
      ...chunks.map(({ text }) => readMarkdown(text)),
    ].join(' '),
  );
}

describe.each(RENDERERS)('%s', (name, render) => {
  it.each(CRAFTED)('keeps %j to words', (words) => {
    const rendered = render(words);
    checkLimits(rendered);
    checkTokens(rendered);
    if (!NO_WORDS.includes(name)) expect(shownOf(rendered)).toContain(fold(visibleText(words)));
  });

  it('keeps any text to words, within Slack’s limits, and shows it as it was', () => {
    fc.assert(
      fc.property(hostileText, (words) => {
        const rendered = render(words);
        checkLimits(rendered);
        checkTokens(rendered);
        const said = fold(visibleText(words));
        // No place is so narrow that it cuts this.
        if (!NO_WORDS.includes(name) && said.length <= UNCUT) expect(shownOf(rendered)).toContain(said);
      }),
      { numRuns: 40 },
    );
  });

  it.each(LONG.slice(1, 6).map((words) => [words.slice(0, 10), words.slice(0, OVERFLOWING)]))(
    'holds to Slack’s limits for 24 kB of %j',
    (_start, words) => {
      const rendered = render(words);
      checkLimits(rendered);
      checkTokens(rendered);
    },
  );
});

describe('messages', () => {
  it('say in their text what their blocks say of the answer', () => {
    fc.assert(
      fc.property(hostileText, (words) => {
        const { messages = [] } = EVERY_RENDERER.answer?.(words) ?? {};
        const text = fold(messages.map((message) => readMrkdwn(message.text)).join(' '));
        const said = fold(visibleText(words));
        if (said !== '' && said.length < 200) expect(text.split(said).length).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 60 },
    );
  });
});

describe('suggestedPrompts()', () => {
  it.each(['@\u202eevil', 'evil\u200b.example', ':\u2066smile:', 'http:\u00ad//evil'])(
    'names no committee whose name would be linked once what is hidden in it is taken out: %j',
    (committee) => {
      const [decided] = suggestedPrompts({ committee, date: '2025-09-12', hasMinutes: true });
      expect(decided?.message).toBe('What was decided at the meeting of 12 September 2025?');
    },
  );

  it('offers nothing that Slack would link when it is posted', () => {
    fc.assert(
      fc.property(hostileText, (words) => {
        const meeting = { committee: words, date: '2025-09-12', hasMinutes: true };
        const coming = { ...meeting, hasMinutes: false };
        const items = [{ title: words }];
        const prompts = [meeting, coming].flatMap((of) => suggestedPrompts(of, { items, before: meeting }));
        for (const { title, message } of prompts) {
          expect(title.length).toBeLessThanOrEqual(75);
          expect(message.length).toBeLessThanOrEqual(300);
          expect(tokensOf(message)).toEqual([]);
        }
      }),
    );
  });
});

describe('sessionTitle()', () => {
  it('holds nobody else’s token, and no more than Slack takes', () => {
    fc.assert(
      fc.property(hostileText, (words) => {
        const title = sessionTitle(words);
        expect(tokensOf(title)).toEqual([]);
        expect(title.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('statusText()', () => {
  it('holds no token of a committee’s name', () => {
    fc.assert(
      fc.property(hostileText, (words) => {
        const status = statusText({ committees: [words], dates: [] });
        expect(tokensOf(status)).toEqual([]);
        expect(status.length).toBeLessThanOrEqual(120);
      }),
    );
  });
});
