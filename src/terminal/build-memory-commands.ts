import { type Command, Option } from 'commander';
import type { LedgerKind } from '../ledger.ts';
import { finish, withCommittee, withReader } from './command-options.ts';
import { readDay } from './read-options.ts';

export type LedgerFlags = {
  index?: string;
  clear: number[];
  json?: boolean;
  committee?: string;
  since?: string;
  topic?: string;
  who?: string;
  kind?: LedgerKind[];
  open?: boolean;
  all?: boolean;
  csv?: string;
  xlsx?: string;
};

/** What the commands of the committee's memory do. */
export type MemoryCommands = {
  ledger(flags: LedgerFlags): Promise<void>;
};

const LEDGER_KINDS: LedgerKind[] = ['decision', 'request', 'recommendation', 'undertaking', 'noting', 'procedure'];

/** Adds them to the program. */
export function addMemoryCommands(program: Command, commands: MemoryCommands): void {
  const ledger = program
    .command('ledger')
    .description('what was resolved, limb by limb, and what officers and members said they would do')
    .addOption(new Option('--since <date>', 'only meetings from this date on').argParser(readDay))
    .option('--topic <words>', 'only lines about this')
    .option('--who <body>', 'only what this person or body is asked, recommended or said to do')
    .addOption(new Option('--kind <kinds...>', 'only lines of these kinds').choices(LEDGER_KINDS))
    .option('--open', 'only requests and undertakings that nothing in the papers answers')
    .option('--all', 'also what only noted or was procedure')
    .addOption(new Option('--csv <file>', 'write a table for other programs').conflicts(['xlsx', 'json']))
    .addOption(new Option('--xlsx <file>', 'write a workbook').conflicts('json'));
  const examples = [
    'ledger --committee "Works Committee" --since 2024-01-01',
    'ledger --open --who "Head of Highways"',
    'ledger --kind recommendation --xlsx recommendations.xlsx',
  ];
  finish(withReader(withCommittee(ledger)), examples).action((flags: LedgerFlags) => commands.ledger(flags));
}
