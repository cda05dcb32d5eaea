import type { Answer, Statement } from '../answer.ts';
import type { Briefing, BriefingLine } from '../briefing.ts';
import type { Citation } from '../citation.ts';
import { formatDate } from '../citation.ts';
import type { Index } from '../index/open-index.ts';
import type { RecordTrace } from '../ledger.ts';
import { stripMarks } from '../paper.ts';
import type { Question } from '../question.ts';

/** Room for what the answer adds besides: its note and receipt. */
const MAX_WORDS = 200;
const WISH = /\b(?:brief(?:ing)?\s+(?:me|us|for)|prep(?:are)?\s+(?:me|us)|(?:a|the|my|our)\s+briefing)\b/i;

/** With more words of its own than this, a reader wants to be briefed on a matter, not for a meeting. */
const MAX_TELLING = 1;

/** True for "brief me for the meeting on 12 September", which asks for the document, not for a look at an agenda. */
export function asksForBriefing({ text, terms }: Question, answer: Answer): boolean {
  if (isOnReport(answer)) return false;
  return WISH.test(text) && terms.filter(({ weight }) => weight === 1).length <= MAX_TELLING;
}

/** A report that is named by its item or title is what a reader wants to be briefed on, not the meeting it came to. */
function isOnReport({ hits }: Answer): boolean {
  return hits.some(
    ({ byRecord, passage: { kind, place } }) => byRecord && kind !== 'item' && place.paperKind === 'report',
  );
}

/** A briefing, and what matters most of it as an answer. */
export type BriefingAnswer = { answer: Answer; briefing: Briefing };

/**
 * What matters most of a briefing as an answer: whole statements as long as there is room, each cited to the words it
 * quotes, and a note that says how to have the whole. Undefined where nothing in it can be cited.
 */
export function answerBriefing(
  briefing: Briefing,
  { index, answer }: { index: Index; answer: Answer },
): Answer | undefined {
  const lines = [...briefing.mattersMost, ...briefing.items.flatMap(({ asked }) => asked)];
  const seen = new Set<string>();
  let words = 0;
  const statements: Statement[] = [];
  for (const line of lines) {
    const statement = statementOf(line, { index, briefing });
    if (!statement || seen.has(statement.citations[0].quote)) continue;
    words += statement.text.split(/\s+/).length;
    if (statements.length > 0 && words > MAX_WORDS) break;
    seen.add(statement.citations[0].quote);
    statements.push(statement);
  }
  if (statements.length === 0) return undefined;
  const meeting = `${briefing.committee}, ${formatDate(briefing.date)}`;
  const note = `This is what matters most for ${meeting}. The whole briefing: minutebook brief "${meeting}", or /minutes brief in Slack.`;
  return { kind: 'grounded', statements, notes: [note], coverage: answer.coverage, hits: answer.hits };
}

function statementOf(
  { text, traces }: BriefingLine,
  sources: { index: Index; briefing: Briefing },
): Statement | undefined {
  const [first, ...more] = traces.flatMap((trace) => citationOf(trace, sources) ?? []);
  return first && { text: stripMarks(text), citations: [first, ...more] };
}

function citationOf(
  { paperId, span, quote, label, source, place }: RecordTrace,
  { index, briefing: { audience } }: { index: Index; briefing: Briefing },
): Citation | undefined {
  const passage = index
    .listPassages({ audience, paperIds: [paperId] })
    .find((one) => one.span.start <= span.start && span.end <= one.span.end);
  return passage && { label, quote, span, passageId: passage.id, source, place, status: passage.status };
}
