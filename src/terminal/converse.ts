import { createInterface } from 'node:readline';
import type { App, AskOptions } from '../app.ts';
import type { Dialogue } from '../dialogue.ts';
import { formatAnswer } from './format-answer.ts';
import type { Screen } from './screen.ts';

export type ConverseOptions = {
  screen: Screen;
  input: NodeJS.ReadableStream;
  ask: AskOptions;
  /** Runs one question; tells a failure and gives its exit status, so that the conversation goes on. */
  attempt(task: () => Promise<void>): Promise<number>;
};

const FAREWELLS = ['exit', 'quit', 'bye', ':q'];

/**
 * A conversation: a question a line until the input ends, each read in the light of the one before. Gives true if it
 * was broken off with Ctrl-C. What was said is held here and forgotten at the end.
 */
export async function converse(app: Pick<App, 'ask'>, options: ConverseOptions): Promise<boolean> {
  const { screen, input, attempt } = options;
  const terminal = screen.interactive ? { output: process.stdout, terminal: true } : { terminal: false };
  const lines = createInterface({ input, prompt: screen.interactive ? 'minutebook> ' : '', ...terminal });
  let isBrokenOff = false;
  lines.on('SIGINT', () => {
    isBrokenOff = true;
    lines.close();
  });
  let previous: Dialogue | undefined;
  lines.prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (FAREWELLS.includes(text.toLowerCase())) break;
    if (text !== '') {
      await attempt(async () => {
        const { answer, dialogue } = await app.ask(text, { ...options.ask, ...(previous ? { previous } : {}) });
        previous = dialogue;
        screen.print(`\n${formatAnswer(answer, screen)}\n`);
      });
    }
    lines.prompt();
  }
  lines.close();
  return isBrokenOff;
}
