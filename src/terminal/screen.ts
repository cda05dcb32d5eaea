/**
 * Where a face prints: `print` to standard output, `warn` to standard error, a line (or lines) at a time. `width` is
 * in characters; `colour` and `interactive` are false when the output is not a terminal.
 */
export type Screen = {
  print(text: string): void;
  warn(text: string): void;
  width: number;
  colour: boolean;
  interactive: boolean;
  /** Resolves when what was printed has been taken off our hands; for printing much. */
  drained(): Promise<void>;
  /** Where a progress bar may be drawn: standard error, when it is a terminal. */
  progress?: NodeJS.WriteStream;
};

type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number; writableNeedDrain?: boolean };

/** Wider lines than this are hard to read, however wide the window. */
const MAX_WIDTH = 100;
const DEFAULT_WIDTH = 80;

/** A screen over the two standard streams; no colour where NO_COLOR is set or the terminal is dumb. */
export function openScreen(
  streams: { stdout: Output; stderr: Output },
  env: Record<string, string | undefined> = {},
): Screen {
  const { stdout, stderr } = streams;
  const interactive = stdout.isTTY === true;
  return {
    print: (text) => void stdout.write(`${text}\n`),
    warn: (text) => void stderr.write(`${text}\n`),
    width: interactive ? Math.min(stdout.columns ?? DEFAULT_WIDTH, MAX_WIDTH) : DEFAULT_WIDTH,
    colour: interactive && !env.NO_COLOR && env.TERM !== 'dumb',
    interactive,
    drained: () => new Promise((resolve) => (stdout.writableNeedDrain ? stdout.once('drain', resolve) : resolve())),
    ...(stderr.isTTY && env.TERM !== 'dumb' ? { progress: stderr as NodeJS.WriteStream } : {}),
  };
}

/** How a screen sets words off: real styles in colour, nothing without. Only ever applied to plain text. */
export type Paint = { strong(text: string): string; faint(text: string): string; mark(text: string): string };

/** Select Graphic Rendition codes (ECMA-48) that every terminal of today knows. */
const style = (on: number, off: number) => (text: string) => `\x1b[${on}m${text}\x1b[${off}m`;
const asItIs = (text: string) => text;

/** The paint of a screen. */
export function paintFor({ colour }: Pick<Screen, 'colour'>): Paint {
  if (!colour) return { strong: asItIs, faint: asItIs, mark: asItIs };
  return { strong: style(1, 22), faint: style(2, 22), mark: style(7, 27) };
}
