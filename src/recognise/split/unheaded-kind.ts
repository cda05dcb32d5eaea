import type { PaperKind } from '../../paper.ts';
import type { OutlineLine } from '../outline-line.ts';

/** The kind of a paper without a head to tell it: by its resolutions, its numbered items or its title's words. */
export function unheadedKind(lines: OutlineLine[]): PaperKind {
  const content = lines.filter((line) => line.kind !== 'blank' && line.kind !== 'furniture');
  const count = (pattern: RegExp) => content.filter((line) => pattern.test(line.text)).length;
  const resolutions = count(
    /^\W*(?:it was )?(?:resolved|agreed)\b|^\W*decisions?\W*$|\bRESOLVED\b|\bit was resolved\b/i,
  );
  const opening = content.slice(0, 30).map((line) => line.text);
  if (
    resolutions >= 2 ||
    (resolutions === 1 && opening.some((text) => /\b(?:present|apologies|minutes)\b/i.test(text)))
  ) {
    return 'minutes';
  }
  if (opening.some((text) => /^\W*a ?g ?e ?n ?d ?a\b/i.test(text)) && count(/apologies|declarations? of/i) >= 2)
    return 'agenda';
  if (/^\W*(?:appendix|annex)/i.test(opening[0] ?? '')) return 'appendix';
  const named = opening
    .slice(0, 8)
    .some(
      (text) =>
        text.length < 160 &&
        /\b(?:report|strategy|review|plan|update|outturn|performance|policy|framework|terms of reference|assessment|briefing)\b/i.test(
          text,
        ),
    );
  const numbered = content.filter((line) => /^\d+\.\d+/.test(line.label ?? '')).length >= 3;
  return named || numbered || count(/^\W*(?:\d+\W+)?recommendations?\b/i) > 0 ? 'report' : 'other';
}
