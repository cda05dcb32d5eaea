import { splitText } from './split-text.ts';

const MORE = ' …';

/** Text of at most `max` characters on one line or as it is, cut between words and marked as cut. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const [first = ''] = splitText(text, { max: Math.max(1, max - MORE.length) });
  return `${first}${MORE}`.slice(0, max);
}
