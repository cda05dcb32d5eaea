import { describe, expect, it } from 'vitest';
import { classifyLimb } from '../../../src/recognise/limbs/classify-limb.ts';

const read = (text: string, opening = 'resolved') => classifyLimb(text, { opening });

describe('classifyLimb()', () => {
  it.each([
    ['That the Scrutiny Coordinator email all members for their interest', 'the Scrutiny Coordinator'],
    ['That officers draft a report on the work to date', 'officers'],
    ['to remit to the Director of Parks to report back', 'the Director of Parks'],
    ['That the Head of Housing be commissioned to lead the review', 'the Head of Housing'],
    ['that Severn Water should be invited to the January meeting', 'Severn Water'],
  ])('reads who is asked in %j', (text, asked) => {
    expect(read(text)).toMatchObject({ kind: 'request', asked });
  });

  it('names nobody where a clause comes before whom is asked', () => {
    const { kind, asked } = read(
      'that since the Roads Service had planned to come, Severn Water be invited to send a report',
    );
    expect({ kind, asked }).toEqual({ kind: 'request', asked: undefined });
  });

  it('reads a recommendation that is endorsed for another body', () => {
    expect(read('That the terms be endorsed for recommendation to the County Council.')).toMatchObject({
      kind: 'recommendation',
      toBody: 'County Council',
    });
  });

  it('notes no more where another body’s request is only noted', () => {
    expect(
      read('notes the decision of the Young People and Family Panel to request that the plan be deferred').kind,
    ).toBe('noting');
    expect(read('That the report be noted and that the figures be circulated to Members').kind).toBe('request');
  });

  it.each([
    'That the minutes of the meeting held on 8 June 2021 were received as a correct record and signed.',
    'to go into closed session for the next item',
  ])('takes %j for procedure', (text) => {
    expect(read(text).kind).toBe('procedure');
  });

  it('notes the minutes of another body', () => {
    expect(read('That the minutes of the Conservation Panel held on 5 December 2019 be received.').kind).toBe('noting');
  });
});
