/** A list label as printed, without punctuation, how it is dressed, and where the words after it begin. */
export type Label = { printed: string; dress: 'parens' | 'paren' | 'dot' | 'bare'; end: number };

export type LabelStyle = 'number' | 'lower' | 'upper' | 'roman' | 'ROMAN' | 'decimal';

/** A bullet as printed by word processors and converters, private-use symbols included. */
const BULLET = /^[-–—•*▪◦●○‣·\uf0b7\uf0a7\u2043](?:\s+|(?=\())/;
const TOKEN = '\\d{1,3}[a-z]?|[a-zA-Z]|[ivxl]{2,5}|[IVXL]{2,5}';
const PARENS = new RegExp(`^\\(\\s?(${TOKEN})\\s?\\)[.:]?\\s*`);
const PAREN = new RegExp(`^(${TOKEN})\\)\\s*`);
const DOT = new RegExp(`^(${TOKEN})\\.(?:\\s+|$)`);
/** "1     That …": a number without a stop is a label before a limb's first word. */
const BARE = /^(\d{1,2})\s+(?=That\b|To [a-z])/;
/** "A: Welcomes …", "A    Note …": a capital letter before what a body does. */
const CAPITAL =
  /^([A-P])(?::\s+(?=[A-Z][a-z])|\s+(?=(?:Not|Approv|Agre|Endors|Recommend|Delegat|Authoris|Receiv|Consider|Support|Adopt|Confirm|Request)(?:es?|s)?\b))/;
const DECIMAL = /^(\d{1,3}(?:\.\d{1,3}){1,3})[.)]?\s+/;

/** How many characters of the text are a bullet and the space after it; 0 if it starts with none. */
export function bulletLength(text: string): number {
  return BULLET.exec(text)?.[0].length ?? 0;
}

/** The label a text begins with, after a bullet if there is one; undefined if none. */
export function readLabel(text: string): Label | undefined {
  const bullet = bulletLength(text);
  const rest = text.slice(bullet);
  for (const [dress, pattern] of DRESSES) {
    const match = pattern.exec(rest);
    if (match?.[1]) return { printed: match[1], dress, end: bullet + match[0].length };
  }
  return undefined;
}

const DRESSES: [Label['dress'], RegExp][] = [
  ['parens', PARENS],
  ['paren', PAREN],
  ['dot', CAPITAL],
  ['bare', DECIMAL],
  ['bare', BARE],
  ['dot', DOT],
];

/** The styles a label may belong to: "i" is the first Roman number and the ninth letter. */
export function labelStyles(printed: string): LabelStyle[] {
  if (/^\d+(?:\.\d+)+$/.test(printed)) return ['decimal'];
  if (/^\d/.test(printed)) return ['number'];
  const styles: LabelStyle[] = [];
  if (/^[ivxl]+$/.test(printed)) styles.push('roman');
  if (/^[IVXL]+$/.test(printed)) styles.push('ROMAN');
  if (/^[a-z]$/.test(printed)) styles.push('lower');
  if (/^[A-Z]$/.test(printed)) styles.push('upper');
  return styles;
}

/** The label's place in its style, from 1; for a decimal its last part. */
export function labelValue(printed: string, style: LabelStyle): number {
  switch (style) {
    case 'number':
      return Number.parseInt(printed, 10);
    case 'decimal':
      return Number(printed.slice(printed.lastIndexOf('.') + 1));
    case 'lower':
    case 'upper':
      return printed.toLowerCase().charCodeAt(0) - 96;
    case 'roman':
    case 'ROMAN':
      return romanValue(printed.toLowerCase());
  }
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };

function romanValue(roman: string): number {
  let value = 0;
  for (let i = 0; i < roman.length; i++) {
    const here = ROMAN[roman[i] as string] ?? 0;
    const next = ROMAN[roman[i + 1] ?? ''] ?? 0;
    value += here < next ? -here : here;
  }
  return value;
}
