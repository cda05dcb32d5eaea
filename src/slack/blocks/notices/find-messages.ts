import { formatDate } from '../../../citation.ts';
import { stripMarks } from '../../../paper.ts';
import type { TopicMeeting } from '../../../topic.ts';
import { cutText } from '../../format/cut-text.ts';
import { escapeMrkdwn } from '../../format/escape-mrkdwn.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Message } from '../../messenger.ts';
import { sourceButton } from '../answer/source-units.ts';
import { plainText } from '../parts/button.ts';
import { packMessages, type Unit } from '../parts/pack-messages.ts';
import { richParagraph } from '../parts/rich-text.ts';
import { textUnits } from '../parts/text-units.ts';

const MAX_TOPIC_CHARS = 200;
const MAX_QUOTE_CHARS = 240;
const MAX_LABEL_CHARS = 300;

/**
 * Where a topic came up, a meeting at a time, each with its best line and a button that opens it: `findId:n`, n counted
 * from 1 in the order of the meetings.
 */
export function findMessages(topic: string, meetings: TopicMeeting[], { findId }: { findId: string }): Message[] {
  const asked = cutText(visibleText(topic), MAX_TOPIC_CHARS);
  if (meetings.length === 0) return packMessages(textUnits(`The papers that are indexed do not speak of “${asked}”.`));
  const came = `“${asked}” came up at ${meetings.length === 1 ? 'one meeting' : `${meetings.length} meetings`}:`;
  return packMessages([...textUnits(came), ...meetings.map((meeting, n) => meetingUnit(meeting, n + 1, findId))]);
}

function meetingUnit({ committee, date, line, more }: TopicMeeting, number: number, findId: string): Unit {
  const when = date === undefined ? 'date not known' : formatDate(date);
  const title = cutText(visibleText(`${when}, ${committee ?? 'committee not known'}`), MAX_LABEL_CHARS);
  const quote = cutText(visibleText(stripMarks(line.text)), MAX_QUOTE_CHARS);
  const label = `${cutText(visibleText(line.label), MAX_LABEL_CHARS)}${more > 0 ? ` (and ${more} more)` : ''}`;
  return {
    text: [title, quote, label].map((part) => escapeMrkdwn(part)).join('\n'),
    blocks: [
      richParagraph({ text: `${title}\n`, bold: true }, quote),
      {
        type: 'section',
        text: plainText(label, label.length),
        accessory: sourceButton({ number, short: line.label }, findId),
      },
    ],
  };
}
