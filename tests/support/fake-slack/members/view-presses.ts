import { checkView, type Json } from '../blocks/check-blocks.ts';
import type { Attempt, Delivery } from '../delivery/deliver.ts';
import type { FakeState } from '../state/fake-state.ts';
import { type FakeView, viewRecord } from '../state/views.ts';
import { actionOf, findElement, type Press, stateOf } from './find-element.ts';
import type { Interactions } from './interactions.ts';

/** What members do in modals and in the Home tab. */
export function viewPresses({ state, interact }: Interactions) {
  const { views, triggers } = state;
  return {
    /** In the modal that lies on top, or in the Home tab. */
    pressInView({ surface = 'modal', ...press }: Press & { surface?: 'modal' | 'home' }): Delivery {
      const view = shownView(press.user, { surface, state });
      const found = findElement(view.view.blocks as Json[], press);
      return interact(press.user, {
        type: 'block_actions',
        trigger_id: triggers.give(press.user, view.id),
        container: { type: 'view', view_id: view.id },
        view: viewRecord(view),
        actions: [actionOf(found, press)],
      });
    },
    /** Sends the modal on top; `values` by action_id: the text, or the value of the option chosen. */
    submitView({ user, values = {} }: { user: string; values?: Record<string, string> }): Delivery {
      const view = shownView(user, { surface: 'modal', state });
      const delivery = interact(user, {
        type: 'view_submission',
        trigger_id: triggers.give(user, view.id),
        response_urls: [],
        view: viewRecord(view, stateOf(view.view.blocks as Json[], values)),
      });
      void delivery.settled.then((taken) => taken && obey(taken, { view, state }));
      return delivery;
    },
    /** The Close button of the modal on top; the app is told if it asked to be. */
    closeView(user: string): Delivery | undefined {
      const view = shownView(user, { surface: 'modal', state });
      views.close(view);
      if (view.view.notify_on_close !== true) return undefined;
      return interact(user, { type: 'view_closed', view: viewRecord(view), is_cleared: false });
    },
  };
}

type Shown = { surface: 'modal' | 'home'; state: FakeState };

function shownView(user: string, { surface, state: { views } }: Shown): FakeView {
  const home = views.all.find((one) => one.user === user && one.view.type === 'home');
  const view = surface === 'home' ? home : views.stack(user).at(-1);
  if (!view) throw new Error(`${user} has no ${surface} open`);
  return view;
}

/** What the acknowledgement of a submission asks for; errors leave the modal as it is. */
function obey({ payload }: Attempt, { view, state: { views } }: { view: FakeView; state: FakeState }): void {
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
