import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countWords } from '../../src/answer/count-words.ts';
import { MAX_ANSWER_WORDS } from '../../src/answer/fit-statements.ts';
import type { Answer } from '../../src/answer.ts';
import { type Audience, PUBLIC_AUDIENCE } from '../../src/audience.ts';
import type { Citation } from '../../src/citation.ts';
import { makeRandom } from '../support/made-up-vectors.ts';
import { CANARY, openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

/** Questions are made of these at random. */
// biome-ignore format: read more easily in lines
const PIECES = [
  'what did the panel decide about', 'who was there', 'how much', 'how many', 'why was', 'and the year before?', 'minute 12',
  'minute 15', 'resolution 2 of minute 12', 'para 1.1', 'item 5', 'NI 59', 'page 3', 'appendix A', '4 March 2031', 'in may',
  '6 may 2031', '31/02/2031', 'march 31', '2030/31', 'roads board', 'parks and gardens panel', 'the board', 'cgt', 'the paddling pool',
  'hedges', 'north', 'library garden', 'boathouse lease', CANARY, 'budget', 'raods', 'libary', 'Cllr Moss', 'approved', 'refused',
  'exempt', 'next meeting', 'agenda', 'recommendations', '"', '%', '£', "'; DROP TABLE passages; --", 'NEAR(', '*', '\u202e', '\u0000',
  '🦖', 'ﬁ', '((((', '[x](y)', '<b>', '\\', '-', 'AND OR NOT', 'asdfgh', '1', 'a',
];
const QUESTIONS = 150;

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex();
});

afterAll(() => sample.close());

function madeUpQuestions(seed: number): string[] {
  const random = makeRandom(seed);
  const piece = () => PIECES[Math.floor(random() * PIECES.length)] ?? '';
  return Array.from({ length: QUESTIONS }, () => Array.from({ length: 1 + Math.floor(random() * 5) }, piece).join(' '));
}

function citationsOf(answer: Answer): Citation[] {
  return answer.kind === 'grounded' ? answer.statements.flatMap(({ citations }) => citations) : [];
}

/** The number of the paragraph that is cited as such; measures, tables and minutes are cited otherwise. */
function paragraphOf({ place }: Citation): string | undefined {
  const isCitedOtherwise =
    place.paperKind === 'minutes' || place.measure !== undefined || place.tableCaption !== undefined;
  return isCitedOtherwise ? undefined : place.section;
}

/** All that is wrong with a citation, in words. */
function faultsOf(citation: Citation, audience: Audience): string[] {
  const [passage] = sample.index.passages([citation.passageId], audience);
  if (!passage) return ['its passage may not be read'];
  const { span, quote, label, place } = citation;
  const paper = sample.index.paperText(passage.paperId, audience) ?? '';
  const checks: [string, boolean][] = [
    ['the quote is empty', quote.trim() !== ''],
    ['the quote is no slice of the paper', paper.slice(span.start, span.end) === quote],
    ['the quote is no slice of its passage', passage.text.includes(quote)],
    ['the span lies outside the passage', span.start >= passage.span.start && span.end <= passage.span.end],
    ['another source', citation.source === passage.source],
    ['no minute in the label', place.minute === undefined || label.includes(`Minute ${place.minute}`)],
    ['no limb in the label', !place.limb || label.includes(`resolution (${place.limb})`)],
    ['no item in the label', place.item === undefined || label.includes(`item ${place.item}`)],
    [
      'no paragraph in the label',
      paragraphOf(citation) === undefined || label.includes(`para ${paragraphOf(citation)}`),
    ],
    ['no committee in the label', label.includes(passage.place.committee ?? '?')],
  ];
  return checks.filter(([, holds]) => !holds).map(([fault]) => fault);
}

describe('answerQuestion() on made-up questions', () => {
  test.each([
    ['the public', PUBLIC_AUDIENCE],
    ['a cleared reader', { cleared: [3] }],
  ])('never fails, is grounded or declined, and quotes only slices, for %s', async (_, audience) => {
    const kinds = new Set<string>();
    for (const text of madeUpQuestions(audience.cleared.length + 1)) {
      const answer = await sample.answer(text, audience);
      kinds.add(answer.kind);
      const faults = citationsOf(answer).flatMap((citation) => faultsOf(citation, audience));
      expect([text, faults]).toEqual([text, []]);
      const words = answer.kind === 'grounded' ? countWords(answer.statements.map((s) => s.text).join(' ')) : 1;
      expect([text, words > 0 && words <= MAX_ANSWER_WORDS]).toEqual([text, true]);
    }
    expect([...kinds].sort()).toEqual(['declined', 'grounded']);
  });

  test('never shows the public a word of the closed papers', async () => {
    for (const text of madeUpQuestions(7)) {
      expect([text, JSON.stringify(await sample.answer(text)).includes(CANARY)]).toEqual([text, false]);
    }
  });
});
