/**
 * Text a terminal can only print: every control character becomes a visible sign, every character that
 * reorders or hides others is taken out, so nothing in a paper, a file name or a question can move the cursor,
 * recolour the screen or forge a line. With `lines`, line feeds stay; without, all white space is one space.
 */
export function plainForTerminal(text: string, options: { lines?: boolean } = {}): string {
  const spaced = options.lines ? text.replace(/\r\n?/g, '\n').replace(/[\t\v\f]/g, ' ') : text.replace(/\s+/g, ' ');
  return spaced.replace(CONTROLS, visibleControl).replace(INVISIBLE, '');
}

/** C0 (but line feed), DEL and C1: with them go ESC, CSI, OSC, BEL and carriage return. */
const CONTROLS = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/g;

/**
 * Unicode's format characters (bidirectional overrides and isolates, zero-width ones, tags, soft hyphens, BOM),
 * line and paragraph separators, lone surrogates, and the private use area, in which terminals keep glyphs of their own.
 */
const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;

function visibleControl(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code);
  return code === DELETE ? '\u2421' : '\ufffd';
}
