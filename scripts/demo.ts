import { spawnSync } from 'node:child_process';

// What a clerk sees first: the shipped papers of a made-up council read in, then three questions, the last of which
// the papers do not answer. The same commands as in the README.
const COMMANDS = [
  ['ingest', 'data/papers'],
  ['ask', "What did we resolve about residents' parking in Tannery ward?"],
  ['ask', 'Who sent apologies to Children and Learning Scrutiny on 16 September 2025?'],
  ['ask', 'How many libraries will close next year?'],
];

for (const command of COMMANDS) {
  const typed = command.map((word) => (/^[\w/]+$/.test(word) ? word : JSON.stringify(word))).join(' ');
  console.log(`\n$ npm run -s minutebook -- ${typed}\n`);
  const { status, error } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...command], {
    stdio: 'inherit',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
