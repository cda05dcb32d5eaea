import { committeeKey } from '../audience.ts';
import { titleKey } from '../followed-place.ts';
import type { Paper, PaperText } from '../paper.ts';
import type { Span } from '../span.ts';
import type { JoinReason, ReferenceDraft } from '../thread.ts';
import { findDays, lastDay } from './find-days.ts';
import { type RecordUnit, recordUnits, unitSentences } from './record-units.ts';
import { findMeetingNamed, type MeetingNamed } from './references/find-meeting-named.ts';
import { findMinutesNamed, type MinuteNamed } from './references/find-minutes-named.ts';
import { PROGRAMME, programmeSentence, readProgramme } from './references/read-programme.ts';

/** The minute that approves earlier ones: what it says of their numbers arises from them, or corrects them. */
const APPROVAL = /\bminutes\b/i;
const CORRECTS =
  /\b(?:to read|be amended|amended to|corrected|in place of|be deleted|be inserted|corrections?|instead of)\b/i;
const SUPERSEDES =
  /\b(?:supersed\w+|rescind\w*|revok\w+|overturn\w*|in place of (?:the |its |their )?(?:earlier |previous |former )?(?:decision|resolution|request|recommendation)|replac\w+ (?:the |its |their )?(?:earlier |previous |former )?(?:decision|resolution|request|recommendation))/i;
/** Interests are declared in the minutes of the same meeting. */
const DECLARATIONS = /\b(?:declarations?|interests?|apologies)\b/i;
const ITEM = /\((?:see |referred to in )?(?:agenda )?item (?:no\.? ?)?(\d{1,3}(?:\.\d{1,2})?)\)/i;
const AS_ASKED =
  /\bas (?:the |this )?(?:committee|commission|members|panel|board|it) (?:had |has )?(?:asked|requested|resolved|agreed)\b|\bas (?:requested|asked|agreed) (?:by (?:the )?(?:committee|members|commission|panel))\b/i;

/**
 * The explicit references of a paper's text, in the order of the text: minutes named by number, meetings named by
 * day, matters arising, corrections, lines of the work programme. What they point at is looked for only when asked.
 */
export function readReferences(text: PaperText, paper: Paper): ReferenceDraft[] {
  const own = paper.meeting?.date?.iso;
  const sentences = recordUnits(paper).flatMap((unit) => readUnit(unit, { text: text.text, own }));
  const programme =
    paper.kind !== 'minutes' && PROGRAMME.test(paper.title ?? '') ? readProgramme(paper, { text, own }) : [];
  return [...sentences, ...programme]
    .map((reference) => withoutOwn(reference, paper.meeting?.committee))
    .sort((a, b) => a.span.start - b.span.start);
}

/** The paper's own committee need not be said. */
function withoutOwn(reference: ReferenceDraft, own: string | undefined): ReferenceDraft {
  const { toCommittee, ...rest } = reference;
  return toCommittee !== undefined && own !== undefined && committeeKey(toCommittee) === committeeKey(own)
    ? rest
    : reference;
}

type Reading = { text: string; own: string | undefined };

function readUnit(unit: RecordUnit, { text, own }: Reading): ReferenceDraft[] {
  const isApproval = unit.place.minuteTitle !== undefined && APPROVAL.test(unit.place.minuteTitle);
  if (DECLARATIONS.test(unit.place.minuteTitle ?? '') || (unit.kind === 'item' && APPROVAL.test(unit.title ?? '')))
    return [];
  const isProgramme = PROGRAMME.test(unit.title ?? '');
  const approved = isApproval ? approvedDay(unit, { text, own }) : undefined;
  return unitSentences(text, unit).flatMap((span) => {
    const words = text.slice(span.start, span.end);
    const minutes = findMinutesNamed(words);
    const meeting = findMeetingNamed(words, own);
    const sentence: Sentence = { unit, span, words, meeting, isApproval, approved };
    const named = minutes.map((minute) => minuteReference(minute, sentence));
    if (named.length > 0) return isProgramme ? named.map((reference) => asProgramme(reference, { words, own })) : named;
    if (isProgramme) return programmeSentence(unit, { span, own, words });
    if (isApproval) return unit.kind === 'discussion' && approved !== undefined ? arising(sentence) : [];
    if (meeting) return [meetingReference(meeting, sentence)];
    return AS_ASKED.test(words) ? [draft('parties-and-date', sentence)] : [];
  });
}

