import { describe, expect, test } from 'vitest';
import { readAhead } from '../../src/index/read-ahead.ts';

describe('readAhead()', () => {
  test('starts on the next task when one is read, and on no further one', async () => {
    const started: string[] = [];
    const read = readAhead(['a', 'b', 'c'], async (task) => {
      started.push(task);
      return task.toUpperCase();
    });
    expect(await read('a')).toBe('A');
    expect(started).toEqual(['a', 'b']);
    expect(await read('b')).toBe('B');
    expect(await read('c')).toBe('C');
    expect(started).toEqual(['a', 'b', 'c']);
  });

  test('reports a failure to the task it belongs to and goes on', async () => {
    const read = readAhead(['a', 'b', 'c'], async (task) => {
      if (task === 'b') throw new Error('b is torn');
      return task;
    });
    expect(await read('a')).toBe('a');
    await expect(read('b')).rejects.toThrow('b is torn');
    expect(await read('c')).toBe('c');
  });
});
