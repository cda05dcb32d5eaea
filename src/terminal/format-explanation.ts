import type { Explanation } from '../explanation.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import type { Screen } from './screen.ts';
import { wrapText } from './wrap-text.ts';

/** How a written answer came about: searches, passages, each of the model's statements with its fate, and the cost. */
export function formatExplanation(explanation: Explanation | undefined, { width }: Pick<Screen, 'width'>): string {
  if (!explanation) return 'No language model was asked: the answer is quoted from the papers by itself.';
  const { model, prompts, searches, passages, statements, calls, fellBack } = explanation;
  const line = (first: string, text: string) =>
    wrapText(plainForTerminal(text), { width, first, indent: ' '.repeat(first.length) });
  return [
    `Model: ${plainForTerminal(model)}`,
    ...prompts.map(({ name, version, hash }) => `Prompt: ${name}, version ${version}, ${hash.slice(0, 12)}`),
    ...searches.map((search) => line('Search: ', search)),
    ...passages.map(({ id, label }) => line(`Passage ${id}: `, label)),
    ...statements.map(({ text, fate, why }) => line(`${FATES[fate]}: `, why === undefined ? text : `${text} (${why})`)),
    ...calls.map(
      ({ call, requests, inputTokens, outputTokens, ms, price }) =>
        `Call ${call}: ${requests} request${requests === 1 ? '' : 's'}, ${inputTokens} tokens in, ${outputTokens} out, ` +
        `${ms} ms${price === undefined ? '' : `, ${price.toFixed(4)}`}`,
    ),
    ...(fellBack === undefined ? [] : [line('Quoted instead: ', fellBack)]),
  ].join('\n');
}

const FATES = { kept: 'Kept', quoted: 'Quoted instead', dropped: 'Dropped' } as const;
