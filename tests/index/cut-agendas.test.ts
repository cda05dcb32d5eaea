import { describe, expect, test } from 'vitest';
import { cutPassages, type PassageDraft } from '../../src/index/cut-passages.ts';
import type { Paper } from '../../src/paper.ts';
import { makeMeeting, makePaper, plainPaperText, spanOf } from '../support/made-up-paper.ts';

const PARKS = makeMeeting('Parks Panel', '2031-03-04');

function cut(text: string, papers: Paper[]): PassageDraft[] {
  return cutPassages(plainPaperText(text), papers, { source: 'a.txt' });
}

describe('cutPassages() of agendas', () => {
  const AGENDA =
    'AGENDA\n\n1. Apologies.\n\n2. Swings (Pages 3 - 9)\n\n3. Sale of the kiosk\nThe offer is 90 pounds.\n\n4. Close.\n';
  const agenda = makePaper('agenda', AGENDA, {
    meeting: PARKS,
    items: [
      item('1', 'Apologies.', '1. Apologies.'),
      { ...item('2', 'Swings', '2. Swings (Pages 3 - 9)'), pages: { printed: 'Pages 3 - 9', first: 3, last: 9 } },
      {
        ...item('3', 'Sale of the kiosk', '3. Sale of the kiosk\nThe offer is 90 pounds.'),
        access: { kind: 'exempt', paragraphs: [3] },
      },
      item('4', 'Close.', '4. Close.'),
    ],
  });

  function item(number: string, title: string, text: string): Paper['items'][number] {
    return { number, title, access: { kind: 'public' }, text, spans: [spanOf(AGENDA, text)] };
  }

  test('makes each item a passage and the whole list one more', () => {
    const passages = cut(AGENDA, [agenda]);
    expect(passages.filter((p) => p.kind === 'item' && p.access.kind === 'public').map((p) => p.place.item)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    expect(passages.find((p) => p.kind === 'agenda')?.text).toBe(
      '1. Apologies.\n\n2. Swings (Pages 3 - 9)\n\n3. Sale of the kiosk',
    );
  });

  test('shows of an exempt item no more than its title', () => {
    const open = cut(AGENDA, [agenda]).filter((passage) => passage.access.kind === 'public');
    expect(open.map((passage) => passage.text).join('\n')).not.toContain('90 pounds');
    expect(open.map((passage) => passage.text)).toContain('3. Sale of the kiosk');
  });

  test('places a report under the item whose title it has', () => {
    const report = 'Swings\n\nThey squeak.';
    const text = `${AGENDA}\n${report}`;
    const span = { start: AGENDA.length + 1, end: text.length };
    const papers = [
      { ...agenda, span: { start: 0, end: AGENDA.length } },
      makePaper('report', text, { span, title: 'Swings' }),
    ];
    expect(cut(text, papers).find((p) => p.text.includes('squeak'))?.place).toMatchObject({
      item: '2',
      packPages: 'Pages 3 - 9',
    });
  });
});
