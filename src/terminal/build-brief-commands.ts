import { type Command, InvalidArgumentError, Option } from 'commander';
import { MAX_DAYS_BEFORE } from '../subscription.ts';
import { finish, withCommittee, withReader } from './command-options.ts';

export type BriefFlags = {
  index?: string;
  clear: number[];
  json?: boolean;
  committee?: string;
  for?: string;
  docx?: string;
  pdf?: string;
  md?: string;
};
type DeskFlags = { desk?: string };
export type SubscribeFlags = DeskFlags & { committee: string; days: number; to: string; index?: string };

/** What the commands around briefings do. */
export type BriefCommands = {
  brief(meeting: string, flags: BriefFlags): Promise<void>;
  subscribe(flags: SubscribeFlags): Promise<void>;
  subscriptions(flags: DeskFlags & { json?: boolean }): Promise<void>;
  unsubscribe(id: string, flags: DeskFlags): Promise<void>;
};

/** A channel's, a private group's or a member's id in Slack. */
const SLACK_ID = /^[CGUWD][A-Z0-9]{2,31}$/;

/** Adds them to the program. */
export function addBriefCommands(program: Command, commands: BriefCommands): void {
  const brief = program
    .command('brief')
    .description('a briefing for a meeting: what is asked, decided before, changed, worried about, worth asking')
    .argument('<meeting...>', 'a date, "next", or a committee and a date')
    .option(
      '--for <role>',
      "for whom it is made, as the document says; a chair, lead for scrutiny, officer or clerk is given their own choice and order, anybody else a member's",
    )
    .option('--docx <file>', 'write it as a Word document')
    .option('--pdf <file>', 'write it as a tagged PDF')
    .option('--md <file>', 'write it as Markdown');
  const examples = [
    'brief next --committee "Works Committee"',
    'brief "Works Committee, 9 January 2024" --for "Councillor Birch, Chair" --docx brief.docx --pdf brief.pdf',
  ];
  finish(withReader(withCommittee(brief)), examples).action((words: string[], flags: BriefFlags) =>
    commands.brief(words.join(' '), flags),
  );
  addSubscriptionCommands(program, commands);
}

function addSubscriptionCommands(program: Command, commands: BriefCommands): void {
  const subscribe = program
    .command('subscribe')
    .description('let the Slack bot post a briefing some days before each meeting of a committee')
    .requiredOption('--committee <name>', 'the committee')
    .addOption(
      new Option('--days <number>', 'how many days before the meeting').argParser(readDays).makeOptionMandatory(),
    )
    .addOption(
      new Option('--to <id>', "Slack's id of a channel or a member").argParser(readSlackId).makeOptionMandatory(),
    )
    .option('--index <folder>', 'where the index is (else MINUTEBOOK_INDEX, else index/)');
  finishDesk(subscribe, ['subscribe --committee "Works Committee" --days 3 --to C024BE91L']).action(
    (flags: SubscribeFlags) => commands.subscribe(flags),
  );
  const list = program
    .command('subscriptions')
    .description('the standing briefings: committee, days before, where to')
    .option('--json', 'print JSON');
  finishDesk(list, ['subscriptions']).action((flags: DeskFlags & { json?: boolean }) => commands.subscriptions(flags));
  const unsubscribe = program
    .command('unsubscribe')
    .description('end a standing briefing')
    .argument('<id>', 'as "subscriptions" lists it');
  finishDesk(unsubscribe, ['unsubscribe 2']).action((id: string, flags: DeskFlags) => commands.unsubscribe(id, flags));
}

function finishDesk(command: Command, examples: string[]): Command {
  return command
    .option('--desk <file>', "where the bot's store is (else MINUTEBOOK_DESK, else data/desk.db)")
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  minutebook ${example}`).join('\n')}`);
}

function readDays(typed: string): number {
  const days = Number(typed);
  if (!Number.isInteger(days) || days < 0 || days > MAX_DAYS_BEFORE) {
    throw new InvalidArgumentError(`expected a whole number of days, 0 to ${MAX_DAYS_BEFORE}`);
  }
  return days;
}

function readSlackId(typed: string): string {
  if (!SLACK_ID.test(typed))
    throw new InvalidArgumentError('expected the id of a channel or member, such as C024BE91L');
  return typed;
}
