import iconv from 'iconv-lite';

/** The first bytes that are looked at to tell text from binary data. */
const SNIFFED_BYTES = 64 * 1024;
/** Control characters that never stand in text (tab, line ends and form feed do); more than 1 in 1,000 is binary data. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;
const MAX_CONTROL_SHARE = 0.001;

/**
 * Text of these bytes: UTF-16 or UTF-8 by its byte order mark (which is not part of the text), else UTF-8 if valid,
 * else Windows-1252. Undefined if they are binary data.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = iconv.decode(buffer, encodingOf(buffer));
  return isBinary(text) ? undefined : text;
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isBinary(text: string): boolean {
  const sample = text.slice(0, SNIFFED_BYTES);
  const controls = sample.match(CONTROLS)?.length ?? 0;
  return controls > sample.length * MAX_CONTROL_SHARE;
}
