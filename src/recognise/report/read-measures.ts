import type { Measure, Section } from '../../report.ts';

/** What a measure's heading prints: its running number ("No.28"), its code ("NI 59") and what it measures. */
export type MeasureHeading = { number?: string; code?: string; name: string };

const NAMED =
  /^(?:performance |key )?(?:measure|indicator)s?\s*(?:\(([^()]{1,40})\)|((?:no\.?\s*|ref\.?\s*)?[A-Z]{0,5}[ -]?\d{1,3}[a-z]?(?:\.\d{1,3}){0,2}))?\s*[:–—-]\s*(\S.*)$/iu;
/** Codes the national and local sets of indicators used, and the general ones. */
const KNOWN_CODE =
  /^((?:KPI|PI|NI|LPI|BVPI|BV|CPI|SPI|LI|PMI|PAF|SI)\s?[A-Z]{0,4}[ /-]?\d{1,4}[a-z]?(?:\.\d{1,3}){0,2})\s*(?:[:–—-]|\s)\s*(\p{Lu}.{5,})$/u;
const ANY_CODE = /^(([A-Z]{2,5})[ -]?\d{1,3}[a-z]?(?:\.\d{1,2})?)\s*[:–—-]\s*(\p{Lu}.{5,})$/u;
/** Letters before a number that name stages, quarters, years or laws, not measures. */
const NO_MEASURE = /^(?:KS|EYFS|FY|YR|GCSE|COVID|HMO|ISO|EU|UK|GDPR|VAT|APP|TPO|PART|ITEM|NO|RISK|REC|ACTION)$/;
/** A council's own codes are believed from this many different measures on. */
const MIN_OWN_CODES = 2;

/** Reads a line as a measure's heading. `prefixes` are the letters of the council's own codes. */
export function measureHeading(line: string, prefixes: ReadonlySet<string>): MeasureHeading | undefined {
  const named = NAMED.exec(line);
  if (named?.[3] && (named[1] ?? named[2]) !== undefined)
    return { ...numberAndCode(named[1] ?? named[2] ?? ''), name: named[3].trim() };
  const known = KNOWN_CODE.exec(line);
  if (known?.[1] && known[2]) return { code: known[1], name: known[2].trim() };
  const own = ANY_CODE.exec(line);
  return own?.[1] && own[2] && own[3] && prefixes.has(own[2]) ? { code: own[1], name: own[3].trim() } : undefined;
}

/** The letters of codes that head at least two differently named lines: a council's own set of measures. */
export function ownCodePrefixes(lines: string[]): Set<string> {
  const names = new Map<string, string[]>();
  for (const line of lines) {
    const own = ANY_CODE.exec(line);
    if (own?.[2] && own[3] && !NO_MEASURE.test(own[2]))
      names.set(own[2], [...(names.get(own[2]) ?? []), own[3].toLowerCase()]);
  }
  const believed = [...names].filter(
    ([, found]) => found.length >= MIN_OWN_CODES && new Set(found).size === found.length,
  );
  return new Set(believed.map(([prefix]) => prefix));
}

function numberAndCode(printed: string): { number?: string; code?: string } {
  const [first = '', second] = printed.split(/\s*\/\s*/);
  if (second !== undefined) return { number: first.trim(), code: second.trim() };
  return /^(?:no\.?|ref\.?)?\s*\d/i.test(first) ? { number: first.trim() } : { code: first.trim() };
}

/** The measures of a performance report with all their paragraphs, from the sections their headings opened. */
export function readMeasures(sections: Section[], prefixes: ReadonlySet<string>): Measure[] {
  return sections.flatMap((section) => {
    const heading = section.title === undefined ? undefined : measureHeading(section.title, prefixes);
    return heading ? [{ ...heading, span: section.span, paragraphs: section.paragraphs }] : [];
  });
}
