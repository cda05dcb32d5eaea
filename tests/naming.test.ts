import { describe, expect, test } from 'vitest';
import { findNamings } from '../src/naming.ts';
import { processorSeconds } from './support/processor-seconds.ts';

/** What a text spells out itself: short form to name. */
function learnt(text: string): Record<string, string> {
  return Object.fromEntries(
    findNamings(text).flatMap(({ short, long }) => (short === undefined ? [] : [[short, long]])),
  );
}

describe('findNamings()', () => {
  test.each([
    ['Looked After Children (LAC) were', 'lac', 'looked after children'],
    [
      'the special educational needs and disabilities (SEND) team',
      'send',
      'special educational needs and disabilities',
    ],
    ['the Code of Practice (COP)', 'cop', 'code of practice'],
    ['the multi-agency safeguarding hub (MASH)', 'mash', 'multi agency safeguarding hub'],
    ['the Health and Care Plan (HCP) of', 'hcp', 'health and care plan'],
    ['reached the expected standard (EXS)', 'exs', 'expected standard'],
    ['the Better\nParks Fund (“BPF”)', 'bpf', 'better parks fund'],
  ])('reads "%s"', (text, short, long) => {
    expect(learnt(text)).toEqual({ [short]: long });
  });

  test('reads the rows of a glossary', () => {
    expect(
      learnt('Glossary\nBPF\tBetter Parks Fund\nLAC | Looked After Children, in care\nSLA - Service Level Agreement'),
    ).toEqual({
      bpf: 'better parks fund',
      lac: 'looked after children',
      sla: 'service level agreement',
    });
  });

  test('learns nothing from brackets that spell out nothing', () => {
    for (const text of [
      'Councillor Fern (Chair)',
      'the pool (KEEP OUT)',
      'the plan was good (NOW)',
      '(LAC)',
      'in 2031 (UK)',
    ]) {
      expect([text, learnt(text)]).toEqual([text, {}]);
    }
  });

  test('gives names in capitals without a short form, each time they stand there', () => {
    const text = 'The Friends of Fern Park met, and the Friends of Fern Park agreed.';
    expect(findNamings(text)).toEqual([{ long: 'friends of fern park' }, { long: 'friends of fern park' }]);
  });

  test.each(['word ', 'Aa ', 'A', '(', 'a (A', 'AB - ', '\n', 'A-a-'])(
    'reads a text in a time that grows with its length alone: %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(400_000 / piece.length));
      expect(processorSeconds(() => findNamings(text))).toBeLessThan(10);
    },
  );
});
