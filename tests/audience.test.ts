import { describe, expect, test } from 'vitest';
import {
  type Access,
  type Audience,
  audienceKey,
  intersectAudiences,
  isPublicAudience,
  joinAudiences,
  mayRead,
  mayReadAllOf,
  narrowerAccess,
  PUBLIC_ACCESS,
  PUBLIC_AUDIENCE,
  SCHEDULE_12A_PARAGRAPHS,
} from '../src/audience.ts';
import { fc } from './support/properties.ts';

const exempt = (...paragraphs: number[]): Access => ({ kind: 'exempt', paragraphs });
const WORKS = 'Works Committee';
const PARKS = 'Parks and Gardens Panel';

describe('mayRead()', () => {
  const works: Audience = { cleared: [1], of: [{ committee: WORKS, cleared: [3] }] };

  test('asks for every paragraph, and for all seven where none is printed', () => {
    expect(mayRead({ cleared: [3] }, exempt(3))).toBe(true);
    expect(mayRead({ cleared: [3] }, exempt(3, 5))).toBe(false);
    expect(mayRead({ cleared: [1, 2, 3, 4, 5, 6] }, exempt())).toBe(false);
    expect(mayRead({ cleared: SCHEDULE_12A_PARAGRAPHS }, exempt())).toBe(true);
  });

  test("adds a committee's own clearance in its papers only", () => {
    expect(mayRead(works, exempt(3), { committee: WORKS })).toBe(true);
    expect(mayRead(works, exempt(1, 3), { committee: WORKS })).toBe(true);
    expect(mayRead(works, exempt(3), { committee: PARKS })).toBe(false);
    expect(mayRead(works, exempt(1), { committee: PARKS })).toBe(true);
  });

  test('needs clearance for every committee where the committee is not known', () => {
    expect(mayRead(works, exempt(3))).toBe(false);
    expect(mayRead(works, exempt(1))).toBe(true);
    expect(mayRead({ cleared: [], of: [{ committee: '', cleared: [3] }] }, exempt(3))).toBe(false);
  });

  test('knows a committee by its name, however its letters and stops are written', () => {
    for (const committee of ['works committee', 'The WORKS  Committee', 'Works Committee.']) {
      expect(mayRead(works, exempt(3), { committee })).toBe(true);
    }
    const parks: Audience = { cleared: [], of: [{ committee: 'Parks & Gardens Panel', cleared: [3] }] };
    expect(mayRead(parks, exempt(3), { committee: PARKS })).toBe(true);
    expect(mayRead(works, exempt(3), { committee: 'Works Sub-Committee' })).toBe(false);
  });

  test('never shows what is confidential', () => {
    const all: Audience = {
      cleared: SCHEDULE_12A_PARAGRAPHS,
      of: [{ committee: WORKS, cleared: SCHEDULE_12A_PARAGRAPHS }],
    };
    expect(mayRead(all, { kind: 'confidential' }, { committee: WORKS })).toBe(false);
    expect(mayRead(PUBLIC_AUDIENCE, PUBLIC_ACCESS)).toBe(true);
  });
});

describe('joinAudiences()', () => {
  test('lets one person see all that any grant lets them see', () => {
    const joined = joinAudiences([
      { cleared: [1] },
      { cleared: [], of: [{ committee: WORKS, cleared: [3] }] },
      { cleared: [], of: [{ committee: 'WORKS COMMITTEE', cleared: [5] }] },
    ]);
    expect(mayRead(joined, exempt(1, 3, 5), { committee: WORKS })).toBe(true);
    expect(mayRead(joined, exempt(3), { committee: PARKS })).toBe(false);
  });

  test('of nothing is the public', () => {
    expect(joinAudiences([])).toEqual(PUBLIC_AUDIENCE);
  });
});

describe('intersectAudiences()', () => {
  test('keeps what every reader may see, committee by committee', () => {
    const everywhere: Audience = { cleared: [3, 5] };
    const works: Audience = { cleared: [5], of: [{ committee: WORKS, cleared: [3] }] };
    const both = intersectAudiences([everywhere, works]);
    expect(mayRead(both, exempt(3), { committee: WORKS })).toBe(true);
    expect(mayRead(both, exempt(3), { committee: PARKS })).toBe(false);
    expect(mayRead(both, exempt(5), { committee: PARKS })).toBe(true);
  });

  test('is the public as soon as one reader is cleared for nothing, and of nobody', () => {
    expect(intersectAudiences([{ cleared: [3] }, PUBLIC_AUDIENCE])).toEqual(PUBLIC_AUDIENCE);
    expect(intersectAudiences([])).toEqual(PUBLIC_AUDIENCE);
  });
});

