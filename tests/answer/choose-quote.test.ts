import { describe, expect, test } from 'vitest';
import { chooseQuote } from '../../src/answer/choose-quote.ts';
import { countWords } from '../../src/answer/count-words.ts';
import { MAX_ANSWER_WORDS } from '../../src/answer/fit-statements.ts';
import { readQuestion } from '../../src/ask/read-question.ts';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { makeLexicon } from '../support/made-up-lexicon.ts';
import { samplePassage } from '../support/sample-answer.ts';
import { sampleHit } from '../support/sample-hit.ts';

const lexicon = makeLexicon({ words: ['hedge', 'lining', 'cost', 'pool', 'filler'] });

/** The words quoted of a text for a question. */
function quoteOf(text: string, asked: string, kind: 'discussion' | 'table' = 'discussion'): string {
  const question = readQuestion(asked, { lexicon, audience: PUBLIC_AUDIENCE });
  const { start, end } = chooseQuote(question, sampleHit(samplePassage({ text, kind })), { lexicon });
  return text.slice(start, end);
}

const FILLER = Array.from({ length: 24 }, (_, n) => `This is sentence ${n} of the filler, which says nothing at all.`);
const LINING = 'The new lining of the pool will cost a good deal.';

describe('chooseQuote()', () => {
  test('quotes a short passage whole', () => {
    const text = `${FILLER[0]} ${LINING}`;
    expect(quoteOf(text, 'what does the lining cost')).toBe(text);
  });

  test('quotes a limb with the words that lead it in, and without a heading or the foot of a page', () => {
    const quoted = (lead: string) => {
      const limb = '(1) that the hedge be cut;';
      const passage = samplePassage({
        text: lead + limb,
        kind: 'limb',
        span: { start: 40, end: 40 + lead.length + limb.length },
        recordSpan: { start: 40 + lead.length, end: 40 + lead.length + limb.length },
      });
      const question = readQuestion('hedge', { lexicon, audience: PUBLIC_AUDIENCE });
      return passage.text.slice(chooseQuote(question, sampleHit(passage), { lexicon }).start);
    };
    expect(quoted('It was RESOLVED:\n\n')).toBe('It was RESOLVED:\n\n(1) that the hedge be cut;');
    expect(quoted('It was RESOLVED:\n\nPage 2\nParks Panel\n\n')).toBe('(1) that the hedge be cut;');
    expect(quoted('17. Hedges and Verges\n\n')).toBe('(1) that the hedge be cut;');
  });

  test('quotes of a long passage the sentence that answers, with neighbours, in whole sentences', () => {
    const text = [...FILLER.slice(0, 9), LINING, ...FILLER.slice(9)].join(' ');
    const quote = quoteOf(text, 'what does the lining cost');
    expect(quote).toContain(LINING);
    expect(quote).toMatch(/^(?:This|The) .*\.$/s);
    expect(countWords(quote)).toBeLessThan(countWords(text));
    expect(countWords(quote)).toBeLessThan(MAX_ANSWER_WORDS);
  });

  test('breaks off a sentence that is longer than a quote at the end of a word', () => {
    const text = `The lining ${'costs-more and '.repeat(200)}more.`;
    const quote = quoteOf(text, 'what does the lining cost');
    expect(text.startsWith(quote)).toBe(true);
    expect(countWords(quote)).toBeLessThan(MAX_ANSWER_WORDS);
    expect(quote.length).toBeGreaterThan(100);
    expect(text.slice(quote.length)).toMatch(/^\s/);
  });

  test('quotes of a table the row that answers', () => {
    const rows = Array.from({ length: 30 }, (_, n) => `Fence ${n}\t${n} metres of wire`);
    const text = ['Work\tYear one', ...rows.slice(0, 15), 'Hedge\t300', ...rows.slice(15)].join('\n');
    expect(quoteOf(text, 'hedge', 'table')).toBe('Hedge\t300');
  });

  test('quotes with a row those beside it that answer nearly as well', () => {
    const rows = Array.from({ length: 30 }, (_, n) => `Fence ${n}\t${n} metres of wire`);
    const text = [...rows, 'Hedge, April\t300', 'Hedge, May\t310'].join('\n');
    expect(quoteOf(text, 'hedge', 'table')).toBe('Hedge, April\t300\nHedge, May\t310');
  });

  test('quotes the row of the month that is asked about, which says it in its own form', () => {
    const months = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep'].map((name, n) => `${name}-17\t${n}\t${n + 20}%`);
    const notes = Array.from({ length: 30 }, (_, n) => `Note ${n}\t${n} metres of wire`);
    const text = ['\tHedges laid\tShare of hedges laid', ...months, ...notes].join('\n');
    expect(quoteOf(text, 'how many hedges laid in september 2017', 'table')).toBe('Sep-17\t5\t25%');
  });

  test('quotes no caption and no row of headers for a row', () => {
    const rows = Array.from({ length: 30 }, (_, n) => `Work ${n}\t${n}\t${n + 1}`);
    const text = ['Cost of the hedge and the lining', 'Hedge and lining\tLast year\tThis year', ...rows].join('\n');
    expect(quoteOf(text, 'cost of the hedge and lining', 'table')).toMatch(/^Work/);
  });

  test('quotes a small table whole', () => {
    const text = 'Lining\t4,500\nHedge\t300\nFence\t20';
    expect(quoteOf(text, 'hedge', 'table')).toBe(text);
  });

  test('prefers of two sentences that say as much the one that gives a reason where one is asked for', () => {
    const text = [
      ...FILLER.slice(0, 12),
      'The pool is old.',
      ...FILLER.slice(12),
      'The pool closed due to a leak.',
    ].join(' ');
    expect(quoteOf(text, 'why did the pool close')).toContain('due to a leak');
  });
});
