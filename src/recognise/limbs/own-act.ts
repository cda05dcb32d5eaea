const ACT_AND =
  /^((?:that |to )?[^:]{0,300}?\b(?:note|receive|approve|endorse|adopt|accept|agree|support|welcome|be (?:\w+ly )?(?:noted|received|approved|endorsed|adopted|accepted|agreed|supported|welcomed))\b[^:]{0,300}?),? and(?: (?:further|also))?(?: (?:that|to))?\s?(?::\s?[-–—]?|[-–—])?$/i;

/**
 * "to note the report, and that:" over limbs is a limb of its own: how many of its characters say what is done;
 * undefined for a mere lead-in.
 */
export function ownAct(words: string): number | undefined {
  const act = ACT_AND.exec(words)?.[1];
  return act === undefined ? undefined : act.length;
}

const AS_FOLLOWS = /\bas follows\s?:\s?[-–—]?$/i;
const OWNED_LIST = /\b(?:subject|conditions?|reasons?|grounds|amend\w+|correct\w+|chang\w+)\b/i;
/** A longer limb announces nothing. */
const MAX_ANNOUNCEMENT = 300;

/** "That the recommendations be approved, as follows:" over "1. To note …": each is an act, not a condition of one. */
export function announcesActs(words: string): boolean {
  return words.length <= MAX_ANNOUNCEMENT && AS_FOLLOWS.test(words) && !OWNED_LIST.test(words);
}
