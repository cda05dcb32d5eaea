import type { Answer } from './answer.ts';
import { distinctCitations } from './answer-record.ts';
import type { PersonalDataKind } from './find-personal-data.ts';

/** Whose data: Slack's ids. Without `team` in every workspace. */
export type Member = { team?: string; user: string };

/** How a question ended, for the record: answered, or declined and why, or not answered at all. */
export type LoggedOutcome =
  | 'answered'
  | `declined: ${Extract<Answer, { kind: 'declined' }>['reason']}`
  | 'failed'
  | 'stopped';

/** Why the text of a question is not kept: private mode, what it holds, or what answered it. */
export type Withheld = 'private mode' | 'exempt papers' | `personal data: ${string}`;

/** A question with how it ended, to be written down. */
export type AskedQuestion = {
  team: string;
  user: string;
  channel: string;
  /** "mention", "direct", "command" … */
  surface: string;
  question: string;
  /** Without one it failed or was stopped, as `outcome` says. */
  answer?: Answer;
  outcome?: 'failed' | 'stopped';
  latencyMs: number;
};

/** A question as the log has it. `person` is Slack's id, or in private mode a word that stands for it. */
export type LogEntry = {
  id: string;
  /** Milliseconds since 1970. */
  time: number;
  team: string;
  person: string;
  channel: string | null;
  surface: string;
  question: string | null;
  withheld: Withheld | null;
  outcome: LoggedOutcome;
  citations: string[];
  latencyMs: number;
  feedback: 'helpful' | 'not helpful' | null;
};

/** How many days questions are kept, 0 for not at all; in private mode without their texts and askers. */
export type QuestionLogSettings = { keepDays: number; isPrivate: boolean };

/** The record of questions. What is older than `keepDays` is never shown, and thrown away when the desk is pruned. */
export interface QuestionLog {
  readonly settings: QuestionLogSettings;
  /** Gives the id that feedback is added under. Personal data and what exempt papers say are kept out by itself. */
  record(asked: AskedQuestion): string;
  /** False if there is no such question, or it is another workspace's. */
  addFeedback(id: string, feedback: { team: string; helpful: boolean }): boolean;
  /** A member's own questions, the newest first. */
  ofMember(member: Member): LogEntry[];
  /** All questions since a time, the oldest first. */
  entries(options?: { since?: number }): LogEntry[];
  forget(member: Member): number;
}

/** Paragraphs and labels as the log may keep them: of an exempt place only that it was cited, not what it is called. */
export type LoggedAnswer = { outcome: LoggedOutcome; citations: string[]; isClosed: boolean };

/** What the log says of an answer. `isClosed`: papers closed to the public stand behind it, so that its question may too. */
export function summariseAnswer(answer: Answer): LoggedAnswer {
  const accesses = new Map(answer.hits.map(({ passage }) => [passage.id, passage.access]));
  const isOpen = (passageId: number) => accesses.get(passageId)?.kind === 'public';
  if (answer.kind === 'declined') {
    const isClosed = answer.nearest.some(({ passage }) => passage.access.kind !== 'public');
    return { outcome: `declined: ${answer.reason}`, citations: [], isClosed };
  }
  const cited = distinctCitations(answer);
  const citations = cited.map(({ label, passageId }) => {
    if (isOpen(passageId)) return label;
    const access = accesses.get(passageId);
    return access?.kind === 'exempt' && access.paragraphs.length > 0
      ? `exempt paper (paragraph ${access.paragraphs.join(', ')})`
      : 'exempt paper';
  });
  return {
    outcome: 'answered',
    citations: [...new Set(citations)],
    isClosed: !cited.every(({ passageId }) => isOpen(passageId)),
  };
}

/** Why a question that holds these is not kept. */
export function withheldFor(kinds: PersonalDataKind[]): Withheld {
  return `personal data: ${kinds.join(', ')}`;
}
