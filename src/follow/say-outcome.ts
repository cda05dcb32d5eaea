import type { Statement } from '../answer.ts';
import { type Citation, citePassage, formatDate } from '../citation.ts';
import type { LedgerEntry, Outcome, RecordTrace } from '../ledger.ts';
import { sayOutcomeKind } from '../outcome-words.ts';
import { stripMarks } from '../paper.ts';
import type { Passage } from '../passage.ts';
import type { Span } from '../span.ts';

/** An entry with the passage it stands in and what became of it. */
export type Followed = { entry: LedgerEntry; passage: Passage; outcome: Outcome };

/** A quotation of an answer is at most this long; a longer one ends at a word. */
const MAX_QUOTE_CHARS = 320;

/** What was asked or promised and what became of it: our few words around the record's own, each place cited. */
export function sayOutcome(
  { entry, passage, outcome }: Followed,
  statusOf: (trace: RecordTrace) => Citation['status'],
): Statement {
  const asked = cite(passage, entry.span);
  const traces = 'by' in outcome ? outcome.by.slice(-2) : [];
  const citations = traces.flatMap((trace) => citationOf(trace, statusOf) ?? []);
  const words = `${lead(entry)}: ${quoted(asked.citation, asked.isCut)} ${sayOutcomeKind(outcome)}`;
  const later = citations.map(
    (citation) =>
      `${sayWhere(citation)}: ${quoted(citation, citation.quote.length < (traces.find(({ label }) => label === citation.label)?.quote.length ?? 0))}`,
  );
  return { text: [words, ...later].join(' '), citations: [asked.citation, ...citations] };
}

function lead(entry: LedgerEntry): string {
  const { minute, meetingDate } = entry.place;
  const where = [minute === undefined ? undefined : `minute ${minute}`, meetingDate && formatDate(meetingDate)]
    .filter(Boolean)
    .join(', ');
  if (entry.kind === 'undertaking') return `Said, not resolved (${where})`;
  return `${entry.limbKind === 'recommendation' ? 'Recommended' : entry.limbKind === 'request' ? 'Asked' : 'Resolved'} (${where})`;
}

function sayWhere({ place }: Citation): string {
  const date = place.meetingDate === undefined ? '' : `, ${formatDate(place.meetingDate)}`;
  return place.minute === undefined ? `${place.paperTitle ?? 'A paper'}${date}` : `Minute ${place.minute}${date}`;
}

function quoted({ quote }: Citation, isCut: boolean): string {
  return `“${stripMarks(quote)}${isCut ? ' …' : ''}”`;
}

function cite(passage: Passage, span: Span): { citation: Citation; isCut: boolean } {
  const within = { start: Math.max(span.start, passage.span.start), end: Math.min(span.end, passage.span.end) };
  const end =
    within.start + cutAt(passage.text.slice(within.start - passage.span.start, within.end - passage.span.start));
  return { citation: citePassage(passage, { start: within.start, end }), isCut: end < within.end };
}

/** The whole, or as many words as there is room for. */
function cutAt(words: string): number {
  if (words.length <= MAX_QUOTE_CHARS) return words.length;
  const space = words.lastIndexOf(' ', MAX_QUOTE_CHARS);
  return space > 0 ? space : MAX_QUOTE_CHARS;
}

function citationOf(trace: RecordTrace, statusOf: (trace: RecordTrace) => Citation['status']): Citation | undefined {
  const { passageId, label, quote, span, source, place } = trace;
  if (passageId === undefined) return undefined;
  const length = cutAt(quote);
  return {
    label,
    quote: quote.slice(0, length),
    span: { start: span.start, end: span.start + length },
    passageId,
    source,
    place,
    status: statusOf(trace),
  };
}
