import { describe, expect, it } from 'vitest';
import { readAs } from '../support/read-bytes.ts';

async function textOf(html: string): Promise<string> {
  return (await readAs('page.html', html)).text;
}

describe('readHtml()', () => {
  it('drops what stands around the content', async () => {
    const html =
      '<nav>Home</nav><script>alert(1)</script><style>p{}</style><main><p>Minutes of the meeting of the Harbour Committee</p></main><footer>Cookies</footer>';
    expect(await textOf(html)).toBe('Minutes of the meeting of the Harbour Committee\n');
  });

  it('gives headings their marks and breaks lines at <br>', async () => {
    expect(await textOf('<h2>12. Lights</h2><p>Venue: the Quay<br>Time: 6 pm</p>')).toBe(
      '## 12. Lights\n\nVenue: the Quay\nTime: 6 pm\n',
    );
  });

  it('numbers lists as a browser shows them', async () => {
    expect(await textOf('<ol type="a" start="3"><li>one<ul><li>nested</li></ul></li><li>two</li></ol>')).toBe(
      'c. one\n  - nested\nd. two\n',
    );
  });

  it('gives an item that prints its own label no second one', async () => {
    expect(await textOf('<ol><li>(1) That it be noted.</li><li>(2) That it be paid.</li></ol>')).toBe(
      '(1) That it be noted.\n(2) That it be paid.\n',
    );
  });

  it('keeps the words of links and drops the links', async () => {
    expect(await textOf('<p>See <a href="https://example.org/">the report</a>.</p>')).toBe('See the report.\n');
  });

  it('keeps columns below cells that span rows and columns', async () => {
    const { tables } = await readAs(
      'page.html',
      '<table><tr><th rowspan="2">Quay</th><th colspan="2">Failures</th></tr><tr><th>2023</th><th>2024</th></tr><tr><td>North</td><td>3</td><td>11</td></tr></table>',
    );
    expect(tables[0]?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['Quay', 'Failures', ''],
      ['', '2023', '2024'],
      ['North', '3', '11'],
    ]);
    expect(tables[0]?.headerRows).toBe(2);
  });

  it('takes a first row in bold for the header', async () => {
    const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`;
    const html = `<table>${row(['<b>Officer</b>', '<b>Post</b>'])}${row(['A. Quayle', 'Harbour Master'])}${row(['B. Moor', 'Clerk'])}</table>`;
    expect((await readAs('page.html', html)).tables[0]?.headerRows).toBe(1);
  });

  it('reads the item table of a ModernGov page as items, not as cells', async () => {
    const { text, tables } = await readAs(
      'page.html',
      `<div id="modgov"><h1>Agenda and minutes</h1><table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>
       <tr><td><p>12.</p></td><td><p class="mgAiTitleTxt">Harbour lights</p><p>Decision:</p><div><p>RESOLVED: That £14,200 be spent.</p></div>
       <p>Minutes:</p><div><p>The lights had failed.</p><p>RESOLVED: That £14,200 be spent.</p></div></td></tr></table></div>`,
    );
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      '# Agenda and minutes',
      'No. Item',
      '12. Harbour lights',
      'Decision:',
      'RESOLVED: That £14,200 be spent.',
      'Minutes:',
      'The lights had failed.',
      'RESOLVED: That £14,200 be spent.',
    ]);
    expect(tables).toEqual([]);
  });

  it('reads an agenda set as a table of numbers and titles as items', async () => {
    const html =
      '<table><tr><td>1.</td><td>Apologies for absence</td></tr><tr><td>2.</td><td>Harbour lights</td></tr></table>';
    expect(await textOf(html)).toBe('1. Apologies for absence\n\n2. Harbour lights\n');
  });
});
