import { describe, expect, test } from 'vitest';
import { stripMarks } from '../src/paper.ts';

describe('stripMarks()', () => {
  test.each([
    ['**Resolved:** - *noted*', 'Resolved: - noted'],
    ['grades A*-C at **GCSE**', 'grades A*-C at GCSE'],
    ['a 5* hotel', 'a 5* hotel'],
    ['*A* b', 'A b'],
    ['## *Appendix A*', 'Appendix A'],
  ])('takes Markdown out of "%s" and leaves stars of its own', (raw, plain) => {
    expect(stripMarks(raw)).toBe(plain);
  });
});
