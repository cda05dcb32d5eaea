import type { App } from '../../src/app.ts';

/** An app whose questions wait, once they are read, until they are let go or stopped: work that lasts as long as a test needs. */
export function gateApp(app: App) {
  let open = () => {};
  let gate = Promise.resolve();
  const reasons: unknown[] = [];
  const ask: App['ask'] = async (text, options = {}) => {
    const { signal } = options;
    const waiting = gate;
    const asked = await app.ask(text, options);
    await Promise.race([
      waiting,
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          reasons.push(signal.reason);
          reject(signal.reason);
        });
      }),
    ]);
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
