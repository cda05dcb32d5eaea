import { audienceKey } from '../../audience.ts';
import { findCrossJoins } from '../../follow/join/find-cross-joins.ts';
import { findJoins } from '../../follow/join/find-joins.ts';
import type { Join } from '../../follow/join/join.ts';
import { type OpenRecord, openRecord } from '../../follow/join/open-record.ts';
import { dropCopies } from '../../follow/ledger/drop-copies.ts';
import type { Index } from '../../index/open-index.ts';
import { findLinked } from './find-linked.ts';
import { type GatherRecordOptions, gatherRecord } from './gather-record.ts';

/** A committee's record, opened, with all joins that its papers make, and those of committees it has to do with. */
export type OpenCommittee = { open: OpenRecord; joins: Join[] };

type Kept = { version: string; committees: Map<string, OpenCommittee>; alone: Map<string, OpenCommittee> };
const kept = new WeakMap<Index, Kept>();

/**
 * The record of one committee for one audience, whole or as it stood `before` a meeting; worked out anew only when the
 * index has changed.
 */
export function openCommittee(index: Index, options: GatherRecordOptions): OpenCommittee {
  const { audience, committee, before } = options;
  const { committees, alone } = keptOf(index);
  const key = JSON.stringify([audienceKey(audience), committee, before]);
  const found = committees.get(key);
  if (found) return found;
  const own = openAlone(index, options);
  // What another body made of it is followed there: what was put before that body, and where it came back.
  const others = findLinked(index, options).map((name) => openAlone(index, { ...options, committee: name }));
  const cross = others.flatMap((other) => findCrossJoins(own.open, other.open));
  const made = { open: own.open, joins: [own, ...others].flatMap(({ joins }) => joins).concat(cross) };
  // Of the past one meeting is enough: a record takes as much room as the committee's papers.
  if (before !== undefined) for (const map of [committees, alone]) forgetPast(map);
  committees.set(key, made);
  return made;
}

/** A record with the joins that its own papers make. */
function openAlone(index: Index, options: GatherRecordOptions): OpenCommittee {
  const { audience, committee, before } = options;
  const { alone } = keptOf(index);
  const key = JSON.stringify([audienceKey(audience), committee, before]);
  const found = alone.get(key);
  if (found) return found;
  const record = gatherRecord(index, options);
  const open = openRecord({ ...record, entries: dropCopies(record.entries) });
  const made = { open, joins: findJoins(open) };
  alone.set(key, made);
  return made;
}

function keptOf(index: Index): Kept {
  const { making, changes } = index.version();
  const version = `${making} ${changes}`;
  const known = kept.get(index);
  if (known?.version === version) return known;
  const made = { version, committees: new Map<string, OpenCommittee>(), alone: new Map<string, OpenCommittee>() };
  kept.set(index, made);
  return made;
}

function forgetPast(map: Map<string, OpenCommittee>): void {
  for (const key of map.keys()) if (JSON.parse(key)[2] !== null) map.delete(key);
}
