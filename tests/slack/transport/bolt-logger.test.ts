import { expect, it } from 'vitest';
import { boltLogger } from '../../../src/slack/transport/bolt-logger.ts';
import { keepLog } from '../../support/quiet-log.ts';

it('boltLogger() passes on what goes wrong, without payloads or tokens, and once what Slack warns of with every answer', () => {
  const log = keepLog();
  const logger = boltLogger(log);
  for (const index of [0, 1, 2]) logger.warn('missing_charset', index, ['missing_charset']);
  for (const attempt of [1, 2]) logger.error('Failed to connect', attempt, { text: 'a question' });
  logger.warn(new TypeError('xoxb-1-2-abc was refused'));
  logger.error('Failed to retrieve a new WSS URL (error: invalid_auth)');
  logger.debug('a whole payload');
  expect(log.lines.map(({ level, fields }) => [level, fields.said])).toEqual([
    ['warn', 'missing_charset'],
    ['warn', 'Failed to connect (number) (object)'],
    ['warn', 'Failed to connect (number) (object)'],
    ['warn', 'TypeError: (token) was refused'],
  ]);
});
