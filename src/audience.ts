/**
 * Who may read a record. `exempt` carries the paragraphs of Part 1 of Schedule 12A to the Local Government
 * Act 1972 (1 to 7) under which it is closed; none when the paper does not print them. `confidential` is the
 * separate, absolute bar of section 100A(2).
 */
export type Access = { kind: 'public' } | { kind: 'exempt'; paragraphs: number[] } | { kind: 'confidential' };

/** The paragraphs of Schedule 12A that somebody is cleared for in the papers of one committee. */
export type CommitteeClearance = { committee: string; cleared: number[] };

/**
 * A reader's entitlement: the exempt paragraphs this reader is cleared for, in the papers of every committee
 * (`cleared`) and of single ones besides (`of`). The public is cleared for none.
 */
export type Audience = { cleared: number[]; of?: CommitteeClearance[] };

export const PUBLIC_ACCESS: Access = { kind: 'public' };
export const PUBLIC_AUDIENCE: Audience = { cleared: [] };

/** Paragraphs that Part 1 of Schedule 12A has in England. */
export const SCHEDULE_12A_PARAGRAPHS = [1, 2, 3, 4, 5, 6, 7];

/**
 * True if the audience may read what is under this access in a paper of this committee. An exempt record needs
 * clearance for every paragraph it is closed under; one whose paragraphs are not printed needs clearance for all
 * seven; one whose committee is not known needs clearance for every committee. Confidential information is never shown.
 */
export function mayRead(
  audience: Audience,
  access: Access,
  { committee }: { committee?: string | undefined } = {},
): boolean {
  switch (access.kind) {
    case 'public':
      return true;
    case 'confidential':
      return false;
    case 'exempt': {
      const needed = access.paragraphs.length > 0 ? access.paragraphs : SCHEDULE_12A_PARAGRAPHS;
      const cleared = clearedFor(audience, committee === undefined ? undefined : committeeKey(committee));
      return needed.every((paragraph) => cleared.has(paragraph));
    }
  }
}

/** A committee's name as clearances compare it: case, punctuation and a leading "the" do not count, "&" is "and". */
export function committeeKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

/** What one person may see through several grants: all that any of them lets them see. */
export function joinAudiences(audiences: Audience[]): Audience {
  return combine(audiences, (sets) => new Set(sets.flatMap((set) => [...set])));
}

/** What several readers may see together: what every one of them may. Of nobody, what the public may. */
export function intersectAudiences(audiences: Audience[]): Audience {
  return combine(
    audiences,
    ([first = new Set<number>(), ...rest]) =>
      new Set([...first].filter((paragraph) => rest.every((set) => set.has(paragraph)))),
  );
}

/** True if the audience may read nothing but what everybody may. */
export function isPublicAudience({ cleared, of = [] }: Audience): boolean {
  return cleared.length === 0 && of.every((clearance) => clearance.cleared.length === 0);
}

/** True if the audience may read all that the other may. */
export function mayReadAllOf(audience: Audience, other: Audience): boolean {
  return audienceKey(intersectAudiences([audience, other])) === audienceKey(other);
}

/** The same text for audiences that may read the same, and for no others. */
export function audienceKey(audience: Audience): string {
  const { cleared, of = [] } = joinAudiences([audience]);
  return JSON.stringify([cleared, of]);
}

/** The paragraphs an audience is cleared for in one committee's papers, by the committee's key; by none, in everyone's. */
function clearedFor({ cleared, of = [] }: Audience, key: string | undefined): Set<number> {
  const here = of.filter(({ committee }) => key !== undefined && committeeKey(committee) === key);
  return new Set([...cleared, ...here.flatMap((clearance) => clearance.cleared)]);
}

/** Puts audiences together committee by committee; what is cleared everywhere is not said again of a single one. */
function combine(audiences: Audience[], join: (sets: Set<number>[]) => Set<number>): Audience {
  const everywhere = join(audiences.map((audience) => clearedFor(audience, undefined)));
  const keys = new Set(audiences.flatMap(({ of = [] }) => of.map(({ committee }) => committeeKey(committee))));
  const of = [...keys].sort().flatMap((committee) => {
    const here = join(audiences.map((audience) => clearedFor(audience, committee)));
    const cleared = sorted([...here].filter((paragraph) => !everywhere.has(paragraph)));
    return cleared.length > 0 ? [{ committee, cleared }] : [];
  });
  return { cleared: sorted([...everywhere]), ...(of.length > 0 ? { of } : {}) };
}

function sorted(paragraphs: number[]): number[] {
  return paragraphs.sort((a, b) => a - b);
}

/** The narrower of two accesses: confidential over exempt over public; two exempt ones join their paragraphs. */
export function narrowerAccess(a: Access, b: Access): Access {
  if (a.kind === 'confidential' || b.kind === 'confidential') return { kind: 'confidential' };
  if (a.kind === 'public') return b;
  if (b.kind === 'public') return a;
  const paragraphs = [...new Set([...a.paragraphs, ...b.paragraphs])].sort((x, y) => x - y);
  return { kind: 'exempt', paragraphs };
}
