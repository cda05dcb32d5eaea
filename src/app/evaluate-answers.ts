import { answerRecord } from '../answer-record.ts';
import { PUBLIC_AUDIENCE } from '../audience.ts';
import { runEvaluation, type Scores } from '../evaluate/run-evaluation.ts';
import type { Index } from '../index/open-index.ts';
import type { Paper } from '../paper.ts';
import type { Asked, AskOptions } from './ask-record.ts';

export type EvaluationFiles = { gold: string; dialogues?: string };

/** Scores of one way to answer, and what it cost: words and seconds of all answers, calls and tokens of the model. */
export type CostedScores = Scores & {
  cost: { words: number; seconds: number; calls: number; tokens: number; price: number };
};

/** The same questions answered without and with the council's language model. */
export type WriterComparison = { extractive: CostedScores; written: CostedScores };

type Asking = { ask(text: string, options?: AskOptions): Promise<Asked>; index(): Index };

/**
 * Asks every question and conversation of these files as the public and without a language model, marks the answers and
 * checks every citation.
 */
export function evaluateAnswers(files: EvaluationFiles, { ask, index }: Asking): Promise<Scores> {
  return runEvaluation({
    ...files,
    ask: (text, options) => ask(text, { ...options, isExtractive: true }),
    paperOf: (passage) => paperOf(passage, index()),
  });
}

/** Evaluates twice, without and with the language model. */
export async function compareWriter(files: EvaluationFiles, asking: Asking): Promise<WriterComparison> {
  const extractive = await evaluateAtCost(files, { ...asking, isExtractive: true });
  return { extractive, written: await evaluateAtCost(files, { ...asking, isExtractive: false }) };
}

async function evaluateAtCost(
  files: EvaluationFiles,
  { ask, index, isExtractive }: Asking & { isExtractive: boolean },
): Promise<CostedScores> {
  const cost = { words: 0, seconds: 0, calls: 0, tokens: 0, price: 0 };
  const counted = async (text: string, options?: AskOptions) => {
    const asked = await ask(text, { ...options, isExtractive });
    cost.words += answerRecord(asked.answer, asked.ms).text.split(/\s+/).length;
    cost.seconds += asked.ms / 1000;
    for (const { requests, inputTokens, outputTokens, price = 0 } of asked.explanation?.calls ?? []) {
      cost.calls += requests;
      cost.tokens += inputTokens + outputTokens;
      cost.price += price;
    }
    return asked;
  };
  const scores = await runEvaluation({ ...files, ask: counted, paperOf: (passage) => paperOf(passage, index()) });
  return { ...scores, cost };
}

function paperOf(passageId: number, index: Index): { paper: Paper; text: string } | undefined {
  const [passage] = index.passages([passageId], PUBLIC_AUDIENCE);
  const found = passage && index.papers(PUBLIC_AUDIENCE).find(({ id }) => id === passage.paperId);
  const text = passage && index.paperText(passage.paperId, PUBLIC_AUDIENCE);
  return found && text !== undefined ? { paper: found.paper, text } : undefined;
}
