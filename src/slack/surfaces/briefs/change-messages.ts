import { createHash } from 'node:crypto';
import { type Briefing, type BriefingItem, type BriefingLine, type PackChange, partsFor } from '../../../briefing.ts';
import { formatDate } from '../../../citation.ts';
import { headingUnit, itemUnits, lineUnits } from '../../blocks/memory/brief-messages.ts';
import { packMessages } from '../../blocks/parts/pack-messages.ts';
import { textUnits } from '../../blocks/parts/text-units.ts';
import type { Message } from '../../messenger.ts';

const HASH_CHARS = 16;
const NOTHING_NEW = 'The briefing says nothing new because of it.';

/** What was added to, changed in or taken out of a meeting's papers since its briefing, and what that changes in it. */
export function changeMessages(
  change: PackChange,
  { briefing, said }: { briefing: Briefing; said: string[] },
): Message[] {
  const { added, changed, removed } = change;
  const known = new Set(said);
  const isNew = (line: BriefingLine) => !known.has(hashLine(line));
  const items = briefing.items
    .map((item) => onlyNew(item, { briefing, isNew }))
    .filter((item) => partsFor(briefing.role).some(({ part }) => item[part].length > 0));
  const rest = [...briefing.outstanding, ...briefing.declarations].filter(isNew);
  const now = new Set(hashLines(briefing));
  const gone = said.filter((hash) => !now.has(hash)).length;
  return packMessages([
    headingUnit(`The papers for the meeting of ${formatDate(briefing.date)} have changed since the briefing`),
    ...paperLines({ added, changed, removed }).flatMap(textUnits),
    ...(items.length + rest.length === 0 ? textUnits(NOTHING_NEW) : [headingUnit('New in the briefing')]),
    ...items.flatMap((item) => itemUnits(item, briefing.role)),
    ...rest.flatMap(lineUnits),
    ...(gone === 0
      ? []
      : textUnits(`${gone} ${gone === 1 ? 'line' : 'lines'} of the earlier briefing no longer hold.`)),
  ]);
}

/** The lines of a briefing, each as a hash: what was said before is known again, and its words are kept nowhere. */
export function hashLines(briefing: Briefing): string[] {
  return [...new Set(linesOf(briefing).map(hashLine))];
}

function paperLines({ added, changed, removed }: PackChange): string[] {
  return [
    ...added.map(({ title }) => `New: ${title}`),
    ...changed.map(({ title }) => `Changed: ${title}`),
    ...removed.map(({ title }) => `No longer there: ${title}`),
  ];
}

type NewOptions = { briefing: Briefing; isNew(line: BriefingLine): boolean };

function onlyNew(item: BriefingItem, { briefing, isNew }: NewOptions): BriefingItem {
  const parts = partsFor(briefing.role).map(({ part }) => [part, item[part].filter(isNew)] as const);
  return { ...item, ...Object.fromEntries(parts) };
}

function linesOf({ items, outstanding, declarations, role }: Briefing): BriefingLine[] {
  return [
    ...items.flatMap((item) => partsFor(role).flatMap(({ part }) => item[part])),
    ...outstanding,
    ...declarations,
  ];
}

function hashLine({ text }: BriefingLine): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_CHARS);
}
