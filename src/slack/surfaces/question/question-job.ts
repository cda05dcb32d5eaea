import type { Job, RecordedJob } from '../../job.ts';

/** A question to be answered; `committee`: the one to keep to, where it is asked once more. */
export type QuestionJob = Extract<Job, { kind: 'question' }> & { committee?: string };
export type RecordedQuestion = RecordedJob & { job: QuestionJob };
