import { SingleBar } from 'cli-progress';
import type { IngestProgress, IngestSummary } from '../ingestion.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import type { Screen } from './screen.ts';
import { wrapText } from './wrap-text.ts';

/** Steps of the bar; more than a terminal has columns. */
const STEPS = 1000;
const MAX_NAME_CHARS = 30;
/** Samples over which the time left is averaged: files differ much in length. */
const ETA_SAMPLES = 50;

/** Shows how ingestion gets on: a bar with the time left on a terminal, a line for each finished file elsewhere. */
export function showProgress(screen: Screen): { update(progress: IngestProgress): void; end(): void } {
  if (!screen.progress) {
    const update = ({ outcome, file, done, total }: IngestProgress) => {
      if (outcome) screen.warn(`[${done}/${total}] ${outcome} ${plainForTerminal(file)}`);
    };
    return { update, end: () => undefined };
  }
  const bar = new SingleBar({
    stream: screen.progress,
    format: '{bar} {percentage} % | {done} of {files} files | {left} left | {file}',
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: ETA_SAMPLES,
    gracefulExit: false,
  });
  bar.start(STEPS, 0, { done: 0, files: 0, file: '', left: '?' });
  const startedAt = performance.now();
  return {
    update: ({ done, total, share, file }) => {
      const left = timeLeft(performance.now() - startedAt, share);
      bar.update(Math.round(share * STEPS), { done, files: total, file: shortName(file), left });
    },
    end: () => bar.stop(),
  };
}

/** "1:05" from how long a share of the work took; "?" while there is too little to tell from. */
export function timeLeft(elapsedMs: number, share: number): string {
  if (share <= 0.01) return '?';
  const seconds = Math.ceil((elapsedMs * (1 - share)) / share / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function shortName(file: string): string {
  const name = plainForTerminal(file);
  return name.length > MAX_NAME_CHARS ? `…${name.slice(1 - MAX_NAME_CHARS)}` : name;
}

/** What ingestion did: one line of numbers, then duplicates, files passed over and papers that could not be read. */
export function formatSummary(summary: IngestSummary, sheet: Pick<Screen, 'width'>): string {
  const { added, changed, unchanged, removed, duplicates, failed, skipped, stopped, ms } = summary;
  const numbers = [
    `${added} added`,
    `${changed} changed`,
    `${unchanged} unchanged`,
    `${removed} removed`,
    ...(duplicates.length > 0 ? [`${duplicates.length} duplicate`] : []),
    ...(failed.length > 0 ? [`${failed.length} not readable`] : []),
  ].join(', ');
  const list = (heading: string, lines: string[]) =>
    lines.length === 0
      ? []
      : [heading, ...lines.map((line) => wrapText(plainForTerminal(line), { ...sheet, first: '- ', indent: '  ' }))];
  const reasons = (files: { file: string; reason: string }[]) => files.map(({ file, reason }) => `${file}: ${reason}`);
  return [
    `${stopped ? 'Stopped; kept: ' : ''}${numbers} (${(ms / 1000).toFixed(1)} s)`,
    ...list(
      'Same content as another paper:',
      duplicates.map(({ file, sameAs }) => `${file}: ${sameAs}`),
    ),
    ...list('Passed over:', reasons(skipped)),
    ...list('Could not be read:', reasons(failed)),
  ].join('\n');
}
