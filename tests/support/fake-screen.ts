import type { Screen } from '../../src/terminal/screen.ts';

/** A screen that keeps what is printed: an 80-column pipe. */
export function fakeScreen(): Screen & { out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out,
    err,
    print: (text) => void out.push(text),
    warn: (text) => void err.push(text),
    width: 80,
    colour: false,
    interactive: false,
    drained: async () => undefined,
  };
}
