import { committeeKey } from '../../audience.ts';
import { titleKey } from '../../followed-place.ts';
import type { LedgerEntry } from '../../ledger.ts';

/**
 * Leaves out lines that are there twice, because a pack repeats the minutes that stand by themselves: of a limb the
 * fuller words are kept, of the same words the first; the order stays.
 */
export function dropCopies(entries: LedgerEntry[]): LedgerEntry[] {
  const kept = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const known = kept.get(key);
    if (!known || (known.paperId !== entry.paperId && entry.text.length > known.text.length)) kept.set(key, entry);
  }
  const whole = new Set(kept.values());
  return entries.filter((entry) => whole.has(entry));
}

function keyOf(entry: LedgerEntry): string {
  const { committee = '', meetingDate, minute, minuteTitle = '', limb = '' } = entry.place;
  // Without number and day nothing tells that two lines are one.
  if (meetingDate === undefined || (minute === undefined && minuteTitle === '')) return `${entry.id}`;
  const place = [committeeKey(committee), meetingDate, minute ?? titleKey(minuteTitle)];
  // An undivided minute may resolve several things: only their words tell them apart.
  const what = entry.kind === 'limb' && limb !== '' ? [limb, entry.limbKind] : [titleKey(entry.text)];
  return JSON.stringify([...place, entry.kind, ...what]);
}
