import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../blocks/check-blocks.ts';
import { chatMethods } from '../methods/chat.ts';
import { conversationMethods } from '../methods/conversations.ts';
import { peopleMethods } from '../methods/people.ts';
import { streamMethods } from '../methods/streams.ts';
import { surfaceMethods } from '../methods/surfaces.ts';
import type { FakeState, Method } from '../state/fake-state.ts';
import type { openFaults, StruckFault } from './faults.ts';
import type { FakeCall, openJournal } from './journal.ts';
import { openRateLimits } from './rate-limits.ts';
import { readBody, readCall } from './read-call.ts';
import { METHOD_SCOPES } from './scopes.ts';
import { SlackError } from './slack-error.ts';
import { sparseAnswer } from './sparse.ts';

const METHODS: Record<string, Method> = {
  ...chatMethods,
  ...conversationMethods,
  ...peopleMethods,
  ...streamMethods,
  ...surfaceMethods,
};

type WebApi = {
  state: FakeState;
  faults: ReturnType<typeof openFaults>;
  journal: ReturnType<typeof openJournal>;
  /** Opens a place for one WebSocket and gives its address. */
  openConnection(): string;
};

type Answer = { status: number; body: Json; headers?: Record<string, string> };

/** The server under /api/, /response/ and /upload/. Everything is written into the journal, faults strike first. */
export function serveWebApi({ state, faults, journal, openConnection }: WebApi): Server {
  const limits = openRateLimits();
  const answer = (call: FakeCall): Answer | Promise<Answer> => {
    if (call.method === 'response_url') return answerResponse(call, state);
    return answerMethod(call, { state, limits, openConnection });
  };
  return createServer(async (request, response) => {
    const [, area, rest = ''] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    if (area === 'upload') return takeUpload(request, response, { id: rest, state });
    if (area !== 'api' && area !== 'response') return void response.writeHead(404).end();
    const { args, token } = await readCall(request);
    const isResponse = area === 'response';
    const method = isResponse ? 'response_url' : rest;
    const call = journal.record({ method, args: isResponse ? { ...args, url_id: rest } : args, token, at: Date.now() });
    const fault = faults.strike(method, args);
    if (fault) call.fault = fault.kind;
    await settle(call, { fault, response, answer });
    state.workspace.changed();
  });
}

type Settled = {
  fault: StruckFault | undefined;
  response: ServerResponse;
  answer: (call: FakeCall) => Answer | Promise<Answer>;
};

async function settle(call: FakeCall, { fault, response, answer }: Settled): Promise<void> {
  const send = ({ status, body, headers = {} }: Answer) => {
    Object.assign(call, { status, response: body, answeredAt: Date.now() });
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(call.method === 'response_url' && body.ok ? 'ok' : JSON.stringify(body));
  };
  switch (fault?.kind) {
    case undefined:
      return send(await answer(call));
    case 'slow':
      await sleep(fault.ms);
      return send(await answer(call));
    case 'held':
      await fault.released;
      return send(await answer(call));
    case 'error':
      return send({ status: 200, body: { ok: false, error: fault.error, ...fault.fields } });
    case 'status':
      return send({ status: fault.status, body: { ok: false, error: 'internal_error' } });
    case 'rate-limited':
      return send(tooMany(fault.retryAfterSeconds));
    case 'reset':
      if (fault.done) call.response = (await answer(call)).body;
      response.socket?.destroy();
      return;
    case 'hang':
      if (fault.done) call.response = (await answer(call)).body;
      return;
    case 'garbage':
      if (fault.done) call.response = (await answer(call)).body;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('<html>');
      return;
  }
}

type Answering = { state: FakeState; limits: ReturnType<typeof openRateLimits>; openConnection(): string };

async function answerMethod(call: FakeCall, { state, limits, openConnection }: Answering): Promise<Answer> {
  const headers = { 'x-oauth-scopes': state.settings.scopes.join(','), 'x-accepted-oauth-scopes': '' };
  try {
    const wait = state.settings.rateLimits ? limits(call.method, String(call.args.channel ?? '')) : undefined;
    if (wait !== undefined) return tooMany(wait);
    if (call.method === 'apps.connections.open') {
      checkToken(call.token, { expected: state.settings.appToken, other: state.settings.botToken });
      return { status: 200, body: { ok: true, url: openConnection() } };
    }
    if (call.method !== 'api.test') {
      checkToken(call.token, { expected: state.settings.botToken, other: state.settings.appToken });
      if (state.revoked.error) throw new SlackError(state.revoked.error);
    }
    checkScopes(call.method, state);
    const method = state.settings.unknownMethods.includes(call.method) ? undefined : METHODS[call.method];
    if (!method) throw new SlackError('unknown_method');
    const body = { ok: true, ...(await method(call.args, state)) };
    return { status: 200, body: state.settings.sparse ? sparseAnswer(call.method, body) : body, headers };
  } catch (error) {
    return { ...refusal(error), headers };
  }
}

function answerResponse(call: FakeCall, state: FakeState): Answer {
  try {
    const { url_id: id, ...body } = call.args;
    state.responseUrls.use(String(id), body);
    return { status: 200, body: { ok: true } };
  } catch (error) {
    const told = refusal(error);
    const isGone = told.body.error === 'expired_url' || told.body.error === 'used_url';
    return { status: isGone ? 404 : 400, body: told.body };
  }
}

function refusal(error: unknown): Answer {
  if (!(error instanceof SlackError)) throw error;
  const messages = error.messages.length > 0 ? { response_metadata: { messages: error.messages } } : {};
  return { status: 200, body: { ok: false, error: error.error, ...messages, ...error.fields } };
}

function tooMany(seconds: number): Answer {
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': String(seconds) } };
}

function checkToken(token: string, { expected, other }: { expected: string; other: string }): void {
  if (token === '') throw new SlackError('not_authed');
  if (token === other) throw new SlackError('not_allowed_token_type');
  if (token !== expected) throw new SlackError('invalid_auth');
}

function checkScopes(method: string, { settings }: FakeState): void {
  const needed = METHOD_SCOPES[method];
  if (!needed || needed.some((scope) => settings.scopes.includes(scope))) return;
  throw new SlackError('missing_scope', [], { needed: needed[0], provided: settings.scopes.join(',') });
}

type Upload = { id: string; state: FakeState };

async function takeUpload(request: IncomingMessage, response: ServerResponse, { id, state }: Upload): Promise<void> {
  const file = state.files.get(id);
  if (!file) return void response.writeHead(404).end();
  file.bytes = await readBody(request);
  response.writeHead(200).end(`OK - ${file.bytes.length}`);
}
