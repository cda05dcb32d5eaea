import type { Answer } from '../answer.ts';
import { answerRecord } from '../answer-record.ts';
import { PUBLIC_AUDIENCE } from '../audience.ts';
import { checkCitations } from '../evaluate/check-citations.ts';
import { readGold } from '../evaluate/read-gold.ts';
import { type ScoredAnswer, scoreAnswers } from '../evaluate/score-answers.ts';
import { type Summary, sumMarks } from '../evaluate/sum-marks.ts';
import type { Index } from '../index/open-index.ts';
import type { Paper } from '../paper.ts';

/** `citations`: how many were checked against the papers' texts and records, and what is wrong with any, in words. */
export type Scores = {
  all: Summary;
  kinds: Map<string, Summary>;
  citations: { checked: number; wrong: string[] };
};

export type EvaluateOptions = {
  ask(text: string): Promise<{ answer: Answer; ms: number }>;
  index(): Index;
};

/** Answers every question of a file in the gold format, marks the answers, and checks each citation. */
export async function evaluateAnswers(goldFile: string, { ask, index }: EvaluateOptions): Promise<Scores> {
  const questions = readGold(goldFile);
  const answers: ScoredAnswer[] = [];
  const citations = { checked: 0, wrong: [] as string[] };
  for (const { id, question } of questions) {
    const { answer, ms } = await ask(question);
    const record = answerRecord(answer, ms);
    answers.push({ id, ...record });
    citations.checked += record.citations.length;
    citations.wrong.push(...checkCitations(answer, { paperOf: (passage) => paperOf(passage, index()) }));
  }
  return { ...sumMarks(scoreAnswers(questions, answers)), citations };
}

function paperOf(passageId: number, index: Index): { paper: Paper; text: string } | undefined {
  const [passage] = index.passages([passageId], PUBLIC_AUDIENCE);
  const found = passage && index.papers(PUBLIC_AUDIENCE).find(({ id }) => id === passage.paperId);
  const text = passage && index.paperText(passage.paperId, PUBLIC_AUDIENCE);
  return found && text !== undefined ? { paper: found.paper, text } : undefined;
}
