import type { WriterComparison } from '../app.ts';

const NAME_CHARS = 18;
const CELL_CHARS = 12;
const MEASURES = ['recall@5', 'cited', 'citePrecision', 'facts', 'grounded', 'falseDecline', 'declinedRight'] as const;
const COSTS = ['words', 'seconds', 'calls', 'tokens', 'price'] as const;

/** Two columns, extractive and written: the chief measures, the follow-ups, then the cost of all answers together. */
export function formatComparison({ extractive, written }: WriterComparison): string {
  const row = (name: string, one: number | undefined, two: number | undefined, digits = 3) =>
    `${name.padEnd(NAME_CHARS)}${cell(one, digits)}${cell(two, digits)}`;
  const heading = `${''.padEnd(NAME_CHARS)}${'extractive'.padStart(CELL_CHARS)}${'written'.padStart(CELL_CHARS)}`;
  const measures = MEASURES.map((name) => row(name, extractive.all[name], written.all[name]));
  const followups = extractive.dialogues ? [row('followups right', shareRight(extractive), shareRight(written))] : [];
  const wrong = row('wrong citations', extractive.citations.wrong.length, written.citations.wrong.length, 0);
  const costs = COSTS.map((name) =>
    row(name, extractive.cost[name], written.cost[name], name === 'price' || name === 'seconds' ? 2 : 0),
  );
  return [heading, ...measures, ...followups, wrong, '', ...costs].join('\n');
}

function shareRight({ dialogues }: WriterComparison['written']): number | undefined {
  return dialogues ? dialogues.right / dialogues.followups : undefined;
}

function cell(value: number | undefined, digits: number): string {
  const text = value === undefined || Number.isNaN(value) ? '-' : value.toFixed(digits);
  return text.padStart(CELL_CHARS);
}
