import { citePassage } from '../../citation.ts';
import type { LedgerEntry, RecordTrace } from '../../ledger.ts';
import type { Matter } from '../../matter.ts';
import type { Passage } from '../../passage.ts';
import { splitSentences } from '../../sentence.ts';
import type { Span } from '../../span.ts';
import { type Join, joinsFrom } from '../join/join.ts';
import { findDeeds, SAYS_ASKED, type Sought, soughtWords } from '../join/join-entries.ts';
import type { OpenRecord } from '../join/open-record.ts';
import { tellingStems } from '../join/telling-stems.ts';
import { isTask } from './is-task.ts';
import { type TraceWeight, weighTrace } from './weigh-trace.ts';

/** A later place that bears on an entry, with what it says of it. */
export type WeighedTrace = { trace: RecordTrace; weight: TraceWeight; date: string };

export type GatherOptions = { open: OpenRecord; joins: Join[]; today: string };

/** What words must share with an entry to be about it: so many, not all of them of the minute's own title. */
const LEAST_SHARED = 2;
/** What the sentence nearest to an entry in a later item must share, and by how rare the words are. */
const LEAST_NEAR = { words: 3, share: 0.3 };
/** A report that comes at each meeting under one title says much of the same: its words must be the request's own. */
const RECURRING_SHARE = 0.5;
/** What is answered when its item is taken: a report, a decision put off, an invitation. */
const IS_ITEM = /\b(?:reports?|deferred|findings|update|figures|invited|item|proposals?|plan|results)\b/i;
/** "Its report would be ready in March": what was done is a step on the way. */
const STILL_TO_COME =
  /\b(?:reports?|findings|recommendations|results|conclusions|response|repl(?:y|ies))\b[^.;]{0,40}\b(?:would|will|is to|are to)\s(?:then\s|now\s)?(?:be|come|follow|go)\b/i;
const ALL_DONE = /^[^.]{0,20}\ball\b[^.]{0,120}\b(?:had|have|has|were|are)\b/i;
const LOOK_AHEAD = 2;

