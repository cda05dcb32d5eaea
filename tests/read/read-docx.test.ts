import { describe, expect, it } from 'vitest';
import { numberDocx } from '../../src/read/docx/number-docx.ts';
import { makeNumberedDocx } from '../support/make-papers.ts';
import { readAs } from '../support/read-bytes.ts';

describe('readDocx()', () => {
  it("writes Word's automatic numbers in front of their paragraphs", async () => {
    const bytes = await makeNumberedDocx([
      { text: 'Apologies', level: 0 },
      { text: 'None were received.', level: 1 },
      { text: 'Harbour lights', level: 0 },
      { text: 'The lights had failed.', level: 1 },
      { text: 'Resolved:' },
      { text: 'That £14,200 be spent.', level: 2 },
      { text: 'That the report be noted.', level: 2 },
      { text: 'The vote was unanimous.', level: 1 },
    ]);
    const { text } = await readAs('minutes.docx', bytes);
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      '1. Apologies',
      '1.1 None were received.',
      '2. Harbour lights',
      '2.1 The lights had failed.',
      'Resolved:',
      '(a) That £14,200 be spent.',
      '(b) That the report be noted.',
      '2.2 The vote was unanimous.',
    ]);
  });

  it('dresses a paragraph that is wholly bold as a heading', async () => {
    const bytes = await makeNumberedDocx([{ text: 'Finance', bold: true }, { text: 'The budget was spent.' }]);
    expect((await readAs('report.docx', bytes)).text).toBe('**Finance**\n\nThe budget was spent.\n');
  });
});

describe('numberDocx()', () => {
  it('takes numbers from the styles and starts of numbering.xml', () => {
    const paragraph = (style: string, words: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const document = numbered({
      document: [paragraph('MinuteHead', 'Lights'), paragraph('Body', 'Noted.'), paragraph('MinuteHead', 'Moorings')],
      styles:
        '<w:style w:styleId="Numbered"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:styleId="MinuteHead"><w:basedOn w:val="Numbered"/></w:style><w:style w:styleId="Body"/>',
      numbering:
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="39"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
    });
    expect([...document.matchAll(/<w:t[^>]*>([^<]*)/g)].map((match) => match[1])).toEqual([
      '39. ',
      'Lights',
      'Noted.',
      '40. ',
      'Moorings',
    ]);
  });

  it('leaves bullets and paragraphs without words alone', () => {
    const item = (words: string, list: number) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const level = (format: string, text: string) =>
      `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const document = numbered({
      document: [item('a bullet', 1), item('', 2), item('second', 2)],
      styles: '',
      numbering: `<w:abstractNum w:abstractNumId="1">${level('bullet', '•')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level('upperRoman', '%1)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>`,
    });
    expect([...document.matchAll(/<w:t[^>]*>([^<]*)/g)].map((match) => match[1])).toEqual([
      'a bullet',
      '',
      'II) ',
      'second',
    ]);
  });
});

function numbered(parts: { document: string[]; styles: string; numbering: string }): string {
  const xml = (root: string, content: string) =>
    new TextEncoder().encode(`<w:${root} xmlns:w="w">${content}</w:${root}>`);
  const files = new Map([
    ['word/document.xml', xml('document', `<w:body>${parts.document.join('')}</w:body>`)],
    ['word/styles.xml', xml('styles', parts.styles)],
    ['word/numbering.xml', xml('numbering', parts.numbering)],
  ]);
  return new TextDecoder().decode(numberDocx(files).get('word/document.xml')).replaceAll('<w:t/>', '<w:t></w:t>');
}
