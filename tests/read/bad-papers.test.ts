import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPaper } from '../../src/read/read-paper.ts';
import { makeBarePdf } from '../support/make-bare-pdf.ts';
import { makeDocx, makePdf, makePptx } from '../support/make-papers.ts';
import { readAs, readBytes, reasonFor } from '../support/read-bytes.ts';

const MB = 1024 * 1024;
const OLE_MARK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const pdf = () => makePdf((page) => page.text('Minutes of the Harbour Committee'));
const docx = () => makeDocx([{ kind: 'paragraph', text: 'Minutes of the Harbour Committee' }]);

describe('readPaper() on a bad paper', () => {
  it('says that a PDF is encrypted', async () => {
    const bytes = await makePdf((page) => page.text('Minutes'), { userPassword: 'secret' });
    expect(await reasonFor('minutes.pdf', bytes)).toBe('the file is encrypted');
  });

  it('says that a DOCX is encrypted', async () => {
    const bytes = Buffer.concat([OLE_MARK, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await reasonFor('minutes.docx', bytes)).toBe('the file is encrypted');
  });

  it('says that a PDF has no text layer', async () => {
    const bytes = await makePdf((page) => page.rect(100, 100, 200, 200).fill('black'));
    expect(await reasonFor('scan.pdf', bytes)).toBe('the file has no text layer');
  });

  it('says that a PDF is cut off', async () => {
    const whole = await pdf();
    expect(await reasonFor('minutes.pdf', whole.subarray(0, whole.length * 0.6))).toBe('the file is cut off');
  });

  it('says that a DOCX is cut off', async () => {
    const whole = await docx();
    expect(await reasonFor('minutes.docx', whole.subarray(0, whole.length * 0.6))).toBe('the file is cut off');
  });

  it('says that a PPTX or a web page holds no text', async () => {
    expect(await reasonFor('talk.pptx', makePptx([[]]))).toBe('the file holds no text');
    expect(await reasonFor('page.html', '<html><body><script>x()</script></body></html>')).toBe(
      'the file holds no text',
    );
  });

  it('says that captions without cues are none', async () => {
    expect(await reasonFor('webcast.srt', 'Minutes of the meeting')).toBe('the file holds no captions');
  });

  it('says that the parts of a DOCX are damaged', async () => {
    const bytes = zipSync({ 'word/document.xml': Buffer.from('<w:document><w:body><w:p>') });
    expect(await reasonFor('minutes.docx', bytes)).toBe('the file is damaged');
  });

  it.each(['pdf', 'docx', 'html', 'md', 'txt', 'pptx', 'csv', 'srt'])(
    'says that an empty .%s is empty',
    async (ending) => {
      expect(await reasonFor(`minutes.${ending}`, '')).toBe('the file is empty');
    },
  );

  it.each(['txt', 'md'])('says that a .%s of white space is empty', async (ending) => {
    expect(await reasonFor(`minutes.${ending}`, ' \n\t\n')).toBe('the file is empty');
  });

  it('says what a file really is when its name says something else', async () => {
    expect(await reasonFor('minutes.docx', await pdf())).toBe('the name ends in .docx but the content is a PDF');
    expect(await reasonFor('minutes.pdf', await docx())).toBe('the name ends in .pdf but the content is a DOCX');
    expect(await reasonFor('minutes.txt', await docx())).toBe('the name ends in .txt but the content is a DOCX');
    expect(await reasonFor('minutes.pdf', 'Minutes of the meeting')).toBe(
      'the name ends in .pdf but the content is text',
    );
    expect(await reasonFor('minutes.docx', Buffer.concat([OLE_MARK, Buffer.alloc(600)]))).toBe(
      'the name ends in .docx but the content is a file of an Office before 2007',
    );
  });

  it('says that a .txt holds binary data', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
    expect(await reasonFor('minutes.txt', bytes)).toBe('the file holds binary data, not text');
  });

  it('refuses a line of 100 MB without reading it', async () => {
    expect(await reasonFor('minutes.txt', Buffer.alloc(100 * MB, 'a'))).toBe('the file is larger than 50 MB');
  });

  it('says that the name is that of a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-read-'));
    mkdirSync(join(folder, 'minutes.pdf'));
    expect(await readPaper(join(folder, 'minutes.pdf'))).toEqual({
      kind: 'unreadable',
      reason: 'it is a folder, not a file',
    });
    rmSync(folder, { recursive: true });
  });

  it('says that a file is gone, without naming its folder', async () => {
    const outcome = await readPaper('/nowhere/at/all/minutes.pdf');
    expect(outcome).toEqual({ kind: 'unreadable', reason: 'the file is not there' });
  });

  it('stops when it is told to', async () => {
    const stopped = readPaper('minutes.pdf', { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toThrow('aborted');
  });
});

