import { randomBytes } from 'node:crypto';
import type { Passage } from '../passage.ts';

/** Gives a word nobody can guess; a test or a recorded run hands in its own. */
export type MakeNonce = () => string;

export const randomNonce: MakeNonce = () => randomBytes(6).toString('hex');

/** Characters that would let a text end a line of ours or hide in it; line breaks and tabs stay. */
const CONTROLS = /[^\P{Cc}\n\t]|[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * A text between two markers that it cannot contain: the nonce is made after the text, for this call only, and a text
 * that holds it all the same gets another.
 */
export function fenceText(text: string, { name, nonce }: { name: string; nonce: string }): string {
  return `<<<${name} ${nonce}>>>\n${text.replace(CONTROLS, '').replaceAll(nonce, '')}\n<<<end ${nonce}>>>`;
}

/** Passages fenced one by one, under ids that exist for this call only, and the passages by those ids. */
export function fencePassages(
  passages: Passage[],
  { nonce, maxChars }: { nonce: string; maxChars: number },
): { text: string; byId: Map<string, Passage> } {
  const byId = new Map<string, Passage>();
  const fenced: string[] = [];
  let chars = 0;
  for (const passage of passages) {
    const id = `p${byId.size + 1}-${nonce.slice(0, 4)}`;
    const part = fenceText(`${headOf(passage)}\n\n${passage.text}`, { name: `passage ${id}`, nonce });
    chars += part.length;
    if (chars > maxChars) break;
    byId.set(id, passage);
    fenced.push(part);
  }
  return { text: fenced.join('\n\n'), byId };
}

const KINDS: Partial<Record<Passage['kind'], string>> = {
  limb: 'resolution',
  discussion: 'discussion, not a decision',
  recommendation: 'recommendation of a report, not a decision',
  item: 'item of an agenda, not a decision',
  paragraph: 'paragraph of a report',
  table: 'table of a report',
};

/** Where the passage stands, in one line: it tells a small model a report from a resolution. */
function headOf({ place, kind, context }: Passage): string {
  const what = KINDS[kind] ?? kind;
  const when = place.meetingDate ?? place.meetingDatePrinted;
  return [`[${what}]`, context.replace(/\s+/g, ' '), when ? `(meeting of ${when})` : ''].filter(Boolean).join(' ');
}
