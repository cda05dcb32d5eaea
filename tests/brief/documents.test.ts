import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOutBriefing } from '../../src/brief/document/lay-out-briefing.ts';
import { openMeasure } from '../../src/brief/document/open-measure.ts';
import { placeSections } from '../../src/brief/document/place-sections.ts';
import { DOCX_STYLE, writeDocx } from '../../src/brief/document/write-docx.ts';
import { writeMarkdown } from '../../src/brief/document/write-markdown.ts';
import { writePdf } from '../../src/brief/document/write-pdf.ts';
import { fitBriefing } from '../../src/brief/fit-briefing.ts';
import type { Briefing, BriefingItem, BriefingLine } from '../../src/briefing.ts';
import { readPaper } from '../../src/read/read-paper.ts';
import { writeWholeFile } from '../../src/terminal/write-whole-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'minutebook-brief-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function line(text: string, minute = '12'): BriefingLine {
  const place = { paperKind: 'minutes' as const, committee: 'Roads Committee', meetingDate: '2024-01-09', minute };
  const label = `Minute ${minute}, Roads Committee, 9 January 2024`;
  return {
    text,
    traces: [{ place, source: 'a.txt', paperId: 1, span: { start: 0, end: 4 }, quote: 'said', label, why: 'test' }],
  };
}

function item(n: number, lines: number): BriefingItem {
  const some = (what: string) =>
    Array.from({ length: lines }, (_, at) =>
      line(`${what} ${n}.${at}: ${'“that words of some length be read out” '.repeat(4)}`),
    );
  return {
    number: String(n),
    title: `Crossing <b>${n}</b> [link](http://evil.example) Żółć 漢`,
    traces: line('agenda').traces,
    asked: some('asked').slice(0, 2),
    decidedBefore: some('decided'),
    figures: some('figure'),
    worries: some('worry'),
    questions: some('question'),
  };
}

function briefing(items: BriefingItem[]): Briefing {
  const lines = [line('Decision asked: “that it be built”'), line('Exempt: item 4, under paragraph 3', '13')];
  return {
    committee: 'Roads Committee',
    date: '2024-03-12',
    madeOn: '2024-03-10',
    role: 'member',
    forRole: 'Councillor Birch',
    audience: { cleared: [3] },
    mattersMost: lines,
    running: [],
    items,
    outstanding: [line('Overdue: “that it be mended”', '14')],
    declarations: [line('Councillor Birch declared an interest', '15')],
    missing: ['The minutes of 6 February 2024 are not indexed.'],
    leftOut: [],
    papers: [],
  };
}

const made = briefing([item(1, 2), item(2, 1)]);
let pdf: Buffer;
let docx: Buffer;
beforeAll(async () => {
  pdf = await writePdf(made);
  docx = await writeDocx(made);
});

async function readBack(name: string, content: Buffer) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const outcome = await readPaper(file);
  if (outcome.kind !== 'read') throw new Error(JSON.stringify(outcome));
  return outcome.paper;
}

describe('writePdf()', () => {
  it('is tagged, has a language, a title to display, bookmarks and page numbers', async () => {
    const { catalog } = await PDFDocument.load(pdf);
    expect(catalog.lookup(PDFName.of('Lang'))?.toString()).toContain('en-GB');
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true');
    expect(
      catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).get(PDFName.of('DisplayDocTitle'))?.toString(),
    ).toBe('true');
    expect(catalog.get(PDFName.of('StructTreeRoot'))).toBeDefined();
    expect(catalog.get(PDFName.of('Outlines'))).toBeDefined();
    const { text } = await readBack('brief.pdf', pdf);
    expect(text).toContain('What matters most');
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const page = await (await getDocument({ data: new Uint8Array(pdf) }).promise).getPage(1);
    const shown = (await page.getTextContent()).items.map((piece) => ('str' in piece ? piece.str : '')).join('');
    expect(shown).toMatch(/page 1 of \d/);
  });

  it('says for whom it was made, prints names in full and a box for what the font has not', async () => {
    const { text } = await readBack('brief.pdf', pdf);
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Councillor Birch, laid out for a member of the committee; cleared for exempt information under paragraph 3 of Schedule 12A',
    );
    expect(text).toContain('Żółć');
    expect(text).toContain('\u25a1');
  });

  it('takes at most four pages however much there is, and says what was left out', async () => {
    const full = fitBriefing(briefing(Array.from({ length: 12 }, (_, n) => item(n + 1, 5))));
    expect(full.leftOut.join()).toMatch(/worry about: \d+ lines/);
    expect(full.items.every(({ asked }) => asked.length === 2)).toBe(true);
    expect((await PDFDocument.load(await writePdf(full))).getPageCount()).toBeLessThanOrEqual(4);
  }, 20_000);
});

