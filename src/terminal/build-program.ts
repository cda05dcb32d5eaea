import { Command, Option } from 'commander';
import type { TopicKind } from '../topic.ts';
import { addBriefCommands, type BriefCommands } from './build-brief-commands.ts';
import { addDeskCommands, type DeskCommands } from './build-desk-commands.ts';
import { addMemoryCommands, type MemoryCommands } from './build-memory-commands.ts';
import { addRecallCommands, type RecallCommands } from './build-recall-commands.ts';
import { finish, withCommittee, withReader } from './command-options.ts';
import { EXIT_HELP } from './exit-status.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import { readDay } from './read-options.ts';
import type { Screen } from './screen.ts';

/** Options that several commands have. */
type Reader = { index?: string; clear: number[]; json?: boolean };

export type IngestFlags = { index?: string; rebuild?: boolean; json?: boolean };
export type AskFlags = Reader & {
  committee?: string;
  batch?: string;
  out?: string;
  explain?: boolean;
  writer?: boolean;
};
export type FindFlags = Reader & { committee?: string; since?: string; kind?: TopicKind };
export type EvaluateFlags = { index?: string; gold?: string; dialogues?: string; writer?: boolean; json?: boolean };

/** What each command does, given its arguments as checked; the program only reads the command line. */
export type Commands = DeskCommands &
  BriefCommands &
  MemoryCommands &
  RecallCommands & {
    ingest(paths: string[], flags: IngestFlags): Promise<void>;
    ask(question: string | undefined, flags: AskFlags): Promise<void>;
    chat(flags: Reader & { committee?: string }): Promise<void>;
    find(topic: string, flags: FindFlags): Promise<void>;
    show(citation: string, flags: Reader): Promise<void>;
    papers(flags: Reader): Promise<void>;
    meetings(flags: Reader): Promise<void>;
    status(flags: { index?: string; json?: boolean }): Promise<void>;
    remove(path: string, flags: { index?: string; json?: boolean }): Promise<void>;
    evaluate(flags: EvaluateFlags): Promise<void>;
    config(flags: { json?: boolean }): Promise<void>;
    export(flags: Reader): Promise<void>;
  };

const KINDS: TopicKind[] = ['minute', 'limb', 'report', 'table'];

/** The command line of `minutebook`: its commands, options, help and examples, told on the screen. */
export function buildProgram(commands: Commands, screen?: Pick<Screen, 'print' | 'warn'>): Command {
  const program = new Command('minutebook')
    .configureOutput({
      writeOut: (text) => screen?.print(text.trimEnd()),
      // An error quotes what was typed, which may have been pasted from anywhere.
      writeErr: (text) => screen?.warn(plainForTerminal(text.trimEnd(), { lines: true })),
    })
    .description("Answers questions from a committee's own minutes and reports, every statement cited")
    .addHelpText('after', `\n${EXIT_HELP}\n\nminutebook COMMAND --help has examples.`)
    .showHelpAfterError('(minutebook --help tells more)')
    .exitOverride()
    .configureHelp({ helpWidth: 100, showGlobalOptions: false });
  addPaperCommands(program, commands);
  addQuestionCommands(program, commands);
  addListCommands(program, commands);
  addMemoryCommands(program, commands);
  addRecallCommands(program, commands);
  addWorkshopCommands(program, commands);
  addBriefCommands(program, commands);
  addDeskCommands(program, commands);
  return program;
}

function addPaperCommands(program: Command, { ingest, remove }: Commands): void {
  const ingestCommand = program
    .command('ingest')
    .description('read papers, or folders of papers, into the index; unchanged ones take no time')
    .argument('<path...>', 'files and folders')
    .option('--rebuild', 'begin the index anew');
  finish(ingestCommand, ['ingest data/papers', 'ingest --rebuild data/papers']).action((paths: string[], flags) =>
    ingest(paths, flags),
  );
  const removeCommand = program
    .command('remove')
    .description('take a paper, or all papers of a folder, out of the index; the files stay')
    .argument('<path>', 'as "papers" lists it, or where it is on the disk');
  finish(removeCommand, ['remove works/minutes.pdf']).action((path: string, flags) => remove(path, flags));
}

