import type { ActionsBlock, Button, ContextActionsBlock, PlainTextElement } from '@slack/types';
import { cutText } from '../../format/cut-text.ts';
import { SLACK_LIMITS } from '../../format/slack-limits.ts';
import { visibleText } from '../../format/visible-text.ts';
import { ACTIONS, actionValue } from './action-names.ts';

export type ButtonOptions = {
  /** The action's id. */
  action: string;
  value: string;
  /** What a screen reader says instead of the text, where that is too short to tell buttons apart. */
  label?: string;
  style?: 'primary' | 'danger';
};

/** A button; its text may hold anything, and is cut to what Slack takes. */
export function button(text: string, { action, value, label, style }: ButtonOptions): Button {
  return {
    type: 'button',
    action_id: action,
    text: plainText(text, SLACK_LIMITS.buttonChars),
    value,
    accessibility_label: cutText(visibleText(label ?? text), SLACK_LIMITS.accessibilityChars),
    ...(style === undefined ? {} : { style }),
  };
}

/** Text that Slack reads for nothing: no markup, no link, no emoji. */
export function plainText(text: string, max: number, options: { lines?: boolean } = {}): PlainTextElement {
  return { type: 'plain_text', text: cutText(visibleText(text, options), max) || '–', emoji: false };
}

/** Buttons in rows of as many as Slack takes. */
export function buttonRows(buttons: Button[]): ActionsBlock[] {
  const rows: ActionsBlock[] = [];
  for (let at = 0; at < buttons.length; at += SLACK_LIMITS.actionsElements) {
    rows.push({ type: 'actions', elements: buttons.slice(at, at + SLACK_LIMITS.actionsElements) });
  }
  return rows;
}

/** Was the answer helpful? Values `id:up` and `id:down`. */
export function feedbackButtons(answerId: string): ContextActionsBlock {
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.feedback,
        positive_button: {
          text: plainText('Helpful', SLACK_LIMITS.buttonChars),
          value: actionValue(answerId, 'up'),
          accessibility_label: 'This answer was helpful',
        },
        negative_button: {
          text: plainText('Not helpful', SLACK_LIMITS.buttonChars),
          value: actionValue(answerId, 'down'),
          accessibility_label: 'This answer was not helpful',
        },
      },
    ],
  };
}