describe('writeDocx()', () => {
  it('reads back with its headings, lines and citations', async () => {
    const { text } = await readBack('brief.docx', docx);
    expect(text).toContain('Briefing: Roads Committee, 12 March 2024');
    expect(text).toContain('What is asked');
    expect(text).toMatch(/“that it be built”\s+Minute 12, Roads Committee, 9 January 2024/);
    expect(text).toContain('Councillor Birch');
  });

  it('has a table of contents that Word knows as one, whose entries are links to headings', () => {
    const xml = strFromU8(unzipSync(new Uint8Array(docx))['word/document.xml'] ?? new Uint8Array());
    const field = /<w:fldChar w:fldCharType="begin"\/>[\s\S]*<w:fldChar w:fldCharType="end"\/>/.exec(xml)?.[0] ?? '';
    expect(field).toMatch(/TOC \\o (?:"|&quot;)2-2(?:"|&quot;)/);
    const anchors = [...field.matchAll(/w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(anchors.length).toBeGreaterThan(3);
    // An entry's number of the page is a field of its own, which Word and its kin can work out anew.
    const pages = [...field.matchAll(/PAGEREF section-\d+ [\s\S]*?<w:t[^>]*>(\d+)<\/w:t>/g)].map(([, page]) =>
      Number(page),
    );
    expect(pages).toHaveLength(anchors.length);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(pages[0]).toBe(1);
    for (const anchor of anchors) expect(xml).toContain(`<w:bookmarkStart w:name="${anchor}"`);
  });
});

describe('placeSections()', () => {
  const measure = openMeasure();

  it('begins a section on the page that its heading and first line have room on', () => {
    const line = { kind: 'line' as const, text: 'one line', citation: 'its place' };
    const section = { kind: 'section' as const, text: 'A section' };
    const about = ['for whom'];
    // A page takes 60 lines with their citations at most; the heading before the last would stand alone.
    const blocks = [section, ...Array.from({ length: 200 }, () => line), section, line];
    const { pages, count } = placeSections({ title: 'Title', about, blocks }, { style: DOCX_STYLE, measure });
    const one = placeSections({ title: 'Title', about, blocks: blocks.slice(0, 20) }, { style: DOCX_STYLE, measure });
    expect(one).toEqual({ pages: [1], count: 1 });
    expect(pages).toEqual([1, count]);
    expect(count).toBeGreaterThan(4);
  });

  it('takes at most four pages in Word as well', () => {
    const full = fitBriefing(briefing(Array.from({ length: 12 }, (_, n) => item(n + 1, 5))));
    expect(placeSections(layOutBriefing(full), { style: DOCX_STYLE, measure }).count).toBeLessThanOrEqual(4);
  });
});

describe('writeMarkdown()', () => {
  it('lets no word of a paper be markup', () => {
    const text = writeMarkdown(made);
    expect(text).not.toMatch(/(?<!\\)<b|(?<!\\)\]\(http/);
    expect(text).toContain('- [What matters most](#what-matters-most)');
  });
});

describe('writeWholeFile()', () => {
  it('refuses a folder and leaves nothing half-written', () => {
    const own = join(folder, 'out');
    mkdirSync(join(own, 'folder'), { recursive: true });
    expect(() => writeWholeFile(join(own, 'folder'), 'x')).toThrow(/it is a folder/);
    expect(() => writeWholeFile(join(own, 'none', 'x.md'), 'x')).toThrow(/Cannot write/);
    writeWholeFile(join(own, 'x.md'), 'whole');
    expect(readFileSync(join(own, 'x.md'), 'utf8')).toBe('whole');
    expect(readdirSync(own).sort()).toEqual(['folder', 'x.md']);
  });
});
