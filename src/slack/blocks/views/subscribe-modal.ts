import type { ModalView } from '@slack/types';
import { cutText } from '../../format/cut-text.ts';
import { SLACK_LIMITS } from '../../format/slack-limits.ts';
import { visibleText } from '../../format/visible-text.ts';
import { plainText } from '../parts/button.ts';

/** Its callback id, and those of its fields: a block and the action in it have one name. */
export const SUBSCRIBE_FORM = 'subscribe';
export const SUBSCRIBE_FIELDS = { committee: 'committee', days: 'days', to: 'to' } as const;

/** A choice in Slack's menus holds so much, and a menu so many. */
const MAX_OPTION_CHARS = 75;
const MAX_OPTIONS = 100;
const DEFAULT_DAYS = '3';

/** The form for a standing briefing: which committee, how many days before, where. A choice's value is its number. */
export function subscribeModal(committees: string[], { maxDays }: { maxDays: number }): ModalView {
  const { committee, days, to } = SUBSCRIBE_FIELDS;
  const options = committees.slice(0, MAX_OPTIONS).map((name, n) => ({
    text: plainText(cutText(visibleText(name), MAX_OPTION_CHARS), MAX_OPTION_CHARS),
    value: String(n),
  }));
  return {
    type: 'modal',
    callback_id: SUBSCRIBE_FORM,
    title: plainText('Standing briefing', SLACK_LIMITS.titleChars),
    submit: plainText('Subscribe', SLACK_LIMITS.titleChars),
    close: plainText('Cancel', SLACK_LIMITS.titleChars),
    blocks: [
      {
        type: 'input',
        block_id: committee,
        label: plainText('Committee', SLACK_LIMITS.titleChars),
        element: { type: 'static_select', action_id: committee, options },
      },
      {
        type: 'input',
        block_id: days,
        label: plainText(`Days before the meeting, up to ${maxDays}`, MAX_OPTION_CHARS),
        element: {
          type: 'number_input',
          action_id: days,
          is_decimal_allowed: false,
          min_value: '0',
          max_value: String(maxDays),
          initial_value: DEFAULT_DAYS,
        },
      },
      {
        type: 'input',
        block_id: to,
        optional: true,
        label: plainText('Channel; empty for a direct message to you', MAX_OPTION_CHARS),
        element: {
          type: 'conversations_select',
          action_id: to,
          filter: { include: ['public', 'private'], exclude_bot_users: true },
        },
      },
    ],
  };
}
