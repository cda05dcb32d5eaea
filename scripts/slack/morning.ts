import type { BotProcess } from '../../tests/support/bot-process.ts';
import type { Said } from '../../tests/support/fake-slack/members/member-messages.ts';
import type { FakeMessage } from '../../tests/support/fake-slack/state/workspace.ts';
import type { Council } from './open-council.ts';

/** The people and places of the morning. */
export const ANN = 'U1ANN';
export const BELA = 'U2BELA';
export const CAROL = 'U3CAROL';
export const COMMITTEE = 'C1ENVIRONMENT';
export const CLERKS = 'G2CLERKS';

/** Bela alone may read what is exempt by paragraph 3, of one committee. */
export const ACCESS = {
  people: { [BELA]: [{ committees: ['Environment and Highways Committee'], paragraphs: [3] }] },
};

/** What is said only in the exempt appendix. */
export const EXEMPT = /Skelder/;

export type Morning = Council & { bot: BotProcess };

/** A step of the morning: what happens, and what must come of it; throws what did not. */
export type Step = { title: string; run(morning: Morning): Promise<void> };

export const MORNING: Step[] = [
  {
    title: 'A councillor asks in the committee’s channel',
    async run(morning) {
      const { slack } = morning;
      const asked = slack.mention(ANN, COMMITTEE, "What did we resolve about residents' parking in Tannery ward?");
      const answer = await answerTo(asked, morning);
      expectWords(answer, morning, /Currier Street/);
      expectWords(answer, morning, /Min(?:ute|\.) \d+/);
      const isShown = () => slack.statuses.some(({ thread, status: text }) => thread === asked.ts && text !== '');
      await slack.eventually(isShown, { what: 'a status' });
      remember(morning, 'parking', asked);
    },
  },
  {
    title: 'She asks on, without a mention',
    async run(morning) {
      const { ts } = recall(morning, 'parking');
      const asked = morning.slack.say(ANN, COMMITTEE, 'And how did the vote go?', { thread: ts });
      const answer = await answerAfter(asked, { thread: ts, morning });
      expectWords(answer, morning, /6 voting FOR/);
    },
  },
  {
    title: 'People talk among themselves, and the bot keeps silent',
    async run(morning) {
      const { ts } = recall(morning, 'parking');
      const before = morning.slack.replies(COMMITTEE, ts).length;
      morning.slack.say(BELA, COMMITTEE, `<@${ANN}> I think we should look at that again, shall we?`, { thread: ts });
      // By the time another question is answered, a word to this one would have come.
      await answerTo(morning.slack.directMessage(CAROL, 'Minute 23 of environment and highways'), morning);
      if (morning.slack.replies(COMMITTEE, ts).length !== before) throw new Error('The bot spoke among people');
    },
  },
  {
    title: 'A private question, shared',
    async run(morning) {
      const { slack } = morning;
      slack.slashCommand({ user: ANN, channel: COMMITTEE, text: 'what price is the resident permit for a second car' });
      const answer = await slack.eventually(() => slack.whispers(ANN, COMMITTEE).find(isWhole), { what: 'a whisper' });
      expectWords(answer, morning, /£90/);
      const before = slack.replies(COMMITTEE).length;
      slack.pressButton({ user: ANN, channel: COMMITTEE, ts: answer.ts, action: 'Share' });
      const shared = await slack.eventually(() => slack.replies(COMMITTEE)[before], { what: 'the shared answer' });
      expectWords(shared, morning, /£90/);
      expectWords(shared, morning, /Shared by @?.*Ann Parsley/);
    },
  },
  {
    title: 'She opens the source',
    async run(morning) {
      const { slack } = morning;
      const shared = slack.replies(COMMITTEE).findLast(({ blocks }) => blocks?.length);
      if (!shared) throw new Error('There is nothing to open');
      slack.pressButton({ user: ANN, channel: COMMITTEE, ts: shared.ts, action: 'source.1' });
      // Opened at once, and filled when its source is found.
      const opened = () => [slack.modal(ANN)].find((modal) => modal && /£90/.test(modal.lines.join('\n')));
      const modal = await slack.eventually(opened, { what: 'the source, which holds what was cited' });
      console.log(indent(['[Ann opens the source]', ...modal.lines]));
      slack.closeView(ANN);
    },
  },
  {
    title: 'An exempt question, by a member who is cleared and one who is not',
    async run(morning) {
      const text = 'Which bidder for the waste contract had a profits warning?';
      const cleared = await answerTo(morning.slack.directMessage(BELA, text), morning);
      expectWords(cleared, morning, EXEMPT);
      const uncleared = await answerTo(morning.slack.directMessage(ANN, text), morning);
      if (EXEMPT.test(wordsOf(uncleared, morning))) throw new Error('An exempt paper was told to a member not cleared');
      const inChannel = await answerTo(morning.slack.mention(BELA, COMMITTEE, text), morning);
      if (EXEMPT.test(wordsOf(inChannel, morning))) throw new Error('An exempt paper was told in the channel');
    },
  },
  {
    title: 'A question that the papers do not answer goes to the clerk, who replies',
    async run(morning) {
      const { slack } = morning;
      const asked = slack.directMessage(ANN, 'How many libraries will close next year?');
      const decline = await answerTo(asked, morning);
      slack.pressButton({ user: ANN, channel: asked.channel, ts: decline.ts, action: 'Ask the clerk' });
      const handed = await slack.eventually(() => slack.replies(CLERKS)[0], { what: 'the hand-off' });
      expectWords(handed, morning, /libraries/);
      const reply = 'None are planned; a report comes to the March meeting.';
      slack.say(CAROL, CLERKS, reply, { thread: handed.ts });
      const forMember = () =>
        slack.replies(asked.channel, asked.ts).find((one) => wordsOf(one, morning).includes(reply));
      await slack.eventually(forMember, { what: 'the clerk’s reply' });
      for (const [channel, thread] of [
        [asked.channel, asked.ts],
        [CLERKS, handed.ts],
      ] as const) {
        const isClosed = () => slack.replies(channel, thread).some((one) => /closed/i.test(wordsOf(one, morning)));
        await slack.eventually(isClosed, { what: `the word in ${channel} that it is closed` });
      }
    },
  },
  {
    title: 'The bot is killed in the middle of a question and started again',
    async run(morning) {
      const { slack } = morning;
      const cut = slack.faults.add({ method: 'conversations.members', kind: 'hang', times: 9 });
      const fresh = 'C3ROADS';
      slack.addChannel(fresh, { name: 'roads', members: [ANN, BELA] });
      const asked = slack.mention(ANN, fresh, 'salt stock at quarry rd on 1 sept 2025?');
      await slack.eventually(() => cut.hits > 0, { what: 'the question to be begun' });
      await morning.bot.kill();
      console.log(indent(['[The bot is killed, and started again]']));
      cut.remove();
      morning.bot = await morning.startBot();
      const answer = await answerTo(asked, morning);
      expectWords(answer, morning, /2,870/);
      await answerTo(slack.directMessage(CAROL, 'res 3 of min 20 clsc 16/9/25 pls'), morning);
      const answers = slack.replies(fresh, asked.ts).filter(isWhole);
      if (answers.length !== 1) throw new Error(`Answered ${answers.length} times`);
    },
  },
];

