/**
 * Seconds of processor time that something takes, which other work on the machine does not lengthen. Measured over so
 * much text that what grows with it takes less than one, and what grows with its square takes minutes.
 */
export function processorSeconds(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  return process.cpuUsage(before).user / 1_000_000;
}
