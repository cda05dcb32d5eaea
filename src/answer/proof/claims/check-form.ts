import type { ProofFault } from '../../../proof.ts';
import { isFunctionWord } from '../words/word-groups.ts';

/** A statement is a sentence or two; a whole answer is not longer than 250 words. */
const MAX_STATEMENT_CHARS = 700;

/** What no plain sentence about the record has, with what it is called; each linear. */
const FORBIDDEN: { pattern: RegExp; name: string }[] = [
  { pattern: /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u, name: 'a control character' },
  { pattern: /[\p{Extended_Pictographic}]|:[a-z0-9_+-]{2,40}:/iu, name: 'a pictograph' },
  { pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/|\bwww\.|\b(?:mailto|tel|javascript|data|slack):/i, name: 'a link' },
  {
    pattern: /\b[a-z0-9-]{1,63}\.(?:com|org|net|io|co|uk|gov|info|ai|app|dev|ly|example|test|local|xyz)\b/i,
    name: 'a link',
  },
  { pattern: /@|<|>|\[[^\]]{0,80}\]\(|&(?:lt|gt|amp|#\d{1,6});/, name: 'a mention or markup' },
  { pattern: /(?:^|\s)[#][\p{L}\d]|(?:^|[\s(])[*_~`]+\S|\S[*_~`]+(?=[\s.,;:!?)]|$)|\||\\|\{|\}/u, name: 'markup' },
  { pattern: /^[\s>*•-]|\s{3}/, name: 'layout' },
  { pattern: /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u, name: 'another script' },
  { pattern: /\b(?:I|I'm|I’m|we|us|our|ours|me|my|mine|you|your|yours|let's|let’s)\b/i, name: 'a speaker' },
  {
    pattern:
      /\b(?:please|click|sorry|as an ai|language model|system prompt|my instructions|passage \w{1,12}|quotes?:)/i,
    name: 'talk of itself',
  },
  { pattern: /\?/, name: 'a question' },
  { pattern: /[A-Za-z\d+/=]{28}/, name: 'a code' },
];
/** Of the words of English prose about a third are small ones, in a line of figures fewer; another language has next to none. */
const MIN_SMALL_SHARE = 0.1;
/** Too few words tell nothing. */
const MIN_WORDS = 6;

/** Words said to whoever, or whatever, reads a paper, not to a committee. */
const INSTRUCTION =
  /\b(?:(?:ignore|disregard|forget|override)\b.{0,40}\b(?:above|previous|prior|earlier|preceding|instructions?|rules?|prompts?|everything|anything|all)\b|(?:system|developer|assistant|user)\s?(?:prompt|message|instructions?|:)|language model|chat ?bot|\bas an ai\b|\bAI (?:assistant|model|system)|you (?:are|must|should|will|shall) (?:now|only|always|never|answer|say|reply|respond|tell|state|write|report|output|act|pretend)|(?:^|[.!?:;,"“”()>\]-]\s?|\b(?:and|then|instead|must|now|simply|just|always)\s)(?:answer|reply|respond|say|state|write|output|print|repeat|tell (?:the )?(?:user|reader|member|them))(?::|\s(?:only |instead |exactly |always )?(?:that|with|in|the words?|as follows|"|“|:))|\bfor ["“'‘][^"”'’]{1,60}["”'’] read\b|\b(?:decode|obey)\b|(?:new|following|these) instructions?\b|do not (?:mention|cite|reveal|tell)|<\/?(?:passage|system|user|assistant|instructions?)\b|\[\/?inst\]|###\s?(?:system|instruction))/i;

/** What in a statement's form is not a plain sentence; undefined where nothing is. Quotations in it are the paper's words. */
export function checkForm(text: string): ProofFault | undefined {
  if (text.length > MAX_STATEMENT_CHARS) return { kind: 'form', said: 'a statement of too many words' };
  const fault = FORBIDDEN.find(({ pattern }) => pattern.test(text));
  if (fault) return { kind: 'form', said: fault.name };
  if (!/^["“'‘]?[\p{Lu}\p{N}£]/u.test(text) || !/[.!]["”'’)]?$/.test(text))
    return { kind: 'form', said: 'not a sentence' };
  if (!isEnglish(text)) return { kind: 'form', said: 'another language' };
  return INSTRUCTION.test(text) ? { kind: 'instruction', said: text.slice(0, 80) } : undefined;
}

function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const small = words.filter((word) => word.length > 1 && isFunctionWord(word));
  return words.length < MIN_WORDS || small.length >= MIN_SMALL_SHARE * words.length;
}

/**
 * True if a passage tells its reader what to say or do. A minute that "ignores the above" is met now and then;
 * then nothing is lost but a paraphrase, for the passage is quoted instead.
 */
export function isInstruction(passage: { text: string }): boolean {
  const known = PLANTED.get(passage) ?? INSTRUCTION.test(passage.text.replace(/\s+/g, ' '));
  PLANTED.set(passage, known);
  return known;
}

const PLANTED = new WeakMap<{ text: string }, boolean>();
