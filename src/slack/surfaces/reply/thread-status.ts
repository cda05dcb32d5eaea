import type { ThreadPlace } from '../../job.ts';
import type { Messenger } from '../../messenger.ts';

/** Who asks and for what is usually known so soon; a status that says more is worth waiting for. */
const FIRST_AFTER_MS = 300;
/** Slack takes a status away that is two minutes old (assistant.threads.setStatus). */
const SAY_AGAIN_MS = 100_000;

/** The status that Slack shows under a thread. */
export type ThreadStatus = {
  /** Said unless something more telling is said within a moment. */
  saysFirst(text: string): void;
  says(text: string): void;
  /** Takes it away, after all that was said before. */
  end(): void;
};

/** Says one status after the other, so that an earlier one never comes last; `onShown` is called when Slack shows one. */
export function openThreadStatus(
  messenger: Pick<Messenger, 'setStatus'>,
  { to, onShown }: { to: ThreadPlace; onShown(): void },
): ThreadStatus {
  let latest = '';
  let said: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;
  const show = (text: string) => {
    said = said.then(async () => {
      if ((await messenger.setStatus(text, { to })) && text !== '') onShown();
    });
  };
  const says = (text: string) => {
    clearTimeout(timer);
    if (text === latest) return;
    clearInterval(again);
    latest = text;
    show(text);
    if (text !== '') again = setInterval(show, SAY_AGAIN_MS, text).unref();
  };
  return {
    saysFirst(text) {
      clearTimeout(timer);
      timer = setTimeout(says, FIRST_AFTER_MS, text);
    },
    says,
    end: () => says(''),
  };
}
