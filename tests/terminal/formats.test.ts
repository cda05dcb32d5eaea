import { describe, expect, it } from 'vitest';
import type { IngestSummary } from '../../src/ingestion.ts';
import type { PaperListing } from '../../src/listing.ts';
import { formatExcerpt } from '../../src/terminal/format-excerpt.ts';
import { formatMeetings, formatPapers, formatStatus } from '../../src/terminal/format-listing.ts';
import { formatScores } from '../../src/terminal/format-scores.ts';
import { formatTopic } from '../../src/terminal/format-topic.ts';
import { openScreen } from '../../src/terminal/screen.ts';
import { formatSummary, showProgress, timeLeft } from '../../src/terminal/show-progress.ts';
import { fakeScreen } from '../support/fake-screen.ts';

const PLAIN = { width: 60, colour: false };
const EVIL = '\x1b[31mevil\x07\u202e\r\n';
const CONTROLS = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/;

const paper: PaperListing = {
  source: 'works/pack.pdf',
  kind: 'minutes',
  committee: 'Works Committee',
  meetingDate: '2024-01-09',
  status: { kind: 'corrected', byMinute: '21', byMeetingDate: '2024-02-06', corrections: 'x' },
  access: { kind: 'exempt', paragraphs: [3, 5] },
  counts: { items: 0, minutes: 1, limbs: 2, recommendations: 0, measures: 0, tables: 0 },
};

const summary: IngestSummary = {
  added: 2,
  changed: 0,
  unchanged: 1,
  removed: 0,
  duplicates: [{ file: 'b.txt', sameAs: 'a.txt' }],
  failed: [{ file: 'bad.pdf', reason: 'the file has no text layer' }],
  skipped: [{ file: 'link.txt', reason: 'it is a link that leads out of the folder' }],
  stopped: false,
  ms: 1234,
};

describe('formatPapers()', () => {
  it('puts papers under their file, with status, access and what was found', () => {
    const agenda: PaperListing = {
      ...paper,
      kind: 'agenda',
      status: { kind: 'published' },
      access: { kind: 'public' },
      counts: { ...paper.counts, items: 7, minutes: 0, limbs: 0 },
    };
    expect(formatPapers([paper, agenda], { width: 100, colour: false })).toBe(
      [
        'works/pack.pdf',
        '  minutes: Works Committee, 9 January 2024, corrected by Minute 21 of 6 February 2024, exempt',
        '      under paragraph 3, 5, 1 minute, 2 limbs',
        '  agenda: Works Committee, 9 January 2024, 7 items',
      ].join('\n'),
    );
  });
});

describe('formatMeetings()', () => {
  it('says what there is of each meeting', () => {
    const meeting = { committee: 'Works Committee', date: '2024-01-09', hasAgenda: true, hasMinutes: false, papers: 1 };
    const other = { ...meeting, date: '2024-02-06', hasMinutes: true, status: { kind: 'draft' as const }, papers: 2 };
    expect(formatMeetings([meeting, other], PLAIN)).toBe(
      'Works Committee\n  9 January 2024     agenda, no minutes here, 1 paper\n  6 February 2024    agenda, minutes (draft), 2 papers',
    );
  });
});

describe('formatTopic()', () => {
  it('prints the line quoted, its citation and how many more', () => {
    const line = {
      label: 'Minute 12, Works Committee, 9 January 2024',
      text: 'The bridge\nreopens.',
      kind: 'limb' as const,
      source: 'a.txt',
      span: { start: 0, end: 5 },
      passageId: 1,
    };
    expect(formatTopic([{ committee: 'Works Committee', date: '2024-01-09', line, more: 3 }], PLAIN)).toBe(
      '9 January 2024, Works Committee\n  The bridge reopens.\n  Minute 12, Works Committee, 9 January 2024 (and 3 more)',
    );
  });
});

describe('formatExcerpt()', () => {
  it('marks cited lines, shows gaps and what else could be meant', () => {
    const parts = [
      { text: 'Before.\n\n', cited: false, gapBefore: false },
      { text: 'The cited\nwords.', cited: true, gapBefore: false },
      { text: 'After.', cited: false, gapBefore: true },
    ];
    expect(
      formatExcerpt({ label: 'Minute 12', source: 'a.txt', page: 3, parts, others: ['Minute 12, 2023'] }, PLAIN),
    ).toBe(
      'Minute 12\na.txt, page 3\n\n  Before.\n> The cited\n> words.\n  …\n  After.\n\nIt could also mean:\n- Minute 12, 2023',
    );
  });
});

