import type { ModalView } from '@slack/types';
import { plainMessage } from '../../blocks/notices/plain-messages.ts';
import { plainText } from '../../blocks/parts/button.ts';
import { SLACK_LIMITS } from '../../format/slack-limits.ts';

/** A modal that says one thing. */
export function noticeModal(text: string): ModalView {
  return {
    type: 'modal',
    title: plainText('Source', SLACK_LIMITS.titleChars),
    close: plainText('Close', SLACK_LIMITS.titleChars),
    blocks: plainMessage(text).blocks,
  };
}