describe('readPaper() on a ZIP bomb', () => {
  let large: Uint8Array;

  beforeAll(() => {
    large = bomb(120 * MB);
  });

  it('refuses a DOCX that says it unpacks to gigabytes', async () => {
    const bytes = bomb(1000);
    patchSize(bytes, 0xfffffff0);
    expect(await reasonFor('minutes.docx', bytes)).toBe('the file unpacks to more than 500 MB');
  });

  it('refuses a DOCX whose text unpacks to more than a document can have', async () => {
    expect(await reasonFor('minutes.docx', large)).toBe('the text in the file unpacks to more than 40 MB');
  });

  it('never unpacks more than a DOCX says it holds', async () => {
    const bytes = large.slice();
    patchSize(bytes, 1000);
    const before = process.memoryUsage().rss;
    expect(await reasonFor('minutes.docx', bytes)).toBe('the file is damaged');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
  });
});

describe('readPaper() on hostile text', () => {
  it('turns away a web page of elements nested without end', async () => {
    const page = `${'<div>'.repeat(20_000)}Minutes of the meeting`;
    expect(await reasonFor('minutes.html', page)).toBe('the page is nested too deep');
  });

  it('reads a web page of elements nested deep', async () => {
    const paper = await readAs('minutes.html', `${'<div>'.repeat(900)}Minutes of the meeting`);
    expect(paper.text.trim()).toBe('Minutes of the meeting');
  });

  it.each([
    ['pipes', '|'.repeat(MB)],
    ['tabs', `${'a\t'.repeat(MB / 2)}\n`.repeat(2)],
    ['open cells', '| a\n'.repeat(MB / 4)],
    ['table tags', '<table '.repeat(MB / 7)],
    ['spaces', `${' '.repeat(MB)}x`],
    ['rows of pipes', `| Quay | Lit |\n|---|---|\n${'| a | 12 |\n'.repeat(MB / 11)}`],
    ['rows of tabs', `Quay\tLit\n${'a\t12\n'.repeat(MB / 5)}`],
    ['dashes', '|-'.repeat(MB / 2)],
    ['table rows', '<table><tr><td>'.repeat(MB / 15)],
  ])('reads a megabyte of %s in bounded time', async (_, text) => {
    const before = process.cpuUsage();
    const paper = await readAs('minutes.md', text);
    expect(paper.text).toBe(text);
    // Processor time, since other work on the machine must not fail it; a search that is not linear takes minutes.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(30_000);
  });
});

describe('readPaper() on a PDF of 3,000 pages', () => {
  it('reads every page in bounded memory', async () => {
    await readBytes('small.pdf', makeBarePdf([['warm up']]));
    const before = process.memoryUsage().rss;
    const pages = Array.from({ length: 3000 }, (_, at) => [`Item ${at} of the pack`, `It was noted by member ${at}.`]);
    const paper = await readAs('pack.pdf', makeBarePdf(pages));
    expect(paper.pages.length).toBe(3000);
    const last = paper.pages.at(-1);
    expect(paper.text.slice(last?.start, last?.end)).toContain('It was noted by member 2999.');
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * MB);
  });
});

/** A DOCX whose document is this many bytes of nothing. */
function bomb(size: number): Uint8Array {
  return zipSync(
    { '[Content_Types].xml': new Uint8Array(10), 'word/document.xml': new Uint8Array(size) },
    { level: 1 },
  );
}

/** Overwrites the unpacked size that the ZIP's directory states for its last entry (APPNOTE 4.3.12: at offset 24). */
function patchSize(zip: Uint8Array, size: number): void {
  const entry = Buffer.from(zip.buffer).lastIndexOf('PK\u0001\u0002');
  new DataView(zip.buffer).setUint32(entry + 24, size, true);
}