/** What later papers say of an entry up to `today`, in order of date. */
export function gatherTraces(entry: LedgerEntry, { open, joins, today }: GatherOptions): WeighedTrace[] {
  const earlier = open.ownerOf(entry);
  if (!earlier) return [];
  const isThen = ({ date }: Matter) => date > earlier.date && date <= today;
  const sought = { ...soughtWords(entry, earlier, open), title: open.titleStems(earlier) };
  const isOnly = open.entriesOf(earlier).filter(isTask).length === 1;
  const deeds = findDeeds(entry, earlier, open).map(
    ({ later, passage, span, isSameActor }): Placed => ({
      later,
      passage,
      span,
      why: isSameActor ? 'tells of the same party and the same deed' : 'tells of it in the same words',
    }),
  );
  const ofIt = joinsFrom(earlier, joins).filter(
    (join) => !join.isPossible && isThen(join.later) && concerns(join, entry),
  );
  const told = ofIt.flatMap((join) => toldBy(join, { entry, sought, isOnly }));
  const explicit = [...told, ...deeds].filter(({ later }) => isThen(later));
  const isTold = ({ later }: Join) =>
    explicit.some(
      (place) => place.later === later || (place.later.date === later.date && place.later.kind === 'minute'),
    );
  const items = ofIt.filter((join) => !isTold(join)).flatMap((join) => itemOf(join, { entry, sought, open }));
  const closings = ofIt.flatMap((join) => closingsOf(join, sought));
  const isReply = entry.kind === 'limb' && entry.limbKind === 'recommendation';
  return withoutDoubles([...explicit, ...items, ...closings])
    .map((place) => ({ ...traceAt(place, { entry, isReply }), date: place.later.date }))
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** True if a join to a minute means this entry of it: its limb, or the whole. */
export function concerns(join: Join, entry: LedgerEntry): boolean {
  if (join.entryId !== undefined) return join.entryId === entry.id;
  if (join.limb === undefined) return true;
  if (entry.kind !== 'limb' || entry.place.limb === undefined) return false;
  const [a, b] = [join.limb, entry.place.limb].map((label) =>
    label
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  return a === b || `${b} `.startsWith(`${a} `);
}

/** `isItem`: the item itself is the answer, whatever its words. `isChange`: it changes the words, and answers nothing. */
type Placed = {
  later: Matter;
  passage: Passage;
  span: Span;
  why: string;
  isItem?: boolean;
  isChange?: boolean;
  /** The head of a paper or item: its words tell of nothing done or left. */
  isHead?: boolean;
};
type Seeking = Sought & { title: Set<string> };

/** The words that refer to the entry's minute, where they speak of this entry. */
function toldBy(
  { later, words, why, limb, reason }: Join,
  { entry, sought, isOnly }: { entry: LedgerEntry; sought: Seeking; isOnly: boolean },
): Placed[] {
  const passage = words && later.passages.find(({ id }) => id === words.passageId);
  if (!passage || !words) return [];
  const said = passage.text.slice(words.span.start - passage.span.start, words.span.end - passage.span.start);
  const isNamed = (limb !== undefined && entry.kind === 'limb') || (isOnly && reason !== 'same-title');
  const place: Placed = {
    later,
    passage,
    span: words.span,
    why,
    isChange: reason === 'correction',
    isItem: later.kind === 'report' && isNamed && IS_ITEM.test(entry.text),
  };
  return isNamed || speaksOf(said, sought) ? [place] : [];
}

function speaksOf(said: string, { around, title }: Seeking): boolean {
  const shared = [...tellingStems(said)].filter((stem) => around.has(stem));
  return shared.length >= LEAST_SHARED && shared.some((stem) => !title.has(stem));
}

/** A limb of a later item that closes a request, in words that are of this one. */
function closingsOf({ later, why, reason }: Join, sought: Seeking): Placed[] {
  if (reason === 'correction') return [];
  return later.passages
    .filter(({ kind, text }) => kind === 'limb' && weighTrace(text) === 'closed' && speaksOf(text, sought))
    .map((passage) => ({ later, passage, span: passage.recordSpan ?? passage.span, why }));
}

type ItemOptions = { entry: LedgerEntry; sought: Seeking; open: OpenRecord };

/** A later item of the same subject: as a whole where a report was due, else the sentence nearest to the entry. */
function itemOf({ later, why, reason }: Join, { entry, sought, open }: ItemOptions): Placed[] {
  if (reason !== 'same-title' && reason !== 'parties-and-date' && reason !== 'work-programme') return [];
  const isRecurring = reason === 'same-title' && later.kind !== 'minute';
  const near = nearest(later, { sought, why, open }).filter(
    ({ share, words }) => !isRecurring || share >= RECURRING_SHARE || SAYS_ASKED.test(words),
  );
  const isDue = reason !== 'same-title' && IS_ITEM.test(entry.text) && !later.isStanding;
  const [head] = later.passages;
  return near.length > 0 || !isDue || !head
    ? near.map(({ place }) => ({ ...place, isItem: isDue }))
    : [
        {
          later,
          passage: head,
          span: head.recordSpan ?? head.span,
          why,
          isItem: true,
          isHead: later.kind === 'report',
        },
      ];
}

type Nearest = { place: Placed; share: number; words: string };

function nearest(later: Matter, { sought, why, open }: { sought: Seeking; why: string; open: OpenRecord }): Nearest[] {
  const weigh = (stems: string[]) => stems.reduce((sum, stem) => sum + open.rarity(stem), 0);
  const said = later.passages
    .filter((passage) => passage.kind !== 'table')
    .flatMap((passage) =>
      open.sentences(passage).map(({ span, stems }) => {
        const shared = [...stems].filter((stem) => sought.words.has(stem));
        return {
          place: { later, passage, why, span },
          isNear: shared.length >= LEAST_NEAR.words && shared.some((stem) => !sought.title.has(stem)),
          share: sought.whole > 0 ? weigh(shared) / sought.whole : 0,
          words: passage.text.slice(span.start - passage.span.start, span.end - passage.span.start),
        };
      }),
    )
    .filter(({ isNear, share }) => isNear && share >= LEAST_NEAR.share)
    .sort((a, b) => b.share - a.share);
  return said.slice(0, 1);
}

function withoutDoubles(placed: Placed[]): Placed[] {
  const overlaps = (a: Placed, b: Placed) =>
    a.passage.id === b.passage.id && a.span.start < b.span.end && b.span.start < a.span.end;
  return placed.filter((one, at) => !placed.slice(0, at).some((other) => overlaps(one, other)));
}

function traceAt(
  place: Placed,
  { entry, isReply }: { entry: LedgerEntry; isReply: boolean },
): Omit<WeighedTrace, 'date'> {
  const { passage, why, isItem } = place;
  const { span, said } = withWhatFollows(place, entry.text);
  const { label, quote, place: at, source, passageId } = citePassage(passage, span);
  const trace = { place: at, source, paperId: passage.paperId, passageId, span, quote, label, why };
  const weight = place.isChange || place.isHead ? 'mention' : (said ?? weighTrace(quote, { isReply }));
  return { trace, weight: weight === 'mention' && isItem && !isReply ? 'done' : weight };
}

/** "Seven of the nine had been trained … All now in post had": what follows may finish it, or leave a rest. */
function withWhatFollows({ passage, span }: Placed, sought: string): { span: Span; said?: TraceWeight } {
  const within = { start: Math.max(span.start, passage.span.start), end: Math.min(span.end, passage.span.end) };
  const first = weighTrace(passage.text.slice(within.start - passage.span.start, within.end - passage.span.start));
  const after = within.end - passage.span.start;
  const next = splitSentences(passage.text.slice(after))
    .slice(0, LOOK_AHEAD)
    .map(({ start, end }) => ({ words: passage.text.slice(after + start, after + end), end: within.end + end }));
  const [rest] = next;
  const isRest =
    first === 'done' &&
    rest !== undefined &&
    /^(?:the other|the rest|nine|she|he|the director)\b/i.test(rest.words) &&
    weighTrace(rest.words) === 'partial';
  const whole = first === 'partial' || isRest ? next.find(({ words }) => ALL_DONE.test(words)) : undefined;
  const ahead = first === 'done' ? next.find(({ words }) => STILL_TO_COME.test(words)) : undefined;
  if (ahead && IS_ITEM.test(sought)) return { span: { start: within.start, end: ahead.end }, said: 'pending' };
  if (whole) return { span: { start: within.start, end: whole.end }, said: 'done' };
  if (isRest) return { span: { start: within.start, end: rest.end }, said: 'partial' };
  // What was found stands in the sentence after what was done.
  const goesOn = first === 'done' && rest !== undefined && /^(?:she|he|they|it)\b/i.test(rest.words);
  return goesOn ? { span: { start: within.start, end: rest.end }, said: 'done' } : { span: within };
}
