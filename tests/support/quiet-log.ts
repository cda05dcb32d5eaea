import type { Log, LogFields } from '../../src/log.ts';

export type LoggedLine = { level: string; message: string; fields: LogFields; error?: unknown };

/** A log that keeps its lines. References count up: "ref-1". */
export function keepLog(): Log & { lines: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const at =
    (level: string) =>
    (message: string, fields: LogFields = {}) =>
      void lines.push({ level, message, fields });
  return {
    lines,
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    fault(message, error, fields = {}) {
      lines.push({ level: 'error', message, fields, error });
      return `ref-${lines.filter(({ level }) => level === 'error').length}`;
    },
  };
}
