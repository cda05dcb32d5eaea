import { describe, expect, it } from 'vitest';
import { findPromise } from '../../../src/follow/ledger/find-promise.ts';
import { processorSeconds } from '../../support/processor-seconds.ts';

describe('findPromise()', () => {
  it.each([
    ['The Director agreed to circulate the figures to Members.', 'The Director'],
    ['Mrs. Hale undertook to write to the bus company.', 'Mrs. Hale'],
    ['Councillor Boon promised that the list would reach Members by May.', 'Councillor Boon'],
    ['The Head of Parks and Cemeteries said that she would look into the matter.', 'The Head of Parks and Cemeteries'],
    ['Officers agreed to publish the map.', 'Officers'],
    ['Dr. R. Lowe (Public Health) offered to arrange a visit.', 'Dr. R. Lowe'],
    ['The Clerk would contact the landowner again.', 'The Clerk'],
    ['The Solicitor accepted this, and undertook to check the wording.', 'The Solicitor'],
    ['In reply to a question from Councillor Boon, the Chair agreed to write to the Minister.', 'the Chair'],
    ['Councillor Boon indicated her support and that she would raise it with officers.', 'Councillor Boon'],
    ['The Chair advised that the reply had only just come and would forward it to Members.', 'The Chair'],
    ['Clerk to report back at the next meeting.', 'Clerk'],
    ['It was noted that the Chair would discuss the agenda with the Clerk.', 'the Chair'],
  ])('reads who said that they would do it in %j', (words, who) => {
    expect(findPromise(words)).toMatchObject({ isPromise: true, who, saidBy: who });
  });

  it.each([
    'It was confirmed that a briefing would be provided.',
    'It was agreed that the response would be circulated to the Panel.',
    'What had the pilot cost? – A written response would be provided.',
    'Further detail was requested on the plan – It was agreed that a synopsis would be circulated.',
    'A further report would be brought to the June meeting.',
    'Councillor Boon asked whether fares had risen; a written answer would be provided.',
    'The findings would be reported back to the Commission.',
    'A document is to be distributed to all Members before the summer.',
  ])('reads a promise that nobody is named for in %j', (words) => {
    const found = findPromise(words);
    expect(found.isPromise).toBe(true);
    expect(found.who).toBeUndefined();
  });

  it('reads an action line with whoever is to act', () => {
    expect(findPromise('ACTION: Clerk to obtain a second quotation')).toEqual({ isPromise: true, who: 'Clerk' });
  });

  it('says who "she" is from the sentence before', () => {
    const { speaker } = findPromise('The Director of Housing explained the delay.');
    expect(findPromise('She would write to every tenant.', { speaker })).toMatchObject({
      who: 'The Director of Housing',
    });
  });

  it.each([
    ['a question', 'Councillor Boon asked whether the report would be circulated.'],
    ['a hope', 'It was hoped that a report would be brought in May.'],
    ['a hope of an officer', 'The Director hoped that she would send the figures soon.'],
    ['a condition', 'If the bid succeeded, officers would report back.'],
    ['an unlikely case', 'Should funds be found, the Director would arrange a visit.'],
    ['a suggestion', 'The Chair suggested that officers might write to the Minister.'],
    ['a denial', 'The Director said that she would not publish the names.'],
    ['a wish', 'Members said that they would like a report.'],
    ['what a body agreed', 'The Parish Council agreed to contribute £500.'],
    ['what the Cabinet agreed', 'Cabinet agreed to publish the strategy.'],
    ['what was promised long ago', 'Ms Lee had offered to count the orchids.'],
    ['a plan', 'The new school would open in September 2028 with 120 places.'],
    ['a price', 'The Head of Highways said that the permits would be free of charge.'],
    ['what goes to others for decision', 'The Director said that the report would be presented to Cabinet in May.'],
    ['a difference', 'The Chair and the Leader agreed to differ.'],
    ['a policy', 'The Manager replied that money would be shared equitably over the areas.'],
    ['a name alone', 'ACTION: Councillor Boon'],
    ['what a body is to do', 'Members to note the date of the visit.'],
    ['an item', 'Director of Housing to present the annual report.'],
    ['a past deed', 'The Director circulated the figures.'],
  ])('takes %s for no promise', (_what, words) => {
    expect(findPromise(words).isPromise).toBe(false);
  });

  it('reads hostile sentences in a time that grows with their length', () => {
    const hostile = `${'The Head of A, and B '.repeat(20_000)}would`;
    expect(processorSeconds(() => findPromise(hostile))).toBeLessThan(10);
  });
});
