import { resolve } from 'node:path';

/** A setting in force. `value` is never a secret: of one only its prefix is told, which says what kind it is. */
export type Setting = { name: string; value: string; from: 'environment' | 'default' | 'not set' | 'not known' };

type Known = { name: string; default?: string; kind?: 'path' | 'secret' | 'address' };

/** Every variable that the program and the bot read, in the order in which a clerk sets them. */
const KNOWN: Known[] = [
  { name: 'MINUTEBOOK_INDEX', default: 'index', kind: 'path' },
  { name: 'MINUTEBOOK_SENTENCE_MODEL', default: 'the one that ships', kind: 'path' },
  { name: 'MINUTEBOOK_LOG_LEVEL', default: 'error; of the bot info' },
  { name: 'MINUTEBOOK_DEBUG', default: '0' },
  { name: 'SLACK_BOT_TOKEN', kind: 'secret' },
  { name: 'SLACK_APP_TOKEN', kind: 'secret' },
  { name: 'SLACK_SIGNING_SECRET', kind: 'secret' },
  { name: 'SLACK_API_URL', default: 'https://slack.com/api/', kind: 'address' },
  { name: 'PORT', default: '3000' },
  { name: 'MINUTEBOOK_HEALTH_PORT', default: 'PORT' },
  { name: 'MINUTEBOOK_DESK', default: 'data/desk.db', kind: 'path' },
  { name: 'MINUTEBOOK_ACCESS', default: 'data/access.json', kind: 'path' },
  { name: 'MINUTEBOOK_CLERK_CHANNEL' },
  { name: 'MINUTEBOOK_QUESTIONS_PER_MINUTE', default: '10' },
  { name: 'MINUTEBOOK_DIALOGUE_HOURS', default: '24' },
  { name: 'MINUTEBOOK_LOG_DAYS', default: '90' },
  { name: 'MINUTEBOOK_LOG_PRIVATE', default: '0' },
  { name: 'MINUTEBOOK_MODEL' },
  { name: 'MINUTEBOOK_MODEL_URL', kind: 'address' },
  { name: 'MINUTEBOOK_MODEL_KEY', kind: 'secret' },
  { name: 'OPENAI_API_KEY', kind: 'secret' },
  { name: 'MINUTEBOOK_MODEL_DEPLOYMENT' },
  { name: 'MINUTEBOOK_MODEL_API_VERSION' },
  { name: 'MINUTEBOOK_MODEL_TIMEOUT', default: '30' },
  { name: 'MINUTEBOOK_MODEL_TOKENS_A_DAY', default: '1000000' },
  { name: 'MINUTEBOOK_MODEL_PRICE' },
  { name: 'MINUTEBOOK_MODEL_CHOOSE', default: '0' },
  { name: 'MINUTEBOOK_MODEL_EXEMPT' },
  { name: 'MINUTEBOOK_MODEL_LOG', default: 'data/model-calls.jsonl', kind: 'path' },
  { name: 'MINUTEBOOK_EMBEDDING_MODEL' },
  { name: 'MINUTEBOOK_EMBEDDING_URL', kind: 'address' },
  { name: 'MINUTEBOOK_EMBEDDING_KEY', kind: 'secret' },
];
/** A variable that begins so and is not known is a slip of the pen. */
const OWN = /^MINUTEBOOK_/;

/** The settings in force, from the environment or by default, with secrets masked. */
export function listSettings(env: Record<string, string | undefined>): Setting[] {
  const names = new Set(KNOWN.map(({ name }) => name));
  const unknown = Object.keys(env).filter((name) => OWN.test(name) && !names.has(name));
  return [
    ...KNOWN.map((known) => readSetting(known, env[known.name]?.trim() ?? '')),
    ...unknown.sort().map((name): Setting => ({ name, value: '', from: 'not known' })),
  ];
}

function readSetting({ name, default: standard, kind }: Known, given: string): Setting {
  if (given !== '') return { name, value: showValue(given, kind), from: 'environment' };
  if (standard === undefined) return { name, value: '', from: 'not set' };
  return { name, value: kind === 'path' && !standard.includes(' ') ? resolve(standard) : standard, from: 'default' };
}

function showValue(given: string, kind: Known['kind']): string {
  switch (kind) {
    case 'secret':
      return `${/^(?:xox[a-z]|xapp|sk)-/.exec(given)?.[0] ?? ''}…`;
    case 'path':
      return resolve(given);
    case 'address':
      return withoutCredentials(given);
    case undefined:
      return given;
  }
}

/** Somebody may have put a password into an address: https://name:password@host, or a key behind its question mark. */
function withoutCredentials(address: string): string {
  if (!URL.canParse(address)) return '…';
  const url = new URL(address);
  return `${url.protocol}//${url.username || url.password ? '…@' : ''}${url.host}${url.pathname}${url.search ? '?…' : ''}`;
}
