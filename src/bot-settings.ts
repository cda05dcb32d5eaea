import { resolve } from 'node:path';
import { z } from 'zod';

/** How Slack reaches the bot: it dials out and is sent events, or it is called at an address of its own. */
export type Connection =
  | { kind: 'socket'; appToken: string; healthPort: number | 'off' }
  | { kind: 'http'; signingSecret: string; port: number };

/** What the Slack bot is set up with. Files are absolute paths. Tokens are secrets: never into a log or a message. */
export type BotSettings = Readonly<{
  botToken: string;
  connection: Connection;
  /** Base address of the Web API, ending in a slash; Slack's own where it is left out. */
  apiUrl?: string;
  accessFile: string;
  /** The channel that questions are handed to. */
  clerkChannel?: string;
  /** Questions that a member may ask a minute. */
  questionsPerMinute: number;
  /** How long what a follow-up leans on is kept after the last question of a thread. */
  dialogueHours?: number;
}>;

const DEFAULT_ACCESS_FILE = 'data/access.json';
/** Bolt's own default. */
const DEFAULT_PORT = 3000;
const DEFAULT_QUESTIONS_PER_MINUTE = 10;

/** How tokens of each kind begin; docs.slack.dev/authentication/tokens. */
const TOKEN_PREFIXES = { SLACK_BOT_TOKEN: 'xoxb-', SLACK_APP_TOKEN: 'xapp-' };

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'expected a port, 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'expected a port, 0 to 65535');
const file = z
  .string()
  .trim()
  .min(1, 'expected the path of a file')
  .regex(/^[^\0]*$/, 'a path holds no NUL');

const schema = z.object({
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'expected an address, http or https' }).optional(),
  MINUTEBOOK_ACCESS: file.optional(),
  MINUTEBOOK_CLERK_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]{1,30}$/, 'expected the id of a channel, such as C0123456789')
    .optional(),
  MINUTEBOOK_HEALTH_PORT: z.union([z.literal('off'), port], 'expected a port, 0 to 65535, or off').optional(),
  MINUTEBOOK_QUESTIONS_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'expected a number from 1 to 9999')
    .transform(Number)
    .optional(),
  MINUTEBOOK_DIALOGUE_HOURS: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'expected a number of hours, 1 to 999')
    .transform(Number)
    .optional(),
  PORT: port.optional(),
});

type Environment = Record<string, string | undefined>;

/** The settings, or every reason why there are none: a sentence each, which names the variable and quotes no secret. */
export type ReadSettings = { kind: 'ready'; settings: BotSettings } | { kind: 'refused'; problems: string[] };

/** Where the access file is, which can be checked without any token. */
export function accessFileOf(env: Environment): string {
  return resolve(env.MINUTEBOOK_ACCESS?.trim() || DEFAULT_ACCESS_FILE);
}

/** The bot's settings from the environment, checked and frozen; a variable that is empty counts as not set. */
export function readBotSettings(env: Environment): ReadSettings {
  const given: Environment = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const checked = schema.safeParse(given);
  const problems = [
    ...secretProblems(given),
    ...(checked.error?.issues ?? []).map(({ path: [name = ''], message }) => {
      return `Cannot use ${String(name)} "${given[String(name)] ?? ''}": ${message}`;
    }),
  ];
  if (!checked.success || problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'ready', settings: Object.freeze(settingsOf(given, checked.data)) };
}

function settingsOf(given: Environment, values: z.infer<typeof schema>): BotSettings {
  const { SLACK_API_URL: apiUrl, MINUTEBOOK_CLERK_CHANNEL: clerkChannel } = values;
  const { MINUTEBOOK_DIALOGUE_HOURS: dialogueHours } = values;
  return {
    botToken: given.SLACK_BOT_TOKEN?.trim() ?? '',
    connection: connectionOf(given, values),
    ...(apiUrl === undefined ? {} : { apiUrl: webApiBase(apiUrl) }),
    accessFile: accessFileOf(given),
    ...(clerkChannel === undefined ? {} : { clerkChannel }),
    questionsPerMinute: values.MINUTEBOOK_QUESTIONS_PER_MINUTE ?? DEFAULT_QUESTIONS_PER_MINUTE,
    ...(dialogueHours === undefined ? {} : { dialogueHours }),
  };
}

/** An app token means Socket Mode, even beside a signing secret: nothing has to reach the machine then. */
function connectionOf(given: Environment, values: z.infer<typeof schema>): Connection {
  const appToken = given.SLACK_APP_TOKEN?.trim();
  if (appToken === undefined) {
    return { kind: 'http', signingSecret: given.SLACK_SIGNING_SECRET?.trim() ?? '', port: values.PORT ?? DEFAULT_PORT };
  }
  return { kind: 'socket', appToken, healthPort: values.MINUTEBOOK_HEALTH_PORT ?? values.PORT ?? DEFAULT_PORT };
}

function secretProblems(given: Environment): string[] {
  const problems: string[] = [];
  if (given.SLACK_BOT_TOKEN === undefined) problems.push('Cannot start the bot: SLACK_BOT_TOKEN is not set');
  if (given.SLACK_APP_TOKEN === undefined && given.SLACK_SIGNING_SECRET === undefined) {
    const wanted = 'SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP)';
    problems.push(`Cannot start the bot: ${wanted} is not set`);
  }
  for (const [name, prefix] of Object.entries(TOKEN_PREFIXES)) {
    const value = given[name]?.trim();
    if (value === undefined) continue;
    if (!value.startsWith(prefix)) problems.push(`Cannot start the bot: ${name} does not begin with ${prefix}`);
    else if (!/^[\w.-]+$/.test(value)) problems.push(`Cannot start the bot: ${name} is not a token of Slack's`);
  }
  return problems;
}

/** "http://host", "http://host/api" and the same with a slash all mean "http://host/api/". */
function webApiBase(address: string): string {
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path === '' ? '/api' : path}/`;
}
