/** What a line of the log says beside its words: ids, kinds, times. Never what somebody asked or a paper says. */
export type LogFields = Record<string, string | number | boolean | undefined>;

/** A structured log. `fault` keeps an error whole and gives the reference under which it is found. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  fault(message: string, error: unknown, fields?: LogFields): string;
}
