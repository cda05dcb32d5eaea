import { plainText, type Span, type TextTable } from '../../paper.ts';
import type { Recommendation } from '../../report.ts';
import { findRecommendationBlocks, type RecommendationBlock } from './find-recommendation-blocks.ts';
import { joinLabels, type OpenLabel } from './join-labels.ts';
import type { ReportLine } from './report-line.ts';

type Draft = { label?: string; spans: Span[] };

const BEGINS_RECOMMENDATION =
  /^(?:that|to|it is|the [\p{L} ]{2,60}(?:is|are|be)|note|approve|agree|endorse|consider|receive|recommend|delegate|authori[sz]e|support|adopt|refer)\b/iu;

/**
 * What the report asks the committee to do, in printed order, from its summary and its body: each labelled limb by
 * itself, a nested one with its parents' labels ("2.1(a)"). Options are not recommendations.
 */
export function readRecommendations(
  text: string,
  lines: ReportLine[],
  context: { tables: TextTable[]; bodyStart: number | undefined },
): Recommendation[] {
  const blocks = findRecommendationBlocks(text, lines, context.tables);
  const bodyStart = context.bodyStart ?? (blocks.length > 1 ? blockStart(blocks[1]) : 0);
  return blocks.flatMap((block) => {
    const place = blockStart(block) < bodyStart ? 'summary' : 'body';
    return readBlock(text, block).map(({ label, spans }) => ({
      ...(label === undefined ? {} : { label }),
      text: withoutLabel(plainText(text, spans), label),
      spans,
      place,
    }));
  });
}

function blockStart(block: RecommendationBlock | undefined): number {
  return block?.[0]?.start ?? 0;
}

/** The limbs of one block. With labels, words before the first are a lead-in; without, each paragraph or bullet is one. */
function readBlock(text: string, block: RecommendationBlock): Draft[] {
  const labelled = block.some((piece) => piece.label !== undefined);
  const introduced = /(?:[:–-]|\b(?:that|to))\s*$/i.test(block[0]?.words ?? '') && block.length > 1;
  const drafts: Draft[] = [];
  let open: OpenLabel[] = [];
  for (const [at, piece] of block.entries()) {
    const last = drafts.at(-1);
    if (piece.label !== undefined && piece.dress !== undefined) {
      open = joinLabels(open, piece.label, piece.dress);
      drafts.push({
        label: open.map((part, depth) => (depth === 0 ? part.label : `(${part.label})`)).join(''),
        spans: [piece],
      });
    } else if (last && goesOn(piece, block[at - 1]?.words ?? '', last, labelled)) addSpan(text, last, piece);
    else if (
      !labelled &&
      !(at === 0 && introduced) &&
      (drafts.length === 0 || piece.bullet || BEGINS_RECOMMENDATION.test(piece.words))
    )
      drafts.push({ spans: [piece] });
  }
  return drafts
    .filter(({ spans }) => !/^\W*(?:none|n\/a|not applicable)\W*$/i.test(plainText(text, spans)))
    .map((draft) => ({ ...draft, spans: draft.spans.map(({ start, end }) => ({ start, end })) }));
}

/** True if a line without label belongs to the limb above: its bullet, its next line, or the rest of a broken sentence. */
function goesOn(piece: RecommendationBlock[number], before: string, last: Draft, labelled: boolean): boolean {
  if (piece.bullet) return labelled ? last.label !== undefined : false;
  return !piece.apart || (/^\p{Ll}/u.test(piece.words) && !/[.;:]$/.test(before));
}

function addSpan(text: string, draft: Draft, piece: Span): void {
  const last = draft.spans.at(-1);
  if (last && text.slice(last.end, piece.start).trim() === '')
    draft.spans[draft.spans.length - 1] = { start: last.start, end: piece.end };
  else draft.spans.push(piece);
}

function withoutLabel(words: string, label: string | undefined): string {
  const bare = words.replace(/^[-*•–\uf0b7]\s+/, '');
  if (label === undefined) return bare;
  const own = /\(([^()]+)\)$/.exec(label)?.[1] ?? label;
  const at = bare.indexOf(own);
  return at >= 0 && at <= 2 ? bare.slice(at + own.length).replace(/^[\s.):\]]+/, '') : bare;
}
