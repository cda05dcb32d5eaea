/** An `ok: false` of the Web API: `error` is Slack's name; further fields go into the answer. */
export class SlackError extends Error {
  readonly error: string;
  readonly messages: string[];
  readonly fields: Record<string, unknown>;

  constructor(error: string, messages: string[] = [], fields: Record<string, unknown> = {}) {
    super(error);
    this.error = error;
    this.messages = messages;
    this.fields = fields;
  }
}
