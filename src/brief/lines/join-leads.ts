import type { LedgerEntry } from '../../ledger.ts';
import type { FollowedEntry } from '../briefing-sources.ts';

/** Gives each limb the limb that leads to it ("That Cabinet be recommended to:"), which by itself says nothing and is left out. */
export function joinLeads(entries: FollowedEntry[]): FollowedEntry[] {
  const leads = entries.filter(({ entry }) => isLead(entry));
  const led = entries.map((one) => {
    const lead = leads.findLast(({ entry }) => isUnder(one.entry, entry));
    return lead ? { ...one, lead: lead.entry } : one;
  });
  const used = new Set(led.flatMap(({ lead }) => (lead ? [lead.id] : [])));
  return led.filter(({ entry }) => !used.has(entry.id));
}

function isLead({ kind, text, place }: LedgerEntry): boolean {
  return kind === 'limb' && place.limb !== undefined && /:\s*-?\s*$/.test(text);
}

function isUnder(entry: LedgerEntry, lead: LedgerEntry): boolean {
  const [inner, outer] = [entry.place.limb, lead.place.limb];
  if (inner === undefined || outer === undefined || entry.id === lead.id) return false;
  return entry.paperId === lead.paperId && entry.place.minute === lead.place.minute && inner.startsWith(`${outer}(`);
}
