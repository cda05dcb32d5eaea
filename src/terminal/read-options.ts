import { InvalidArgumentError } from 'commander';
import { SCHEDULE_12A_PARAGRAPHS } from '../audience.ts';
import { peelDate } from '../peel-date.ts';

/** Paragraphs of Schedule 12A as typed after --clear: "3,5". */
export function readCleared(typed: string): number[] {
  const paragraphs = typed
    .split(/[,\s]+/)
    .filter(Boolean)
    .map(Number);
  if (paragraphs.length === 0 || !paragraphs.every((paragraph) => SCHEDULE_12A_PARAGRAPHS.includes(paragraph))) {
    throw new InvalidArgumentError('expected paragraphs of Schedule 12A, 1 to 7, such as 3,5');
  }
  return [...new Set(paragraphs)].sort();
}

/** A date as typed after --since, to YYYY-MM-DD; of a month its first day. */
export function readDay(typed: string): string {
  const year = /^\s*(\d{4})\s*$/.exec(typed)?.[1];
  const from = year === undefined ? peelDate(typed)?.range.from : `${year}-01-01`;
  if (from === undefined) throw new InvalidArgumentError('expected a date such as 2024-05-01, 1 May 2024 or May 2024');
  return from;
}
