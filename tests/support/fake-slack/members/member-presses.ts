import { checkView, elementsOf, type Json } from '../blocks/check-blocks.ts';
import type { Attempt, Deliverer, Delivery } from '../delivery/deliver.ts';
import { userRecord } from '../methods/people.ts';
import type { FakeState } from '../state/fake-state.ts';
import { type ResponseTarget, respond } from '../state/response-urls.ts';
import { type FakeView, viewRecord } from '../state/views.ts';
import { APP_ID, type FakeMessage, messageRecord, TEAM } from '../state/workspace.ts';

/** A button by its action_id or by the words on it; of several alike the `nth` (from 0). */
export type Press = {
  user: string;
  action: string;
  nth?: number;
  /** Instead of what the button says: a forged value. */
  value?: string;
  /** The word of a menu's option, or which of two feedback buttons. */
  option?: string;
};

type Found = { element: Json; block: Json };

/** What members press, type into modals and call by slash command. */
export function memberPresses(state: FakeState, deliverer: Deliverer) {
  const { workspace, views, triggers, responseUrls } = state;
  const interact = (payload: Json, user: string): Delivery =>
    deliverer.deliver('interactive', { ...common(user), ...payload });
  const common = (user: string): Json => {
    const { id, team_id, name } = userRecord(workspace.user(user));
    const team = { id: TEAM, domain: 'council' };
    const about = { user: { id, username: name, name, team_id }, team, enterprise: null, is_enterprise_install: false };
    return { ...about, api_app_id: APP_ID, token: 'x' };
  };
  const urlFor = (target: ResponseTarget) =>
    `${state.apiUrl().replace(/api\/$/, '')}response/${responseUrls.give(target)}`;

  const pressOn = (message: FakeMessage, channelId: string, press: Press): Delivery => {
    const found = findElement(message.blocks ?? [], press);
    const channel = workspace.channel(channelId);
    const ephemeral = message.seenBy !== undefined;
    const thread = message.threadTs ? { thread_ts: message.threadTs } : {};
    const shown = ephemeral ? {} : { message: messageRecord(message, channel) };
    const target = {
      user: press.user,
      channel: channelId,
      message: { ts: message.ts, ephemeral },
      thread: message.threadTs,
    };
    const payload = {
      type: 'block_actions',
      trigger_id: triggers.give(press.user),
      container: { type: 'message', message_ts: message.ts, channel_id: channelId, is_ephemeral: ephemeral, ...thread },
      channel: { id: channelId, name: channel.kind === 'im' ? 'directmessage' : channel.name },
      ...shown,
      state: { values: {} },
      response_url: urlFor(target as ResponseTarget),
      actions: [actionOf(found, press)],
    };
    return interact(payload, press.user);
  };

  return {
    /** On a message that stands in a channel. Who presses may be anybody: whether they should is the app's affair. */
    pressButton(press: Press & { channel: string; ts: string }): Delivery {
      const all = [...workspace.channel(press.channel).messages, ...workspace.ephemerals];
      const message = all.find(({ ts }) => ts === press.ts);
      if (!message) throw new Error(`No message ${press.ts} in ${press.channel}`);
      return pressOn(message, press.channel, press);
    },
    /** In the modal that lies on top, or in the Home tab. */
    pressInView({ surface = 'modal', ...press }: Press & { surface?: 'modal' | 'home' }): Delivery {
      const view = shownView(press.user, surface);
      const found = findElement(view.view.blocks as Json[], press);
      const payload = {
        type: 'block_actions',
        trigger_id: triggers.give(press.user, view.id),
        container: { type: 'view', view_id: view.id },
        view: viewRecord(view),
        actions: [actionOf(found, press)],
      };
      return interact(payload, press.user);
    },
    /** Sends the modal on top; `values` by action_id: the text, or the value of the option chosen. */
    submitView({ user, values = {} }: { user: string; values?: Record<string, string> }): Delivery {
      const view = shownView(user, 'modal');
      const payload = {
        type: 'view_submission',
        trigger_id: triggers.give(user, view.id),
        response_urls: [],
        view: viewRecord(view, stateOf(view, values)),
      };
      const delivery = interact(payload, user);
      void delivery.settled.then((taken) => taken && obey(taken, view));
      return delivery;
    },
    /** The Close button of the modal on top. */
    closeView(user: string): Delivery | undefined {
      const view = shownView(user, 'modal');
      views.close(view);
      if (view.view.notify_on_close !== true) return undefined;
      return interact({ type: 'view_closed', view: viewRecord(view), is_cleared: false }, user);
    },
    /** A message shortcut. */
    shortcut({
      user,
      channel,
      ts,
      callbackId,
    }: {
      user: string;
      channel: string;
      ts: string;
      callbackId: string;
    }): Delivery {
      const place = workspace.channel(channel);
      const message = place.messages.find((one) => one.ts === ts);
      if (!message) throw new Error(`No message ${ts} in ${channel}`);
      const payload = {
        type: 'message_action',
        callback_id: callbackId,
        trigger_id: triggers.give(user),
        message_ts: ts,
        channel: { id: channel, name: place.name },
        message: messageRecord(message, place),
        response_url: urlFor({ user, channel }),
      };
      return interact(payload, user);
    },
    slashCommand({ user, channel, text, command = '/minutes' }: SlashCommand): Delivery {
      const place = workspace.channel(channel);
      const names = { public: place.name, private: 'privategroup', im: 'directmessage', mpim: 'mpdm' };
      const target = { user, channel };
      const { name, team_id } = userRecord(workspace.user(user));
      const delivery = deliverer.deliver('command', {
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
        response_url: urlFor(target),
        trigger_id: triggers.give(user),
      });
      void delivery.settled.then((taken) => {
        if (taken?.payload?.text || taken?.payload?.blocks) respond(taken.payload, { target, workspace });
      });
      return delivery;
    },
  };

  function shownView(user: string, surface: 'modal' | 'home'): FakeView {
    const home = views.all.find((one) => one.user === user && one.view.type === 'home');
    const view = surface === 'home' ? home : views.stack(user).at(-1);
    if (!view) throw new Error(`${user} has no ${surface} open`);
    return view;
  }

  /** What the acknowledgement of a submission asks for. */
  function obey({ payload }: Attempt, view: FakeView): void {
    switch (payload?.response_action) {
      case undefined:
        views.close(view);
        break;
      case 'clear':
        views.closeAll(view.user);
        break;
      case 'update':
        views.change(view, checkView(payload.view, 'modal'));
        break;
      case 'push':
        views.push(view.user, checkView(payload.view, 'modal'));
        break;
    }
  }
}

