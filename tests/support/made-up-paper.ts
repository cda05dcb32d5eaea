import type { Access } from '../../src/audience.ts';
import type { Limb, Minute } from '../../src/minute.ts';
import type { Paper, PaperKind, PaperText, Span } from '../../src/paper.ts';

/** A text without pages or tables, as read from a plain file. */
export function plainPaperText(text: string): PaperText {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
    lines.push({ start, end });
    start = end + 1;
  }
  return { format: 'text', text, lines, pages: [], places: [], tables: [] };
}

/** The span of these words in the text; they must be in it once. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0 || text.indexOf(words, start + 1) >= 0) throw new Error(`Not once in the text: ${words}`);
  return { start, end: start + words.length };
}

/** A public paper without records over the whole text, to be filled by `parts`. */
export function makePaper(kind: PaperKind, text: string, parts: Partial<Paper> = {}): Paper {
  return {
    kind,
    span: { start: 0, end: text.length },
    status: kind === 'minutes' ? { kind: 'draft' } : { kind: 'published' },
    access: { kind: 'public' },
    attendance: [],
    declarations: [],
    items: [],
    minutes: [],
    tables: [],
    ...parts,
  };
}

/** The head of a meeting on an ISO date. */
export function makeMeeting(committee: string, iso: string): NonNullable<Paper['meeting']> {
  return { committee, date: { printed: iso, iso }, span: { start: 0, end: 0 } };
}

type MinuteWords = { number: string; title: string; discussion?: string[]; limbs?: [label: string, words: string][] };

/** A minute from its heading line to the end of its last words, found in the text. */
export function makeMinute(text: string, words: MinuteWords, access: Access = { kind: 'public' }): Minute {
  const heading = spanOf(text, `${words.number}. ${words.title}`);
  const discussion = (words.discussion ?? []).map((part) => ({ text: part, spans: [spanOf(text, part)] }));
  const limbs = (words.limbs ?? []).map(([label, part]): Limb => {
    return { label, verb: 'resolved', kind: 'decision', text: part, spans: [spanOf(text, `(${label}) ${part}`)] };
  });
  const ends = [heading, ...discussion.flatMap((p) => p.spans), ...limbs.flatMap((l) => l.spans)].map((s) => s.end);
  return {
    number: words.number,
    title: words.title,
    span: { start: heading.start, end: Math.max(...ends) },
    headingSpans: [heading],
    access,
    discussion,
    limbs,
    lostMotions: [],
  };
}
