import type { App as BoltApp, RespondArguments } from '@slack/bolt';
import { helpMessage, plainMessage } from '../blocks/notices/plain-messages.ts';
import { actionName } from '../blocks/parts/action-names.ts';
import { SUBSCRIBE_FORM } from '../blocks/views/subscribe-modal.ts';
import { readRefusal } from '../calls/slack-refusal.ts';
import type { Message } from '../messenger.ts';
import { openSubscribeForm, subscribe, unsubscribe } from './briefs/subscribe.ts';
import type { SurfaceContext } from './context.ts';
import { readCommandPayload, readPressPayload, readShortcutPayload } from './incoming/interaction-payload.ts';
import { ASK_SHORTCUT, COMMAND, privatePlace, readCommand } from './incoming/take-command.ts';
import { readPress } from './incoming/take-press.ts';
import { forgetOwnData, tellOwnData } from './lists/own-data.ts';
import { openSource, readOn } from './press/open-source.ts';
import { STOP_ACTION, stoppableStatus } from './reply/status-message.ts';
import { tellFailure } from './reply/tell-failure.ts';

const OTHER_COMMAND = `I know only ${COMMAND}. Try ${COMMAND} help.`;
const OTHER_SHORTCUT =
  'I do not know this shortcut. Choose “Ask the minutes about this”, or mention me with a question.';
const OTHER_BUTTON = 'I do not know this button any more. Please ask again.';
const OTHER_FORM = 'I do not know this form any more. Please ask again.';
const NOT_YOUR_STOP = 'Only whoever asked can stop this, while it is being worked on.';
const TOO_SLOW = 'That took too long to open. Please press the button once more.';
/** Every form but those that have a listener of their own. */
const OTHER_FORMS = new RegExp(`^(?!${SUBSCRIBE_FORM}$)`);
const READING = 'Reading the minutes …';

/**
 * Registers what must happen within Slack's three seconds: every command, shortcut, press and form is acknowledged;
 * help is said at once and sources are opened. What is owed beyond that was taken in before and is worked off later.
 */
export function registerSurfaces(bolt: BoltApp, context: SurfaceContext): void {
  bolt.command(/.*/, async ({ body, ack }) => {
    const [first, ...more] = acknowledge(body, context);
    await (first ? ack(ephemeral(first)) : ack());
    for (const message of more) await tellPresser(message, { context, user: body.user_id, url: body.response_url });
    await openWantedForm(body, context);
  });
  bolt.shortcut(/.*/, async ({ body, ack }) => {
    await ack();
    const payload = readShortcutPayload(body);
    if (payload && payload.callback_id !== ASK_SHORTCUT) {
      await tellPresser(plainMessage(OTHER_SHORTCUT), { context, user: payload.user.id, url: payload.response_url });
    }
  });
  bolt.action(/.*/, async ({ body, ack }) => {
    await ack();
    await press(body, context);
  });
  bolt.view(SUBSCRIBE_FORM, async ({ body, ack }) => {
    const done = await subscribe(body, context);
    await (done.kind === 'refused' ? ack({ response_action: 'errors', errors: done.errors }) : ack());
    if (done.kind === 'made') await tellPresser(plainMessage(done.words), { context, user: body.user.id });
  });
  bolt.view(OTHER_FORMS, async ({ body, ack }) => {
    await ack();
    await tellPresser(plainMessage(OTHER_FORM), { context, user: body.user.id });
  });
}

/** `/minutes subscribe` opens a form; that Slack's trigger was too old is told. */
async function openWantedForm(body: unknown, context: SurfaceContext): Promise<void> {
  const payload = readCommandPayload(body);
  if (payload?.command !== COMMAND || readCommand(payload, context.botUser).kind !== 'subscribe') return;
  try {
    await openSubscribeForm(payload, context);
  } catch (error) {
    const reference = context.log.fault('The form was not opened', error);
    const said = /trigger/.test(readRefusal(error).error) ? TOO_SLOW : tellFailure(error, reference);
    await tellPresser(plainMessage(said), { context, user: payload.user_id, url: payload.response_url });
  }
}

