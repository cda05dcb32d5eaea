import { readFileSync, writeFileSync } from 'node:fs';
import { buildProgram, type Commands } from '../src/terminal/build-program.ts';

// Writes the README's list of commands from --help; with --check fails if the two differ.
const README = 'README.md';
const BEGIN = '<!-- commands: written by npm run commands -->';
const END = '<!-- end of commands -->';

const readme = readFileSync(README, 'utf8');
const [before, rest] = split(readme, BEGIN);
const [, after] = split(rest, END);
const wanted = `${before}${BEGIN}\n\n${listCommands()}\n\n${END}${after}`;

if (!process.argv.includes('--check')) writeFileSync(README, wanted);
else if (wanted !== readme) {
  console.error('README.md has other commands than --help: npm run commands');
  process.exitCode = 1;
} else console.log('commands: the README agrees with --help');

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`${README} lacks the line ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

/** Every command's usage and options, as --help prints them. */
function listCommands(): string {
  const nothing = async () => undefined;
  const commands: Commands = {
    ingest: nothing,
    ask: nothing,
    chat: nothing,
    find: nothing,
    show: nothing,
    papers: nothing,
    meetings: nothing,
    status: nothing,
    remove: nothing,
    evaluate: nothing,
    export: nothing,
    config: nothing,
    ledger: nothing,
    thread: nothing,
    outcomes: nothing,
    measure: nothing,
    brief: nothing,
    subscribe: nothing,
    subscriptions: nothing,
    unsubscribe: nothing,
    pause: nothing,
    resume: nothing,
    logExport: nothing,
    logShow: nothing,
    logForget: nothing,
  };
  return buildProgram(commands)
    .commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command]))
    .map((command) => {
      const help = command.helpInformation().replace('Usage: minutebook ', 'minutebook ').trim();
      return `\`\`\`text\n${help}\n\`\`\``;
    })
    .join('\n\n');
}
