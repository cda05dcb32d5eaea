/** C0 (but line feed), DEL and C1. */
const CONTROLS = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/g;
/**
 * Unicode's format characters (bidirectional overrides and isolates, zero-width ones, tags, soft hyphens, BOM), lone
 * surrogates and the private use area, in which Slack keeps the marks of highlighting.
 */
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cs}]/gu;

const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;

/**
 * Text of a paper, a question or a name as Slack may show it: control characters become visible signs, characters that
 * reorder or hide others are taken out. White space is folded; with `lines`, line feeds stay, at most two together.
 */
export function visibleText(text: string, { lines = false }: { lines?: boolean } = {}): string {
  const seen = text.replace(INVISIBLE, '');
  const spaced = lines
    ? seen
        .replace(/\r\n?|[\u2028\u2029\x85]/g, '\n')
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
    : seen.replace(/[\s\x85]+/g, ' ');
  return spaced.replace(CONTROLS, visibleControl).trim();
}

function visibleControl(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code);
  return code === DELETE ? '\u2421' : '\ufffd';
}
