import { defineConfig } from 'vitest/config';

const SLACK = 'tests/slack/**/*.test.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 60_000,
    // Before most tests papers are ingested, which takes as long as the machine is busy.
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'all but Slack', include: ['tests/**/*.test.ts'], exclude: [SLACK] } },
      // Each of these loads all of the program, which takes longer than many of them run: a worker loads it once.
      { extends: true, test: { name: 'Slack', include: [SLACK], isolate: false } },
    ],
  },
});