const anyParagraphs = fc.subarray(SCHEDULE_12A_PARAGRAPHS);
const anyCommittee = fc.constantFrom(WORKS, PARKS, 'Cabinet');
const anyAudience: fc.Arbitrary<Audience> = fc.record({
  cleared: anyParagraphs,
  of: fc.array(fc.record({ committee: anyCommittee, cleared: anyParagraphs }), { maxLength: 3 }),
});
const anyRecord = fc.record({
  paragraphs: anyParagraphs,
  committee: fc.oneof(anyCommittee, fc.constant(undefined)),
});

describe('audiences put together', () => {
  test('intersectAudiences() lets a record through exactly when every reader may read it, paragraph by paragraph', () => {
    fc.assert(
      fc.property(fc.array(anyAudience, { minLength: 1, maxLength: 4 }), anyRecord, (readers, record) => {
        const { paragraphs, committee } = record;
        const together = mayRead(intersectAudiences(readers), exempt(...paragraphs), { committee });
        expect(together).toBe(readers.every((reader) => mayRead(reader, exempt(...paragraphs), { committee })));
      }),
    );
  });

  test('joinAudiences() never takes anything away, and never adds a paragraph that no grant has', () => {
    fc.assert(
      fc.property(fc.array(anyAudience, { maxLength: 4 }), anyRecord, (grants, { paragraphs, committee }) => {
        const joined = joinAudiences(grants);
        const byOne = (paragraph: number) => grants.some((grant) => mayRead(grant, exempt(paragraph), { committee }));
        if (paragraphs.length === 0) return;
        const wanted = paragraphs.every(byOne);
        expect(mayRead(joined, exempt(...paragraphs), { committee })).toBe(wanted);
      }),
    );
  });

  test('audienceKey() is the same for audiences that may read the same, and differs for others', () => {
    const a: Audience = { cleared: [5, 3], of: [{ committee: WORKS, cleared: [1, 3] }] };
    const b: Audience = { cleared: [3, 5, 5], of: [{ committee: 'the works committee', cleared: [1] }] };
    expect(audienceKey(a)).toBe(audienceKey(b));
    expect(audienceKey({ cleared: [1, 3] })).not.toBe(audienceKey(a));
    expect(audienceKey({ cleared: [], of: [{ committee: WORKS, cleared: [] }] })).toBe(audienceKey(PUBLIC_AUDIENCE));
  });

  test('mayReadAllOf() is true exactly where nothing is open to the other alone', () => {
    const works: Audience = { cleared: [], of: [{ committee: WORKS, cleared: [3] }] };
    expect(mayReadAllOf({ cleared: [3, 5] }, works)).toBe(true);
    expect(mayReadAllOf(works, { cleared: [3] })).toBe(false);
    expect(mayReadAllOf(works, PUBLIC_AUDIENCE)).toBe(true);
    expect(mayReadAllOf(PUBLIC_AUDIENCE, works)).toBe(false);
  });

  test('isPublicAudience() is true only where nothing is cleared', () => {
    expect(isPublicAudience({ cleared: [], of: [{ committee: WORKS, cleared: [] }] })).toBe(true);
    expect(isPublicAudience({ cleared: [], of: [{ committee: WORKS, cleared: [2] }] })).toBe(false);
    expect(isPublicAudience({ cleared: [2] })).toBe(false);
  });
});

describe('narrowerAccess()', () => {
  test('takes the stricter of two, and joins the paragraphs of two exempt ones', () => {
    expect(narrowerAccess(PUBLIC_ACCESS, exempt(3))).toEqual(exempt(3));
    expect(narrowerAccess(exempt(5), exempt(3, 5))).toEqual(exempt(3, 5));
    expect(narrowerAccess(exempt(5), { kind: 'confidential' })).toEqual({ kind: 'confidential' });
  });
});
