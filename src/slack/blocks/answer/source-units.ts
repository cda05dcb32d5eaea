import type { Button } from '@slack/types';
import { cutText } from '../../format/cut-text.ts';
import { escapeMrkdwn } from '../../format/escape-mrkdwn.ts';
import { visibleText } from '../../format/visible-text.ts';
import { ACTIONS, actionValue } from '../parts/action-names.ts';
import { button, plainText } from '../parts/button.ts';
import type { Unit } from '../parts/pack-messages.ts';
import type { NamedSource } from './name-sources.ts';

/** A citation is a line; what is longer is a title run wild, and cut. */
const MAX_LABEL_CHARS = 300;

/** The sources, short, each with its button. The text has them in full, for those who have no buttons. */
export function sourceUnits(sources: NamedSource[], id: string): Unit[] {
  return sources.map((source): Unit => {
    const line = `[${source.number}] ${cutText(visibleText(source.short), MAX_LABEL_CHARS)}`;
    return {
      text: escapeMrkdwn(labelLine(source)),
      blocks: [{ type: 'section', text: plainText(line, line.length), accessory: sourceButton(source, id) }],
    };
  });
}

/** "[1] Minute 39, resolution (2), Improving Lives Select Commission, 29 October 2019". */
export function labelLine({ number, label }: NamedSource): string {
  return `[${number}] ${cutText(visibleText(label), MAX_LABEL_CHARS)}`;
}

/** Opens a source. The value is opaque; the label tells a screen reader which source it is. */
export function sourceButton({ number, short }: Pick<NamedSource, 'number' | 'short'>, id: string): Button {
  return button(`Source ${number}`, {
    action: `${ACTIONS.source}.${number}`,
    value: actionValue(id, number),
    label: `Open source ${number}: ${short}`,
  });
}
