/**
 * Who may read a record. `exempt` carries the paragraphs of Part 1 of Schedule 12A to the Local Government
 * Act 1972 (1 to 7) under which it is closed; none when the paper does not print them. `confidential` is the
 * separate, absolute bar of section 100A(2).
 */
export type Access = { kind: 'public' } | { kind: 'exempt'; paragraphs: number[] } | { kind: 'confidential' };

/** A reader's entitlement: the exempt paragraphs this reader is cleared for. The public is cleared for none. */
export type Audience = { cleared: number[] };

export const PUBLIC_ACCESS: Access = { kind: 'public' };
export const PUBLIC_AUDIENCE: Audience = { cleared: [] };

/** Paragraphs that Part 1 of Schedule 12A has in England. */
export const SCHEDULE_12A_PARAGRAPHS = [1, 2, 3, 4, 5, 6, 7];

/**
 * True if the audience may read what is under this access. An exempt record needs clearance for every paragraph
 * it is closed under; one whose paragraphs are not printed needs clearance for all seven. Confidential
 * information is never shown.
 */
export function mayRead(audience: Audience, access: Access): boolean {
  switch (access.kind) {
    case 'public':
      return true;
    case 'confidential':
      return false;
    case 'exempt': {
      const needed = access.paragraphs.length > 0 ? access.paragraphs : SCHEDULE_12A_PARAGRAPHS;
      return needed.every((paragraph) => audience.cleared.includes(paragraph));
    }
  }
}

/** The narrower of two accesses: confidential over exempt over public; two exempt ones join their paragraphs. */
export function narrowerAccess(a: Access, b: Access): Access {
  if (a.kind === 'confidential' || b.kind === 'confidential') return { kind: 'confidential' };
  if (a.kind === 'public') return b;
  if (b.kind === 'public') return a;
  const paragraphs = [...new Set([...a.paragraphs, ...b.paragraphs])].sort((x, y) => x - y);
  return { kind: 'exempt', paragraphs };
}
