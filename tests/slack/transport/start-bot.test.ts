import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { echo, startTestBot, type TestBot, type TestBotOptions } from '../../support/bot-on-fake.ts';
import { type FakeSlack, openFakeSlack } from '../../support/fake-slack/open-fake-slack.ts';

describe.each([{ http: false }, { http: true }])('startBot() with %o', ({ http }) => {
  let slack: FakeSlack;
  let running: TestBot | undefined;
  const start = async (options: TestBotOptions = {}) => {
    running = await startTestBot(slack, { http, ...options });
    return running;
  };

  beforeEach(async () => {
    slack = await openFakeSlack();
    slack.addUser('U1ANN', { name: 'Ann Parsley' });
    slack.addChannel('C1ENV', { name: 'environment', members: ['U1ANN'] });
  });

  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await slack.close();
  });

  it('answers a mention once, though Slack tells of it twice and again minutes later', async () => {
    const { desk } = await start();
    const asked = slack.mention('U1ANN', 'C1ENV', 'what was resolved?');
    await slack.eventually(() => slack.replies('C1ENV', asked.ts)[0]);
    expect(asked.deliveries).toHaveLength(2);
    for (const delivery of asked.deliveries) {
      expect((await slack.repeat(delivery)).answeredAt).toBeDefined();
    }
    await slack.eventually(() => desk.jobs.counts().open === 0);
    expect(slack.replies('C1ENV', asked.ts).map(({ text }) => text)).toEqual(['You asked: what was resolved?']);
  });

  it('records an event before it acknowledges it', async () => {
    const { desk } = await start({ work: () => new Promise(() => undefined) });
    const said = slack.directMessage('U1ANN', 'what was resolved?');
    const [delivery] = said.deliveries;
    const taken = await delivery?.settled;
    expect(taken?.answeredAt).toBeDefined();
    expect(desk.jobs.isKnownEvent(String(delivery?.payload.event_id))).toBe(true);
    expect(desk.jobs.open()).toMatchObject([{ user: 'U1ANN', isQuestion: true }]);
  });

  it('acknowledges nothing that it cannot record, and answers it when it is sent again', async () => {
    const { desk, bot, log } = await start();
    const record = desk.jobs.record;
    const broken = desk.jobs as { record: typeof record };
    broken.record = () => {
      throw new Error('disk full');
    };
    const said = slack.directMessage('U1ANN', 'what was resolved?');
    await slack.eventually(() => !bot.health().isWell);
    expect(said.deliveries[0]?.attempts.filter(({ status }) => status !== 500)).toEqual([]);
    expect(bot.health()).toMatchObject({ isWell: false, problems: ['the desk cannot be written'] });
    broken.record = record;
    slack.socket.expireAcks();
    await slack.eventually(() => slack.replies(said.channel)[0]);
    expect(bot.health().isWell).toBe(true);
    expect(log.lines.filter(({ message }) => message.startsWith('The desk cannot be written'))).toHaveLength(1);
  });

  it('acknowledges presses, commands and shortcuts that nothing listens to', async () => {
    await start();
    const command = slack.slashCommand({
      user: 'U1ANN',
      channel: 'C1ENV',
      text: 'what was resolved?',
      command: '/other',
    });
    expect((await command.settled)?.answeredAt).toBeDefined();
    const press = slack.deliver('interactive', {
      type: 'block_actions',
      user: { id: 'U1ANN', team_id: 'T0COUNCIL' },
      team: { id: 'T0COUNCIL' },
      actions: [{ type: 'button', action_id: 'nobody', block_id: 'b', value: '1', action_ts: '1' }],
    });
    expect((await press.settled)?.answeredAt).toBeDefined();
  });

  it('passes over what is of another workspace and odd payloads, and acknowledges them', async () => {
    const { desk } = await start();
    const odd = [
      {},
      {
        type: 'event_callback',
        team_id: 'T0OTHER',
        event: { type: 'app_mention', user: 'U1', text: 'x', ts: '1.1', channel: 'C1' },
      },
    ];
    for (const payload of odd) expect((await slack.deliver('event', payload).settled)?.answeredAt).toBeDefined();
    expect(desk.jobs.open()).toEqual([]);
  });

  it('tells a command of another workspace that it gets no answer, and owes it none', async () => {
    const { desk } = await start();
    const command = { command: '/minutes', text: 'x', team_id: 'T0OTHER', channel_id: 'C9', user_id: 'U9' };
    const { settled } = slack.deliver('command', { ...command, trigger_id: '1.1', response_url: `${slack.apiUrl}r` });
    expect(JSON.stringify((await settled)?.payload)).toMatch(/only members of the workspace/);
    expect(desk.jobs.counts().open).toBe(0);
  });

  it('tells of every event once', async () => {
    const told: string[] = [];
    await start({ onEvent: ({ type }) => void told.push(type) });
    const [left] = slack.leave('U1ANN', 'C1ENV');
    await left?.settled;
    if (left) await slack.repeat(left);
    expect(told).toEqual(['member_left_channel']);
  });

  it('says nothing more once the app was taken out of the workspace, and says so once', async () => {
    const { bot, log } = await start();
    slack.directMessage('U1ANN', 'first');
    await slack.eventually(() => slack.replies('D1ANN')[0]);
    await Promise.all(slack.uninstall().map(({ settled }) => settled));
    slack.directMessage('U1ANN', 'second');
    await slack.eventually(() => !bot.health().isWell);
    expect(slack.replies('D1ANN')).toHaveLength(1);
    expect(bot.health().problems).toContain('stopped: app_uninstalled');
    expect(log.lines.filter(({ message }) => /taken out of the workspace/.test(message))).toHaveLength(1);
  });

  it('closes what it cannot say because the channel is archived, once and for all', async () => {
    const { desk, log } = await start();
    slack.archive('C1ENV');
    const asked = slack.mention('U1ANN', 'C1ENV', 'what was resolved?');
    const job = () => desk.jobs.find(`message:T0COUNCIL:C1ENV:${asked.ts}`);
    await slack.eventually(() => job()?.state === 'refused');
    expect(log.lines.filter(({ fields }) => fields.error === 'is_archived')).toHaveLength(1);
    const direct = slack.state.workspace.direct('U1ANN').id;
    await slack.eventually(() =>
      /cannot answer where you asked.*reference job \d/.test(slack.replies(direct)[0]?.text ?? ''),
    );
  });

  it('tells a member kindly, thread by thread and no oftener than it answers, that a minute holds so many; others go on', async () => {
    slack.addUser('U2BEN', { name: 'Ben Sage' });
    await start({ settings: { questionsPerMinute: 2 } });
    const asked = [1, 2, 3, 4, 5].map((n) => slack.directMessage('U1ANN', `question ${n}`));
    slack.directMessage('U1ANN', 'and on', { thread: asked[2]?.ts ?? '' });
    slack.directMessage('U2BEN', 'mine');
    await slack.eventually(() => slack.replies('D2BEN')[0]);
    await slack.eventually(() => slack.replies('D1ANN').length === 4);
    await slack.eventually(() => running?.desk.jobs.open().length === 0);
    const said = slack.replies('D1ANN').map(({ text }) => text);
    expect(said.filter((text) => text.startsWith('You asked'))).toEqual([
      'You asked: question 1',
      'You asked: question 2',
    ]);
    const told = slack.replies('D1ANN').filter(({ text }) => /2 questions a minute/.test(text));
    expect(told.map(({ threadTs }) => threadTs).sort()).toEqual([asked[2]?.ts, asked[3]?.ts]);
  });

  it('tells each of what was asked in private that it is too many, for each was told that it is worked on', async () => {
    await start({ settings: { questionsPerMinute: 1 } });
    for (const text of ['one', 'two', 'three']) slack.slashCommand({ user: 'U1ANN', channel: 'C1ENV', text });
    await slack.eventually(
      () => slack.whispers('U1ANN').filter(({ text }) => /one question a minute/.test(text)).length === 2,
    );
  });

  it('keeps the order inside a thread, and lets a short question pass a long one', async () => {
    const order: string[] = [];
    let finishLong: () => void = () => undefined;
    const long = new Promise<void>((resolve) => {
      finishLong = resolve;
    });
    await start({
      work: async ({ job }) => {
        if (job.kind !== 'question') return;
        if (job.text === 'long') await long;
        order.push(job.text);
      },
    });
    const root = slack.directMessage('U1ANN', 'long');
    slack.directMessage('U1ANN', 'after the long one', { thread: root.ts });
    slack.directMessage('U1ANN', 'short');
    await slack.eventually(() => order.length === 1);
    expect(order).toEqual(['short']);
    finishLong();
    await slack.eventually(() => order.length === 3);
    expect(order).toEqual(['short', 'long', 'after the long one']);
  });

  it('tries again what may pass', async () => {
    const attempts: number[] = [];
    await start({
      work: async (recorded, options) => {
        attempts.push(recorded.attempts);
        if (recorded.attempts === 1) throw new TypeError('passes');
        await echo(recorded, options);
      },
    });
    slack.directMessage('U1ANN', 'what was resolved?');
    await slack.eventually(() => slack.replies('D1ANN')[0]);
    expect(attempts).toEqual([1, 2]);
  });

  it('ends what does not pass with one sentence and a reference', async () => {
    const { desk, log } = await start({
      work: async () => {
        throw new AppError('invalid', 'Cannot read the question "?": it has no words');
      },
    });
    const said = slack.directMessage('U1ANN', '?');
    await slack.eventually(() => slack.replies('D1ANN')[0]);
    expect(slack.replies('D1ANN').map(({ text }) => text)).toEqual([
      'Cannot read the question "?": it has no words (reference ref-2).',
    ]);
    expect(desk.jobs.find(`message:T0COUNCIL:D1ANN:${said.ts}`)).toMatchObject({ state: 'failed', attempts: 1 });
    expect(log.lines.filter(({ message }) => message === 'Job failed')).toHaveLength(1);
  });

  it('stops with what is open handed back, and the next bot answers it once', async () => {
    const { folder, stop } = await start({
      work: (_, { signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    });
    slack.directMessage('U1ANN', 'what was resolved?');
    await slack.eventually(() => running?.desk.jobs.open()[0]?.attempts === 1);
    // What is open would never end by itself.
    await stop({ keep: true });
    expect(slack.replies('D1ANN')).toEqual([]);
    await start({ folder });
    await slack.eventually(() => slack.replies('D1ANN')[0]);
    expect(slack.replies('D1ANN').map(({ text }) => text)).toEqual(['You asked: what was resolved?']);
  });

  it('serves its health', async () => {
    const { bot } = await start();
    const response = await fetch(`http://127.0.0.1:${bot.port}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      mode: http ? 'http' : 'socket',
      connected: true,
      index: { loaded: true, papers: 3, newestMeeting: '2024-01-09' },
      openJobs: 0,
      paused: false,
      problems: [],
    });
  });
});
