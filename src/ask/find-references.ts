import { MINUTE_NUMBER } from '../minute-number.ts';
import type { Reference } from '../question.ts';

/** A reference found in a question and the stretch of the question that says it. */
export type FoundReference = { reference: Reference; start: number; end: number };

const NUMBER = `(${MINUTE_NUMBER})`;
/** "2", "(b)", "1(b)". */
const LABEL = '\\(?([0-9]{1,2}(?:[)]?\\s?[(][a-z]{1,4})?|[a-z]|[ivx]{1,4})\\)?';

type Pattern = { pattern: RegExp; read: (match: RegExpMatchArray) => Reference | Reference[] };

const PATTERNS: Pattern[] = [
  {
    pattern: new RegExp(
      `\\b(?:minutes|mins)\\.?\\s*(?:numbers|nos)?\\.?\\s*${NUMBER}\\s*(?:and|&|,|or)\\s*${NUMBER}`,
      'gi',
    ),
    read: (m) => [m[1], m[2]].map((number): Reference => ({ kind: 'minute', number: lower(number) })),
  },
  {
    // "res 2 min 12": as a clerk notes it.
    pattern: new RegExp(`\\b(?:resolution|res|limb)\\.?\\s*${LABEL}\\s+(?:minute|min)\\.?\\s*${NUMBER}`, 'gi'),
    read: (m) => ({ kind: 'resolution', number: lower(m[1]), within: lower(m[2]) }),
  },
  {
    pattern: new RegExp(
      `\\b(?:resolution|resolved|res|limb)\\.?\\s*(?:no\\.?\\s*)?${LABEL}\\s*(?:of|in|,|under)\\s*(?:the\\s+)?(?:minutes?|min)?\\.?\\s*(?:no\\.?\\s*)?${NUMBER}`,
      'gi',
    ),
    read: (m) => ({ kind: 'resolution', number: lower(m[1]), within: lower(m[2]) }),
  },
  {
    pattern: new RegExp(
      `\\b(?:minute|min)s?\\.?\\s*(?:number|no|#)?\\.?\\s*${NUMBER}\\s*(?:\\(${LABEL.replace(/\\\(\?|\\\)\?/g, '')}\\)|,?\\s*(?:resolution|res|limb)\\.?\\s*${LABEL})`,
      'gi',
    ),
    read: (m) => ({ kind: 'resolution', number: lower(m[2] ?? m[3]), within: lower(m[1]) }),
  },
  {
    pattern: new RegExp(`(?<!\\b(?:per|a|the)\\s)\\b(?:minute|min)\\.?\\s*(?:number|no|#)?\\.?\\s*${NUMBER}`, 'gi'),
    read: (m) => ({ kind: 'minute', number: lower(m[1]) }),
  },
  {
    pattern:
      /(?:\b(?:paragraphs?|paras?|clause|point|test|bullet|section|sec)|§)\.?\s*(\d{1,3}(?:\.\d{1,3}){1,4}[a-z]?)(?!\d|%)/gi,
    read: (m) => ({ kind: 'paragraph', number: lower(m[1]) }),
  },
  {
    // "2.5.4" by itself; "1.10.19" and "22.8.17" are dates.
    pattern: /(?<![\d.£/])(\d{1,2}\.\d{1,2}\.\d)(?![\d.%]|\.\d)/g,
    read: (m) => ({ kind: 'paragraph', number: lower(m[1]) }),
  },
  {
    // "8.1 of the outcomes report": a number with a paper after it.
    pattern:
      /(?<![\d.£/])(\d{1,2}\.\d{1,2}) (?:of|in) (?:the )?(?=.{0,80}\b(?:report|paper|review|briefing|strategy|appendix|plan)\b)/gi,
    read: (m) => ({ kind: 'paragraph', number: lower(m[1]) }),
  },
  {
    // A bare "section 47" is as likely a law's: only with the paper it is in named after it.
    pattern: /\b(?:paragraph|para|section|sec)\.?\s*(\d{1,3})\s+(?:of|in)\s+(?!part|schedule|the .{0,30}\bact\b)/gi,
    read: (m) => ({ kind: 'paragraph', number: lower(m[1]) }),
  },
  {
    pattern: /\b(?:agenda\s+)?item\s*(?:number|no|#)?\.?\s*(\d{1,3}(?:\.\d{1,2})?[a-z]?)(?![\d%]|\.\d)/gi,
    read: (m) => ({ kind: 'item', number: lower(m[1]) }),
  },
  {
    pattern: /\b(?:measure|indicator|kpi|pi)\s*(?:no|number|#)?\.?\s*(\d{1,3}(?:\.\d{1,3})?[a-z]?)(?!\d)/gi,
    read: (m) => ({ kind: 'measure', number: lower(m[1]) }),
  },
  {
    pattern: /\b((?:NI|LPI|BV|BVPI|PAF|CPI|LI|SI)\s?\d{1,3}[a-z]?)\b/g,
    read: (m) => ({ kind: 'measure', number: lower(m[1]).replace(/\s+/g, ' ') }),
  },
  {
    pattern: /\b(?:appendix|annex|app)\.?\s*(\d{1,2}|[A-Ha-h])\b/gi,
    read: (m) => ({ kind: 'appendix', number: lower(m[1]) }),
  },
  {
    pattern: /\b(?:pack\s+)?(?:page|pg|p)\.?\s*(\d{1,3})(?![\d.])/gi,
    read: (m) => ({ kind: 'page', number: lower(m[1]) }),
  },
];

/** Places in the record that a question names outright. Earlier patterns win where two overlap. */
export function findReferences(text: string): FoundReference[] {
  const found: FoundReference[] = [];
  for (const { pattern, read } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      for (const reference of [read(match)].flat()) found.push({ reference, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function lower(text: string | undefined): string {
  return (text ?? '').toLowerCase();
}
