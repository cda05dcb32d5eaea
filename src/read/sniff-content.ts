/** What a file's first bytes show it to be, whatever its name says. `text` is everything that bears no known mark. */
export type Content =
  | 'pdf'
  | 'docx'
  | 'pptx'
  | 'xlsx'
  | 'zip'
  | 'encrypted-office'
  | 'old-office'
  | 'rtf'
  | 'picture'
  | 'text';

/** A PDF's mark may stand a little after the start (PDF 32000-1, annex H.3.4.1). */
const PDF_MARK_BYTES = 1024;
/** Names of streams in an Office file that is encrypted (MS-OFFCRYPTO 2.3.1), as UTF-16. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
const MARKS: [Content, string][] = [
  ['old-office', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['rtf', '{\\rtf'],
  ['picture', '\u0089PNG'],
  ['picture', '\u00ff\u00d8\u00ff'],
  ['picture', 'GIF8'],
  ['picture', 'II*\u0000'],
  ['picture', 'MM\u0000*'],
];

/** Tells a file's content by the marks in its bytes. */
export function sniffContent(bytes: Buffer): Content {
  const head = bytes.subarray(0, PDF_MARK_BYTES).toString('latin1');
  if (head.startsWith('PK\u0003\u0004')) return zipContent(bytes);
  const mark = MARKS.find(([, start]) => head.startsWith(start))?.[0];
  if (mark === 'old-office' && bytes.includes(ENCRYPTED_STREAM)) return 'encrypted-office';
  if (mark) return mark;
  return head.includes('%PDF-') ? 'pdf' : 'text';
}

/** Entry names stand unpacked in a ZIP, so they are found even where it is cut off. */
function zipContent(bytes: Buffer): Content {
  if (bytes.includes('word/')) return 'docx';
  if (bytes.includes('ppt/')) return 'pptx';
  return bytes.includes('xl/') ? 'xlsx' : 'zip';
}
