import type { App } from '../app.ts';
import { committeeKey } from '../audience.ts';
import type { Briefing } from '../briefing.ts';
import type { Desk } from '../desk.ts';
import { AppError } from '../errors.ts';
import { isMember, type Subscription } from '../subscription.ts';
import type { BriefCommands, BriefFlags, SubscribeFlags } from './build-brief-commands.ts';
import { EXIT } from './exit-status.ts';
import { plainForTerminal } from './plain-for-terminal.ts';
import type { Screen } from './screen.ts';
import { writeWholeFile } from './write-whole-file.ts';

export type BriefRunOptions = {
  screen: Screen;
  withApp(flags: { index?: string }, use: (app: App) => Promise<void> | void): Promise<void>;
  withDesk(flags: { desk?: string }, use: (desk: Desk) => void): Promise<void>;
  setStatus(status: number): void;
};

/** What the commands around briefings do. */
export function runBriefCommands({ screen, withApp, withDesk, setStatus }: BriefRunOptions): BriefCommands {
  return {
    brief: (meeting, flags) => withApp(flags, (app) => runBrief(app, { screen, meeting, flags })),
    subscribe: (flags) =>
      withApp(flags, (app) =>
        withDesk(flags, (desk) => {
          const { to, days: daysBefore } = flags;
          const committee = requireCommittee(flags, app);
          const user = isMember(to) ? to : '';
          const made = desk.subscriptions.add({ team: '', committee, daysBefore, to, user });
          screen.print(sayLine(made));
        }),
      ),
    subscriptions: (flags) =>
      withDesk(flags, ({ subscriptions }) => {
        const all = subscriptions.list();
        if (flags.json) screen.print(JSON.stringify(all, null, 2));
        else screen.print(all.length === 0 ? 'No standing briefings' : all.map(sayLine).join('\n'));
      }),
    unsubscribe: (id, flags) =>
      withDesk(flags, ({ subscriptions }) => {
        const isRemoved = /^\d{1,9}$/.test(id) && subscriptions.remove(Number(id));
        if (!isRemoved) setStatus(EXIT.nothingFound);
        const shown = plainForTerminal(id);
        screen.print(isRemoved ? `ended standing briefing ${shown}` : `there is no standing briefing ${shown}`);
      }),
  };
}

type BriefRun = { screen: Screen; meeting: string; flags: BriefFlags };

async function runBrief(app: App, { screen, meeting, flags }: BriefRun): Promise<void> {
  const { clear, committee, for: forRole } = flags;
  const briefing = app.brief(meeting, {
    audience: { cleared: clear },
    ...(committee === undefined ? {} : { committee }),
    ...(forRole === undefined ? {} : { forRole }),
  });
  const files = (['docx', 'pdf', 'md'] as const).flatMap((format) => {
    const file = flags[format];
    return file === undefined ? [] : [{ format, file }];
  });
  // Every document is made before any is written, so that a failure leaves none behind.
  const made = await Promise.all(
    files.map(async ({ format, file }) => ({ file, content: await app.writeBriefing(briefing, format) })),
  );
  for (const { file, content } of made) {
    writeWholeFile(file, content);
    screen.warn(`wrote ${plainForTerminal(file)}`);
  }
  if (flags.json) screen.print(JSON.stringify(briefing, null, 2));
  else if (files.length === 0) screen.print(await asText(app, briefing));
}

/** Markdown reads well as plain text; what could move the cursor is made visible. */
async function asText(app: App, briefing: Briefing): Promise<string> {
  return plainForTerminal((await app.writeBriefing(briefing, 'md')).toString('utf8').trimEnd(), { lines: true });
}

/** The committee's name as its papers have it: what is compared when an agenda comes in. */
function requireCommittee({ committee }: SubscribeFlags, app: App): string {
  const names = [...new Set(app.meetings().map((meeting) => meeting.committee))].sort();
  const found = names.find((name) => committeeKey(name) === committeeKey(committee));
  if (found !== undefined) return found;
  const known = names.length === 0 ? 'the index has none' : `the index has ${names.join('; ')}`;
  throw new AppError('not-found', `Cannot find the committee "${committee}": ${known}`);
}

function sayLine({ id, committee, daysBefore, to }: Subscription): string {
  const days = daysBefore === 0 ? 'on the day of' : `${daysBefore} ${daysBefore === 1 ? 'day' : 'days'} before`;
  return `${id}: ${days} each meeting of ${plainForTerminal(committee)}, to ${plainForTerminal(to)}`;
}
