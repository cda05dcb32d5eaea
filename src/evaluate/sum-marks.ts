import type { Mark } from './score-answers.ts';

/** Means over the answerable questions; declinedRight over the others; times in milliseconds. */
export type Summary = {
  questions: number;
  'recall@1': number;
  'recall@5': number;
  'recall@10': number;
  'recall@50': number;
  mrr: number;
  cited: number;
  citePrecision: number;
  facts: number;
  grounded: number;
  falseDecline: number;
  declinedRight: number;
  unanswerable: number;
  p50ms: number;
  p95ms: number;
};

/** Sums up marks over all questions, and over each kind of answerable question. */
export function sumMarks(marks: Mark[]): { all: Summary; kinds: Map<string, Summary> } {
  const kinds = new Map<string, Summary>();
  for (const kind of new Set(marks.filter((mark) => mark.answerable).map((mark) => mark.kind))) {
    kinds.set(kind, summarise(marks.filter((mark) => mark.kind === kind)));
  }
  return { all: summarise(marks), kinds };
}

function summarise(marks: Mark[]): Summary {
  const yes = marks.filter((mark) => mark.answerable);
  const no = marks.filter((mark) => !mark.answerable);
  const share = (test: (mark: Mark) => boolean) => mean(yes.map((mark) => (test(mark) ? 1 : 0)));
  const times = marks.map((mark) => mark.ms).sort((a, b) => a - b);
  return {
    questions: yes.length,
    'recall@1': share((mark) => mark.recall[1]),
    'recall@5': share((mark) => mark.recall[5]),
    'recall@10': share((mark) => mark.recall[10]),
    'recall@50': share((mark) => mark.recall[50]),
    mrr: mean(yes.map((mark) => mark.reciprocalRank)),
    cited: share((mark) => mark.cited),
    citePrecision: mean(yes.flatMap((mark) => mark.citePrecision ?? [])),
    facts: mean(yes.map((mark) => mark.facts)),
    grounded: share((mark) => mark.grounded),
    falseDecline: share((mark) => mark.declined),
    declinedRight: mean(no.map((mark) => (mark.declined ? 1 : 0))),
    unanswerable: no.length,
    p50ms: at(times, 0.5),
    p95ms: at(times, 0.95),
  };
}

function mean(numbers: number[]): number {
  return numbers.length > 0 ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length : Number.NaN;
}

function at(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
