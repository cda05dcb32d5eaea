import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { MANIFEST_SHAPE } from '../support/manifest-shape.ts';

const SOURCES = 'src/slack';
/**
 * The scopes that each method asks for, docs.slack.dev/reference/methods. Of the methods about conversations those
 * families that the bot uses them for: it never asks about direct messages, whose only reader it knows.
 */
const METHOD_SCOPES: Record<string, string[]> = {
  'agents.sessions.rename': ['chat:write'],
  'apps.connections.open': [],
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'auth.test': [],
  'chat.appendStream': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.startStream': ['chat:write'],
  'chat.stopStream': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.info': ['channels:read', 'groups:read', 'mpim:read'],
  'conversations.members': ['channels:read', 'groups:read', 'mpim:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  // Two calls of Slack's, files.getUploadURLExternal and files.completeUploadExternal.
  filesUploadV2: ['files:write'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};
/** The scopes that an event is sent for, docs.slack.dev/reference/events. */
const EVENT_SCOPES: Record<string, string[]> = {
  agent_session_stopped: ['assistant:write'],
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unshared: ['channels:read', 'groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  subteam_members_changed: ['usergroups:read'],
  subteam_updated: ['usergroups:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
};
/** The message event is subscribed to by the kind of conversation. */
const MESSAGE_EVENTS = ['message.channels', 'message.groups', 'message.im', 'message.mpim'];

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(SOURCES, file), 'utf8'))
  .join('\n');

const modes = ['manifest.json', 'manifest.http.json'].map((file) => ({
  file,
  manifest: JSON.parse(readFileSync(join('docs/slack', file), 'utf8')),
}));

/** `client.chat.postMessage(`, and the same over two lines. */
function usedMethods(): string[] {
  const calls = sources.matchAll(/\b(?:client|connect)\s*\.((?:[a-z]+\s*\.){1,2}[a-zA-Z]+)\(/g);
  const uploads = /\bclient\.filesUploadV2\(/.test(sources) ? ['filesUploadV2'] : [];
  return [...new Set([...uploads, ...[...calls].map(([, method = '']) => method.replace(/\s/g, ''))])].sort();
}

/** Names of events that stand in the sources as a word of their own. */
function usedEvents(): string[] {
  const named = Object.keys(EVENT_SCOPES).filter((event) => sources.includes(`'${event}'`));
  return [...named, ...(sources.includes("'message'") ? MESSAGE_EVENTS : [])].sort();
}

describe.each(modes)('docs/slack/$file', ({ file, manifest }) => {
  it('has the shape that Slack takes', () => {
    const validate = new Ajv({ allErrors: true }).compile(MANIFEST_SHAPE);
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('asks for the scopes that are used, and for no other', () => {
    const methods = usedMethods();
    expect(methods.filter((method) => !(method in METHOD_SCOPES))).toEqual([]);
    expect(methods.length).toBeGreaterThan(10);
    const needed = [
      ...methods.flatMap((method) => METHOD_SCOPES[method] ?? []),
      ...usedEvents().flatMap((event) => EVENT_SCOPES[event] ?? []),
      'commands',
    ];
    expect(manifest.oauth_config.scopes.bot).toEqual([...new Set(needed)].sort());
  });

  it('subscribes to the events that are used, and to no other', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(usedEvents());
  });

  it('names the command and the shortcut as the bot does', () => {
    const { slash_commands: commands, shortcuts } = manifest.features;
    expect(commands.map(({ command }: { command: string }) => command)).toEqual(['/minutes']);
    expect(sources).toContain("'/minutes'");
    for (const { callback_id } of shortcuts) expect(sources).toContain(`'${callback_id}'`);
  });

  it('is reached as its name says', () => {
    const { settings, features } = manifest;
    const isHttp = file.includes('http');
    expect(settings.socket_mode_enabled).toBe(!isHttp);
    const urls = [
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      features.slash_commands[0].url,
    ];
    for (const url of urls) {
      if (isHttp) expect(url).toMatch(/^https:\/\/[^/]+\/slack\/events$/);
      else expect(url).toBeUndefined();
    }
  });

  it('stands in docs/slack.md as it is, to be pasted', () => {
    const blocks = [...readFileSync('docs/slack.md', 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(
      ([, json = '']) => json,
    );
    if (file === 'manifest.json') expect(blocks.map((json) => JSON.parse(json))).toContainEqual(manifest);
    else expect(readFileSync('docs/slack.md', 'utf8')).toContain('slack/manifest.http.json');
  });
});
