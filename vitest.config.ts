import { defineConfig } from 'vitest/config';

const SLACK = 'tests/slack/**/*.test.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: '100%',
    // Only what hangs takes so long: how fast the machine is, and what else it does, decides nothing.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 120_000 } },
    projects: [
      { extends: true, test: { name: 'all but Slack', include: ['tests/**/*.test.ts'], exclude: [SLACK] } },
      // Each of these loads all of the program, which takes longer than many of them run: a worker loads it once.
      { extends: true, test: { name: 'Slack', include: [SLACK], isolate: false } },
    ],
  },
});
