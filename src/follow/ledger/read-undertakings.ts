import type { LedgerDraft } from '../../ledger.ts';
import type { Minute, Paragraph } from '../../minute.ts';
import { type Paper, type PaperText, stripMarks } from '../../paper.ts';
import { splitSentences } from '../../sentence.ts';
import type { Span } from '../../span.ts';
import { findPromise } from './find-promise.ts';
import { type DeadlineContext, readDeadline } from './read-deadline.ts';

/**
 * What officers and members said, in the discussion of minutes, that they would do, in the order of the text: each a
 * sentence as it stands. Never a limb, a question, a hope, a condition, nor what a report plans.
 */
export function readUndertakings(text: PaperText, paper: Paper, context: DeadlineContext): LedgerDraft[] {
  return paper.minutes.flatMap((minute) =>
    minute.discussion.flatMap((paragraph) => ofParagraph(text.text, { minute, paragraph, context })),
  );
}

type ParagraphOptions = { minute: Minute; paragraph: Paragraph; context: DeadlineContext };

function ofParagraph(text: string, { minute, paragraph, context }: ParagraphOptions): LedgerDraft[] {
  const drafts: LedgerDraft[] = [];
  let speaker: string | undefined;
  for (const span of sentencesOf(text, paragraph)) {
    const words = stripMarks(text.slice(span.start, span.end)).replace(/^[-•*–·]\s+/, '');
    const found = findPromise(words, { speaker });
    speaker = found.speaker;
    if (!found.isPromise) continue;
    const { saidBy, who } = found;
    const by = readDeadline(words, context);
    drafts.push({
      kind: 'undertaking',
      text: words,
      span,
      place: placeOf(minute, paragraph),
      ...(saidBy === undefined ? {} : { saidBy }),
      ...(who === undefined ? {} : { who }),
      ...(by === undefined ? {} : { by }),
    });
  }
  return drafts;
}

function sentencesOf(text: string, { spans }: Paragraph): Span[] {
  return spans.flatMap(({ start, end }) =>
    splitSentences(text.slice(start, end)).map((span) => ({ start: start + span.start, end: start + span.end })),
  );
}

function placeOf(minute: Minute, { number }: Paragraph): LedgerDraft['place'] {
  return {
    minuteTitle: minute.title,
    ...(minute.number === undefined ? {} : { minute: minute.number }),
    ...(minute.item === undefined ? {} : { item: minute.item }),
    ...(number === undefined ? {} : { section: number }),
  };
}
