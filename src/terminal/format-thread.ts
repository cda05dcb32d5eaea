import { formatDate } from '../citation.ts';
import { stripMarks } from '../paper.ts';
import { STEP_NAMES, type Thread, type ThreadStep } from '../thread.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import { paintFor, type Screen } from './screen.ts';
import { wrapText } from './wrap-text.ts';

type Sheet = Pick<Screen, 'width' | 'colour'>;

const MAX_QUOTE_CHARS = 320;

/** A time line: each place with its date, what it is, its words, its citation and why it belongs there. */
export function formatThread({ title, steps, missing }: Thread, sheet: Sheet): string {
  const { strong } = paintFor(sheet);
  const sure = steps.filter(({ isPossible }) => !isPossible);
  const possible = steps.filter(({ isPossible }) => isPossible);
  return [
    strong(plainForTerminal(title)),
    ...byDate(sure, sheet),
    ...(possible.length > 0
      ? [strong('POSSIBLY RELATED, by likeness or a doubtful number only'), ...byDate(possible, sheet)]
      : []),
    ...(missing.length > 0
      ? [wrapText(plainForTerminal(`Not in the index: ${missing.join('; ')}`), { ...sheet, indent: '' })]
      : []),
  ].join('\n\n');
}

function byDate(steps: ThreadStep[], sheet: Sheet): string[] {
  const { strong } = paintFor(sheet);
  const dates = new Map<string, ThreadStep[]>();
  for (const step of steps) {
    const date = step.place.meetingDate ?? step.filedFor ?? step.place.meetingDatePrinted ?? 'date not known';
    dates.set(date, [...(dates.get(date) ?? []), step]);
  }
  return [...dates].map(([date, found]) =>
    [strong(plainForTerminal(formatDate(date))), ...found.map((step) => stepLines(step, sheet))].join('\n'),
  );
}

function stepLines({ role, quote, label, why }: ThreadStep, sheet: Sheet): string {
  const { faint } = paintFor(sheet);
  const text = stripMarks(quote);
  const cut = text.length > MAX_QUOTE_CHARS ? `${text.slice(0, MAX_QUOTE_CHARS).trimEnd()} …` : text;
  const words = (line: string, first: string) =>
    wrapText(plainForTerminal(line), { ...sheet, first, indent: '      ' });
  return [
    words(`${STEP_NAMES[role]}: “${cut}”`, '  '),
    ...words(label, '      ').split('\n').map(faint),
    ...words(
      `because it ${/^(?:the|is|has|was|names|tells|corrects|takes|bears|says|belongs)/.test(why) ? why.replace(/^the place asked about$/, 'is what was asked about') : why}`,
      '      ',
    )
      .split('\n')
      .map(faint),
  ].join('\n');
}
