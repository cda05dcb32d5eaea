import type { Question } from '../../question.ts';
import { stemsOf } from '../../term.ts';

/** A body that acts: "the Planning Committee", "licensing board", "health select commission". */
const BODY =
  /\b(\p{L}[\p{L}’'&-]*)(?: (?:select|scrutiny|overview|sub|working))? (?:committee|panel|board|commission|forum)\b/iu;
/** In front of "committee" these name none. */
const NO_NAME =
  /^(?:the|this|that|our|your|their|which|what|any|each|every|another|other|both|same|select|scrutiny|sub|joint|full|parent|of|by|to|did|has|a|an|were|was|are|is|do|does|will|would|and|or|for|in|on|at|with|from|past|last|next|new|old)$/i;
/** Asks for the doings or the members of the body that follows, or leads up to it. */
const DOINGS_ASKED =
  /\b(?:what|how|why|when|which|who)\b.{0,30}\b(?:did|does|has|have)\b.{0,40}\b(?:say|said|decide|resolve|agree|approve|recommend|conclude|vote|discuss|refuse|reject)|\bwho(?:['’]?s| is| was| are| were| chairs?| sits?| runs?)\b/i;
/** Cabinet is recommended much and decides elsewhere: what it decided is told in such words. */
const CABINET_DID =
  /(?<!youth )\bcabinet (?:\w+ )?(?:decid|resolv|agree|approv|adopt|accept|refus|reject|consider|discuss|say|said|do|did)\w*/i;
const DID_AS_CABINET =
  /\bcabinet(?:['’]s)? (?:\w+ ){0,2}(?:decided|decision|resolved|agreed|approved|adopted|accepted|refused|rejected|considered|discussed|said|received)\b|\b(?:by|at) cabinet\b/i;

/**
 * That the body whose doings a question asks is not spoken of in the texts. Asked what a body decided, or who is on it,
 * its name must stand there as a name: "health" and "commission" apart are not the health commission.
 */
export function unmetBody({ text, committees }: Question, texts: string[]): string | undefined {
  if (CABINET_DID.test(text) && !texts.some((other) => DID_AS_CABINET.test(other))) return 'what Cabinet did';
  const match = BODY.exec(text);
  const name = match?.[1] ?? '';
  if (!match || committees.length > 0 || NO_NAME.test(name)) return undefined;
  const isThere = DOINGS_ASKED.test(text) ? isNamed(name, texts) : isSaid(name, texts);
  return isThere ? undefined : 'the body that is asked about';
}

function isSaid(name: string, texts: string[]): boolean {
  const stems = stemsOf(texts.join(' '));
  return [...stemsOf(name)].every((stem) => stems.has(stem));
}

/** The name, at most two words on a word for a body. */
function isNamed(name: string, texts: string[]): boolean {
  const [stem] = stemsOf(name);
  const bodies = texts.flatMap((text) => [...text.matchAll(NAMED_BODY)].map(([body]) => stemsOf(body)));
  return stem === undefined || bodies.some((stems) => stems.has(stem));
}

const NAMED_BODY =
  /\b(?:\p{L}[\p{L}’'&-]{0,30} ){1,5}(?:committees?|panels?|boards?|commissions?|forums?|council|partnership)\b/giu;
