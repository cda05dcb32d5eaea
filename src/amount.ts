import type { Question } from './question.ts';

const AMOUNT =
  /\b(?:how (?:many|much)\b|number of|what (?:number|percentage|percent|proportion|share|rate|price|%)|price of|percentage of|proportion of|salary|% of)/i;

/** True if a question asks for a number of something: how many, how much, a percentage, a price. */
export function asksForAmount(question: Question): boolean {
  return AMOUNT.test(question.text);
}

const MONEY_ASKED =
  /\bhow much\b(?! of\b).{0,60}\b(?:cost(?:s|ing)?|spend(?:ing)?|spent|pay(?:ing)?|paid|money|save|saved|saving|budget|price|put aside|set aside)\b|\bwhat (?:does|did|do|would|will) [^?]{1,80}\bcost\b(?=\s*(?:us|to|a|per|in|each|now|last|\?|$))|\bwhat(?: is| was| are| were|'s) (?:the |their |its )?(?:\w+ ){0,3}(?:costs?|price|salary|fee|budget)\b|^(?:\w+ )?(?:price|cost|fee|salary) of\b|\bwhat (?:\w+ ){0,2}(?:rate|price|fee|sum) (?:do|does|did|are|is|will) (?:\w+ ){1,3}(?:pay|paid|charge)|\bhow many £|\btotal spend\b|\bhow much (?:do|does|did|are|is|was|were|will|has|have)\b.{0,60}\b(?:gets?|got|receiv\w+|funded|charged?|earn\w*|worth)\b/i;

/** True if a question asks for a sum of money: what something cost, its price, how much was paid. */
export function asksForMoney(question: string): boolean {
  return MONEY_ASKED.test(question);
}

/** True for a word that asks for money, not for what it is paid for. */
export function isMoneyWord(word: string): boolean {
  return /^(?:cost|spen[dt]|pa(?:y|id)|money|price|fee|budget|sav(?:e|ing)|salar)/.test(word);
}

/** True if a text names a sum of money, or is a table of such. */
export function hasMoney(text: string): boolean {
  return /£|\b(?:pence|pounds?|million|free of charge)\b|\b\d+p\b/i.test(text);
}

/** True if a text has a number that is no label, date, year, minute or paragraph number. */
export function hasAmount(text: string): boolean {
  const bare = text
    .replace(/^[ \t#*|-]*\(?[0-9a-z]{1,3}(?:\.\d{1,3})*[).]?(?=\s)/gim, ' ')
    .replace(
      /\b(?:minutes?|min|item|appendix|annex|section|para(?:graph)?|page|pages|table|figure|year|ks|key stage|stage|no)\.?\s*(?:no\.?\s*)?\d[\d.]*/gi,
      ' ',
    )
    .replace(/\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/gi, ' ')
    .replace(/\b(?:19|20)\d{2}(?:\s?[/-]\s?\d{2,4})?\b/g, ' ');
  return (
    /\d/.test(bare) ||
    /\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|half|quarter|third|dozen|hundred|thousand|nil|zero)\b/i.test(
      bare,
    )
  );
}

const FIGURE_CELL = /[|\t]\s*[£+–-]?\d/;

/** True if a table's row has a cell that begins with a number. */
export function hasFigures(row: string): boolean {
  return FIGURE_CELL.test(row);
}
