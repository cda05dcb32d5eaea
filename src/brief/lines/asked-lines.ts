import type { BriefingLine } from '../../briefing.ts';
import { plainText } from '../../paper.ts';
import type { Recommendation } from '../../report.ts';
import type { SourcePaper } from '../briefing-sources.ts';
import type { ItemPapers } from '../item-papers.ts';
import { type Cite, lineOf, MAX_QUOTE_CHARS, present, quoted } from './line.ts';

/** A recommendation of one paper of an item. */
export type Asked = { paper: SourcePaper; recommendation: Recommendation };

/** What an item's reports ask of the committee, each recommendation once: as the body has it, else the summary. */
export function recommendationsOf({ papers }: ItemPapers): Asked[] {
  return papers
    .filter(({ paper }) => paper.kind === 'report')
    .flatMap((paper) => {
      const all = paper.paper.report?.recommendations ?? [];
      const body = all.filter(({ place }) => place === 'body');
      return uniqueByWords(body.length > 0 ? body : all).map((recommendation) => ({ paper, recommendation }));
    });
}

/** What is asked of the committee, in full; where no paper asks for anything, what the agenda itself says. */
export function askedLines(item: ItemPapers, cite: Cite): BriefingLine[] {
  const asked = recommendationsOf(item);
  if (asked.length > 0) return present(asked.map((one) => recommendationLine(one, cite)));
  return present([agendaWords(item, cite)]);
}

/** The recommendation's words whole, behind its label. */
export function recommendationLine({ paper, recommendation }: Asked, cite: Cite, lead = ''): BriefingLine | undefined {
  const { label, text, spans } = recommendation;
  const why = label === undefined ? 'recommendation' : `recommendation ${label}`;
  const words = quoted(withoutLink(plainText(text, [{ start: 0, end: text.length }])));
  return lineOf(
    `${lead}${label === undefined ? '' : `${label} `}${words}`,
    spans.map((span) => cite({ paperId: paper.id, span, why })),
  );
}

/** Without the semicolon or "and" that leads to the next recommendation. */
export function withoutLink(words: string): string {
  return words.replace(/[;,]\s*(?:and|or)?\s*$/i, '');
}

/** True if a recommendation asks for more than to be noted, received or discussed. */
export function isDecisionAsked({ recommendation: { text } }: Asked): boolean {
  return DECIDING.test(text) || !NOTING.test(text);
}

const NOTING = /\b(?:note[ds]?|noting|receive[ds]?|consider(?:s|ed)?|discuss|comment|views?)\b/i;
const DECIDING =
  /\b(?:approv\w*|agrees?|endors\w*|adopt\w*|authoris\w*|delegat\w*|appoint\w*|ask(?:s|ed)? for|be (?:made|requested|recommended)|whether|seek)\b|(?<!\b(?:is|are) )\brecommends?\b/i;

function uniqueByWords(recommendations: Recommendation[]): Recommendation[] {
  const seen = new Set<string>();
  return recommendations.filter(({ text }) => {
    const key = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What the agenda says beside the title, such as who presents it: with the title the item would say itself twice. */
function agendaWords({ item, agenda, title }: ItemPapers, cite: Cite): BriefingLine | undefined {
  if (!item || !agenda || item.access.kind !== 'public') return undefined;
  const words = besideTitle(plainText(agenda.text, item.spans), title);
  if (words.length < LEAST_MORE_CHARS) return undefined;
  const why = 'the agenda';
  const cut = words.length > MAX_QUOTE_CHARS ? `${words.slice(0, MAX_QUOTE_CHARS).replace(/\s+\S*$/, '')} …` : words;
  return lineOf(
    `The agenda says: ${quoted(cut)}`,
    item.spans.map((span) => cite({ paperId: agenda.id, span, why })),
  );
}

/** An item's words without its number, title and pages. */
export function besideTitle(words: string, title: string): string {
  const plain = words.replace(/^(?:item\s+)?[\d.]{1,8}\s+/i, '');
  const bare = plain.toLowerCase().startsWith(title.toLowerCase()) ? plain.slice(title.length) : plain;
  return bare.replace(/^[\s.:–-]*(?:\(pages?[^)]{0,40}\))?[\s.:–-]*/i, '').trim();
}

const LEAST_MORE_CHARS = 12;
