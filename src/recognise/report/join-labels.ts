import type { OutlineLine } from '../outline-line.ts';

/** A label that is open at some depth, with what tells its kind from others. */
export type OpenLabel = { label: string; kind: string };

type Dress = NonNullable<OutlineLine['labelDress']>;

/**
 * The labels open after one more is read, outermost first: "(b)" after "(a)" takes its place, "(i)" after "(a)" goes
 * inside it, a decimal number stands by itself.
 */
export function joinLabels(open: OpenLabel[], label: string, dress: Dress): OpenLabel[] {
  const kind = kindOf(open, label, dress);
  if (kind === 'decimal') return [{ label, kind }];
  const depth = open.findIndex((part) => part.kind === kind);
  return [...(depth === -1 ? open : open.slice(0, depth)), { label, kind }];
}

function kindOf(open: OpenLabel[], label: string, dress: Dress): string {
  if (/^\d+(?:\.\d+)+$/.test(label)) return 'decimal';
  if (/^\d+$/.test(label)) return dress === 'parens' || dress === 'paren' ? 'number in brackets' : 'number';
  const upper = label === label.toUpperCase() ? 'upper ' : '';
  const letters = open.find((part) => part.kind === `${upper}letter`)?.label;
  const follows = letters !== undefined && label.length === 1 && label.charCodeAt(0) === letters.charCodeAt(0) + 1;
  return /^[ivxl]+$/i.test(label) && !follows ? `${upper}roman` : `${upper}letter`;
}
