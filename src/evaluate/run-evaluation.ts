import type { Answer } from '../answer.ts';
import { answerRecord } from '../answer-record.ts';
import type { Dialogue } from '../dialogue.ts';
import { type CheckCitationsOptions, checkCitations } from './check-citations.ts';
import { type GoldDialogue, readDialogues } from './read-dialogues.ts';
import { readGold } from './read-gold.ts';
import { type Mark, type ScoredAnswer, scoreAnswers } from './score-answers.ts';
import { type Summary, sumMarks } from './sum-marks.ts';

export type RunEvaluationOptions = CheckCitationsOptions & {
  gold: string;
  /** A file of conversations to mark beside the questions. */
  dialogues?: string;
  ask: (text: string, options?: { previous?: Dialogue }) => Promise<{ answer: Answer; dialogue: Dialogue; ms: number }>;
};

/** A turn of a conversation and whether it was rightly answered: all facts said and rightly cited, or rightly declined. */
export type TurnMark = { question: string; isRight: boolean; declined: boolean; cited: boolean; facts: number };
export type DialogueScores = {
  /** Turns that follow another, and how many of them were rightly answered. */
  followups: number;
  right: number;
  dialogues: { id: string; turns: TurnMark[] }[];
};
/** `citations`: how many were checked against the papers' texts and records, and what is wrong with any, in words. */
export type Scores = {
  all: Summary;
  kinds: Map<string, Summary>;
  dialogues?: DialogueScores;
  citations: { checked: number; wrong: string[] };
};

/** Asks every question of a gold file, and every turn of its conversations in order, and marks what comes back. */
export async function runEvaluation({ gold, dialogues, ask, paperOf }: RunEvaluationOptions): Promise<Scores> {
  const citations: Scores['citations'] = { checked: 0, wrong: [] };
  const asked = async (text: string, previous?: Dialogue) => {
    const { answer, dialogue, ms } = await ask(text, previous ? { previous } : {});
    const record = answerRecord(answer, ms);
    citations.checked += record.citations.length;
    citations.wrong.push(...checkCitations(answer, { paperOf }));
    return { record, dialogue };
  };
  const questions = readGold(gold);
  const conversations = dialogues === undefined ? [] : readDialogues(dialogues);
  const answers: ScoredAnswer[] = [];
  for (const { id, question } of questions) answers.push({ id, ...(await asked(question)).record });
  const marks = sumMarks(scoreAnswers(questions, answers));
  if (conversations.length === 0) return { ...marks, citations };
  const held: DialogueScores['dialogues'] = [];
  for (const { id, turns } of conversations) held.push({ id, turns: await holdDialogue(turns, asked) });
  return { ...marks, dialogues: sumDialogues(held), citations };
}

type Asking = (text: string, previous?: Dialogue) => Promise<{ record: Omit<ScoredAnswer, 'id'>; dialogue: Dialogue }>;

async function holdDialogue(turns: GoldDialogue['turns'], asked: Asking): Promise<TurnMark[]> {
  const marks: TurnMark[] = [];
  let previous: Dialogue | undefined;
  for (const turn of turns) {
    const { record, dialogue } = await asked(turn.question, previous);
    const [mark] = scoreAnswers([{ ...turn, id: '', kind: 'dialogue' }], [{ ...record, id: '' }]);
    if (mark) marks.push({ question: turn.question, ...judge(mark, turn.facts.length) });
    previous = dialogue;
  }
  return marks;
}

function judge({ answerable, declined, cited, facts, grounded }: Mark, factCount: number): Omit<TurnMark, 'question'> {
  // Where no fact is asked for, what is cited is all there is to judge by.
  const isRight = answerable ? grounded || (cited && factCount === 0) : declined;
  return { isRight, declined, cited, facts };
}

function sumDialogues(dialogues: DialogueScores['dialogues']): DialogueScores {
  const followups = dialogues.flatMap(({ turns }) => turns.slice(1));
  return { followups: followups.length, right: followups.filter(({ isRight }) => isRight).length, dialogues };
}
