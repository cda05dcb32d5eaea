import { formatDate } from '../../citation.ts';
import type { Outcome, RecordTrace } from '../../ledger.ts';

/** Places that bear on an outcome, of which no more are cited in a line. */
const MAX_TRACES = 2;

/** What the indexed papers show of a request, in one sentence that never says more than they do. */
export function sayOutcome(outcome: Outcome): { text: string; traces: RecordTrace[] } {
  switch (outcome.kind) {
    case 'answered':
      return { text: `Answered by ${names(outcome.by)}.`, traces: outcome.by.slice(0, MAX_TRACES) };
    case 'partly':
      return {
        text: `Partly answered by ${names(outcome.by)}; left: ${outcome.left}.`,
        traces: outcome.by.slice(0, MAX_TRACES),
      };
    case 'due':
      return { text: `Due: ${sayDue(outcome.due)}.`, traces: [] };
    case 'overdue': {
      const { due, meetingsSince: since, by } = outcome;
      const met = since.length === 0 ? '' : `; the committee has met ${times(since.length)} since`;
      const text = `Overdue: it was due ${sayDue(due)}${met}, and the indexed papers show no answer.`;
      return { text, traces: by.slice(0, MAX_TRACES) };
    }
    case 'gone-quiet':
      return {
        text: 'Gone quiet: the indexed papers have no later trace of it.',
        traces: outcome.by.slice(0, MAX_TRACES),
      };
    case 'cannot-tell':
      return { text: 'What became of it cannot be told: papers are missing.', traces: [] };
  }
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

function names(traces: RecordTrace[]): string {
  const labels = traces.slice(0, MAX_TRACES).map(({ label }) => label);
  return labels.length === 0 ? 'later papers' : labels.join('; ');
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
