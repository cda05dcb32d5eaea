import { LogLevel } from '@slack/web-api';

const silent = () => undefined;

/** For Slack's packages where failing is what is tested. */
export const quietLogger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  setName: silent,
  getLevel: () => LogLevel.ERROR,
};
