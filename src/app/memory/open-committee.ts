import { type Audience, audienceKey } from '../../audience.ts';
import { findJoins } from '../../follow/join/find-joins.ts';
import type { Join } from '../../follow/join/join.ts';
import { type OpenRecord, openRecord } from '../../follow/join/open-record.ts';
import { dropCopies } from '../../follow/ledger/drop-copies.ts';
import type { Index } from '../../index/open-index.ts';
import { gatherRecord } from './gather-record.ts';

/** A committee's record, opened, with all joins that its papers make. */
export type OpenCommittee = { open: OpenRecord; joins: Join[] };

type Kept = { version: string; committees: Map<string, OpenCommittee> };
const kept = new WeakMap<Index, Kept>();

/** The record of one committee for one audience; worked out anew only when the index has changed. */
export function openCommittee(
  index: Index,
  { audience, committee }: { audience: Audience; committee: string },
): OpenCommittee {
  const { making, changes } = index.version();
  const version = `${making} ${changes}`;
  const known = kept.get(index);
  const current = known?.version === version ? known : { version, committees: new Map<string, OpenCommittee>() };
  if (current !== known) kept.set(index, current);
  const key = `${audienceKey(audience)} ${committee}`;
  const found = current.committees.get(key);
  if (found) return found;
  const record = gatherRecord(index, { audience, committee });
  const open = openRecord({ ...record, entries: dropCopies(record.entries) });
  const made = { open, joins: findJoins(open) };
  current.committees.set(key, made);
  return made;
}
