import { randomUUID } from 'node:crypto';
import type { Json } from '../blocks/check-blocks.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { APP_ID, BOT_ID, TEAM } from './workspace.ts';

/** One view as a member has it before them; `versions` are all it ever showed, newest last. */
export type FakeView = {
  id: string;
  user: string;
  hash: string;
  rootId: string;
  previousId?: string;
  view: Json;
  versions: Json[];
  isOpen: boolean;
};

export type Views = ReturnType<typeof openViews>;

/** How many modals may lie on each other. */
const MAX_STACK = 3;

/** The modals and Home tabs of all members. */
export function openViews(changed: () => void) {
  const views: FakeView[] = [];
  const show = (user: string, view: Json, previous?: FakeView): FakeView => {
    const external = view.external_id;
    if (external && views.some((one) => one.isOpen && one.view.external_id === external)) {
      throw new SlackError('duplicate_external_id');
    }
    const id = `V${randomUUID().slice(0, 8).toUpperCase()}`;
    const links = previous ? { previousId: previous.id } : {};
    const shown = { id, user, hash: makeHash(), rootId: previous?.rootId ?? id, ...links, view, versions: [view] };
    const opened = { ...shown, isOpen: true };
    views.push(opened);
    changed();
    return opened;
  };
  const stack = (user: string) => views.filter((one) => one.user === user && one.isOpen && one.view.type === 'modal');
  const change = (target: FakeView, view: Json, hash?: unknown): FakeView => {
    if (hash !== undefined && hash !== '' && hash !== target.hash) throw new SlackError('hash_conflict');
    target.view = view;
    target.versions.push(view);
    target.hash = makeHash();
    changed();
    return target;
  };
  const close = (target: FakeView) => {
    target.isOpen = false;
    changed();
  };
  return {
    all: views,
    stack,
    show,
    change,
    close,
    closeAll(user: string): void {
      for (const view of stack(user)) close(view);
    },
    push(user: string, view: Json): FakeView {
      const open = stack(user);
      if (open.length >= MAX_STACK) throw new SlackError('push_limit_reached');
      return show(user, view, open.at(-1));
    },
    publish(user: string, view: Json, hash?: unknown): FakeView {
      const home = views.find((one) => one.user === user && one.view.type === 'home');
      return home ? change(home, view, hash) : show(user, view);
    },
    find({ id, externalId }: { id?: unknown; externalId?: unknown }): FakeView {
      const found = views.find(
        (one) => one.isOpen && (one.id === id || (externalId && one.view.external_id === externalId)),
      );
      if (!found) throw new SlackError('not_found');
      return found;
    },
  };
}

/** A view as answers and interactions carry it. */
export function viewRecord(view: FakeView, values: Json = {}): Json {
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    submit: null,
    close: null,
    ...view.view,
    id: view.id,
    team_id: TEAM,
    app_id: APP_ID,
    bot_id: BOT_ID,
    app_installed_team_id: TEAM,
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
    state: { values },
  };
}

function makeHash(): string {
  return `${Date.now()}.${randomUUID().slice(0, 8)}`;
}
