import type { Access } from '../audience.ts';
import { type Paper, type PaperText, type Place, pageAt, type Span } from '../paper.ts';
import { MAX_PASSAGE_CHARS, type Passage, type PassageKind, type RecordPlace } from '../passage.ts';
import { agendaLists } from './cut/agenda-lists.ts';
import { type Gathered, gatherPieces } from './cut/gather-pieces.ts';
import { layPieces, type Piece } from './cut/lay-pieces.ts';
import { paperFrames } from './cut/paper-frames.ts';
import { splitLong } from './cut/split-long.ts';

/** Raised whenever the same papers would give other passages or records: an index made by other rules is refused. */
export const PASSAGE_RULES = 9;

/** Of a heading or a caption longer than this, more would only drown the text it stands before. */
const MAX_CONTEXT_PART_CHARS = 200;

/** A passage before it is stored; `paper` is the number of its paper in the file. */
export type PassageDraft = Omit<Passage, 'id' | 'paperId' | 'status'> & { paper: number };

/**
 * Passages of a file, cut along the records of its papers: a limb, a paragraph, a table's rows are never mixed
 * with another record's. In order they hold all the text of the file, none of it twice but for passages of kind
 * `agenda`, which repeat the whole list of an agenda's items. None is longer than MAX_PASSAGE_CHARS.
 */
export function cutPassages(text: PaperText, papers: Paper[], options: { source: string }): PassageDraft[] {
  const gathered = gatherPieces(text.text, layPieces(text.text, paperFrames(text, papers)));
  const body = gathered.flatMap((passage, index) => {
    const kind = kindOf(passage, gathered[index - 1], gathered[index + 1]);
    return draftsOf(text, passage, { kind, source: options.source });
  });
  const lists = agendaLists(text.text, papers).map(({ paper, span, context, place, access }) =>
    draft(text, span, { kind: 'agenda', paper, context, place, access, source: options.source }),
  );
  return [...body, ...lists]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map((passage, ordinal) => ({ ...passage, ordinal }));
}

/** What opens a paper is its head; a minute that is one passage and has no limb is a `minute`. */
function kindOf({ lead, pieces }: Gathered, before?: Gathered, after?: Gathered): PassageKind {
  const paper = lead.placed.path[0];
  const isFirst = before?.lead.placed.path[0] !== paper;
  if (isFirst && pieces.every((piece) => piece.block === undefined) && lead.placed.path.length === 1) return 'head';
  if (lead.kind !== 'discussion' || lead.placed.place.minuteTitle === undefined) return lead.kind;
  const innermost = lead.placed.path.at(-1);
  const isWhole = [before, after].every((other) => !other || other.lead.placed.path.at(-1) !== innermost);
  return isWhole ? 'minute' : 'discussion';
}

function draftsOf(text: PaperText, passage: Gathered, options: { kind: PassageKind; source: string }): PassageDraft[] {
  const { lead, pieces } = passage;
  const parts = splitLong(text.text, passage, MAX_PASSAGE_CHARS);
  const { place, context } = placeOf(lead, pieces);
  const paper = lead.placed.path[0]?.paper ?? 0;
  return parts.map((span, index) => {
    const isContinued = index > 0;
    const record = recordSpanOf(lead, span, { isContinued });
    return {
      ...draft(text, span, {
        ...options,
        begins: record.recordSpan?.start ?? span.start,
        paper,
        access: lead.access,
        place,
        context: isContinued ? [...context, 'continued'] : context,
      }),
      ...record,
    };
  });
}

/** Loose text in front of a record is its heading: the record itself begins after it. */
function recordSpanOf(lead: Piece, span: Span, { isContinued }: { isContinued: boolean }): { recordSpan?: Span } {
  if (!lead.block || isContinued || (lead.start === span.start && lead.end >= span.end)) return {};
  if (lead.kind !== 'limb') return {};
  return { recordSpan: { start: lead.start, end: Math.min(lead.end, span.end) } };
}

function placeOf(lead: Piece, pieces: Piece[]): { place: RecordPlace; context: string[] } {
  const numbers = pieces.flatMap(({ block, placed }) => block?.place.section ?? placed.place.section ?? []);
  const sections = [...new Set(numbers)];
  const place = {
    paperKind: 'other' as const,
    ...lead.placed.place,
    ...lead.block?.place,
    ...(sections.length > 1 ? { sections } : {}),
  };
  return { place, context: [...lead.placed.context, ...(lead.block?.context ?? [])] };
}

type DraftOptions = {
  kind: PassageKind;
  /** Where the record itself begins, whose page is cited: what leads it in may stand on the page before. */
  begins?: number;
  paper: number;
  place: Partial<RecordPlace>;
  context: string[];
  access: Access;
  source: string;
};

function draft(text: PaperText, span: Span, options: DraftOptions): PassageDraft {
  const { kind, paper, access, source, begins = span.start } = options;
  const page = pageAt(text.pages, begins);
  const spot = placeAt(text.places, begins);
  return {
    paper,
    kind,
    text: text.text.slice(span.start, span.end),
    span: { start: span.start, end: span.end },
    context: [...new Set(options.context)].map((part) => part.slice(0, MAX_CONTEXT_PART_CHARS)).join(' · '),
    place: {
      paperKind: 'other',
      ...options.place,
      ...(page ? { page: page.number } : {}),
      ...(page?.label === undefined ? {} : { pageLabel: page.label }),
      ...(spot ? { place: spot.label } : {}),
    },
    access,
    source,
    ordinal: 0,
  };
}

/** The slide, row or cue that holds this offset: the last one that begins at or before it. */
function placeAt(places: Place[], offset: number): Place | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as Place).start <= offset) low = middle + 1;
    else high = middle;
  }
  const place = places[low - 1];
  return place && offset < place.end ? place : undefined;
}
