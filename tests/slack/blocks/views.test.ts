import { describe, expect, it } from 'vitest';
import { homeView } from '../../../src/slack/blocks/views/home-view.ts';
import { sourceModal, statusWords } from '../../../src/slack/blocks/views/source-modal.ts';
import { checkSurface } from '../../support/check-slack-limits.ts';
import { excerptOf } from '../../support/every-renderer.ts';
import { partsOf, shownText } from '../../support/read-slack-payload.ts';
import { samplePassage } from '../../support/sample-answer.ts';

const { table: _table, ...PLAIN } = excerptOf('x');
const EXCERPT = {
  ...PLAIN,
  label: 'Minute 12, resolution (2), Works Committee, 9 January 2024 (draft)',
  source: 'works/minutes.txt',
  place: samplePassage().place,
  status: { kind: 'draft' as const },
  parts: [
    { text: '(1) That it be noted.\n\n', cited: false, gapBefore: false },
    { text: '(2) That it be repaired.', cited: true, gapBefore: false },
    { text: '13. ROADS', cited: false, gapBefore: true },
  ],
};
const small = (...texts: string[]) => ({
  type: 'context',
  elements: texts.map((text) => ({ type: 'plain_text', text, emoji: false })),
});
const rich = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });
const move = (text: string, action: string, label: string) => ({
  type: 'button',
  action_id: action,
  text: { type: 'plain_text', text, emoji: false },
  value: action,
  accessibility_label: label,
});

describe('sourceModal()', () => {
  it('shows what a Markdown paper says without its marks, line by line', () => {
    const parts = [
      { text: '## 12. FOOTBRIDGE\n\nThe *Engineer* spoke.  ', cited: false, gapBefore: false },
      { text: '**Resolved:** That it be\n**repaired**.', cited: true, gapBefore: false },
    ];
    const { blocks } = sourceModal({ ...EXCERPT, parts }, { number: 1, metadata: 'm' });
    expect(shownText(blocks)).toContain('12. FOOTBRIDGE The Engineer spoke.');
    expect(shownText(blocks)).toContain('Resolved: That it be repaired.');
    expect(shownText(blocks)).toContain('begin: “Resolved: That it be repaired.”');
    expect(shownText(blocks)).not.toMatch(/[#*]/);
  });

  it('shows the passage with the cited words in bold, its paper, page and status, and buttons to read on', () => {
    expect(sourceModal(EXCERPT, { number: 1, metadata: '{"id":"a1"}' })).toEqual({
      type: 'modal',
      callback_id: 'source',
      title: { type: 'plain_text', text: 'Source 1', emoji: false },
      close: { type: 'plain_text', text: 'Close', emoji: false },
      private_metadata: '{"id":"a1"}',
      blocks: [
        rich({ type: 'text', text: EXCERPT.label, style: { bold: true } }),
        small(
          'Paper: works/minutes.txt',
          'Page 3',
          'Status of these minutes: draft, not yet approved as a correct record',
          'The cited words are in bold and begin: “(2) That it be repaired.”',
        ),
        { type: 'divider' },
        rich(
          { type: 'text', text: ' … ' },
          { type: 'text', text: '(1) That it be noted.\n\n' },
          { type: 'text', text: '(2) That it be repaired.', style: { bold: true } },
        ),
        rich({ type: 'text', text: '… (something is left out here) …', style: { italic: true } }),
        rich({ type: 'text', text: '13. ROADS' }, { type: 'text', text: ' … ' }),
        {
          type: 'actions',
          elements: [
            move('Earlier', 'earlier', 'Read what comes before in the minutes'),
            move('Later', 'later', 'Read on in the minutes'),
          ],
        },
      ],
    });
  });

  it('offers only what there is to read on, and names the page printed in a pack', () => {
    const end = { ...EXCERPT, hasEarlier: false, hasLater: false, place: { ...EXCERPT.place, pageLabel: '12' } };
    const { blocks } = sourceModal(end, { metadata: '' });
    expect(blocks.some(({ type }) => type === 'actions')).toBe(false);
    expect(shownText(blocks)).toContain('Page 3 (pack page 12)');
  });

  it('says that one has read on from the cited words', () => {
    const on = { ...EXCERPT, parts: [{ text: 'What comes after.', cited: false, gapBefore: false }] };
    expect(shownText(sourceModal(on, { metadata: '' }).blocks)).toContain(
      'You have read on: the cited words are not in this part.',
    );
  });

  it('sets a table row by row, for Slack has none in modals', () => {
    const table = { headers: [['Ward', '2023']], rows: [{ cells: ['Mill Lane', '61%'], cited: true }] };
    const view = sourceModal({ ...EXCERPT, table }, { metadata: '' });
    checkSurface(view);
    expect(view.blocks).toContainEqual(rich({ type: 'text', text: 'Mill Lane; 2023: 61%', style: { bold: true } }));
  });
});

describe('statusWords()', () => {
  it('says how far the committee has agreed', () => {
    expect(statusWords({ kind: 'published' })).toBe('published');
    expect(statusWords({ kind: 'confirmed', byMinute: '21', byMeetingDate: '2024-02-06' })).toBe(
      'approved as a correct record by Minute 21, 6 February 2024',
    );
    expect(statusWords({ kind: 'corrected', byMinute: '21', corrections: 'for 12 read 14' })).toBe(
      'approved with corrections by Minute 21: for 12 read 14',
    );
  });
});

describe('homeView()', () => {
  const meeting = (committee: string, date: string, hasMinutes = true) => ({
    committee,
    date,
    hasMinutes,
    hasAgenda: true,
    papers: 3,
  });
  const status = {
    folder: 'index',
    exists: true,
    files: 3,
    papers: 9,
    meetings: 3,
    committees: ['Works Committee'],
    passages: 90,
    bytes: 1,
    missing: [],
  };
  const meetings = [
    meeting('Works Committee', '2024-01-09'),
    meeting('Works Committee', '2024-02-06', false),
    meeting('Parks Committee', '2024-01-11'),
  ];
  const OPTIONS = {
    status,
    meetings,
    lastQuestions: [{ text: 'Who was there?', askedAt: new Date('2024-02-07T10:00:00Z') }],
    hasClerk: true,
  };

  it('says what is indexed, what is missing, what was asked, how to ask and what is private', () => {
    const view = homeView({ ...OPTIONS, keptDays: 30 });
    checkSurface(view);
    expect(view.blocks.flatMap((block) => ('text' in block && block.type === 'header' ? [block.text] : []))).toEqual(
      ['What is indexed', 'Your last questions', 'How to ask', 'What is private'].map((text) => ({
        type: 'plain_text',
        text,
        emoji: false,
      })),
    );
    const texts = partsOf(view.blocks).map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        '3 meetings of 2 committees. The newest: ',
        'Works Committee, 6 February 2024',
        'Parks Committee: 1 meeting, the newest 11 January 2024',
        'Works Committee: 2 meetings, the newest 6 February 2024',
        'The minutes of these meetings are missing:',
        '7 February 2024: Who was there?',
        'Questions are kept for 30 days. You may ask to be shown your own, or to have them deleted.',
      ]),
    );
  });

  it('says so where nothing is indexed, nothing is kept, and answers are paused', () => {
    const view = homeView({
      ...OPTIONS,
      status: { ...status, exists: false },
      meetings: [],
      lastQuestions: [],
      paused: 'an election',
    });
    const shown = shownText(view.blocks);
    for (const words of [
      'No answers for now: an election',
      'No papers are indexed yet.',
      'The text of questions is not kept.',
    ]) {
      expect(shown).toContain(words);
    }
  });
});
