const NEW_TEXT_START_CHARS = 40;

/**
 * The part of `actual` that `wanted` asks for: of an object the keys wanted has, of an array every entry (an entry
 * beyond wanted's last is picked like the last). What is undefined comes back as null. A `textStart` is cut to the
 * wanted length; where wanted lists phrases for a text
 * (`corrections`, `discussion`, `limbText`), the phrases that occur in it come back.
 */
export function pickKeys(actual: unknown, wanted: unknown): unknown {
  if (actual === undefined || actual === null) return null;
  if (Array.isArray(wanted)) return pickEntries(actual, wanted);
  if (!isObject(wanted) || !isObject(actual)) return actual;
  const keys = Object.keys(wanted);
  return Object.fromEntries(keys.map((key) => [key, pickValue(key, actual[key], wanted[key])]));
}

function pickEntries(actual: unknown, wanted: unknown[]): unknown {
  if (typeof actual === 'string')
    return wanted.filter((phrase) => typeof phrase === 'string' && actual.includes(phrase));
  if (!Array.isArray(actual)) return actual;
  return actual.map((entry, index) => pickKeys(entry, wanted[index] ?? wanted.at(-1)));
}

function pickValue(key: string, actual: unknown, wanted: unknown): unknown {
  if (key === 'textStart' && typeof actual === 'string') {
    return actual.slice(0, typeof wanted === 'string' ? wanted.length : NEW_TEXT_START_CHARS);
  }
  return pickKeys(actual, wanted);
}

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
