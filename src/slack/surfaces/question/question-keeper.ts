import type { Answer } from '../../../answer.ts';
import type { Surface, ThreadPlace } from '../../job.ts';

/** A question that was answered or declined, for the record of questions. */
export type AnsweredQuestion = {
  place: ThreadPlace;
  user: string;
  surface: Surface;
  question: string;
  answer: Answer;
  latencyMs: number;
};

/** The record of questions, and what may keep one from being answered. */
export type QuestionKeeper = {
  /** Why the bot gives no answers now; undefined while it does. */
  pausedFor(): string | undefined;
  /** Words for the asker where the question holds personal data; undefined where it holds none. */
  personalData(question: string): string | undefined;
  /** Writes down that a question was answered; gives the id under which feedback is added. */
  record(answered: AnsweredQuestion): string;
  feedback(id: string, feedback: { team: string; user: string; helpful: boolean }): void;
  /** A member's own questions, newest first. */
  lastQuestions(who: { team: string; user: string }): { text: string; askedAt: Date }[];
  /** Days for which the text of questions is kept; undefined where none is. */
  keptDays?: number;
};
