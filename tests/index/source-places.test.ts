import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSourcePlaces } from '../../src/index/source-places.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'places-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, name);
  return path;
}

describe('openSourcePlaces()', () => {
  it('names a file by its place in its folder, and the same way ever after', () => {
    const path = file('a/works/minutes.txt');
    const places = openSourcePlaces(folder);
    expect(places.nameOf(path, 'works/minutes.txt')).toBe('works/minutes.txt');
    expect(places.nameOf(path, 'minutes.txt')).toBe('works/minutes.txt');
    places.save();
    expect(openSourcePlaces(folder).nameOf(path, 'minutes.txt')).toBe('works/minutes.txt');
  });

  it('puts the folder before a name that another file has', () => {
    const places = openSourcePlaces(folder);
    expect(places.nameOf(file('a/x/minutes.txt'), 'minutes.txt')).toBe('minutes.txt');
    expect(places.nameOf(file('b/x/minutes.txt'), 'minutes.txt')).toBe('x/minutes.txt');
    expect(places.nameOf(file('c/x/minutes.txt'), 'minutes.txt')).toBe('c/x/minutes.txt');
  });

  it('keeps the names of papers that were moved', () => {
    const places = openSourcePlaces(folder);
    places.nameOf(file('old/minutes.txt'), 'minutes.txt');
    renameSync(join(folder, 'old'), join(folder, 'new'));
    expect(places.nameOf(join(folder, 'new/minutes.txt'), 'minutes.txt')).toBe('minutes.txt');
    expect(places.under(join(folder, 'old'))).toEqual([]);
  });

  it('knows what was read from under a folder, not from one whose name begins alike', () => {
    const places = openSourcePlaces(folder);
    places.nameOf(file('a/1.txt'), '1.txt');
    places.nameOf(file('ab/2.txt'), '2.txt');
    expect(places.under(join(folder, 'a'))).toEqual([{ source: '1.txt', path: join(folder, 'a/1.txt') }]);
    places.forget('1.txt');
    expect(places.under(folder).map(({ source }) => source)).toEqual(['2.txt']);
  });

  it('says what to do with a damaged file of places', () => {
    writeFileSync(join(folder, 'places.json'), '{');
    expect(() => openSourcePlaces(folder)).toThrow('it is damaged; remove it and ingest again');
  });
});
