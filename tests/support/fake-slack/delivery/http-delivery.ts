import { createHmac } from 'node:crypto';
import type { Json } from '../blocks/check-blocks.ts';
import type { Attempt, Carrier, Delivery } from './deliver.ts';

/** Where the app listens; Bolt's own path serves all three. */
export type RequestUrls = { events: string; commands: string; interactivity: string };

type Signed = { url: string; secret: string };

/** HTTP delivery: signed as Slack signs, three seconds to answer, told which retry it is. */
export function openHttpDelivery(
  urls: RequestUrls,
  { secret, ackTimeoutMs }: { secret: string; ackTimeoutMs: number },
) {
  const carry: Carrier = async (delivery, { retry, reason }) => {
    const attempt: Attempt = { at: Date.now(), retry };
    const { body, type } = bodyOf(delivery);
    const url = { event: urls.events, command: urls.commands, interactive: urls.interactivity }[delivery.kind];
    const headers = {
      ...signedHeaders(body, { secret }),
      'content-type': type,
      ...(retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason } : {}),
    };
    try {
      const signal = AbortSignal.timeout(ackTimeoutMs);
      const response = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal });
      const payload = payloadOf(await response.text());
      const final = response.headers.get('x-slack-no-retry') === '1' ? { final: true } : {};
      return { ...attempt, answeredAt: Date.now(), status: response.status, ...payload, ...final };
    } catch {
      // Refused, cut off or too late: for Slack all of them are a try that failed.
      return attempt;
    }
  };
  return {
    carry,
    /** Slack's question whether the address is the app's; gives what came back. */
    async verifyUrl(challenge: string): Promise<{ status: number; text: string }> {
      const body = JSON.stringify({ token: 'x', challenge, type: 'url_verification' });
      return postSigned(body, { url: urls.events, secret });
    },
  };
}

/** Posts a body as Slack would; `headers` overrule, so that a signature can be wrong, old or missing. */
export async function postSigned(
  body: string,
  { url, secret, headers = {}, at }: Signed & { headers?: Record<string, string | undefined>; at?: number },
): Promise<{ status: number; text: string }> {
  const all = { 'content-type': 'application/json', ...signedHeaders(body, { secret, at }), ...headers };
  const sent = Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  const response = await fetch(url, { method: 'POST', body, headers: sent.map(([key, value]) => [key, value]) });
  return { status: response.status, text: await response.text() };
}

/** v0 signature over the time in seconds and the raw body. */
function signedHeaders(body: string, { secret, at = Date.now() }: { secret: string; at?: number | undefined }) {
  const seconds = Math.floor(at / 1000);
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-signature': `v0=${signature}`, 'x-slack-request-timestamp': String(seconds) };
}

function bodyOf({ kind, payload }: Delivery): { body: string; type: string } {
  if (kind === 'event') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields =
    kind === 'command'
      ? Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]))
      : { payload: JSON.stringify(payload) };
  const body = new URLSearchParams(fields);
  return { body: String(body), type: 'application/x-www-form-urlencoded' };
}

function payloadOf(text: string): { payload?: Json } {
  if (text === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { payload: parsed as Json } : {};
  } catch {
    // A plain text answer to a command is shown as it is.
    return { payload: { text } };
  }
}
