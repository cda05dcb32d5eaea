/** Words of a text as scoring compares them: case, quotation marks, dashes, Markdown and HTML marks do not count. */
export type ComparedText = { folded: string; trigrams: Set<string> };

/** Folds what may differ between a paper, a quotation and a person's copy of it. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/<br\s*\/?>|<\/?[a-z][^>]*>/g, ' ')
    .replace(/[*_#|>\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a folded text; figures keep their signs. */
export function comparedWords(text: string): string[] {
  return foldText(text).match(/[a-z0-9£%$&'.,+-]*[a-z0-9%]/g) ?? [];
}

export function prepareText(text: string): ComparedText {
  return { folded: foldText(text), trigrams: new Set(trigramsOf(comparedWords(text))) };
}

/** True if at least `share` of the quotation's word trigrams stand in the text, or the quotation itself does. */
export function holdsQuote(text: ComparedText, quote: string, share = 0.7): boolean {
  if (text.folded.includes(foldText(quote))) return true;
  const wanted = trigramsOf(comparedWords(quote));
  if (wanted.length === 0) return false;
  return wanted.filter((trigram) => text.trigrams.has(trigram)).length / wanted.length >= share;
}

/** True if an answer says a fact: spacing, thousands commas and ordinal endings do not count. */
export function saysFact(answer: string, fact: string): boolean {
  return loosen(answer).includes(loosen(fact).replace(/[.,;:]$/, ''));
}

function loosen(text: string): string {
  return foldText(text)
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/\s*([%£.,;:()/-])\s*/g, '$1')
    .replace(/\b(\d+)(?:st|nd|rd|th)\b/g, '$1');
}

function trigramsOf(words: string[]): string[] {
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
}
