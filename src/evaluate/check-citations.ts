import type { Answer } from '../answer.ts';
import type { Citation } from '../citation.ts';
import type { Paper, Span } from '../paper.ts';

/** Where to look a citation up: the paper of a passage, and the text of its file as read. */
export type CheckCitationsOptions = { paperOf: (passageId: number) => { paper: Paper; text: string } | undefined };

/**
 * What is wrong with the citations of an answer, in words; empty if nothing is. Each quotation has to be a byte-exact
 * slice of its paper's text, and the minute and limb it names have to be those of the record it lies in.
 */
export function checkCitations(answer: Answer, { paperOf }: CheckCitationsOptions): string[] {
  if (answer.kind === 'declined') return [];
  return answer.statements.flatMap(({ citations }) =>
    citations.flatMap((citation) => {
      const found = paperOf(citation.passageId);
      if (!found) return [`"${citation.label}" cites a passage that the index does not have`];
      const { paper, text } = found;
      const { start, end } = citation.span;
      if (text.slice(start, end) !== citation.quote) return [`"${citation.label}" quotes what does not stand there`];
      return [...wrongMinute(citation, paper), ...wrongLimb(citation, paper)];
    }),
  );
}

function wrongMinute({ label, span, place }: Citation, { minutes }: Paper): string[] {
  // A quotation that reaches into two minutes is wrong for one of them, whichever it cites.
  const others = minutes.filter((minute) => overlaps(minute.span, span) && minute.number !== place.minute);
  return others.map(({ number, title }) => `"${label}" lies in minute ${number ?? `"${title}"`}`);
}

function wrongLimb({ label, span, place }: Citation, { minutes }: Paper): string[] {
  if (place.limb === undefined) return [];
  const limbs = minutes
    .flatMap((minute) => minute.limbs)
    .filter((limb) => limb.spans.some((part) => overlaps(part, span)));
  if (limbs.some((limb) => (limb.label ?? '') === place.limb)) return [];
  return [`"${label}" lies in ${limbs.map((limb) => `limb ${limb.label ?? 'without label'}`).join(', ') || 'no limb'}`];
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
