import type { Json } from '../blocks/check-blocks.ts';
import type { Deliverer, Delivery } from '../delivery/deliver.ts';
import { userRecord } from '../methods/people.ts';
import type { FakeState } from '../state/fake-state.ts';
import type { ResponseTarget } from '../state/response-urls.ts';
import { APP_ID, TEAM } from '../state/workspace.ts';

/** What all interactions have in common: who, where from, and the way back. */
export type Interactions = ReturnType<typeof openInteractions>;

export function openInteractions(state: FakeState, deliverer: Deliverer) {
  return {
    state,
    deliverer,
    /** Tells the app that a member did something; `payload` goes over what all have in common. */
    interact(user: string, payload: Json): Delivery {
      const { id, team_id, name } = userRecord(state.workspace.user(user));
      const common = {
        user: { id, username: name, name, team_id },
        team: { id: TEAM, domain: 'council' },
        enterprise: null,
        is_enterprise_install: false,
        api_app_id: APP_ID,
        token: 'x',
      };
      return deliverer.deliver('interactive', { ...common, ...payload });
    },
    responseUrl: (target: ResponseTarget): string =>
      `${state.apiUrl().replace(/api\/$/, '')}response/${state.responseUrls.give(target)}`,
  };
}
