import type { Segment } from '../outline-line.ts';
import { exemptParagraphs } from './read-access.ts';

const CLOSED_APPENDIX =
  /\b((?:appendix|annexe?)\s+(?:\d{1,3}|[a-z])|(?:appendices|annexes)\s+(?:[\da-z]{1,3}(?:\s?,\s?|\s(?:and|&|to)\s)?){1,8})\b[^.\n]{0,80}?\b(?:exempt|not for publication|confidential|restricted|private)\b[^\n]{0,300}/gi;
const NOT_CLOSED = /\b(?:not|no longer|neither)\s+(?:exempt|confidential|restricted|private)\b/i;

/** The appendices a report says are closed: their label's number or letter in lower case, with the paragraphs named. */
export function exemptAppendices(segment: Segment): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const line of segment.lines) {
    if (line.text.length > 3000) continue;
    for (const match of line.text.matchAll(CLOSED_APPENDIX)) {
      if (NOT_CLOSED.test(match[0])) continue;
      for (const number of labelsIn(match[1] ?? '')) found.set(number, exemptParagraphs(match[0]));
    }
  }
  return found;
}

/** The number or letter of an appendix's label, in lower case: "Appendix B" is "b". */
export function labelNumber(label: string): string | undefined {
  return labelsIn(label)[0];
}

function labelsIn(words: string): string[] {
  return words
    .replace(/^\p{L}+\s+/u, '')
    .split(/\s?,\s?|\s(?:and|&|to)\s|\s+/i)
    .map((label) => label.toLowerCase())
    .filter((label) => /^(?:\d{1,3}|[a-z])$/.test(label));
}