const threads = new WeakMap<object, Map<string, Said>>();

function remember({ slack }: Morning, name: string, said: Said): void {
  threads.set(slack, new Map([...(threads.get(slack) ?? []), [name, said]]));
}

function recall({ slack }: Morning, name: string): Said {
  const said = threads.get(slack)?.get(name);
  if (!said) throw new Error(`Nothing was said about ${name}`);
  return said;
}

/** The answer or decline to what was said at the top of a thread. */
function answerTo(asked: Said, morning: Morning): Promise<FakeMessage> {
  return answerAfter(asked, { thread: asked.ts, morning });
}

type After = { thread: string; morning: Morning };

async function answerAfter(asked: Said, { thread, morning: { slack } }: After): Promise<FakeMessage> {
  const later = () =>
    slack.replies(asked.channel, thread).find((one) => Number(one.ts) > Number(asked.ts) && isWhole(one));
  return slack.eventually(later, { what: 'an answer' });
}

/** An answer ends with the feedback buttons. */
function isWhole({ blocks }: FakeMessage): boolean {
  return blocks?.some(({ type }) => type === 'context_actions') ?? false;
}

function wordsOf(message: FakeMessage, { slack }: Morning): string {
  return [message.text, ...slack.read(message)].join('\n');
}

function expectWords(message: FakeMessage, morning: Morning, words: RegExp): void {
  const said = wordsOf(message, morning);
  if (!words.test(said)) throw new Error(`Expected ${words} in:\n${said}`);
}

function indent(lines: string[]): string {
  return lines.map((line) => `    ${line}`).join('\n');
}
