import type { Access } from '../../src/audience.ts';
import type { Citation } from '../../src/citation.ts';
import type { Hit } from '../../src/passage.ts';

/** A hit under this access, and the citation of it. */
export function sampleHit(access: Access): { hit: Hit; citation: Citation } {
  const span = { start: 0, end: 9 };
  const place = { paperKind: 'minutes' as const, committee: 'Works Committee', minute: '15' };
  const status = { kind: 'draft' as const };
  const of = { span, place, status, source: 'minutes.txt' };
  const passage = {
    ...of,
    id: 1,
    paperId: 1,
    kind: 'minute' as const,
    text: 'It rained',
    context: '',
    access,
    ordinal: 0,
  };
  const hit = { passage, score: 1, similarity: 1, sentences: [], byRecord: false };
  return { hit, citation: { ...of, label: 'Minute 15, Works Committee', quote: 'It rained', passageId: 1 } };
}
