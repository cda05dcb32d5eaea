import { expect, test } from 'vitest';
import type { Minute } from '../src/minute.ts';
import type { Paper } from '../src/paper.ts';
import { settleStatus } from '../src/paper-status.ts';

const minute = (number: string, title: string, limb = ''): Minute => ({
  number,
  title,
  span: { start: 0, end: 0 },
  headingSpans: [],
  access: { kind: 'public' },
  discussion: [],
  limbs: limb === '' ? [] : [{ verb: 'resolved', kind: 'procedure', text: limb, spans: [] }],
  lostMotions: [],
});

function minutesOf(committee: string, iso: string, minutes: Minute[]): Paper {
  const span = { start: 0, end: 0 };
  return {
    kind: 'minutes',
    span,
    meeting: { committee, date: { printed: iso, iso }, span },
    status: { kind: 'draft' },
    access: { kind: 'public' },
    attendance: [],
    declarations: [],
    items: [],
    minutes,
    tables: [],
  };
}

const statuses = (...papers: Paper[]) => [...settleStatus(papers.map((paper, id) => ({ id, paper }))).values()];
const approve = (words: string) =>
  minute('71', 'MINUTES OF THE PREVIOUS MEETING', `That the minutes of the previous meeting ${words}`);
const july = minutesOf('Parks Panel', '2017-07-04', [minute('60', 'TREES'), minute('61', 'PONDS')]);
const september = (approval: Minute) => minutesOf('Parks Panel', '2017-09-12', [approval]);

test.each(['held on 4th July, 2017', 'of 4 July', 'held on July 4, 2017', 'held on 4/7/17'])(
  'settleStatus() confirms minutes approved as those "%s"',
  (words) => {
    expect(statuses(july, september(approve(`${words} be approved as a correct record.`)))).toEqual([
      { kind: 'confirmed', byMinute: '71', byMeetingDate: '2017-09-12' },
      { kind: 'draft' },
    ]);
  },
);

test('settleStatus() keeps the words of corrections', () => {
  const words =
    'held on 4th July, 2017 be approved, subject to the following corrections: Minute 60 - ten trees, not two.';

  expect(statuses(july, september(approve(words)))[0]).toEqual({
    kind: 'corrected',
    byMinute: '71',
    byMeetingDate: '2017-09-12',
    corrections: 'subject to the following corrections: Minute 60 - ten trees, not two.',
  });
});

test('settleStatus() leaves minutes draft that another committee, another date or a deferral concerns', () => {
  const draft = { kind: 'draft' };
  const other = minutesOf('Roads Panel', '2017-09-12', [approve('held on 4th July, 2017 be approved.')]);

  expect(statuses(july, other)[0]).toEqual(draft);
  expect(statuses(july, september(approve('held on 11th July, 2017 be approved.')))[0]).toEqual(draft);
  expect(statuses(july, september(approve('held on 4th July, 2016 be approved.')))[0]).toEqual(draft);
  expect(
    statuses(july, september(approve('held on 4th July, 2017 be deferred for approval to the next meeting.')))[0],
  ).toEqual(draft);
});

test('settleStatus() takes a mistyped or missing date for the meeting whose numbers run on without a gap', () => {
  const runsOn = (words: string) => september({ ...approve(words), number: '62' });
  const confirmed = { kind: 'confirmed', byMinute: '62', byMeetingDate: '2017-09-12' };

  expect(statuses(july, runsOn('held on 14th July, 2017 be approved.'))[0]).toEqual(confirmed);
  expect(statuses(july, runsOn('be approved.'))[0]).toEqual(confirmed);
  expect(statuses(july, september(approve('be approved.')))[0]).toEqual({ kind: 'draft' });
});

test('settleStatus() leaves papers other than minutes as they are', () => {
  const report: Paper = { ...july, kind: 'report', status: { kind: 'published' } };

  expect(statuses(report, september(approve('held on 4th July, 2017 be approved.')))[0]).toEqual({ kind: 'published' });
});
