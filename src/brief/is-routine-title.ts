/** Business that every agenda has: its earlier minutes tell nothing of this meeting. */
const ROUTINE =
  /^(?:apologies|declarations?\b|minutes\b|to (?:receive|consider|confirm|approve) the minutes|to (?:consider|determine|decide) (?:whether|if|any items?)\b|urgent business|exclusion|questions from|chair.{0,3}s? (?:announcement|communication)|communications|date (?:and|of)|next meeting|public (?:questions|statements)|membership|welcome|introductions?|any other|(?:to (?:receive|consider|note) the )?(?:work|forward) (?:programme|plan))/i;

/** True for an agenda item by whose title no business of its own can be told. */
export function isRoutineTitle(title: string): boolean {
  return ROUTINE.test(title);
}
