/** What the bot's exit status means; from 64 on as in BSD's sysexits.h. */
export const BOT_EXIT = { ok: 0, usage: 64, unavailable: 69, internal: 70, config: 78 } as const;

/** What `npm start -- --help` prints. */
export const BOT_HELP = `Runs the Slack bot: npm start [-- --check | --help]

  --check  tries tokens, scopes, index, model, desk and access file, and says what is missing
  --help   prints this

Settings, from the environment:
  SLACK_BOT_TOKEN                   the bot token, xoxb-…
  SLACK_APP_TOKEN                   the app token, xapp-…, for Socket Mode; or
  SLACK_SIGNING_SECRET              the signing secret, for HTTP at http://HOST:PORT/slack/events
  PORT                              where HTTP is served (3000); in Socket Mode where /health is
  SLACK_API_URL                     another server in place of Slack's
  MINUTEBOOK_INDEX                  the index (index/)
  MINUTEBOOK_DESK                   the bot's own store (data/desk.db)
  MINUTEBOOK_ACCESS                 who may see what (data/access.json)
  MINUTEBOOK_CLERK_CHANNEL          the id of the channel that questions are handed to
  MINUTEBOOK_HEALTH_PORT            Socket Mode: where this machine may ask GET /health (3000), or off
  MINUTEBOOK_QUESTIONS_PER_MINUTE   what a member may ask a minute (10)
  MINUTEBOOK_DIALOGUE_HOURS         how long follow-ups may lean on a thread (24)
  MINUTEBOOK_LOG_DAYS               how long the log of questions keeps (90)
  MINUTEBOOK_LOG_PRIVATE            1: the log keeps no text and no asker
  MINUTEBOOK_LOG_LEVEL              silent, fatal, error, warn, info, debug or trace (info)
"minutebook config" prints what is in force.

Exit status:
   0  stopped when told to; --check: nothing is missing
  64  wrong command line
  69  the port is taken, or another bot works on the same desk
  70  a fault of the program; its reference is in the log
  78  a token or another setting is missing or wrong; --check: something is missing`;
