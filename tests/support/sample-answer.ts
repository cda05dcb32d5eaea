import type { Answer, Coverage } from '../../src/answer.ts';
import type { Citation } from '../../src/citation.ts';
import type { Passage } from '../../src/passage.ts';
import { sampleHit } from './sample-hit.ts';

const LIMB = 'That the footbridge at Mill Lane be repaired by March.';
const DISCUSSION = 'The Chair asked when the footbridge would reopen.';

export const COVERAGE: Coverage = {
  committees: ['Works Committee'],
  meetings: [
    { committee: 'Works Committee', date: '2024-01-09' },
    { committee: 'Works Committee', date: '2024-02-06' },
  ],
  papers: 3,
  missing: ['the minutes of Works Committee, 5 March 2024, are not in the index'],
};

/** A limb of a made-up committee's minutes, as a passage. */
export function samplePassage(changes: Partial<Passage> = {}): Passage {
  return {
    id: 7,
    paperId: 1,
    kind: 'limb',
    text: LIMB,
    span: { start: 100, end: 100 + LIMB.length },
    context: 'Works Committee, 9 January 2024, Footbridge',
    place: {
      committee: 'Works Committee',
      meetingDate: '2024-01-09',
      paperKind: 'minutes',
      minute: '12',
      limb: '2',
      page: 3,
    },
    status: { kind: 'draft' },
    access: { kind: 'public' },
    source: 'works/minutes.txt',
    ordinal: 4,
    ...changes,
  };
}

export function sampleCitation(changes: Partial<Citation> = {}): Citation {
  const { text, span, id, source, place, status } = samplePassage();
  const label = 'Minute 12, resolution (2), Works Committee, 9 January 2024 (draft)';
  return { label, quote: text, span, passageId: id, source, place, status, ...changes };
}

export function groundedAnswer(): Extract<Answer, { kind: 'grounded' }> {
  const limb = sampleCitation();
  const discussion = sampleCitation({
    label: 'Minute 12, Works Committee, 9 January 2024 (draft)',
    quote: DISCUSSION,
    span: { start: 40, end: 40 + DISCUSSION.length },
  });
  return {
    kind: 'grounded',
    statements: [
      { text: `It was resolved: “${LIMB}”`, citations: [limb] },
      { text: `In discussion: “${DISCUSSION}”`, citations: [discussion, limb] },
    ],
    notes: ['These minutes are a draft'],
    coverage: COVERAGE,
    hits: [sampleHit(samplePassage())],
  };
}

export function declinedAnswer(): Extract<Answer, { kind: 'declined' }> {
  const hit = sampleHit(samplePassage());
  return {
    kind: 'declined',
    reason: 'not-in-papers',
    message: 'The papers do not say what a new footbridge would cost.',
    coverage: COVERAGE,
    nearest: [hit],
    hits: [hit],
  };
}
