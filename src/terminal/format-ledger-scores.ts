import { plainForTerminal } from './plain-for-terminal.ts';

type LineScores = { precision: number; recall: number; labelled: number; wrong: string[]; missed: string[] };
type Scores = { limbs: LineScores; undertakings: LineScores; kinds: number; days: number; actors: number };

const MAX_CHARS = 160;

/** The ledger's marks, a line each for limbs and undertakings, then what is wrong in it or missing from it. */
export function formatLedgerScores({ limbs, undertakings, kinds, days, actors }: Scores): string {
  const found = `kinds ${kinds.toFixed(3)}, days ${days.toFixed(3)}, who ${actors.toFixed(3)} of those found`;
  return [
    lineOf('limbs', limbs),
    lineOf('undertakings', undertakings),
    `ledger          ${found}`,
    ...[...limbs.wrong, ...undertakings.wrong].map((line) => told('not in the labels', line)),
    ...[...limbs.missed, ...undertakings.missed].map((line) => told('not found', line)),
  ].join('\n');
}

function lineOf(name: string, { precision, recall, labelled }: LineScores): string {
  return `${name.padEnd(16)}precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${labelled} labelled)`;
}

function told(what: string, line: string): string {
  return `  ${what}: ${plainForTerminal(line.replace(/\s+/g, ' ')).slice(0, MAX_CHARS)}`;
}
