import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '../../tests/support/fake-slack/delivery/deliver.ts';
import type { FakeSlack } from '../../tests/support/fake-slack/open-fake-slack.ts';
import type { FakeMessage } from '../../tests/support/fake-slack/state/workspace.ts';

/** One question that was asked: where its answer must come, and what the answer must hold to be known as its own. */
export type AskedQuestion = {
  text: string;
  facts: string[];
  user: string;
  channel: string;
  /** Undefined for what is answered privately. */
  thread?: string;
  at: number;
  deliveries: Delivery[];
};

type Gold = { question: string; answerable: boolean; facts: string[] };

export type AskManyOptions = { members: number; questions: number; overMs: number; gold: string };

const CHANNELS = 5;

/**
 * Members ask in turn, evenly over `overMs`: in a channel, at once again in the same thread, in a direct message, and
 * by slash command. Each asks other questions of the gold file.
 */
export async function askMany(slack: FakeSlack, options: AskManyOptions): Promise<AskedQuestion[]> {
  const gold = readGold(options.gold);
  const members = Array.from({ length: options.members }, (_, n) => `U${n}MEMBER`);
  const channels = Array.from({ length: CHANNELS }, (_, n) => `C${n}COMMITTEE`);
  for (const [n, user] of members.entries()) slack.addUser(user, { name: `Member ${n + 1}` });
  for (const channel of channels) slack.addChannel(channel, { members });
  const asked: AskedQuestion[] = [];
  const threads = new Map<string, string>();
  const startedAt = Date.now();
  for (let n = 0; n < options.questions; n += 1) {
    const member = members[Math.floor(n / 4) % members.length] ?? '';
    const channel = channels[n % channels.length] ?? '';
    const { question: text, facts } = gold[(n * 7) % gold.length] ?? { question: '', facts: [] };
    await sleep(Math.max(0, startedAt + (n * options.overMs) / options.questions - Date.now()));
    asked.push({ text, facts, at: Date.now(), ...ask(slack, { n, user: member, channel, text, threads }) });
  }
  return asked;
}

type Ask = { n: number; user: string; channel: string; text: string; threads: Map<string, string> };

function ask(slack: FakeSlack, { n, user, channel, text, threads }: Ask): Omit<AskedQuestion, 'text' | 'facts' | 'at'> {
  switch (n % 4) {
    case 0: {
      const said = slack.mention(user, channel, text);
      threads.set(user, `${channel}/${said.ts}`);
      return { user, channel, thread: said.ts, deliveries: said.deliveries };
    }
    case 1: {
      const [place = '', thread = ''] = threads.get(user)?.split('/') ?? [];
      const said = slack.mention(user, place, text, { thread });
      return { user, channel: place, thread, deliveries: said.deliveries };
    }
    case 2: {
      const said = slack.directMessage(user, text);
      return { user, channel: said.channel, thread: said.ts, deliveries: said.deliveries };
    }
    default:
      return { user, channel, deliveries: [slack.slashCommand({ user, channel, text })] };
  }
}

/**
 * The bot's answers where this question was asked: messages that end with the feedback buttons. What is asked privately
 * comes as a direct message where its response_url was not taken.
 */
export function answersAt(slack: FakeSlack, { user, channel, thread }: AskedQuestion): FakeMessage[] {
  const direct = () => slack.replies(slack.state.workspace.direct(user).id).filter(({ threadTs }) => !threadTs);
  const all = thread === undefined ? [...slack.whispers(user, channel), ...direct()] : slack.replies(channel, thread);
  return all.filter(({ blocks }) => blocks?.some(({ type }) => type === 'context_actions'));
}

/** Only questions whose answers can be told apart. */
function readGold(file: string): Gold[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Gold)
    .filter(({ answerable, facts }) => answerable && facts.length > 0);
}
