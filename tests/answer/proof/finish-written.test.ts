import { expect, test } from 'vitest';
import { finishWritten } from '../../../src/answer/proof/finish-written.ts';
import type { Answer, Statement } from '../../../src/answer.ts';
import type { DroppedStatement, KeptStatement } from '../../../src/proof.ts';
import { openSampleIndex } from '../../support/sample-index.ts';

test('finishWritten() sends what was proved, quotes what was not, or sends the quoted answer', async () => {
  const sample = await openSampleIndex();
  try {
    const extractive = await grounded(sample.answer('What does minute 12(2) of 4 march 2031 say?'));
    const options = {
      question: sample.question('What does minute 12(2) of 4 march 2031 say?'),
      lexicon: sample.lexicon(),
    };
    const [quoted] = extractive.statements;
    if (!quoted) throw new Error('The sample papers answer this');
    const kept: KeptStatement = { at: 1, statement: { ...quoted, text: 'The Committee noted it.' } };
    const bad: DroppedStatement = { at: 0, statement: { text: 'No.', quotes: [] }, why: { kind: 'name', said: 'No' } };
    const other = otherStatement(quoted);

    expect(finishWritten({ kept: [kept], dropped: [] }, extractive, options)).toMatchObject({
      kind: 'grounded',
      statements: [kept.statement],
    });
    // In its place, in the order written.
    expect(finishWritten({ kept: [kept], dropped: [{ ...bad, instead: other }] }, extractive, options)).toMatchObject({
      statements: [other, kept.statement],
    });
    // The same passage is not quoted beside a statement that rests on it.
    expect(finishWritten({ kept: [kept], dropped: [{ ...bad, instead: quoted }] }, extractive, options)).toMatchObject({
      statements: [kept.statement],
    });
    // Too little left, nothing at all, beside the point.
    expect(finishWritten({ kept: [kept], dropped: [bad, { ...bad, at: 2 }] }, extractive, options)).toBe(extractive);
    expect(finishWritten({ kept: [], dropped: [bad] }, extractive, options)).toBe(extractive);
    const beside = { at: 0, statement: { ...other, text: 'The hall has a roof.' } };
    expect(finishWritten({ kept: [beside], dropped: [] }, extractive, options)).toBe(extractive);
    // What may not be answered stays declined, whatever was written.
    const declined = await sample.answer('What is the weather today?');
    if (declined.kind !== 'declined') throw new Error('The sample papers know no weather');
    expect(finishWritten({ kept: [kept], dropped: [] }, declined, options)).toBe(declined);
    // What was not found is answered where all that was written is proved and says what was asked.
    const lining = { ...options, question: sample.question('What was resolved on a new lining of the paddling pool?') };
    const unfound: Answer = { ...declined, reason: 'not-in-papers' };
    const minuted = { at: 0, statement: { ...quoted, text: quoted.text } };
    expect(finishWritten({ kept: [minuted], dropped: [] }, unfound, lining)).toMatchObject({
      kind: 'grounded',
      statements: [quoted],
    });
    expect(finishWritten({ kept: [minuted], dropped: [bad] }, unfound, lining)).toBe(unfound);
    const otherYear = {
      ...lining.question,
      dates: [{ from: '2032-03-04', to: '2032-03-04', printed: '', precision: 'day' as const }],
    };
    expect(finishWritten({ kept: [minuted], dropped: [] }, unfound, { ...options, question: otherYear })).toBe(unfound);
    const lights = sample.question('How much did the Christmas lights cost?');
    expect(finishWritten({ kept: [minuted], dropped: [] }, unfound, { ...options, question: lights })).toBe(unfound);
  } finally {
    sample.close();
  }
});

async function grounded(answer: Promise<Answer>): Promise<Extract<Answer, { kind: 'grounded' }>> {
  const given = await answer;
  if (given.kind !== 'grounded') throw new Error(given.message);
  return given;
}

function otherStatement({ citations: [first] }: Statement): Statement {
  return { text: 'Minuted: “The roof was discussed.”', citations: [{ ...first, passageId: 9999, label: 'Minute 3' }] };
}
