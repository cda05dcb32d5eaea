import type { Answer } from './answer.ts';
import type { Citation } from './citation.ts';

/** A citation as JSON has it: the numbers are those printed in the paper, null where there are none. */
export type CitationRecord = {
  label: string;
  quote: string;
  committee: string | null;
  meetingDate: string | null;
  minute: string | null;
  resolution: string | null;
  report: string | null;
  section: string | null;
  page: number | null;
  source: string;
};

/**
 * An answer as one JSON object: what evaluation scores, and what other programs read. `text` is the answer as a
 * member reads it; each statement names its citations by their place in `citations`; `passages` are those
 * retrieved, best first.
 */
export type AnswerRecord = {
  declined: boolean;
  reason: string | null;
  text: string;
  statements: { text: string; citations: number[] }[];
  notes: string[];
  citations: CitationRecord[];
  coverage: Answer['coverage'];
  passages: { id: number; text: string; source: string }[];
  ms: number;
};

/** The answer as a record; `ms` is how long it took in milliseconds. */
export function answerRecord(answer: Answer, ms: number): AnswerRecord {
  const citations = distinctCitations(answer);
  const common = {
    citations: citations.map(citationRecord),
    coverage: answer.coverage,
    passages: answer.hits.map(({ passage }) => ({ id: passage.id, text: passage.text, source: passage.source })),
    ms,
  };
  if (answer.kind === 'declined') {
    return { declined: true, reason: answer.reason, text: answer.message, statements: [], notes: [], ...common };
  }
  const statements = answer.statements.map(({ text, citations: cited }) => ({
    text,
    citations: cited.map((citation) => citations.findIndex((other) => isSamePlace(citation, other))),
  }));
  const text = [...answer.statements.map((statement) => statement.text), ...answer.notes].join('\n');
  return { declined: false, reason: null, text, statements, notes: answer.notes, ...common };
}

/** The citations of an answer in the order of first use, each quotation once; a decline has none. */
export function distinctCitations(answer: Answer): Citation[] {
  if (answer.kind === 'declined') return [];
  const all = answer.statements.flatMap((statement) => statement.citations);
  return all.filter((citation, n) => all.findIndex((other) => isSamePlace(citation, other)) === n);
}

/** True if two citations are of the same words of the same paper. */
export function isSamePlace(a: Citation, b: Citation): boolean {
  return a.source === b.source && a.label === b.label && a.span.start === b.span.start && a.span.end === b.span.end;
}

function citationRecord({ label, quote, place, source }: Citation): CitationRecord {
  return {
    label,
    quote,
    committee: place.committee ?? null,
    meetingDate: place.meetingDate ?? null,
    minute: place.minute ?? null,
    resolution: place.limb ?? null,
    report: place.minute === undefined ? (place.paperTitle ?? null) : null,
    section: place.section ?? place.item ?? null,
    page: place.page ?? null,
    source,
  };
}