/** What a command is told at once: help, or what is being done with a button to stop it. */
function acknowledge(body: unknown, { botUser, stops, desk }: SurfaceContext): Message[] {
  const payload = readCommandPayload(body);
  if (payload?.command !== COMMAND) return [plainMessage(OTHER_COMMAND)];
  const { team_id: team, user_id: user } = payload;
  const wish = readCommand(payload, botUser);
  switch (wish.kind) {
    case 'help':
      return [helpMessage()];
    case 'my-data':
      return tellOwnData({ team, user }, desk);
    case 'forget-me':
      return [forgetOwnData({ team, user }, desk)];
    case 'unsubscribe':
      return [plainMessage(unsubscribe({ user, channel: payload.channel_id }, desk))];
    case 'find':
    case 'look-up':
      return [plainMessage('Looking through the minutes …')];
    case 'subscribe':
      return [plainMessage('Opening the form …')];
    case 'question': {
      const place = privatePlace({ team, channel: payload.channel_id, trigger: payload.trigger_id });
      return [stoppableStatus(READING, stops.keep(place, user))];
    }
  }
}

function ephemeral({ text, blocks }: Message): RespondArguments {
  return { response_type: 'ephemeral', text, blocks };
}

/** A press that opens or turns a modal, or that nobody works off; every other is a job already. */
async function press(body: unknown, context: SurfaceContext): Promise<void> {
  const pressed = readPress(body);
  const payload = readPressPayload(body);
  if (!pressed || !payload) return;
  const { channel, user, place } = pressed;
  const { response_url: url, thread } = place;
  const where = { ...(url ? { url } : {}), ...(channel && thread ? { thread: { channel, thread } } : {}) };
  const tell = (text: string) => tellPresser(plainMessage(text), { context, user, ...where });
  const name = actionName(pressed.action);
  const { trigger_id: trigger, view } = payload;
  try {
    if (pressed.action === STOP_ACTION) {
      const stop = context.stops.find(pressed.value, pressed.team);
      if (stop?.user !== pressed.user) await tell(NOT_YOUR_STOP);
    } else if (name === 'source') {
      await (trigger ? openSource({ ...pressed, trigger }, { context }) : tell(TOO_SLOW));
    } else if (name === 'earlier' || name === 'later') {
      const { id = '', private_metadata: metadata = '', hash } = view ?? {};
      const shown = view && { id, metadata, ...(hash ? { hash } : {}) };
      await (shown ? readOn({ ...pressed, move: name, view: shown }, { context }) : tell(OTHER_BUTTON));
    } else if (!name) await tell(OTHER_BUTTON);
  } catch (error) {
    if (/trigger/.test(readRefusal(error).error)) return tell(TOO_SLOW);
    const reference = context.log.fault('A press was not answered', error, { action: name ?? 'unknown' });
    await tell(tellFailure(error, reference));
  }
}

type TellOptions = {
  context: SurfaceContext;
  user: string;
  url?: string;
  /** Where they pressed, if it was in a thread: a response_url would answer beside it. */
  thread?: { channel: string; thread: string };
};

/** Says something to one member at once: where they pressed, else in a direct message. Never throws. */
async function tellPresser({ text, blocks }: Message, options: TellOptions): Promise<void> {
  const { context, user, url, thread } = options;
  const { client, messenger, log } = context;
  const ways = [
    thread &&
      (() => client.chat.postEphemeral({ channel: thread.channel, thread_ts: thread.thread, user, text, blocks })),
    url && (() => messenger.respond({ text, blocks }, { url })),
    () => client.chat.postMessage({ channel: user, text, blocks, unfurl_links: false, unfurl_media: false }),
  ];
  for (const say of ways) {
    if (!say) continue;
    try {
      await say();
      return;
    } catch (error) {
      log.info('not said to whoever pressed', { reason: readRefusal(error).error });
    }
  }
}
