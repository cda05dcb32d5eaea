import {
  type Briefing,
  type BriefingItem,
  type BriefingLine,
  isQuietItem,
  nameAudience,
  nameParagraphs,
  partsFor,
} from '../../../briefing.ts';
import { formatDate } from '../../../citation.ts';
import { ROLE_PLANS, type Role, type SectionName } from '../../../role.ts';
import { cutText } from '../../format/cut-text.ts';
import { escapeMrkdwn, mrkdwnWeight } from '../../format/escape-mrkdwn.ts';
import { splitText } from '../../format/split-text.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Message } from '../../messenger.ts';
import { packMessages, type Unit } from '../parts/pack-messages.ts';
import { richParagraph, smallPrint } from '../parts/rich-text.ts';
import { textUnits } from '../parts/text-units.ts';

const MAX_HEADING_CHARS = 250;
/** With its escapes, so that a line and its places fit one message's text. */
const MAX_LABELS_WEIGHT = 1_400;

/** A briefing's summary: for what and for whom, what matters most; `words` of ours before it, such as why it is late. */
export function briefSummary(briefing: Briefing, words: string[] = []): Message[] {
  const { mattersMost, outstanding, declarations, missing } = briefing;
  const nothing =
    mattersMost.length === 0 ? textUnits('The papers ask for no decision, and nothing in them stands out.') : [];
  return packMessages([
    ...words.flatMap(textUnits),
    headingUnit(`Briefing: ${briefing.committee}, ${formatDate(briefing.date)}`),
    ...textUnits(`Made for: ${nameAudience(briefing)}. Item by item in the thread.`),
    ...nothing,
    ...mattersMost.flatMap(lineUnits),
    ...textUnits(
      `${count(outstanding.length, 'outstanding matter')}, ${count(declarations.length, 'earlier declaration')}.`,
    ),
    ...missing.flatMap(textUnits),
  ]);
}

/** What the thread under the summary says, in the order its reader's role wants: items, what is outstanding, declarations. */
export function briefThread(briefing: Briefing): Message[] {
  return ROLE_PLANS[briefing.role].sections.flatMap((section) => sectionMessages(section, briefing));
}

function sectionMessages(
  section: SectionName,
  { items, running, outstanding, declarations, role }: Briefing,
): Message[] {
  switch (section) {
    case 'mattersMost':
      return [];
    case 'running':
      return partMessages('Running the meeting', running);
    case 'items': {
      const telling = items.filter((item) => !isQuietItem(item, role));
      return telling.flatMap((item) => packMessages(itemUnits(item, role)));
    }
    case 'outstanding':
      return partMessages('Outstanding matters', outstanding);
    case 'declarations':
      return partMessages('Declarations you may think of', declarations);
  }
}

function partMessages(name: string, lines: BriefingLine[]): Message[] {
  return lines.length === 0 ? [] : packMessages([headingUnit(name), ...lines.flatMap(lineUnits)]);
}

/** An item's heading and the parts that have lines. */
export function itemUnits(item: BriefingItem, role: Role): Unit[] {
  const { number, title, closed, traces } = item;
  const heading = headingUnit(number === undefined ? title : `${number}. ${title}`);
  if (closed) {
    const [first, ...more] = traces;
    const text = `Exempt, ${nameParagraphs(closed.paragraphs)}: closed to those who read this.`;
    return [heading, ...(first ? lineUnits({ text, traces: [first, ...more] }) : textUnits(text))];
  }
  return [
    heading,
    ...partsFor(role).flatMap(({ part, name }) =>
      item[part].length === 0 ? [] : [partUnit(name), ...item[part].flatMap(lineUnits)],
    ),
  ];
}

/** A line and, in small print, its places. */
export function lineUnits({ text, traces }: BriefingLine): Unit[] {
  const labels = nameLabels(traces.map(({ label }) => label));
  const units = textUnits(text);
  const last = units.at(-1);
  if (!last) return [];
  const cited = { text: `${last.text}\n${escapeMrkdwn(labels)}`, blocks: [...last.blocks, ...smallPrint(labels)] };
  return [...units.slice(0, -1), cited];
}

function nameLabels(all: string[]): string {
  const labels = visibleText([...new Set(all)].join('; '));
  const [first = '–', ...more] = splitText(labels, { max: MAX_LABELS_WEIGHT, weigh: mrkdwnWeight });
  return more.length === 0 ? first : `${first} …`;
}

/** A heading that may be longer than Slack's own. */
export function headingUnit(text: string): Unit {
  const shown = cutText(visibleText(text), MAX_HEADING_CHARS);
  return { text: escapeMrkdwn(shown), blocks: [richParagraph({ text: shown, bold: true })] };
}

function partUnit(text: string): Unit {
  return { text: escapeMrkdwn(text), blocks: [richParagraph({ text, italic: true })] };
}

function count(number: number, noun: string): string {
  return `${number === 0 ? 'No' : number} ${noun}${number === 1 ? '' : 's'}`;
}
