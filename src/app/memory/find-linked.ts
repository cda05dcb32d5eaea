import { type Audience, audienceKey } from '../../audience.ts';
import { isSameBody } from '../../follow/join/same-body.ts';
import type { Index } from '../../index/open-index.ts';

type Mention = { committee: string; body: string };
type Kept = { version: string; mentions: Map<string, Mention[]> };
const kept = new WeakMap<Index, Kept>();

/**
 * Other committees of the index whose papers name this one's minutes or meetings, or that this one's name, or to which
 * either recommends: as far as the audience may read it.
 */
export function findLinked(index: Index, { audience, committee }: { audience: Audience; committee: string }): string[] {
  const names = new Set(index.meetings(audience).map((meeting) => meeting.committee));
  names.delete(committee);
  const mentions = mentionsIn(index, audience);
  const own = mentions.filter((mention) => mention.committee === committee);
  const of = new Set(mentions.filter(({ body }) => isSameBody(body, committee)).map((mention) => mention.committee));
  return [...names].filter((name) => of.has(name) || own.some(({ body }) => isSameBody(body, name)));
}

/** Which committee's papers name which bodies, each pair once; read anew only when the index has changed. */
function mentionsIn(index: Index, audience: Audience): Mention[] {
  const { making, changes } = index.version();
  const version = `${making} ${changes}`;
  const known = kept.get(index);
  const current = known?.version === version ? known : { version, mentions: new Map<string, Mention[]>() };
  if (current !== known) kept.set(index, current);
  const key = audienceKey(audience);
  const found = current.mentions.get(key);
  if (found) return found;
  const read = readMentions(index, audience);
  current.mentions.set(key, read);
  return read;
}

function readMentions(index: Index, audience: Audience): Mention[] {
  const named = index
    .references({ audience })
    .map(({ place: { committee }, toCommittee }) => ({ committee, body: toCommittee }));
  const recommended = index
    .ledgerEntries({ audience, entryKinds: ['recommendation'] })
    .map((entry) => ({ committee: entry.place.committee, body: entry.kind === 'limb' ? entry.toBody : undefined }));
  const pairs = [...named, ...recommended].flatMap(({ committee, body }) =>
    committee === undefined || body === undefined ? [] : [{ committee, body }],
  );
  return [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()];
}