function addQuestionCommands(program: Command, { ask, chat, find, show }: Commands): void {
  const askCommand = program
    .command('ask')
    .description('answer a question from the papers, with citations, or decline with reasons')
    .argument('[question...]', 'in plain words')
    .option('--batch <file>', 'answer every line of a JSON Lines file with "id" and "question"')
    .option('--out <file>', 'where --batch writes its answers, a line each')
    .option('--explain', 'also say how a language model came to the answer, and why each statement was kept or dropped')
    .option('--no-writer', 'leave a language model out that is configured');
  withReader(withCommittee(askCommand));
  const examples = ['ask "who gave apologies in January?"', 'ask --json "what did we resolve on the footbridge?"'];
  finish(askCommand, [...examples, 'ask --batch questions.jsonl --out answers.jsonl']).action(
    (words: string[], flags: AskFlags, command: Command) => {
      const question = words.join(' ').trim();
      if (flags.batch !== undefined && (question !== '' || flags.out === undefined)) {
        command.error('error: --batch FILE goes with --out FILE and without a question');
      }
      if (flags.batch === undefined && question === '') command.error('error: no question given');
      return ask(flags.batch === undefined ? question : undefined, flags);
    },
  );
  const chatCommand = program
    .command('chat')
    .description('a conversation: a question a line, each may lean on the last');
  finish(withReader(withCommittee(chatCommand)), ['chat', 'chat < questions.txt'], { json: false }).action((flags) =>
    chat(flags),
  );
  const findCommand = program
    .command('find')
    .description('where a topic came up: by meeting, the newest first, one cited line each')
    .argument('<topic...>', 'in plain words')
    .addOption(new Option('--since <date>', 'only meetings from this date on').argParser(readDay))
    .addOption(new Option('--kind <kind>', 'only passages of this kind').choices(KINDS));
  finish(withReader(withCommittee(findCommand)), ['find "parking charges" --since 2024-01-01 --kind limb']).action(
    (words: string[], flags: FindFlags) => find(words.join(' '), flags),
  );
  const showCommand = program
    .command('show')
    .description('the cited passage in its surroundings, the cited words marked')
    .argument('<citation...>', 'long or short, as answers print them or near to it');
  const citations = [
    'show "Minute 12, resolution (2), Works Committee, 9 January 2024"',
    'show "Min. 12(2), WC 9/1/24"',
  ];
  finish(withReader(showCommand), citations).action((words: string[], flags: Reader) => show(words.join(' '), flags));
}

function addListCommands(program: Command, { papers, meetings, status }: Commands): void {
  const papersCommand = program
    .command('papers')
    .description('the papers in the index and what was recognised in them');
  finish(withReader(papersCommand), ['papers', 'papers --json']).action((flags) => papers(flags));
  const meetingsCommand = program
    .command('meetings')
    .description('the meetings in the index and what there is of each');
  finish(withReader(meetingsCommand), ['meetings']).action((flags) => meetings(flags));
  const statusCommand = program.command('status').description('how the index stands');
  finish(statusCommand, ['status']).action((flags) => status(flags));
}

function addWorkshopCommands(program: Command, commands: Commands): void {
  program
    .command('config')
    .description('the settings in force, secrets masked')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples:\n  minutebook config')
    .action((flags: { json?: boolean }) => commands.config(flags));
  const exportCommand = program
    .command('export')
    .description('every record as JSON Lines, described in docs/records.md');
  const exports = ['export > records.jsonl', 'export --clear 3'];
  finish(withReader(exportCommand), exports, { json: false }).action((flags) => commands.export(flags));
  const evaluateCommand = program
    .command('evaluate')
    .description('score answers against questions with known answers')
    .option('--gold <file>', 'the questions (else those about the shipped papers)')
    .option('--dialogues <file>', 'conversations to score beside them (else, without --gold, the shipped ones)')
    .option('--writer', 'twice: without and with the language model that is configured');
  finish(evaluateCommand, ['evaluate', 'evaluate --json']).action((flags) => commands.evaluate(flags));
}