export type SlashCommand = { user: string; channel: string; text: string; command?: string };

/** The words on a button or menu, or its action_id. */
export function findElement(blocks: Json[], { action, nth = 0 }: Pick<Press, 'action' | 'nth'>): Found {
  const all = blocks.flatMap((block) => elementsOf(block).map((element) => ({ element, block })));
  const alike = all.filter(({ element }) => element.action_id === action || labelOf(element) === action);
  const found = alike[nth];
  if (!found) {
    const there = all.map(({ element }) => `${element.action_id} [${labelOf(element)}]`).join(', ');
    throw new Error(`No button "${action}"; there are: ${there || 'none'}`);
  }
  return found;
}

function labelOf(element: Json): string {
  const { text, placeholder } = element as { text?: { text?: string }; placeholder?: { text?: string } };
  return text?.text ?? placeholder?.text ?? '';
}

function actionOf({ element, block }: Found, { value, option }: Press): Json {
  const { type, action_id, text } = element;
  const named = { type, action_id, block_id: block.block_id, action_ts: `${Date.now() / 1000}` };
  if (type === 'feedback_buttons') {
    const chosen = (option === 'negative' ? element.negative_button : element.positive_button) as Json;
    return { ...named, text: chosen.text, value: value ?? chosen.value };
  }
  if (Array.isArray(element.options)) {
    const options = element.options as { text: { text: string }; value: string }[];
    const chosen = options.find((one) => one.text.text === option || one.value === option);
    if (!chosen && value === undefined) throw new Error(`No option "${option}" in ${action_id}`);
    return { ...named, selected_option: value === undefined ? chosen : { ...chosen, value } };
  }
  return { ...named, text, value: value ?? element.value };
}

function stateOf(view: FakeView, values: Record<string, string>): Json {
  const inputs = (view.view.blocks as Json[]).filter(({ type }) => type === 'input' || type === 'actions');
  return Object.fromEntries(
    inputs.map((block) => [
      block.block_id,
      Object.fromEntries(
        elementsOf(block).map((element) => [
          element.action_id,
          chosenValue(element, values[String(element.action_id)]),
        ]),
      ),
    ]),
  );
}

function chosenValue(element: Json, typed: string | undefined): Json {
  const { type } = element;
  if (!Array.isArray(element.options)) return { type, value: typed ?? element.initial_value ?? null };
  const chosen = (element.options as { value: string }[]).find(({ value }) => value === typed);
  return { type, selected_option: chosen ?? element.initial_option ?? null };
}
