import { describe, expect, it } from 'vitest';
import { formatAnswer } from '../../src/terminal/format-answer.ts';
import { declinedAnswer, groundedAnswer, sampleCitation, samplePassage } from '../support/sample-answer.ts';
import { sampleHit } from '../support/sample-hit.ts';

const PLAIN = { width: 80, colour: false };

describe('formatAnswer()', () => {
  it('prints statements with markers, each source once with its file, notes and coverage', () => {
    expect(formatAnswer(groundedAnswer(), PLAIN)).toBe(
      [
        'It was resolved: “That the footbridge at Mill Lane be repaired by March.” [1]',
        '',
        'In discussion: “The Chair asked when the footbridge would reopen.” [2][1]',
        '',
        '[1] Minute 12, resolution (2), Works Committee, 9 January 2024 (draft)',
        '    works/minutes.txt',
        '[2] Minute 12, Works Committee, 9 January 2024 (draft)',
        '    works/minutes.txt',
        '',
        'Note: These minutes are a draft',
        '',
        'Searched: 3 papers of 2 meetings of Works Committee (2024-01-09, 2024-02-06).',
        'Missing: the minutes of Works Committee, 5 March 2024, are not in the index.',
      ].join('\n'),
    );
  });

  it('prints a decline with its receipt', () => {
    expect(formatAnswer(declinedAnswer(), PLAIN)).toBe(
      [
        'The papers do not say what a new footbridge would cost.',
        '',
        'Searched: 3 papers of 2 meetings of Works Committee (2024-01-09, 2024-02-06).',
        'Missing: the minutes of Works Committee, 5 March 2024, are not in the index.',
        '',
        'Nearest in the papers:',
        '- Minute 12, resolution (2), Works Committee, 9 January 2024 (draft) (p. 3):',
        '  That the footbridge at Mill Lane be repaired by March.',
      ].join('\n'),
    );
  });

  it('keeps every line to the width of the terminal', () => {
    for (const answer of [groundedAnswer(), declinedAnswer()]) {
      for (const line of formatAnswer(answer, { width: 44, colour: false }).split('\n')) {
        expect(line.length).toBeLessThanOrEqual(44);
      }
    }
  });

  it('lets no control character of a paper, a file name or a label through', () => {
    const evil = '\x1b[2J\x07\u202eevil\r\n\x9b31m';
    const answer = groundedAnswer();
    answer.statements[0] = { text: evil, citations: [sampleCitation({ label: evil, source: evil })] };
    answer.notes = [evil];
    answer.coverage = { ...answer.coverage, committees: [evil], missing: [evil] };
    const declined = declinedAnswer();
    declined.nearest = [sampleHit(samplePassage({ text: evil, source: evil }))];
    for (const text of [formatAnswer(answer, PLAIN), formatAnswer({ ...declined, message: evil }, PLAIN)]) {
      expect(text).toContain('evil');
      expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    }
  });

  it('uses only its own styles in colour', () => {
    const text = formatAnswer(groundedAnswer(), { width: 80, colour: true });
    expect(text).toContain('\x1b[1m[1] Minute 12');
    expect(text.replace(/\x1b\[(1|2|22)m/g, '')).not.toContain('\x1b');
  });
});
