import { z } from 'zod';
import type { Desk } from '../../../desk.ts';
import { MAX_DAYS_BEFORE } from '../../../subscription.ts';
import { SUBSCRIBE_FIELDS, subscribeModal } from '../../blocks/views/subscribe-modal.ts';
import type { SurfaceContext } from '../context.ts';
import type { CommandPayload } from '../incoming/interaction-payload.ts';

const { committee, days, to } = SUBSCRIBE_FIELDS;
const CHANNEL = /^[CG][A-Z0-9]{2,31}$/;

const submission = z.object({
  user: z.object({ id: z.string().regex(/^[UW][A-Z0-9]{1,31}$/), team_id: z.string().nullish() }),
  team: z.object({ id: z.string() }).nullish(),
  view: z.object({
    state: z.object({
      values: z.object({
        [committee]: z.object({
          [committee]: z.object({ selected_option: z.object({ text: z.object({ text: z.string() }) }).nullish() }),
        }),
        [days]: z.object({ [days]: z.object({ value: z.string().nullish() }) }),
        [to]: z.object({ [to]: z.object({ selected_conversation: z.string().nullish() }) }).optional(),
      }),
    }),
  }),
});

/** What a submitted form came to; `errors` by field, as Slack shows them. */
export type Subscribed = { kind: 'made'; words: string } | { kind: 'refused'; errors: Record<string, string> };

/** Opens the form with the committees that the member may read of. */
export async function openSubscribeForm(
  { user_id: user, team_id: team, trigger_id }: CommandPayload,
  { app, client, findReader }: SurfaceContext,
): Promise<void> {
  const reader = await findReader({ team, user });
  const names = reader.kind === 'refused' || !app.status().exists ? [] : committeesOf(app, reader.audience);
  if (names.length === 0) {
    const text = 'There is no committee that I could brief you on.';
    await client.chat.postMessage({ channel: user, text, unfurl_links: false, unfurl_media: false });
    return;
  }
  await client.views.open({ trigger_id, view: subscribeModal(names, { maxDays: MAX_DAYS_BEFORE }) });
}

/** Writes down a standing briefing from the submitted form; what is wrong with it is told beside its field. */
export async function subscribe(body: unknown, { app, desk, findReader }: SurfaceContext): Promise<Subscribed> {
  const read = submission.safeParse(body);
  if (!read.success) return { kind: 'refused', errors: { [committee]: 'Please fill in the form once more.' } };
  const { user, team: workspace, view } = read.data;
  const { values } = view.state;
  const team = workspace?.id ?? user.team_id ?? '';
  const reader = await findReader({ team, user: user.id });
  const chosen = values[committee][committee].selected_option?.text.text;
  const names = reader.kind === 'refused' ? [] : committeesOf(app, reader.audience);
  const name =
    names.find((one) => one === chosen) ?? names.find((one) => chosen && one.startsWith(chosen.replace(/…$/, '')));
  if (name === undefined) return { kind: 'refused', errors: { [committee]: 'I know no such committee.' } };
  const daysBefore = Number(values[days][days].value ?? Number.NaN);
  if (!Number.isInteger(daysBefore) || daysBefore < 0 || daysBefore > MAX_DAYS_BEFORE) {
    return { kind: 'refused', errors: { [days]: `A whole number of days, 0 to ${MAX_DAYS_BEFORE}, please.` } };
  }
  const channel = values[to]?.[to].selected_conversation ?? undefined;
  if (channel !== undefined && !CHANNEL.test(channel)) {
    return { kind: 'refused', errors: { [to]: 'Please choose a channel.' } };
  }
  desk.subscriptions.add({ team, committee: name, daysBefore, to: channel ?? user.id, user: user.id });
  const where = channel === undefined ? 'to you here' : 'in the channel you chose; I must be a member of it';
  return {
    kind: 'made',
    words: `A briefing for ${name} will be posted ${daysBefore} days before each meeting, ${where}.`,
  };
}

/** Ends what a member asked for: their own standing briefings, and in a channel those they asked for there. Says which. */
export function unsubscribe({ user, channel }: { user: string; channel: string }, { subscriptions }: Desk): string {
  const own = subscriptions.list().filter((one) => one.user === user && (one.to === user || one.to === channel));
  for (const { id } of own) subscriptions.remove(id);
  if (own.length === 0) return 'You have asked for no standing briefing, here or to yourself.';
  const places = own.map(({ committee, to }) => `${committee} (${to === user ? 'to you' : 'here'})`);
  return `Ended: no more briefings before the meetings of ${places.join('; ')}.`;
}

function committeesOf(
  app: SurfaceContext['app'],
  audience: Parameters<SurfaceContext['app']['meetings']>[0],
): string[] {
  return [...new Set(app.meetings(audience).map((meeting) => meeting.committee))].sort();
}
