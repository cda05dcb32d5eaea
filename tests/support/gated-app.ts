import type { App } from '../../src/app.ts';

/** An app whose questions wait, once they are read, until they are let go or stopped: work that lasts as long as a test needs. */
export function gateApp(app: App) {
  let open = () => {};
  let gate = Promise.resolve();
  const reasons: unknown[] = [];
  const ask: App['ask'] = async (text, options = {}) => {
    const { signal } = options;
    const waiting = gate;
    let isOver = false;
    // Stopped while the question is still being read, too.
    const stopped = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        if (!isOver) reasons.push(signal.reason);
        reject(signal.reason);
      });
    });
    stopped.catch(() => undefined);
    const asked = await Promise.race([app.ask(text, options), stopped]);
    await Promise.race([waiting, stopped]);
    isOver = true;
    return asked;
  };
  return {
    app: { ...app, ask },
    /** Questions asked from now on wait. */
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    letGo: () => open(),
    /** Why works that waited were ended. */
    reasons,
  };
}
