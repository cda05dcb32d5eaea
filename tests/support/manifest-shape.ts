const text = (maxLength: number, pattern?: string) => ({
  type: 'string',
  minLength: 1,
  maxLength,
  ...(pattern === undefined ? {} : { pattern }),
});
const object = (properties: Record<string, unknown>, required: string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const list = (items: unknown, limits: { minItems?: number; maxItems?: number } = {}) => ({
  type: 'array',
  items,
  uniqueItems: true,
  ...limits,
});
const flag = { type: 'boolean' };
const url = text(2000, '^https://');
const SCOPE = '^[a-z]+(?:_[a-z]+)*:[a-z]+(?:[.:][a-z_]+)*$|^commands$';
const EVENT = '^[a-z]+(?:_[a-z]+)*(?:\\.[a-z]+)?$';

/**
 * A Slack app's manifest (version 2.1) as a JSON schema, for the parts that this app has: what Slack's reference of
 * manifests requires, its limits of lengths and counts, and nothing besides.
 */
export const MANIFEST_SHAPE = object({
  _metadata: object({ major_version: { const: 2 }, minor_version: { const: 1 } }),
  display_information: object({
    name: text(35),
    description: text(140),
    background_color: text(7, '^#[0-9a-f]{6}$'),
  }),
  features: object({
    app_home: object({
      home_tab_enabled: flag,
      messages_tab_enabled: flag,
      messages_tab_read_only_enabled: flag,
    }),
    bot_user: object({ display_name: text(80, '^[a-z0-9._-]+$'), always_online: flag }),
    agent_view: object({
      agent_description: text(300),
      suggested_prompts: list(object({ title: text(75), message: text(3000) }), { maxItems: 4 }),
    }),
    slash_commands: list(
      object(
        {
          command: text(32, '^/[a-z0-9_-]+$'),
          description: text(2000),
          usage_hint: text(1000),
          should_escape: flag,
          url,
        },
        ['command', 'description'],
      ),
      { minItems: 1, maxItems: 50 },
    ),
    shortcuts: list(
      object({ name: text(75), type: { enum: ['message', 'global'] }, callback_id: text(255), description: text(150) }),
      { maxItems: 10 },
    ),
  }),
  oauth_config: object({ scopes: object({ bot: list(text(60, SCOPE), { minItems: 1, maxItems: 255 }) }) }),
  settings: object({
    event_subscriptions: object({ request_url: url, bot_events: list(text(60, EVENT), { maxItems: 100 }) }, [
      'bot_events',
    ]),
    interactivity: object({ is_enabled: flag, request_url: url }, ['is_enabled']),
    org_deploy_enabled: flag,
    socket_mode_enabled: flag,
    token_rotation_enabled: flag,
  }),
});
