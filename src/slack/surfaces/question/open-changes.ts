/** Edits and deletions of questions that are being answered in this process; those that wait are changed in the desk. */
export type OpenChanges = {
  edited(key: string, text: string): void;
  deleted(key: string): void;
  /** The text that the asker has changed it to since, if any. */
  textOf(key: string): string | undefined;
  isDeleted(key: string): boolean;
  forget(key: string): void;
};

/** Changes of questions that nobody answers any more would pile up: the oldest go. */
const MAX_CHANGES = 1_000;

/** Keeps changes until their question is answered. */
export function openChanges(): OpenChanges {
  const changes = new Map<string, { text?: string }>();
  const note = (key: string, change: { text?: string }) => {
    changes.delete(key);
    changes.set(key, change);
    const [oldest] = changes.keys();
    if (changes.size > MAX_CHANGES && oldest !== undefined) changes.delete(oldest);
  };
  return {
    edited: (key, text) => note(key, { text }),
    deleted: (key) => note(key, {}),
    textOf: (key) => changes.get(key)?.text,
    isDeleted: (key) => changes.has(key) && changes.get(key)?.text === undefined,
    forget: (key) => void changes.delete(key),
  };
}
