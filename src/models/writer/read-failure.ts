import { WriterFailure, type WriterFault } from '../../writer-failure.ts';

type ServerError = {
  status?: number;
  code?: string | null;
  type?: string;
  message?: string;
  name?: string;
  headers?: unknown;
  lc_error_code?: string;
  cause?: unknown;
};

const MAX_CAUSES = 5;

/**
 * The server's own error as one of ours. Statuses and codes are those of OpenAI's API, which the compatible servers
 * repeat (https://platform.openai.com/docs/guides/error-codes); what has no status never reached a server.
 */
export function readFailure(thrown: unknown): WriterFailure {
  const ours = findOurs(thrown);
  if (ours) return ours;
  const error = thrown as ServerError;
  const retryAfterMs = readRetryAfter(error.headers);
  return new WriterFailure(faultOf(error), {
    cause: thrown,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** True if the server refused the form of the request, not what it asks: response_format, stream_options and the like. */
export function isAboutForm(thrown: unknown): boolean {
  const { status, message = '' } = thrown as ServerError;
  const isRejected = status === 400 || status === 404 || status === 415 || status === 422 || status === 501;
  return (
    isRejected && /response_format|json_schema|json_object|stream_options|schema|unsupported|not support/i.test(message)
  );
}

function findOurs(thrown: unknown): WriterFailure | undefined {
  let error = thrown;
  for (let depth = 0; depth < MAX_CAUSES && error instanceof Error; depth++) {
    if (error instanceof WriterFailure) return error;
    error = error.cause;
  }
  return undefined;
}

function faultOf(error: ServerError): WriterFault {
  const { status, code, type, message = '', name = '' } = error;
  const said = `${code ?? ''} ${type ?? ''} ${message}`;
  if (/context_length|maximum context|context window|too many tokens|prompt is too long/i.test(said)) return 'too-long';
  if (/content_filter|content management policy|content_policy/i.test(said)) return 'filtered';
  if (/timeout|timed out/i.test(name)) return 'timed-out';
  if (status === 401 || status === 403) return 'key-refused';
  if (status === 404) return 'no-such-model';
  if (status === 429) return 'busy';
  if (status === 408) return 'timed-out';
  if (status === 413) return 'too-long';
  if (status !== undefined && status >= 500) return 'server-error';
  if (status !== undefined && status >= 400) return 'rejected';
  if (error instanceof SyntaxError) return 'malformed';
  return 'unreachable';
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3); OpenAI also sends `retry-after-ms`. */
function readRetryAfter(headers: unknown): number | undefined {
  if (!(headers instanceof Headers)) return undefined;
  const ms = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
