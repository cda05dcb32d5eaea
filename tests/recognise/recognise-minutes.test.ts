import { expect, test } from 'vitest';
import type { Minute } from '../../src/minute.ts';
import type { PaperText, Span } from '../../src/paper.ts';
import { stripMarks } from '../../src/paper.ts';
import { readPaper } from '../../src/read/read-paper.ts';
import { outlineLines } from '../../src/recognise/outline-lines.ts';
import { recogniseMinutes } from '../../src/recognise/recognise-minutes.ts';
import { recogniseFixtures } from '../support/recognise-fixtures.ts';

function paperText(text: string): PaperText {
  const lines: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return { format: 'text', text, lines, pages: [], places: [], tables: [] };
}

function minutesOf(source: PaperText): Minute[] {
  const span = { start: 0, end: source.text.length };
  return recogniseMinutes(source, { kind: 'minutes', span, lines: outlineLines(source) }).minutes;
}

/** Limbs as "label verb/kind: text", which one can read. */
function limbsOf(text: string): string[] {
  return minutesOf(paperText(text)).flatMap((minute) =>
    minute.limbs.map((limb) => `${limb.label ?? '-'} ${limb.verb}/${limb.kind}: ${limb.text}`),
  );
}

test('recogniseMinutes() tells headings from numbered lists by their sequence and dress', () => {
  const text =
    '8 Public statements\n\nThree were read:\n\n1 Ms Odell spoke of deliveries\n\n2 Mr Pryce of cycling\n\n' +
    '9 Bus gate\n\nThe report was introduced.\n\n10 Date of the next meeting\n\n4 May.';

  expect(minutesOf(paperText(text)).map(({ number, title }) => `${number} ${title}`)).toEqual([
    '8 Public statements',
    '9 Bus gate',
    '10 Date of the next meeting',
  ]);
});

test('recogniseMinutes() never makes a limb of an earlier, quoted or reported decision', () => {
  const text =
    '1. APOLOGIES\n\nNone.\n\n2. LIBRARIES\n\nIn 2016 it had been resolved to close one library.\n\n' +
    '"RESOLVED that the library be closed" was read from the minutes of that year.\n\n' +
    'The report recommended that:\n\n(a) the library stay open.\n\nResolved:- That the report be noted.';

  expect(limbsOf(text)).toEqual(['- noted/noting: That the report be noted.']);
});

test('recogniseMinutes() keeps a lost motion apart and makes a carried one a resolution with its vote', () => {
  const text =
    '5. MOTIONS\n\nCouncillor Prime moved and Councillor Oduya seconded:\n\n"This Council resolves to:\n\n' +
    '1. write to the Minister;\n\n2. set up a task group."\n\n' +
    'Councillor Best moved an amendment, seconded by Councillor Lane, to delete paragraph 2.\n\n' +
    'The amendment was put to the vote and was LOST (10 for, 22 against).\n\n' +
    'The motion was put to the vote and was CARRIED (24 for, 6 against).\n\n6. CLOSE\n\nThe meeting closed.';
  const [minute] = minutesOf(paperText(text));

  expect(minute?.lostMotions.map((motion) => motion.text)).toEqual([
    'Councillor Best moved an amendment, seconded by Councillor Lane, to delete paragraph 2.',
  ]);
  expect(minute?.limbs.map(({ label, text: words, vote }) => [label, words, vote?.for, vote?.against])).toEqual([
    ['1', 'write to the Minister;', 24, 6],
    ['2', 'set up a task group.', 24, 6],
  ]);
});

test('recogniseMinutes() counts a closing summary of decisions once', () => {
  const text =
    '1. APOLOGIES\n\nNone.\n\n2. PARKING\n\nRESOLVED: That the zone be approved.\n\n' +
    'Summary of decisions\n\nPARKING. RESOLVED: That the zone be approved.';

  expect(limbsOf(text)).toEqual(['- approved/decision: That the zone be approved.']);
});

test('recogniseMinutes() joins a limb broken by a page and leaves the page out of it', () => {
  const text =
    '1. APOLOGIES\n\nNone.\n\n2. DOORS\n\nResolved:- (1) That the doors be looked at and the cost\n\nPage 2\n\n' +
    'of a locksmith reported.\n\n(2) That the order of the blocks be published.';

  expect(limbsOf(text)).toEqual([
    '1 resolved/decision: That the doors be looked at and the cost of a locksmith reported.',
    '2 resolved/decision: That the order of the blocks be published.',
  ]);
});

test('recogniseMinutes() reads openers of many councils', () => {
  const opened = (words: string) => limbsOf(`1. APOLOGIES\n\nNone.\n\n2. POND\n\n${words}\n\n3. CLOSE\n\nNone.`);

  expect(opened('RESOLVED (unanimously) - that the pond be dug.')).toEqual([
    '- resolved/decision: that the pond be dug.',
  ]);
  expect(opened('IT WAS AGREED that:\n(i) the pond be dug;\n(ii) the ducks stay.')).toEqual([
    'i agreed/decision: the pond be dug;',
    'ii agreed/decision: the ducks stay.',
  ]);
  expect(opened('The Committee:-\n\n(1) noted the report; and\n\n(2) asked the Clerk to bring a plan.')).toEqual([
    '1 noted/noting: noted the report; and',
    '2 requested/request: asked the Clerk to bring a plan.',
  ]);
  expect(opened('RECOMMENDED TO COUNCIL: That the pond be dug.')).toEqual([
    '- recommended/recommendation: That the pond be dug.',
  ]);
  expect(opened('Members agreed with the officer that the pond was deep.')).toEqual([]);
});

test('recogniseMinutes() keeps spans within the minute, apart from one another and around all words of limbs', async () => {
  let limbs = 0;
  for (const fixture of recogniseFixtures()) {
    const outcome = await readPaper(fixture.source);
    if (outcome.kind === 'unreadable') continue;
    for (const minute of minutesOf(outcome.paper)) {
      checkSpans(minute);
      for (const limb of minute.limbs) {
        const words = limb.spans.map((span) => outcome.paper.text.slice(span.start, span.end)).join('\n');
        expect(bare(words), fixture.name).toContain(bare(limb.text.slice(0, 80)));
        limbs++;
      }
    }
  }
  expect(limbs).toBeGreaterThan(100);
});

function checkSpans(minute: Minute): void {
  const parts = [...minute.limbs, ...minute.discussion, ...minute.lostMotions];
  const spans = [...minute.headingSpans, ...parts.flatMap((part) => part.spans)].sort((a, b) => a.start - b.start);
  spans.forEach((span, i) => {
    expect(span.start).toBeGreaterThanOrEqual(minute.span.start);
    expect(span.end).toBeLessThanOrEqual(minute.span.end);
    expect(span.start, `${minute.title}: ${JSON.stringify(span)}`).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
  });
}

function bare(text: string): string {
  return stripMarks(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
