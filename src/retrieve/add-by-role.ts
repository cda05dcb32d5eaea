import type { SearchFilter, SearchIndex } from '../index/search-index.ts';
import type { Hit, Passage, PassageKind } from '../passage.ts';
import type { Question, Wanted } from '../question.ts';
import { weighHit } from './weigh-hits.ts';

export type AddByRoleOptions = { index: SearchIndex; filter: SearchFilter; papers: Map<number, number> };

/** How many of the best minutes lend their limbs, and the best papers their recommendations. */
const LENDING_GROUPS = 6;
/** What a limb or a recommendation takes from the best passage of its own minute or paper. */
const GROUP_SHARE = 0.7;

/** Kinds of passage that a wish is answered from although their words are not the question's. */
const ROLES: { wanted: Wanted; kind: PassageKind; group: (passage: Passage) => string | undefined }[] = [
  { wanted: 'decision', kind: 'limb', group: minuteOf },
  { wanted: 'recommendation', kind: 'recommendation', group: paperOf },
];

/**
 * Adds what the question's wish is answered from though its words are elsewhere: the limbs of the minutes that were
 * found, the recommendations of the papers, the attendance of the meetings named. A resolution that the report "be
 * received" says nothing of its subject: its minute does.
 */
export function addByRole(hits: Hit[], question: Question, options: AddByRoleOptions): Hit[] {
  const lent = ROLES.filter(({ wanted }) => question.wanted.includes(wanted)).reduce(
    (all, { kind, group }) => lendToGroup(all, { kind, group, ...options, question }),
    hits,
  );
  return question.wanted[0] === 'attendance' ? addAttendance(lent, question, options) : lent;
}

function minuteOf({ kind, paperId, place }: Passage): string | undefined {
  return kind === 'limb' || kind === 'discussion' || kind === 'minute'
    ? `${paperId} ${place.minute ?? place.minuteTitle}`
    : undefined;
}

function paperOf({ paperId, place }: Passage): string | undefined {
  return place.paperKind === 'report' || place.paperKind === 'appendix' ? String(paperId) : undefined;
}

type LendOptions = AddByRoleOptions & {
  kind: PassageKind;
  group: (passage: Passage) => string | undefined;
  question: Question;
};

function lendToGroup(hits: Hit[], { kind, group, index, question }: LendOptions): Hit[] {
  const best = new Map<string, Hit>();
  for (const hit of hits) {
    const key = group(hit.passage);
    if (key !== undefined && hit.score > (best.get(key)?.score ?? 0)) best.set(key, hit);
  }
  const groups = new Map([...best].sort((a, b) => b[1].score - a[1].score).slice(0, LENDING_GROUPS));
  const paperIds = [...new Set([...groups.values()].map((hit) => hit.passage.paperId))];
  if (paperIds.length === 0) return hits;
  const known = new Map(hits.map((hit) => [hit.passage.id, hit]));
  for (const passage of index.listPassages({ audience: question.audience, kinds: [kind], paperIds })) {
    const lender = groups.get(group(passage) ?? '');
    if (!lender) continue;
    const hit = known.get(passage.id) ?? {
      passage,
      score: 0,
      similarity: lender.similarity,
      sentences: [],
      byRecord: false,
    };
    known.set(passage.id, { ...hit, score: hit.score + GROUP_SHARE * lender.score });
  }
  return [...known.values()];
}

function addAttendance(hits: Hit[], question: Question, { index, filter }: AddByRoleOptions): Hit[] {
  const known = new Set(hits.map((hit) => hit.passage.id));
  const lists = index.listPassages({ ...filter, kinds: ['attendance'] }).filter((passage) => !known.has(passage.id));
  const low = Math.min(...hits.map((hit) => hit.score), 1);
  return [
    ...hits,
    ...lists.map((passage) => ({
      passage,
      score: low * weighHit(passage, question),
      similarity: 0,
      sentences: [],
      byRecord: true,
    })),
  ];
}
