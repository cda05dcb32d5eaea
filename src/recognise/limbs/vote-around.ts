import type { Vote } from '../../minute.ts';
import type { Block } from '../minutes/group-blocks.ts';
import { sentencesOf } from './find-prose-decision.ts';
import { readVote } from './read-vote.ts';

/** A recorded vote lists For, Against and Abstentions on lines of their own under an introduction. */
const MAX_VOTE_BLOCKS = 4;
/** A council's names on one side of a vote fit in it. */
const MAX_BLOCK = 1500;
const VOTES = /\b(?:vot(?:es?|ed|ing)|carried|unanimous(?:ly)?)\b|^(?:for|against|abst\w*|in favour)\b/i;
const SENTENCE_VOTE =
  /^(?:proposed|moved|seconded|all\b|carried|agreed|vot|unanimous|the vote|on a|on being|\(|\d|resolved unanimously|for\b)/i;

/** The vote printed right before a resolution: in the words before it in its paragraph, or in the blocks above. */
export function voteBefore(blocks: Block[], i: number, words: string): Vote | undefined {
  const own = readVote(words);
  const lines: string[] = [];
  for (let at = i - 1; at >= 0 && lines.length < MAX_VOTE_BLOCKS; at--) {
    const block = blocks[at] as Block;
    if (block.kind === 'heading' || block.text.length > MAX_BLOCK || !VOTES.test(block.text)) break;
    // What was lost before is no vote on this.
    if (lines.length > 0 && readVote(block.text)?.outcome === 'lost') break;
    lines.unshift(block.text);
  }
  const above = lines.length > 0 ? readVote(lines.join('\n')) : undefined;
  const counts = above?.outcome === 'lost' && !own ? undefined : above;
  if (!own) return counts;
  return own.for === undefined && counts?.for !== undefined ? { ...counts, outcome: own.outcome } : own;
}

/** "Voting: 3 for, 2 against.": the vote alone in the paragraph under a decision. */
export function voteBelow(blocks: Block[], i: number): Vote | undefined {
  const below = blocks[i + 1];
  if (
    !below ||
    below.label ||
    below.text.length > 200 ||
    !/^\W*(?:vot(?:e|es|ing)\b|for\s?[:–-]|in favour\b)/i.test(below.text)
  )
    return undefined;
  const vote = readVote(below.text);
  return vote?.outcome === 'lost' ? undefined : vote;
}

/** The vote in the sentence after a decision ("Proposed Cllr A, seconded Cllr B, all in favour."), and where it ends. */
export function voteAfter(text: string, from: number): { vote: Vote; to: number } | undefined {
  for (const sentence of sentencesOf(text, from)) {
    const words = text.slice(sentence.from, sentence.to).trim();
    const vote =
      words.length <= 200 && SENTENCE_VOTE.test(words) && !/\b(?:that|to)\b/i.test(words) ? readVote(words) : undefined;
    return vote && vote.outcome !== 'lost' ? { vote, to: sentence.to } : undefined;
  }
  return undefined;
}