describe('formatSummary()', () => {
  it('has the numbers in one line and every file that was not read with its reason', () => {
    expect(formatSummary(summary, { width: 80 })).toBe(
      [
        '2 added, 0 changed, 1 unchanged, 0 removed, 1 duplicate, 1 not readable (1.2 s)',
        'Same content as another paper:',
        '- b.txt: a.txt',
        'Passed over:',
        '- link.txt: it is a link that leads out of the folder',
        'Could not be read:',
        '- bad.pdf: the file has no text layer',
      ].join('\n'),
    );
    expect(formatSummary({ ...summary, stopped: true }, { width: 80 })).toMatch(/^Stopped; kept: 2 added/);
  });
});

describe('formatScores()', () => {
  it('prints a dash for what does not apply', () => {
    const scores = { questions: 3, 'recall@5': 2 / 3, declinedRight: Number.NaN };
    const text = formatScores({
      all: scores,
      kinds: new Map([['fact', scores]]),
      citations: { checked: 12, wrong: ['one'] },
    });
    expect(text).toContain('12 citations checked against text and record, 1 wrong');
    expect(text).toContain('recall@5        0.667');
    expect(text).toContain('declinedRight   -');
    expect(text).toMatch(/\nfact +3 +0\.667/);
  });
});

describe('showProgress()', () => {
  it('prints a line for each finished file where there is no terminal', () => {
    const screen = fakeScreen();
    const progress = showProgress(screen);
    progress.update({ done: 0, total: 2, share: 0.2, file: 'a.txt' });
    progress.update({ done: 1, total: 2, share: 0.5, file: `a${EVIL}.txt`, outcome: 'added' });
    progress.end();
    expect(screen.err).toEqual(['[1/2] added a\u241b[31mevil\u2407 .txt']);
    expect(screen.out).toEqual([]);
  });

  it('tells the time left from the share that is done', () => {
    expect(timeLeft(10_000, 0.25)).toBe('0:30');
    expect(timeLeft(60_000, 0.5)).toBe('1:00');
    expect(timeLeft(10, 0)).toBe('?');
  });
});

describe('openScreen()', () => {
  const stream = (isTTY: boolean) => Object.assign(Object.create(process.stdout), { isTTY, columns: 300 });

  it('has colour and the width of the terminal, within reason', () => {
    const screen = openScreen({ stdout: stream(true), stderr: stream(true) }, { TERM: 'xterm' });
    expect(screen).toMatchObject({ colour: true, interactive: true, width: 100 });
    expect(screen.progress).toBeDefined();
  });

  it('has no colour in a pipe, with NO_COLOR, or on a dumb terminal', () => {
    expect(openScreen({ stdout: stream(false), stderr: stream(false) })).toMatchObject({ colour: false, width: 80 });
    expect(openScreen({ stdout: stream(true), stderr: stream(true) }, { NO_COLOR: '1' }).colour).toBe(false);
    expect(openScreen({ stdout: stream(true), stderr: stream(true) }, { TERM: 'dumb' }).progress).toBeUndefined();
  });
});

describe('every printer', () => {
  it('lets no control character of a paper or a file name through', () => {
    const line = {
      label: EVIL,
      text: EVIL,
      kind: 'limb' as const,
      source: EVIL,
      span: { start: 0, end: 5 },
      passageId: 1,
    };
    const part = { text: EVIL, cited: true, gapBefore: false };
    const meeting = { committee: EVIL, date: EVIL, hasAgenda: true, hasMinutes: true, papers: 1 };
    const failed = [{ file: EVIL, reason: EVIL }];
    const status = {
      folder: EVIL,
      exists: true,
      files: 1,
      papers: 1,
      meetings: 1,
      committees: [EVIL],
      passages: 1,
      bytes: 1,
      missing: [EVIL],
    };
    const printed = [
      formatPapers(
        [
          {
            ...paper,
            source: EVIL,
            title: EVIL,
            label: EVIL,
            committee: EVIL,
            meetingDate: EVIL,
            status: { kind: 'corrected', byMinute: EVIL, corrections: EVIL },
          },
        ],
        PLAIN,
      ),
      formatMeetings([meeting], PLAIN),
      formatTopic([{ committee: EVIL, date: EVIL, line, more: 1 }], PLAIN),
      formatExcerpt({ label: EVIL, source: EVIL, parts: [part], others: [EVIL] }, PLAIN),
      formatSummary({ ...summary, failed, skipped: failed, duplicates: [{ file: EVIL, sameAs: EVIL }] }, PLAIN),
      formatStatus(status, PLAIN),
      formatStatus({ ...status, exists: false }, PLAIN),
    ];
    for (const text of printed) {
      expect(text).toContain('evil');
      expect(text).not.toMatch(CONTROLS);
    }
  });
});
