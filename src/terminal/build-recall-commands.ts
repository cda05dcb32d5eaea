import { type Command, Option } from 'commander';
import { finish, withCommittee, withReader } from './command-options.ts';
import { readDay } from './read-options.ts';

type Flags = { index?: string; clear: number[]; json?: boolean; committee?: string };
export type ThreadFlags = Flags;
export type MeasureFlags = Flags & { chart?: string; all?: boolean };
export type OutcomesFlags = Flags & { since?: string; topic?: string; who?: string; today?: string; open?: boolean };

/** What the commands do that look back: lives of decisions, what became of things, figures over time. */
export type RecallCommands = {
  thread(words: string, flags: ThreadFlags): Promise<void>;
  outcomes(flags: OutcomesFlags): Promise<void>;
  measure(words: string, flags: MeasureFlags): Promise<void>;
};

/** Adds them to the program. */
export function addRecallCommands(program: Command, commands: RecallCommands): void {
  const thread = program
    .command('thread')
    .description("a decision's life: what asked for it, what was resolved, what came of it, each line cited and why")
    .argument('<citation...>', 'a minute, limb or report as answers cite them, or a topic');
  finish(withReader(withCommittee(thread)), ['thread "Minute 12(2), WC 9/1/24"', 'thread "the footbridge"']).action(
    (words: string[], flags: ThreadFlags) => commands.thread(words.join(' '), flags),
  );
  const outcomes = program
    .command('outcomes')
    .description('what became of what was asked and promised, as far as the papers show it')
    .addOption(new Option('--since <date>', 'only what was asked from this date on').argParser(readDay))
    .option('--topic <words>', 'only lines about this')
    .option('--who <body>', 'only what this person or body is to do')
    .addOption(
      new Option('--today <date>', 'as the papers stood on this date (else at the newest meeting)').argParser(readDay),
    )
    .option('--open', 'only what nothing in the papers answers');
  finish(withReader(withCommittee(outcomes)), [
    'outcomes --open',
    'outcomes --topic "salt stock" --today 2024-06-30',
  ]).action((flags: OutcomesFlags) => commands.outcomes(flags));
  const measure = program
    .command('measure')
    .description(
      "a measure's figures across papers, each cited; where definition or source changes, where papers differ",
    )
    .argument('<measure...>', 'its number or code, or words of its name')
    .option('--all', 'every measure that the words could mean, not the likeliest alone')
    .option('--chart <file>', 'draw it: FILE.svg or FILE.png');
  finish(withReader(withCommittee(measure)), [
    'measure "NI 59"',
    'measure "gullies cleaned" --chart gullies.svg',
  ]).action((words: string[], flags: MeasureFlags, command: Command) => {
    if (flags.chart !== undefined && !/\.(?:svg|png)$/i.test(flags.chart))
      command.error('error: --chart takes a FILE.svg or FILE.png');
    return commands.measure(words.join(' '), flags);
  });
}
