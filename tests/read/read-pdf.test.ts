import { describe, expect, it } from 'vitest';
import { makePdf } from '../support/make-papers.ts';
import { readAs } from '../support/read-bytes.ts';

type Pdf = PDFKit.PDFDocument;

const SENTENCE =
  'The Harbour Master said that the lights at the north quay had failed eleven times since April, and that a contractor could renew them before the autumn if the Committee found the money this month. ';

async function pdfOf(draw: (pdf: Pdf) => void) {
  return readAs('paper.pdf', await makePdf((pdf) => draw(pdf.font('Helvetica').fontSize(11))));
}

/** A line at a fixed place, which moves nothing else. */
function at(pdf: Pdf, words: string, x: number, y: number): void {
  const { margins } = pdf.page;
  pdf.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
  pdf.text(words, x, y, { lineBreak: false });
  pdf.page.margins = margins;
}

describe('readPdf()', () => {
  it('takes away what runs along the pages and keeps their printed numbers as labels', async () => {
    const { text, pages } = await pdfOf((pdf) => {
      for (const [index, words] of ['Agenda of the day', 'Minutes of June', 'A report', 'An appendix'].entries()) {
        if (index > 0) pdf.addPage();
        at(pdf, 'HARBOUR COMMITTEE - 3 JUNE 2024', 72, 30);
        at(pdf, `Page ${index + 9}`, 480, 30);
        at(pdf, String(index + 1), 300, 810);
        pdf.text(words, 72, 100);
      }
    });
    expect(text).toBe('Agenda of the day\n\nMinutes of June\n\nA report\n\nAn appendix\n');
    expect(pages.map((page) => [page.number, page.label])).toEqual([
      [1, '9'],
      [2, '10'],
      [3, '11'],
      [4, '12'],
    ]);
    expect(text.slice(pages[1]?.start, pages[1]?.end).trim()).toBe('Minutes of June');
  });

  it('reads the left of two columns before the right', async () => {
    const { text } = await pdfOf((pdf) => {
      pdf.text(`Left. ${SENTENCE}${SENTENCE}End of left.`, 72, 100, { width: 200 });
      pdf.text(`Right. ${SENTENCE}${SENTENCE}End of right.`, 310, 100, { width: 200 });
    });
    const places = ['Left.', 'End of left.', 'Right.', 'End of right.'].map((words) => text.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('reads three columns from left to right', async () => {
    const { text } = await pdfOf((pdf) => {
      pdf.fontSize(9);
      for (const [column, name] of ['Left', 'Middle', 'Right'].entries()) {
        const words = Array.from({ length: 14 }, (_each, index) => `${name} ${index + 1} has words that fill it.`);
        for (const [index, line] of words.entries()) at(pdf, line, 60 + column * 165, 100 + index * 13);
      }
    });
    const order = [...text.matchAll(/(Left|Middle|Right) (\d+) has/g)].map(([, name, index]) => `${name} ${index}`);
    expect(order).toEqual(
      ['Left', 'Middle', 'Right'].flatMap((name) =>
        Array.from({ length: 14 }, (_each, index) => `${name} ${index + 1}`),
      ),
    );
  });

  it('reads columns that stand on a part of the page only, and the heading below them after both', async () => {
    const { text } = await pdfOf((pdf) => {
      pdf.text(`Above. ${SENTENCE}`, 72, 100, { width: 450 });
      pdf.text(`Left. ${SENTENCE}${SENTENCE}`, 72, 180, { width: 200 });
      pdf.text(`Right. ${SENTENCE}`, 310, 180, { width: 200 });
      const below = 420;
      pdf.font('Helvetica-Bold').text('Below', 72, below).font('Helvetica');
      pdf.text(`Under. ${SENTENCE}`, 72, below + 30, { width: 450 });
    });
    const openings = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(' ')[0]);
    expect(openings).toEqual(['Above.', 'Left.', 'Right.', '**Below**', 'Under.']);
  });

  it('joins the lines of a paragraph and parts paragraphs', async () => {
    const { lines, text } = await pdfOf((pdf) => {
      pdf.text(SENTENCE, { align: 'justify' }).moveDown();
      pdf.text('Resolved:- (1) That the report be received.').moveDown(0.5);
      pdf.text('(2) That £14,200 be spent.');
    });
    const words = lines.map((line) => text.slice(line.start, line.end)).filter((line) => line !== '');
    expect(words).toEqual([
      SENTENCE.trim(),
      'Resolved:- (1) That the report be received.',
      '(2) That £14,200 be spent.',
    ]);
  });

  it('makes a word broken by a hyphen whole, and keeps the hyphen of one that has it', async () => {
    const { text } = await pdfOf((pdf) => {
      at(pdf, 'The Committee considered at length, and with the help of the Harbour Master, the exami-', 72, 100);
      at(pdf, 'nation of the lamps on the quays in the winter and the views of the members who were co-', 72, 113);
      at(pdf, 'opted members of the Committee.', 72, 126);
    });
    expect(text).toContain('examination');
    expect(text).toContain('co-opted members');
  });

  it('makes a sentence whole that is broken by a page', async () => {
    const { text, pages } = await pdfOf((pdf) => {
      pdf.text(`${SENTENCE}It was then agreed, after a long discussion of the cost of the moorings and of the rings,`);
      pdf.addPage().text('that the Chair write to the owners.');
    });
    expect(text).toContain('and of the rings, that the Chair write to the owners.');
    expect(text.slice(pages[1]?.start, pages[1]?.end)).toBe('that the Chair write to the owners.\n');
  });

  it('takes a figure at the start of a line for no new paragraph', async () => {
    const { text } = await pdfOf((pdf) => {
      at(pdf, '24. First report: the number of boats in the harbour on a weekday had fallen from 312 to', 72, 100);
      at(pdf, '74. The number of moorings had not changed.', 72, 113);
      at(pdf, '25. Second report.', 72, 126);
    });
    expect(text).toContain('from 312 to 74. The number of moorings had not changed.\n\n25. Second report.');
  });

  it('puts aligned columns out as a table, with cells of several lines whole', async () => {
    const { tables } = await pdfOf((pdf) => {
      const rows = [
        ['Named officer', 'Role', 'Date'],
        ['A. Quayle', 'Strategic Director of Finance and Harbour Services', '1 May'],
        ['B. Moor', 'Head of Legal', '2 May'],
      ];
      let y = 100;
      for (const [index, row] of rows.entries()) {
        pdf.font(index === 0 ? 'Helvetica-Bold' : 'Helvetica');
        row.forEach((cell, column) => {
          pdf.text(cell, 72 + column * 150, y, { width: 120 });
        });
        y += index === 1 ? 50 : 24;
      }
    });
    expect(tables.map((table) => table.rows.map((row) => row.cells.map((cell) => cell.text)))).toEqual([
      [
        ['Named officer', 'Role', 'Date'],
        ['A. Quayle', 'Strategic Director of Finance and Harbour Services', '1 May'],
        ['B. Moor', 'Head of Legal', '2 May'],
      ],
    ]);
    expect(tables[0]?.headerRows).toBe(1);
  });

  it.each([
    ['its header printed again', true],
    ['no header again', false],
  ])('takes a table that goes on overleaf, %s, for one', async (_, again) => {
    const { tables, text, pages } = await pdfOf((pdf) => {
      const row = (cells: string[], y: number) => {
        for (const [column, cell] of cells.entries()) at(pdf, cell, 72 + column * 150, y);
      };
      const rows = Array.from({ length: 9 }, (_each, index) => [`Ward ${index + 1}`, `${40 + index}`, `${90 - index}`]);
      for (let page = 0; page < 3; page++) {
        if (page > 0) pdf.addPage();
        if (page === 0) at(pdf, 'The lamps mended in each ward stand below.', 72, 80);
        pdf.font('Helvetica-Bold');
        if (page === 0 || again) row(['Ward', 'Lamps', 'Mended'], 110);
        pdf.font('Helvetica');
        for (const [index, cells] of rows.slice(page * 3, page * 3 + 3).entries()) row(cells, 134 + index * 24);
      }
      at(pdf, 'All lamps are counted once.', 72, 260);
    });
    expect(tables.map((table) => table.rows.map((each) => each.cells.map((cell) => cell.text)))).toEqual([
      [
        ['Ward', 'Lamps', 'Mended'],
        ...Array.from({ length: 9 }, (_each, index) => [`Ward ${index + 1}`, `${40 + index}`, `${90 - index}`]),
      ],
    ]);
    expect(tables[0]?.headerRows).toBe(1);
    expect(text).toContain('Ward 9\t48\t82\n\nAll lamps are counted once.');
    const seventh = tables[0]?.rows[7];
    expect(pages.find(({ start, end }) => seventh && start <= seventh.start && seventh.start < end)?.number).toBe(3);
  });

  it('leaves tables of other columns on two pages apart', async () => {
    const { tables } = await pdfOf((pdf) => {
      for (const [index, cells] of [
        ['Ward', 'Lamps', 'Mended'],
        ['Mill', '40', '38'],
        ['Quay', '31', '30'],
      ].entries()) {
        for (const [column, cell] of cells.entries()) at(pdf, cell, 72 + column * 150, 110 + index * 24);
      }
      pdf.addPage();
      for (const [index, cells] of [
        ['Officer', 'Hours a week'],
        ['A. Quayle', '37'],
        ['B. Moor', '20'],
      ].entries()) {
        for (const [column, cell] of cells.entries()) at(pdf, cell, 72 + column * 220, 110 + index * 24);
      }
    });
    expect(tables.map((table) => table.rows.length)).toEqual([3, 3]);
  });

  it('puts a number and its paragraph on one line, and bullets on lines of their own', async () => {
    const { text } = await pdfOf((pdf) => {
      pdf.text('1.1', 72, 100).text('The lights had failed.', 120, 100);
      pdf.text('1.2', 72, 130).text('The moorings had not.', 120, 130);
      pdf.text('•', 120, 160).text('on the cost', 140, 160);
      pdf.text('•', 120, 174).text('on the lease', 140, 174);
    });
    expect(text).toBe('1.1 The lights had failed.\n\n1.2 The moorings had not.\n- on the cost\n- on the lease\n');
  });

  it('dresses a bold line as a heading', async () => {
    const { text } = await pdfOf((pdf) => {
      pdf.font('Helvetica-Bold').text('Finance').font('Helvetica').text('The budget was spent.');
    });
    expect(text).toBe('**Finance**\n\nThe budget was spent.\n');
  });
});
