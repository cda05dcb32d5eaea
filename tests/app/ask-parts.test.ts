import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countWords } from '../../src/answer/count-words.ts';
import { MAX_ANSWER_WORDS } from '../../src/answer/fit-statements.ts';
import type { Answer } from '../../src/answer.ts';
import { answerParts } from '../../src/app/ask-parts.ts';
import { openSampleIndex, type SampleIndex } from '../support/sample-index.ts';

let sample: SampleIndex;

beforeAll(async () => {
  sample = await openSampleIndex();
});
afterAll(() => sample.close());

async function partsOf(text: string): Promise<Answer | undefined> {
  return answerParts(sample.question(text), {
    answer: await sample.answer(text),
    index: sample.index,
    lexicon: sample.lexicon(),
    read: (words) => sample.question(words),
    search: (question) => sample.find(question),
  });
}

/** The first citation of each statement as "minute, date". */
function placesOf(answer: Answer | undefined): string[] {
  if (answer?.kind !== 'grounded') return [];
  return answer.statements.map(({ citations: [{ place }] }) => `${place.minute}, ${place.meetingDate}`);
}

describe('answerParts()', () => {
  test('answers what is asked of two times from the meeting of each, the older first', async () => {
    const answer = await partsOf('paddling pool - what was resolved in april and then in march');
    const places = placesOf(answer);
    expect(new Set(places)).toEqual(new Set(['12, 2031-03-04', '22, 2031-04-01']));
    expect(places).toEqual([...places].sort((a, b) => a.slice(-10).localeCompare(b.slice(-10))));
  });

  test('quotes of each meeting the limb that answers best, not the first of its minute', async () => {
    const answer = await partsOf('new lining of the paddling pool - what was resolved in march and then in april');
    const quotes = answer?.kind === 'grounded' ? answer.statements.map(({ citations: [{ quote }] }) => quote) : [];
    expect(quotes.join(' ')).toContain('£4,500');
    expect(quotes.join(' ')).not.toContain('That the report be noted');
  });

  test('says of the other meeting that it is answered, not that it could be meant', async () => {
    const answer = await partsOf('paddling pool - what was resolved in march and then in april');
    expect(answer).toMatchObject({ kind: 'grounded' });
    expect(answer?.kind === 'grounded' && answer.notes.join(' ')).not.toContain('It could also mean');
    const words = answer?.kind === 'grounded' ? answer.statements.map(({ text }) => countWords(text)) : [];
    expect(words.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(MAX_ANSWER_WORDS);
  });

  test.each(['what was resolved about the paddling pool', 'recipe: what is in it, and how is it made'])(
    'leaves "%s" to the answer that it has',
    async (text) => {
      expect(await partsOf(text)).toBeUndefined();
    },
  );
});
