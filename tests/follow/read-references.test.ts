import { describe, expect, it } from 'vitest';
import { readReferences } from '../../src/follow/read-references.ts';
import { recognisePapers } from '../../src/recognise/recognise-papers.ts';
import { paperText } from '../support/paper-text.ts';

const MINUTES = `WORKS COMMITTEE
Tuesday, 6th February, 2024

Present:- Councillor Adeyemi (in the Chair); Councillors Birch and Cole.

21. MINUTES OF THE PREVIOUS MEETING HELD ON 9TH JANUARY, 2024

Resolved:- That the minutes of the meeting of the Works Committee held on 9th January, 2024 be approved as a correct record, subject to the following correction: in Minute No. 12 (Footbridge at Mill Lane) the number of planks to read "14" in place of "12".

Matters arising:

With reference to Minute No. 9 (Salt Stock), the Engineer said that the delivery had come.

22. FOOTBRIDGE AT MILL LANE - PROGRESS

The Engineer reported on what the Committee had asked for at its last meeting (Minute No. 12 (2)). The walk takes two minutes 30 seconds.

As the Committee asked, the handrail had been measured.

Resolved:- (1) That the request made in Minutes 12(2) and 14(1) be closed.

(2) That the decision in Minute 3 of the meeting held on 3 October 2023 be rescinded.

23. WORK PROGRAMME

Resolved:- That the work programme be approved, with the addition of a report on street lamps in June 2024.
`;

function referencesOf(words: string) {
  const text = paperText(words);
  return recognisePapers(text).flatMap((paper) => readReferences(text, paper));
}

describe('readReferences()', () => {
  const references = referencesOf(MINUTES);
  const about = (words: string) =>
    references.filter(({ text }) => text.includes(words)).map(({ text: _, span: __, place: ___, ...rest }) => rest);

  it('reads a correction of earlier minutes with the meeting that it corrects', () => {
    expect(about('planks to read')).toEqual([
      { reason: 'correction', toMinute: '12', toDate: '2024-01-09', toTitle: 'footbridge at mill lane' },
    ]);
  });

  it('reads what arises from a minute of the meeting approved', () => {
    expect(about('delivery had come')).toEqual([
      { reason: 'matters-arising', toMinute: '9', toDate: '2024-01-09', toTitle: 'salt stock' },
    ]);
  });

  it('reads a minute with its limb, and the last meeting', () => {
    expect(about('had asked for at its last meeting')).toEqual([
      { reason: 'names-the-minute', toMinute: '12', printed: { limb: '2', meeting: 'last' } },
    ]);
  });

  it('reads every minute of a list, each with its own limb', () => {
    expect(about('be closed').map(({ toMinute, printed }) => [toMinute, printed?.limb])).toEqual([
      ['12', '2'],
      ['14', '1'],
    ]);
  });

  it('tells what is rescinded from what is only named', () => {
    expect(about('rescinded')).toEqual([{ reason: 'supersedes', toMinute: '3', toDate: '2023-10-03' }]);
  });

  it('takes no time of day for a minute', () => {
    expect(references.some(({ toMinute }) => toMinute === '30')).toBe(false);
  });

  it('says that the committee asked where no minute is named', () => {
    expect(about('handrail')).toEqual([{ reason: 'parties-and-date', toTitle: 'footbridge at mill lane progress' }]);
  });

  it('reads topics of the work programme with the last day they can be due', () => {
    expect(about('street lamps')).toEqual([
      { reason: 'work-programme', toTitle: 'street lamps', due: '2024-06-30', printed: { topic: 'street lamps' } },
    ]);
  });

  it('quotes byte for byte what refers', () => {
    for (const { text, span } of references) expect(MINUTES.slice(span.start, span.end)).toBe(text);
  });
});
