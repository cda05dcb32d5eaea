import type { LedgerDraft } from '../../ledger.ts';
import type { Limb, Minute } from '../../minute.ts';
import type { Paper, PaperText, Span } from '../../paper.ts';
import { findDays } from '../find-days.ts';
import { type DeadlineContext, readDeadline } from './read-deadline.ts';
import { readUndertakings } from './read-undertakings.ts';

const NEXT_MEETING =
  /\bnext (?:\w+ )?meeting\b[^.;]{0,160}?(?:be held|take place|will be|would be|held|is|on)\b|\bdate of (?:the )?next\b/i;

/** Every limb of a paper's minutes, and what was said in them that somebody would do, in the order of the text. */
export function readLedger(text: PaperText, paper: Paper): LedgerDraft[] {
  const context = deadlineContext(paper);
  const limbs = paper.minutes.flatMap((minute) => minute.limbs.map((limb) => limbDraft(limb, { minute, context })));
  return [...limbs, ...readUndertakings(text, paper, context)].sort((a, b) => a.span.start - b.span.start);
}

function limbDraft(limb: Limb, { minute, context }: { minute: Minute; context: DeadlineContext }): LedgerDraft {
  const { asked, vote, toBody } = limb;
  const by = limb.kind === 'procedure' || limb.kind === 'noting' ? undefined : readDeadline(limb.text, context);
  return {
    kind: 'limb',
    limbKind: limb.kind,
    verb: limb.verb,
    text: limb.text,
    span: wholeSpan(limb.spans),
    place: {
      minuteTitle: minute.title,
      ...(minute.number === undefined ? {} : { minute: minute.number }),
      ...(minute.item === undefined ? {} : { item: minute.item }),
      limb: limb.label ?? '',
      limbVerb: limb.verb,
      limbKind: limb.kind,
    },
    ...(asked === undefined ? {} : { who: asked }),
    ...(by === undefined ? {} : { by }),
    ...(vote === undefined ? {} : { vote }),
    ...(toBody === undefined ? {} : { toBody }),
  };
}

function wholeSpan(spans: Span[]): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** What deadlines are reckoned from: the meeting's day and, where its minutes print it, the next one's. */
function deadlineContext(paper: Paper): DeadlineContext {
  const meetingDate = paper.meeting?.date?.iso;
  return { meetingDate, nextMeeting: meetingDate === undefined ? undefined : printedNextMeeting(paper, meetingDate) };
}

function printedNextMeeting({ minutes }: Paper, meetingDate: string): string | undefined {
  // The date of the next meeting stands at the end of minutes.
  for (const minute of [...minutes].reverse()) {
    for (const { text } of [...minute.limbs, ...minute.discussion]) {
      const words = `${minute.title} ${text}`;
      const from = words.search(NEXT_MEETING);
      if (from < 0) continue;
      const day = findDays(words.slice(from), { near: meetingDate, ahead: true }).find(({ iso }) => iso.length === 10);
      if (day && day.iso > meetingDate) return day.iso;
    }
  }
  return undefined;
}
