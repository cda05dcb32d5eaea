import { expect, test } from 'vitest';
import { recogniseModernGov } from '../../src/recognise/recognise-modern-gov.ts';
import { textPaper } from '../support/recognised-report.ts';

const PAGE = `# Agenda and draft minutes

## Harbour Committee Monday, 4th November, 2019 6.00 pm

Venue: Town Hall, Saltwick

No. Item

1. Apologies PDF 12 KB

Minutes:

There were none.

2. Moorings Policy PDF 214 KB

To consider the report.

Additional documents:

- Draft policy, item 2. PDF 98 KB

Decision:

RESOLVED:

1. That the policy be adopted.
2. That fees be frozen until May 2020.

Minutes:

The Harbour Master introduced the report.

RESOLVED:

1. That the policy be adopted.
2. That fees be frozen until May 2020.

3. Dredging

Decision:

RESOLVED: That tenders be sought.

Minutes:

Members asked about silt and ... view the full minutes text for item 3.
`;

function page(text: string) {
  return recogniseModernGov({ ...textPaper(text, 'markdown'), format: 'html' })?.[0];
}

test('recogniseModernGov() counts limbs told under "Decision:" and "Minutes:" once', () => {
  expect(
    page(PAGE)?.minutes.map(({ number, title, limbs }) => [number, title, limbs.map((limb) => limb.text)]),
  ).toEqual([
    ['1', 'Apologies', []],
    ['2', 'Moorings Policy', ['That the policy be adopted.', 'That fees be frozen until May 2020.']],
    ['3', 'Dredging', ['That tenders be sought.']],
  ]);
});

test('recogniseModernGov() leaves a text that is cut off as it is', () => {
  expect(page(PAGE)?.minutes[2]?.discussion.map((paragraph) => paragraph.text)).toEqual([
    'Members asked about silt and ... view the full minutes text for item 3.',
  ]);
});

test('recogniseModernGov() keeps what the agenda says of an item with its documents', () => {
  expect(page(PAGE)?.items[1]?.text).toContain('To consider the report. Additional documents: - Draft policy');
});

test('recogniseModernGov() takes numbered limbs for no items', () => {
  expect(page(PAGE)?.items.map((item) => item.number)).toEqual(['1', '2', '3']);
});

test('recogniseModernGov() gives limbs and minutes spans inside the text, limbs inside their minute', () => {
  const text = PAGE;

  for (const minute of page(text)?.minutes ?? []) {
    for (const span of minute.limbs.flatMap((limb) => limb.spans)) {
      expect(span.start).toBeGreaterThanOrEqual(minute.span.start);
      expect(span.end).toBeLessThanOrEqual(minute.span.end);
    }
  }
  expect(page(text)?.minutes).toHaveLength(3);
});

test('recogniseModernGov() makes a page without minutes an agenda', () => {
  const agenda = page(
    '# Agenda\n\n## Harbour Committee Monday, 4th November, 2019 6.00 pm\n\nNo. Item\n\n1. Apologies\n\n2. Moorings PDF 9 KB\n',
  );

  expect([agenda?.kind, agenda?.minutes, agenda?.items.map((item) => item.title)]).toEqual([
    'agenda',
    [],
    ['Apologies', 'Moorings'],
  ]);
});

test('recogniseModernGov() leaves other papers alone', () => {
  expect(
    recogniseModernGov(textPaper('MINUTES\n\n1. Apologies\n\nNone.\n\nDecision: That it be noted.\n')),
  ).toBeUndefined();
});
