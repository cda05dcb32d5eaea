import type { Json } from '../blocks/check-blocks.ts';
import type { Deliverer, Delivery } from '../delivery/deliver.ts';
import { userRecord } from '../methods/people.ts';
import type { FakeState } from '../state/fake-state.ts';
import { respond } from '../state/response-urls.ts';
import { APP_ID, messageRecord, TEAM } from '../state/workspace.ts';
import { actionOf, findElement, type Press } from './find-element.ts';
import { type Interactions, openInteractions } from './interactions.ts';
import { viewPresses } from './view-presses.ts';

export type SlashCommand = { user: string; channel: string; text: string; command?: string };
export type Shortcut = { user: string; channel: string; ts: string; callbackId: string };
export type MessagePress = Press & { channel: string; ts: string };

/** What members press, type into modals and call by slash command. */
export function memberPresses(state: FakeState, deliverer: Deliverer) {
  const interactions = openInteractions(state, deliverer);
  return {
    /** On a message. Who presses may be anybody: whether they should is the app's affair. */
    pressButton: (press: MessagePress) => pressButton(press, interactions),
    /** A message shortcut. */
    shortcut: (pressed: Shortcut) => takeShortcut(pressed, interactions),
    slashCommand: (command: SlashCommand) => callCommand(command, interactions),
    ...viewPresses(interactions),
  };
}

function pressButton(press: MessagePress, { state, interact, responseUrl }: Interactions): Delivery {
  const { user, channel: id, ts } = press;
  const channel = state.workspace.channel(id);
  const message = [...channel.messages, ...state.workspace.ephemerals].find((one) => one.ts === ts);
  if (!message) throw new Error(`No message ${ts} in ${id}`);
  const found = findElement(message.blocks ?? [], press);
  const ephemeral = message.seenBy !== undefined;
  const thread = message.threadTs ? { thread_ts: message.threadTs } : {};
  return interact(user, {
    type: 'block_actions',
    trigger_id: state.triggers.give(user),
    container: { type: 'message', message_ts: ts, channel_id: id, is_ephemeral: ephemeral, ...thread },
    channel: { id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    // Slack does not give an ephemeral message back.
    ...(ephemeral ? {} : { message: messageRecord(message, channel) }),
    state: { values: {} },
    response_url: responseUrl({ user, channel: id, message: { ts, ephemeral } }),
    actions: [actionOf(found, press)],
  });
}

function takeShortcut({ user, channel, ts, callbackId }: Shortcut, interactions: Interactions): Delivery {
  const { state, interact, responseUrl } = interactions;
  const place = state.workspace.channel(channel);
  const message = place.messages.find((one) => one.ts === ts);
  if (!message) throw new Error(`No message ${ts} in ${channel}`);
  return interact(user, {
    type: 'message_action',
    callback_id: callbackId,
    trigger_id: state.triggers.give(user),
    message_ts: ts,
    action_ts: state.workspace.makeTs(),
    channel: { id: channel, name: place.name },
    message: messageRecord(message, place),
    response_url: responseUrl({ user, channel }),
  });
}

function callCommand(
  { user, channel, text, command = '/minutes' }: SlashCommand,
  interactions: Interactions,
): Delivery {
  const { state, deliverer, responseUrl } = interactions;
  const { workspace } = state;
  const place = workspace.channel(channel);
  const names = { public: place.name, private: 'privategroup', im: 'directmessage', mpim: 'mpdm' };
  const { name, team_id } = userRecord(workspace.user(user));
  const payload: Json = {
    token: 'x',
    team_id: TEAM,
    team_domain: 'council',
    channel_id: channel,
    channel_name: names[place.kind],
    user_id: user,
    user_name: name,
    ...(team_id === TEAM ? {} : { user_team_id: team_id }),
    command,
    text,
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: responseUrl({ user, channel }),
    trigger_id: state.triggers.give(user),
  };
  const delivery = deliverer.deliver('command', payload);
  void delivery.settled.then((taken) => {
    if (taken?.payload?.text || taken?.payload?.blocks) {
      respond(taken.payload, { target: { user, channel }, workspace });
    }
  });
  return delivery;
}
