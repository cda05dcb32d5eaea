import { plainForTerminal } from './plain-for-terminal.ts';

type Scores = {
  threads: { precision: number; recall: number; threads: number; labelled: number; wrong: string[]; missed: string[] };
  outcomes: { accuracy: number; labelled: number; wrong: string[]; missing: string[] };
};

const MAX_CHARS = 160;

/** The marks of threads and outcomes, a line each, then what is wrong in them or missing from them. */
export function formatMemoryScores({ threads, outcomes }: Scores): string {
  const { precision, recall, labelled } = threads;
  return [
    `threads         precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${labelled} joins of ${threads.threads} threads labelled)`,
    `outcomes        accuracy ${outcomes.accuracy.toFixed(3)} (${outcomes.labelled} labelled)`,
    ...threads.wrong.map((line) => told('joined, but not in the labels', line)),
    ...threads.missed.map((line) => told('not joined', line)),
    ...outcomes.wrong.map((line) => told('judged otherwise', line)),
    ...outcomes.missing.map((line) => told('not in the ledger', line)),
  ].join('\n');
}

function told(what: string, line: string): string {
  return `  ${what}: ${plainForTerminal(line.replace(/\s+/g, ' ')).slice(0, MAX_CHARS)}`;
}
