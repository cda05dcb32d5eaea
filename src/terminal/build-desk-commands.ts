import { type Command, Option } from 'commander';
import { readDay } from './read-options.ts';

/** Where the bot's store is. */
type DeskFlags = { desk?: string };
export type LogFormat = 'csv' | 'jsonl';
export type LogExportFlags = DeskFlags & { since?: string; format: LogFormat; out?: string };

/** What the commands around the bot do: all that the command line can tell a bot that is running, or ask of its record. */
export type DeskCommands = {
  pause(reason: string, flags: DeskFlags): Promise<void>;
  resume(flags: DeskFlags): Promise<void>;
  logExport(flags: LogExportFlags): Promise<void>;
  logShow(user: string, flags: DeskFlags): Promise<void>;
  logForget(user: string, flags: DeskFlags): Promise<void>;
};

/** Adds them to the program. */
export function addDeskCommands(
  program: Command,
  { pause, resume, logExport, logShow, logForget }: DeskCommands,
): void {
  const pauseCommand = program
    .command('pause')
    .description('let the Slack bot answer with this reason and nothing else, at once and until resumed')
    .argument('<reason...>', 'what members are told');
  finish(pauseCommand, ['pause "the minutes of March are being corrected"']).action(
    (words: string[], flags: DeskFlags) => pause(words.join(' '), flags),
  );
  const resumeCommand = program.command('resume').description('let the Slack bot answer again');
  finish(resumeCommand, ['resume']).action((flags: DeskFlags) => resume(flags));
  const log = program.command('log').description("the bot's record of questions: export it, or see to a member's own");
  const exportCommand = log
    .command('export')
    .description('the questions, when, by whom and where, how they ended, on which citations and how fast')
    .addOption(new Option('--since <date>', 'only questions from this date on').argParser(readDay))
    .addOption(
      new Option('--format <format>', 'as a table or a JSON object a line').choices(['csv', 'jsonl']).default('csv'),
    )
    .option('--out <file>', 'where to write it, readable by its owner alone (else standard output)');
  const exports = ['log export --since 2026-01-01 --out questions.csv', 'log export --format jsonl'];
  finish(exportCommand, exports).action((flags: LogExportFlags) => logExport(flags));
  const showCommand = log
    .command('show')
    .description('what the bot has kept of a member, as JSON')
    .argument('<user>', "Slack's id of the member");
  finish(showCommand, ['log show U024BE7LH']).action((user: string, flags: DeskFlags) => logShow(user, flags));
  const forgetCommand = log
    .command('forget')
    .description('delete all that the bot has kept of a member')
    .argument('<user>', "Slack's id of the member");
  finish(forgetCommand, ['log forget U024BE7LH']).action((user: string, flags: DeskFlags) => logForget(user, flags));
}

function finish(command: Command, examples: string[]): Command {
  return command
    .option('--desk <file>', "where the bot's store is (else MINUTEBOOK_DESK, else data/desk.db)")
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  minutebook ${example}`).join('\n')}`);
}
