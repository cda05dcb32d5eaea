import { ACCESS, ANN, BELA, CAROL, CLERKS, COMMITTEE, EXEMPT, MORNING, type Morning } from './slack/morning.ts';
import { openCouncil } from './slack/open-council.ts';

// npm run demo:slack
// A scripted morning of the made-up council in a Slack on loopback, with the bot as its own process: prints the
// conversations as members saw them. Ends with 1 if anything that was to happen did not.

const council = await openCouncil({ access: ACCESS, env: { MINUTEBOOK_CLERK_CHANNEL: CLERKS } });
try {
  furnish();
  const morning: Morning = { ...council, bot: await council.startBot() };
  for (const { title, run } of MORNING) {
    console.log(`· ${title}`);
    await run(morning);
  }
  checkWhatWasSent();
  console.log('\nEverything that was to happen has happened.');
} catch (error) {
  console.error(`\nWent wrong: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  for (const [channel, reader] of conversations()) console.log(`\n${council.slack.conversation(channel, reader)}`);
  await council.close();
}

function furnish(): void {
  const { slack } = council;
  slack.addUser(ANN, { name: 'Ann Parsley' });
  slack.addUser(BELA, { name: 'Bela Osei' });
  slack.addUser(CAROL, { name: 'Carol Wright, clerk' });
  slack.addChannel(COMMITTEE, { name: 'environment-committee', members: [ANN, BELA, CAROL] });
  slack.addChannel(CLERKS, { name: 'clerks', kind: 'private', members: [CAROL] });
}

/** Every conversation there was, as one member saw it. */
function conversations(): [string, string][] {
  const { slack } = council;
  const [ann, bela] = [ANN, BELA].map((user) => slack.state.workspace.direct(user).id);
  const roads = slack.state.workspace.channels.has('C3ROADS') ? [['C3ROADS', ANN]] : [];
  return [[COMMITTEE, ANN], [ann, ANN], [bela, BELA], [CLERKS, CAROL], ...roads] as [string, string][];
}

/** Over everything the bot sent: no broadcast, and nothing exempt but to the one who is cleared. */
function checkWhatWasSent(): void {
  const { slack } = council;
  const broadcast = slack.tokens().find(({ token }) => token.startsWith('<!'));
  if (broadcast) throw new Error(`The bot sent ${broadcast.token}`);
  const cleared = slack.state.workspace.direct(BELA).id;
  const leak = slack.calls().find(({ args }) => EXEMPT.test(JSON.stringify(args)) && args.channel !== cleared);
  if (leak) throw new Error(`An exempt paper was told by ${leak.method} in ${leak.args.channel}`);
}
