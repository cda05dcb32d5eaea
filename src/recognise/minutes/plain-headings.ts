import type { OutlineLine } from '../outline-line.ts';
import type { HeadingCandidate } from './heading-candidates.ts';
import { runInTitle } from './run-in-title.ts';
import { isStandingBusiness } from './standing-business.ts';

/** Fewer entries that look alike may be any list. */
const MIN_PLAIN = 3;
const MIN_REPEATED = 4;
/** Share of the steps from heading to heading that must be one. */
const MOST = 0.8;
/** A paragraph that begins with its minute's number. */
const PARAGRAPH = /^(\d{1,4})[.)]?\s+(?=[("“]?\p{Lu})/u;
const NOT_HEADINGS = /^(?:That|RESOLVED|Resolved|AGREED|Agreed)\b/;
/** How far down such a list its first standing business may come. */
const MAX_FIRST = 3;

/** A heading over the paragraph that begins with its number: "ANNOUNCEMENTS" over "2 The Provost said …". */
export type HeadingOverNumber = { at: number; number: string };

/** Headings in dress, each over a paragraph that begins with the next number; empty if the numbers do not run so. */
export function headingsOverNumbers(lines: OutlineLine[]): HeadingOverNumber[] {
  const found: HeadingOverNumber[] = [];
  lines.forEach((line, at) => {
    if (line.kind !== 'heading' || line.label !== undefined || /^\d/.test(line.text)) return;
    const below = lines.slice(at + 1, at + 4).find(({ kind }) => kind !== 'blank' && kind !== 'furniture');
    const number = below?.kind === 'text' ? PARAGRAPH.exec(below.text)?.[1] : undefined;
    if (number !== undefined) found.push({ at, number });
  });
  const steps = found.slice(1).map(({ number }, i) => Number(number) - Number(found[i]?.number));
  const ordered = steps.filter((step) => step === 1).length >= steps.length * MOST && steps.every((step) => step > 0);
  return found.length >= MIN_PLAIN && ordered ? found : [];
}

/** Entries that a converter all numbered "1."; empty unless some name a meeting's standing business. */
export function repeatedFirsts(candidates: HeadingCandidate[]): HeadingCandidate[] {
  const firsts = candidates.filter(({ number, shape, title }) => number === '1' && shape === 'N' && title !== '');
  if (firsts.length < MIN_REPEATED || firsts.some(({ title }) => NOT_HEADINGS.test(title) && !isBusiness(title)))
    return [];
  return firsts.filter(({ title }) => isBusiness(title)).length >= 2 ? firsts.map(withColonTitle) : [];
}

/** A list from 1 whose entries are sentences, where it is all that divides the minutes; empty unless it names standing business. */
export function plainRun(candidates: HeadingCandidate[]): HeadingCandidate[] {
  const run: HeadingCandidate[] = [];
  for (const candidate of candidates) {
    if (candidate.shape !== 'N' || candidate.parts[0] !== run.length + 1) continue;
    if (run[0] && candidate.trail !== run[0].trail) continue;
    run.push(candidate);
  }
  const listed = run.some(({ title }) => NOT_HEADINGS.test(title));
  return run.length >= MIN_PLAIN && !listed && run.slice(0, MAX_FIRST).some(({ title }) => isBusiness(title))
    ? run.map(withColonTitle)
    : [];
}

function isBusiness(title: string): boolean {
  return isStandingBusiness(title.slice(0, 100));
}

/** "Neighbourhood Plan: It was proposed …": words before a colon are the title. */
function withColonTitle(candidate: HeadingCandidate): HeadingCandidate {
  if (runInTitle(candidate.title)) return candidate;
  const title = /^[^:.;]{3,80}:\s+(?=\S)/.exec(candidate.title)?.[0];
  return title === undefined ? candidate : { ...candidate, runIn: title.length };
}
