import type { Block } from '../minutes/group-blocks.ts';
import { readVote } from './read-vote.ts';

const MAX_ASIDE = 300;
const VOTE_LINE =
  /^[[(]?\s?(?:vot(?:e|es|ed|ing)\b|for\b|in favour|carried\b|unanimous|all (?:agreed|in favour|were)|the (?:motion|resolution|vote|recommendations?|proposal)\b|(?:up)?on being put|on a show|\d{1,3} (?:votes?|for|in favour)|proposed\b|moved\b|nem\.? ?con)/i;

/** True for a block under a resolution that tells of its vote or its movers, or notes who came and went. */
export function isAside(block: Block): boolean {
  if (block.text.length > MAX_ASIDE || block.label || block.kind === 'table') return false;
  return (
    (VOTE_LINE.test(block.text) && readVote(block.text) !== undefined) ||
    /^(?:voting record|recorded vote)\W*$|^[[(](?:Councillor|Cllr|Mr|Mrs|Ms|The|At|Note|N\.?B|Proposed|Moved)\b.*[\])]\.?$/i.test(
      block.text,
    )
  );
}
