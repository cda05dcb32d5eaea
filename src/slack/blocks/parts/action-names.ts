/**
 * What the buttons are called. Where a block holds several of a kind, a number follows ("source.2"): Slack wants
 * action ids to differ. A button's value is opaque, `id` or `id:n`, and gives no right to anything.
 */
export const ACTIONS = {
  source: 'source',
  earlier: 'earlier',
  later: 'later',
  notMeant: 'not_meant',
  reading: 'reading',
  askClerk: 'ask_clerk',
  share: 'share',
  feedback: 'feedback',
  closeHandOff: 'close_hand_off',
} as const;

export type ActionName = (typeof ACTIONS)[keyof typeof ACTIONS];

/** The name of the action behind an action id, or undefined if it is none of ours. */
export function actionName(actionId: string): ActionName | undefined {
  const [name] = actionId.split('.');
  return Object.values(ACTIONS).find((action) => action === name);
}

/** A button's value: what it belongs to, and which of several. */
export function actionValue(id: string, n?: number | string): string {
  return n === undefined ? id : `${id}:${n}`;
}

/** A button's value read back; `n` is what stands after the last colon. */
export function readActionValue(value: string): { id: string; n?: string } {
  const colon = value.lastIndexOf(':');
  return colon < 0 ? { id: value } : { id: value.slice(0, colon), n: value.slice(colon + 1) };
}
