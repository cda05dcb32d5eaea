import type { App } from '../app.ts';
import { PUBLIC_AUDIENCE } from '../audience.ts';
import { runEvaluation, type Scores } from '../evaluate/run-evaluation.ts';
import type { Index } from '../index/open-index.ts';
import type { Paper } from '../paper.ts';

/** Asks every question and conversation of these files, marks the answers and checks every citation; it asks as the public. */
export function evaluateAnswers(
  files: { gold: string; dialogues?: string },
  { ask, index }: { ask: App['ask']; index(): Index },
): Promise<Scores> {
  return runEvaluation({ ...files, ask, paperOf: (passage) => paperOf(passage, index()) });
}

function paperOf(passageId: number, index: Index): { paper: Paper; text: string } | undefined {
  const [passage] = index.passages([passageId], PUBLIC_AUDIENCE);
  const found = passage && index.papers(PUBLIC_AUDIENCE).find(({ id }) => id === passage.paperId);
  const text = passage && index.paperText(passage.paperId, PUBLIC_AUDIENCE);
  return found && text !== undefined ? { paper: found.paper, text } : undefined;
}
