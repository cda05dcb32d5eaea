import { type Command, Option } from 'commander';
import { readCleared } from './read-options.ts';

/** Options of every command that shows what is in papers. */
export function withReader(command: Command): Command {
  const clear = new Option('--clear <paragraphs>', 'read as somebody cleared for these exempt paragraphs');
  return command.addOption(clear.argParser(readCleared).default([], 'none, the public'));
}

/** The option of commands that may keep to one committee. */
export function withCommittee(command: Command): Command {
  return command.option('--committee <name>', "only this committee's papers");
}

/** What every command ends with: where the index is, --json where it is not JSON or talk by nature, and examples. */
export function finish(command: Command, examples: string[], { json = true }: { json?: boolean } = {}): Command {
  command.option('--index <folder>', 'where the index is (else MINUTEBOOK_INDEX, else index/)');
  if (json) command.option('--json', 'print JSON');
  return command.addHelpText(
    'after',
    `\nExamples:\n${examples.map((example) => `  minutebook ${example}`).join('\n')}`,
  );
}