type Sentence = {
  unit: RecordUnit;
  span: Span;
  words: string;
  meeting: MeetingNamed | undefined;
  isApproval: boolean;
  approved: string | undefined;
};

/** The day of the meeting whose minutes are approved: in the heading, or in the resolution. */
function approvedDay({ place, spans }: RecordUnit, { text, own }: Reading): string | undefined {
  const near = own === undefined ? {} : { near: own };
  const printed = [place.minuteTitle ?? '', ...spans.map(({ start, end }) => text.slice(start, end))];
  return printed
    .flatMap((words) => findDays(words, near))
    .map(({ iso }) => iso)
    .find((iso) => iso.length === 10 && (own === undefined || iso < own));
}

function minuteReference(named: MinuteNamed, sentence: Sentence): ReferenceDraft {
  const { meeting, approved, isApproval, words } = sentence;
  const date = meeting?.date ?? approved;
  // "… was approved by Cabinet at its meeting on 8 March (Minute 140 refers)": only what follows is of that meeting.
  const isOfMeeting = meeting !== undefined && named.start > meeting.at;
  const committee = named.committee ?? (isOfMeeting ? meeting.committee : undefined);
  return {
    ...draft(minuteReason({ words, isApproval, unit: sentence.unit }), sentence),
    toMinute: named.number,
    ...(date === undefined ? {} : { toDate: date }),
    ...(committee === undefined ? {} : { toCommittee: committee }),
    ...(named.title === undefined ? {} : { toTitle: titleKey(named.title) }),
    ...(printedOf(named, meeting) ?? {}),
  };
}

/** A line of the work programme that says for which minute something comes back, and when. */
function asProgramme(
  reference: ReferenceDraft,
  { words, own }: { words: string; own: string | undefined },
): ReferenceDraft {
  const [when] = findDays(words, { ...(own === undefined ? {} : { near: own }), ahead: true });
  return { ...reference, reason: 'work-programme', ...(when === undefined ? {} : { due: lastDay(when.iso) }) };
}

function printedOf(
  { limb }: Pick<MinuteNamed, 'limb'>,
  meeting?: MeetingNamed,
): { printed: Record<string, string> } | undefined {
  const printed = {
    ...(limb === undefined ? {} : { limb }),
    ...(meeting?.month === undefined ? {} : { month: meeting.month }),
    ...(meeting?.isLast ? { meeting: 'last' } : {}),
  };
  return Object.keys(printed).length > 0 ? { printed } : undefined;
}

function minuteReason({ words, isApproval, unit }: Pick<Sentence, 'words' | 'isApproval' | 'unit'>): JoinReason {
  if (SUPERSEDES.test(words)) return 'supersedes';
  if (CORRECTS.test(words) && (isApproval || /\bcorrect/i.test(words))) return 'correction';
  if (isApproval && unit.kind === 'discussion') return 'matters-arising';
  return 'names-the-minute';
}

function meetingReference(meeting: MeetingNamed, sentence: Sentence): ReferenceDraft {
  const { title } = sentence.unit;
  return {
    ...draft(SUPERSEDES.test(sentence.words) ? 'supersedes' : 'names-the-meeting', sentence),
    ...(meeting.date === undefined ? {} : { toDate: meeting.date }),
    ...(meeting.committee === undefined ? {} : { toCommittee: meeting.committee }),
    ...(title === undefined ? {} : { toTitle: titleKey(title) }),
    ...(printedOf({}, meeting) ?? {}),
  };
}

/** A matter arising that names no minute: of the meeting whose minutes were just approved. */
function arising(sentence: Sentence): ReferenceDraft[] {
  const { approved, words } = sentence;
  if (/^matters? arising\b\W*$/i.test(words.trim()) || approved === undefined) return [];
  const item = ITEM.exec(words)?.[1];
  return [{ ...draft('matters-arising', sentence), toDate: approved, ...(item === undefined ? {} : { toItem: item }) }];
}

function draft(reason: JoinReason, { unit, span, words }: Sentence): ReferenceDraft {
  const toTitle = reason === 'parties-and-date' && unit.title !== undefined ? { toTitle: titleKey(unit.title) } : {};
  return { reason, text: words, span, place: unit.place, ...toTitle };
}
