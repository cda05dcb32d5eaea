import { type HeadingCandidate, letterInside } from './heading-candidates.ts';

/** Numbers of minutes left out of a public record in one place: a larger jump is another list's number. */
const MAX_JUMP = 10;

/** The score of a line in a heading's dress. */
const DRESSED = 3;

type Chain = { score: number; candidate: HeadingCandidate; before: Chain | undefined };

/**
 * The run of candidates whose numbers go up through the meeting and that look most like headings of one dress.
 * Empty if no run is convincing.
 */
export function chooseHeadingRun(candidates: HeadingCandidate[]): HeadingCandidate[] {
  let best: { score: number; run: HeadingCandidate[]; family: Family } | undefined;
  for (const family of familiesOf(candidates).values()) {
    const found = bestRun(family, () => 0);
    if (found && (!best || found.score > best.score)) best = { ...found, family };
  }
  if (!best || !isConvincing(best.run)) return [];
  const usual = usualDress(best.run);
  const run = bestRun(best.family, (candidate) => likeness(candidate, usual))?.run ?? best.run;
  return withMisprints(run, candidates, usual);
}

/** Where the run leaves one number out, a heading of the same dress with another number stands for it. */
function withMisprints(run: HeadingCandidate[], candidates: HeadingCandidate[], usual: Dress): HeadingCandidate[] {
  const others = candidates.filter((candidate) => isDressedAs(candidate, usual) && candidate.shape === run[0]?.shape);
  let i = 0;
  return run.flatMap((candidate, index) => {
    const next = run[index + 1];
    if (!next || Math.abs((next.parts.at(0) ?? 0) - (candidate.parts.at(0) ?? 0)) !== 2) return [candidate];
    while (others[i] && (others[i] as HeadingCandidate).at <= candidate.at) i++;
    const missing = others[i];
    return missing && missing.at < next.at ? [candidate, missing] : [candidate];
  });
}

function isDressedAs(candidate: HeadingCandidate, usual: Dress): boolean {
  const { score, trail, capitals, dressed } = candidate;
  if (score < DRESSED || trail !== usual.trail) return false;
  return capitals === usual.capitals && dressed === usual.dressed && (capitals || dressed);
}

/** Candidates of one shape of number, by the part that counts; the other parts are alike ("21.01." of 21.01.07). */
type Family = { part: number; members: HeadingCandidate[] };

function familiesOf(candidates: HeadingCandidate[]): Map<string, Family> {
  const families = new Map<string, Family>();
  for (const candidate of candidates) {
    candidate.parts.forEach((_, part) => {
      const others = candidate.parts.filter((_value, index) => index !== part).join(',');
      const key = `${candidate.shape}#${part}#${others}`;
      const family = families.get(key) ?? { part, members: [] };
      family.members.push(candidate);
      families.set(key, family);
    });
  }
  return families;
}

/** The best chain ending at each number is kept, so that the work grows with the candidates, not their square. */
function bestRun(family: Family, extra: (candidate: HeadingCandidate) => number) {
  const ending = new Map<number, Chain>();
  let best: Chain | undefined;
  for (const candidate of family.members) {
    const value = candidate.parts[family.part] as number;
    let before: Chain | undefined;
    let gained = startCost(value);
    for (let jump = 0; jump <= MAX_JUMP; jump++) {
      const chain = ending.get(value - jump);
      if (!chain) continue;
      const step = jump === 0 && isNextLetter(chain.candidate, candidate) ? 1 : jump;
      if ((step > 0 || isMisprint(chain.candidate, candidate)) && chain.score + stepScore(step) > gained) {
        before = chain;
        gained = chain.score + stepScore(step);
      }
    }
    const chain = { score: gained + candidate.score + extra(candidate), candidate, before };
    const rival = ending.get(value);
    if (!rival || chain.score > rival.score) ending.set(value, chain);
    if (!best || chain.score > best.score) best = chain;
  }
  return best ? { score: best.score, run: unroll(best) } : undefined;
}

/** "41b/19" after "41a/19". */
function isNextLetter(a: HeadingCandidate, b: HeadingCandidate): boolean {
  return letterInside(b.number) === letterInside(a.number) + 1;
}

/** A number printed twice by mistake heads two minutes, if both are dressed as headings. */
function isMisprint(a: HeadingCandidate, b: HeadingCandidate): boolean {
  return Math.min(a.score, b.score) >= DRESSED && ((a.capitals && b.capitals) || (a.dressed && b.dressed));
}

function startCost(value: number): number {
  return value === 1 ? 0.5 : 0;
}

function stepScore(jump: number): number {
  if (jump === 1) return 3;
  if (jump === 0) return -2;
  return jump === 2 ? 0.5 : -1.5;
}

function unroll(chain: Chain): HeadingCandidate[] {
  const run: HeadingCandidate[] = [];
  for (let link: Chain | undefined = chain; link; link = link.before) run.push(link.candidate);
  return run.reverse();
}

/** One heading must be dressed as one or name an agenda item; several must look like headings on average. */
function isConvincing(run: HeadingCandidate[]): boolean {
  const mean = run.reduce((sum, candidate) => sum + candidate.score, 0) / run.length;
  return run.length === 1 ? mean >= 3 : mean >= 0.5;
}

type Dress = { capitals: boolean; dressed: boolean; trail: string };

function usualDress(run: HeadingCandidate[]): Dress {
  const most = (test: (candidate: HeadingCandidate) => boolean) => run.filter(test).length * 2 > run.length;
  const trails = ['', '.', ')', ':'].map((trail) => ({ trail, count: run.filter((c) => c.trail === trail).length }));
  trails.sort((a, b) => b.count - a.count);
  return { capitals: most((c) => c.capitals), dressed: most((c) => c.dressed), trail: trails[0]?.trail ?? '' };
}

function likeness(candidate: HeadingCandidate, usual: Dress): number {
  let score = candidate.capitals === usual.capitals ? 1 : -1;
  score += candidate.dressed === usual.dressed ? 0.5 : -0.5;
  return score + (candidate.trail === usual.trail ? 1 : -1.5);
}
