import { formatDate } from '../../citation.ts';
import type { Outcome, RecordTrace } from '../../ledger.ts';
import { stripMarks } from '../../paper.ts';

/** Places that bear on an outcome, of which no more are cited in a line. */
const MAX_TRACES = 2;
/** What is left of a request is told in no more of the record's words. */
const MAX_LEFT_CHARS = 160;

/** The meeting that is looked ahead to, and the committee's meetings between a request and it, YYYY-MM-DD. */
export type OutcomeView = {
  date?: string;
  between?: string[];
  /** The meeting's agenda has an item on it, and the index has no paper for that. */
  isUnwritten?: boolean;
};

/** What the indexed papers show of a request, in one sentence that never says more than they do. */
export function sayOutcome(outcome: Outcome, view: OutcomeView = {}): { text: string; traces: RecordTrace[] } {
  switch (outcome.kind) {
    case 'answered': {
      const traces = outcome.by.slice(-MAX_TRACES);
      return { text: `Answered ${sayWhere(traces.at(-1), view)}.`, traces };
    }
    case 'partly':
      return { text: `Answered in part${sayLeft(outcome.left)}`, traces: outcome.by.slice(-MAX_TRACES) };
    case 'due':
      return { text: isDueNow(outcome, view) ? sayDueNow(view) : `Due ${sayDue(outcome.due)}.`, traces: [] };
    case 'overdue': {
      const text = `Was due ${sayDue(outcome.due)}; no indexed paper since answers it.`;
      return { text, traces: outcome.by.slice(-MAX_TRACES) };
    }
    case 'gone-quiet':
      return {
        text: outcome.by.length > 0 ? 'Spoken of since, but not answered in the indexed papers.' : sayNoTrace(view),
        traces: outcome.by.slice(-MAX_TRACES),
      };
    case 'cannot-tell': {
      const isNew = view.date !== undefined && view.between?.length === 0;
      return {
        text: isNew ? NOT_YET : `It cannot be told: ${outcome.missing.join('; ')} are not indexed.`,
        traces: [],
      };
    }
  }
}

function sayDueNow({ isUnwritten = false }: OutcomeView): string {
  return `Due by this meeting; ${isUnwritten ? UNWRITTEN : 'nothing in its papers answers it'}.`;
}

function sayNoTrace({ isUnwritten = false }: OutcomeView): string {
  return isUnwritten ? `No earlier trace of an answer; ${UNWRITTEN}.` : 'No later trace of it in the indexed papers.';
}

const UNWRITTEN = 'the agenda has this item, and no paper on it is indexed';
const NOT_YET = 'Asked at the last meeting; nothing in these papers answers it yet.';

/** "31 January 2026", "31/01/2026" or "2026-01-31", not "January 2026". */
const HAS_DAY = /(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z]|\d{1,2}[/.]\d{1,2}[/.]\d|\d{4}-\d{2}-\d{2}/;

/** True for what is to have come back by the meeting that is looked ahead to. */
export function isDueNow(outcome: Outcome | undefined, { date }: OutcomeView): boolean {
  if (outcome?.kind !== 'due' || date === undefined || outcome.due.iso === undefined) return false;
  const { iso, printed } = outcome.due;
  // A month or a season is counted to its last day, which a meeting in it need not wait for.
  return HAS_DAY.test(printed) ? iso <= date : iso.slice(0, 7) <= date.slice(0, 7);
}

/** True for what still waits for an answer as far as the papers show. */
export function isOutstanding(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && outcome.kind !== 'answered';
}

/** The likeliest to be forgotten first. */
export const OUTCOME_ORDER: Outcome['kind'][] = ['overdue', 'partly', 'gone-quiet', 'due', 'cannot-tell', 'answered'];

function sayDue({ printed, iso }: { printed: string; iso?: string }): string {
  return iso === undefined ? `“${printed}”` : `by ${formatDate(iso)}`;
}

function sayWhere(trace: RecordTrace | undefined, { date }: OutcomeView): string {
  const when = trace?.place.meetingDate;
  if (!trace || when === undefined) return 'in a later paper';
  if (trace.place.paperKind === 'minutes') return `at the meeting of ${formatDate(when)}`;
  return when === date ? "in this meeting's papers" : `in a paper for ${formatDate(when)}`;
}

/** A heading in capitals, and the paragraph's number, that run into its first sentence. */
const HEADING = /^(?:[A-Z][A-Z',&-]{2,}\s){2,8}(?:\d{1,2}(?:\.\d{1,2})?\.?\s)?(?=[A-Z])/;

/** "2027-01" as "January 2027". */
function sayDay(iso: string): string {
  return iso.length > 7 ? formatDate(iso) : formatDate(`${iso}-01`).replace(/^1 /, '');
}

/** The rest in the record's words, or in ours where something is to go on. */
function sayLeft(left: string): string {
  const words = stripMarks(left)
    .replace(HEADING, '')
    .replace(/[.;,]{1,3}$/, '');
  if (/^it is to go on\b/.test(words)) return `; ${words.replace(/\d{4}-\d{2}(?:-\d{2})?$/, sayDay)}.`;
  const cut = words.length > MAX_LEFT_CHARS ? `${words.slice(0, MAX_LEFT_CHARS).replace(/\s+\S*$/, '')} …` : words;
  return `: “${cut}”.`;
}
