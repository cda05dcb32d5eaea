/** Marks of an evaluation: one row for all questions, one for each kind. */
export type ScoreSheet = {
  all: Record<string, number>;
  kinds: Map<string, Record<string, number>>;
  dialogues?: { followups: number; right: number };
  citations: { checked: number; wrong: string[] };
};

const NAME_CHARS = 16;
const DIGITS = 3;

/** A line for each measure over all questions, then a table of the chief measures by kind. */
export function formatScores({ all, kinds, dialogues, citations }: ScoreSheet): string {
  const total = Object.entries(all).map(([name, value]) => `${name.padEnd(NAME_CHARS)}${formatScore(value)}`);
  const chief = ['questions', 'recall@5', 'recall@10', 'cited', 'citePrecision', 'facts', 'grounded', 'falseDecline'];
  const heading = `${'kind'.padEnd(NAME_CHARS)}${chief.map((name) => name.padStart(name.length + 2)).join('')}`;
  const rows = [...kinds].map(([kind, scores]) => {
    const cells = chief.map((name) => formatScore(scores[name] ?? Number.NaN).padStart(name.length + 2));
    return `${kind.padEnd(NAME_CHARS)}${cells.join('')}`;
  });
  const checked = `${citations.checked} citations checked against text and record, ${citations.wrong.length} wrong`;
  const followups = dialogues
    ? [
        '',
        `followups right ${formatScore(dialogues.right / dialogues.followups)} (${dialogues.right} of ${dialogues.followups})`,
      ]
    : [];
  return [...total, '', heading, ...rows, ...followups, '', checked].join('\n');
}

function formatScore(value: number): string {
  if (Number.isNaN(value)) return '-';
  return Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(DIGITS);
}
