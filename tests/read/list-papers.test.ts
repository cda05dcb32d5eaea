import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPapers } from '../../src/read/list-papers.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-list-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string): string {
  writeFileSync(join(folder, name), 'Minutes');
  return join(folder, name);
}

describe('listPapers()', () => {
  it('lists papers below a folder in the order of their names', async () => {
    mkdirSync(join(folder, 'cabinet'));
    for (const name of ['b.txt', 'cabinet/a.pdf', 'Z.MD', 'a.docx', 'photo.jpg', '.hidden.txt']) write(name);
    const { papers, skipped } = await listPapers([folder]);
    expect(papers.map((paper) => paper.relative)).toEqual(['Z.MD', 'a.docx', 'b.txt', 'cabinet/a.pdf']);
    expect(papers[3]?.path).toBe(join(folder, 'cabinet/a.pdf'));
    expect(skipped).toEqual([]);
  });

  it('lists a paper named twice only once', async () => {
    const path = write('minutes.txt');
    expect((await listPapers([path, folder])).papers).toEqual([{ path, relative: 'minutes.txt' }]);
  });

  it('does not follow a link out of the folder, and says so', async () => {
    const outside = write('secret.txt');
    mkdirSync(join(folder, 'papers'));
    symlinkSync(outside, join(folder, 'papers/link.txt'));
    symlinkSync(folder, join(folder, 'papers/up'));
    symlinkSync(join(folder, 'gone.txt'), join(folder, 'papers/gone.txt'));
    const { papers, skipped } = await listPapers([join(folder, 'papers')]);
    expect(papers).toEqual([]);
    expect(skipped.map((file) => [file.relative, file.reason])).toEqual([
      ['gone.txt', 'it is a link that leads nowhere'],
      ['link.txt', 'it is a link that leads out of the folder'],
      ['up', 'it is a link that leads out of the folder'],
    ]);
  });

  it('reports a file that was named and is no paper', async () => {
    const path = write('photo.jpg');
    expect((await listPapers([path])).skipped).toEqual([
      { path, relative: 'photo.jpg', reason: `a name ending in ".jpg" is no paper's` },
    ]);
  });

  it('refuses a path that is not there', async () => {
    await expect(listPapers([join(folder, 'none')])).rejects.toMatchObject({ code: 'not-found' });
  });
});
