import { cutText } from '../../format/cut-text.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Message } from '../../messenger.ts';
import type { Reading } from '../answer/find-readings.ts';
import { ACTIONS, actionValue } from '../parts/action-names.ts';
import { button, buttonRows } from '../parts/button.ts';
import { joinUnits, packMessages } from '../parts/pack-messages.ts';
import { textUnits } from '../parts/text-units.ts';
import { plainMessage } from './plain-messages.ts';

const MAX_LABEL_CHARS = 200;
const MAX_READINGS = 8;

/** What else a question could have meant, a button for each: `answerId:n`, n counted from 1. */
export function otherReadings(readings: Pick<Reading, 'label'>[], { answerId }: { answerId: string }): Message {
  if (readings.length === 0) return plainMessage('I found no other meeting, committee or minute that this could mean.');
  const offered = readings.slice(0, MAX_READINGS);
  const lines = offered.map(({ label }, n) => `${n + 1}. ${cutText(visibleText(label), MAX_LABEL_CHARS)}`);
  const buttons = offered.map(({ label }, n) =>
    button(`${n + 1}. ${label}`, {
      action: `${ACTIONS.reading}.${n + 1}`,
      value: actionValue(answerId, n + 1),
      label: `Ask again of ${label}`,
    }),
  );
  const said = joinUnits(...textUnits('Did you mean one of these?'), ...lines.flatMap(textUnits));
  const [message] = packMessages([joinUnits(said, { text: '', blocks: buttonRows(buttons) })]);
  return message ?? said;
}
