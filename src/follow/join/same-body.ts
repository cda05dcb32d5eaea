import { committeeKey } from '../../audience.ts';

/** A council's own meeting goes by these names in its committees' papers. */
const WHOLE_COUNCIL = /^(?:full |whole )?council$/;

/**
 * True if a body as a paper names it is this committee: by its whole name, or by the end of it ("the Scrutiny
 * Committee" for the "Children's Scrutiny Committee", "Council" for the "Wendbury Borough Council").
 */
export function isSameBody(printed: string, committee: string): boolean {
  const [said, known] = [printed, committee].map(committeeKey) as [string, string];
  if (said === '') return false;
  if (said === known) return true;
  if (WHOLE_COUNCIL.test(said)) return /\bcouncil$/.test(known) && !/\b(?:parish|community)\b/.test(known);
  return said.includes(' ')
    ? known.endsWith(` ${said}`)
    : /^(?:cabinet|executive)$/.test(said) && known.endsWith(` ${said}`);
}
