import { describe, expect, it } from 'vitest';
import { readDeadline } from '../../../src/follow/ledger/read-deadline.ts';

const CONTEXT = { meetingDate: '2031-11-18', nextMeeting: '2032-01-20' };

describe('readDeadline()', () => {
  it.each([
    ['that they be trained by 31 October 2032', '31 October 2032', '2032-10-31'],
    ['send it by the end of February', 'the end of February', '2032-02-29'],
    ['to be put up before the end of March 2032', 'the end of March 2032', '2032-03-31'],
    ['finish it before March 2032', 'March 2032', '2032-02-29'],
    ['report by July 2032', 'July 2032', '2032-07-31'],
    ['report within six months on the plan', 'within six months', '2032-05-18'],
    ["be brought back in 12 months' time", "in 12 months' time", '2032-11-18'],
    ['reply within twenty-eight days', 'within twenty-eight days', '2031-12-16'],
    ['write within three weeks', 'within three weeks', '2031-12-09'],
    ['be deferred to the meeting on 20 January 2032', 'the meeting on 20 January 2032', '2032-01-20'],
    ['report to the next meeting', 'the next meeting', '2032-01-20'],
    ['write to heads before Christmas', 'Christmas', '2031-12-25'],
    ['pay it by the end of the financial year', 'the end of the financial year', '2032-03-31'],
    ['be submitted by 3/2/32 at the latest', '3/2/32', '2032-02-03'],
  ])('reads %j as printed, with the date it means', (text, printed, iso) => {
    expect(readDeadline(text, CONTEXT)).toEqual({ printed, iso });
  });

  it('doubts the day of a meeting of which only the month is printed', () => {
    expect(readDeadline('report to the January meeting', CONTEXT)).toEqual({
      printed: 'the January meeting',
      iso: '2032-01-31',
      doubt: 'the day of that meeting is not printed',
    });
    expect(readDeadline('report to the first meeting after September 2032', CONTEXT)).toEqual({
      printed: 'the first meeting after September 2032',
      iso: '2032-09-30',
      doubt: 'the first meeting after this day',
    });
  });

  it('leaves open what the words leave open', () => {
    expect(readDeadline('reply by the end of the spring term', CONTEXT)).toEqual({
      printed: 'the end of the spring term',
      doubt: 'no day printed',
    });
    expect(readDeadline('report to the next meeting', { meetingDate: '2031-11-18' })?.iso).toBeUndefined();
    expect(readDeadline('write within three weeks', {})?.iso).toBeUndefined();
  });

  it('keeps to the last day of a shorter month', () => {
    expect(readDeadline('report within three months', { meetingDate: '2030-11-30' })?.iso).toBe('2031-02-28');
  });

  it('takes no duration, no standard and no measure for a deadline', () => {
    expect(readDeadline('be shown on both definitions until March 2032', CONTEXT)).toBeUndefined();
    expect(readDeadline('give the share of letters answered within two working days', CONTEXT)).toBeUndefined();
    expect(readDeadline('the permit cost £45 a year', CONTEXT)).toBeUndefined();
  });

  it('takes no day that has been, and none by which something could not be done', () => {
    expect(readDeadline('endorse what Cabinet decided at its meeting on 14 October 2031', CONTEXT)).toBeUndefined();
    expect(readDeadline('write to ask why they could not be told before April', CONTEXT)).toBeUndefined();
  });
});
