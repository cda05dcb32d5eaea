import { findProseDecision } from '../limbs/find-prose-decision.ts';
import { readVote } from '../limbs/read-vote.ts';
import type { Block } from './group-blocks.ts';

/** Words of a sentence: a line that has one says something, it does not head anything. */
const SENTENCE_WORD =
  /\b(?:was|were|had|has|have|is|are|be|been|would|will|noted|advised|agreed|received|resolved|thanked|asked|reported|declared|left|joined|closed|ended|opened|started|finished|concluded)\b/i;
const MAX_WORDS = 12;

/** A sentence in bold is what the committee did ("**The Board noted the report.**"), not a heading. */
export function saysSomething(text: string): boolean {
  if (/\.\s(?:Approved|Agreed|Noted|Resolved)\b/.test(text)) return true;
  return (/\.$/.test(text) && text.split(' ').length > 4) || findProseDecision(text, { from: 0 }) !== undefined;
}

/** True if the block at this index heads the discussion that follows it within a minute. */
export function isSubHeading(blocks: Block[], i: number): boolean {
  const block = blocks[i];
  const next = blocks[i + 1];
  if (!block || block.kind === 'table' || block.kind === 'bullet') return false;
  if (block.kind === 'heading') return !saysSomething(block.text);
  if (!next || block.label || block.lines.length > 1) return false;
  const { text } = block;
  if (readVote(text) || saysSomething(text)) return false;
  const words = text.split(' ').length;
  if (!/^["“(]?[A-Z0-9]/.test(text) || words > MAX_WORDS || SENTENCE_WORD.test(text)) return false;
  if (/:$/.test(text)) return words <= 4;
  return !/[.;,?!:)–-]$/.test(text) && next.kind !== 'heading' && words <= 10 && text.length >= 3;
}
