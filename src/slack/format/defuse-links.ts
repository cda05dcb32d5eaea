/** Joins without a space and shows nothing; Slack's readers of links, mentions and emoji stop at it. */
export const WORD_JOINER = '\u2060';

/** The colon of an address, whatever stands before it; `mailto:` and its like need no slashes after it. */
const SCHEME = /(?:mailto|tel|javascript|data|file|slack):|:(?=\/\/)/gi;
/** A dot inside what may be a domain: Slack links "example.org" as it does "www.example.org". */
const DOMAIN_DOT = /(?<=[\p{L}\p{N}_-])\.(?=[\p{L}]{2})/gu;
const MENTION = /([@#])(?=[\p{L}\p{N}_-])/gu;
const EMOJI = /:(?=[\p{L}\p{N}_+'-]{1,100}:)/gu;

/**
 * Text in which Slack finds nothing to make a link, a mention or a picture of: an invisible word joiner breaks
 * addresses, e-mail addresses, `@here`, `#channel` and `:smile:`. What is seen and read out stays the same.
 */
export function defuseLinks(text: string): string {
  return text
    .replace(SCHEME, `$&${WORD_JOINER}`)
    .replace(DOMAIN_DOT, `.${WORD_JOINER}`)
    .replace(MENTION, `$1${WORD_JOINER}`)
    .replace(EMOJI, `:${WORD_JOINER}`);
}
