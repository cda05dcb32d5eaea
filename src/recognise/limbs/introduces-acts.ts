import type { Block } from '../minutes/group-blocks.ts';

const ACTING_BODY =
  /^(?:that )?(?:the |this )?(?:[\w,-]+ ){0,8}?(?:cabinet|committee|sub-committee|council|commission|panel|board|authority|executive|forum|members|group)(?: (?:also|then|therefore|unanimously))?\s?(?:[:–-]|:-)?$/i;
const STATES_ACT =
  /^(?:noted?s?|approved?s?|agreed?s?|endorsed?s?|asked|requested|recommended|delegated|received|adopted|supported|welcome[sd]|asks|instruct(?:s|ed)|requests|deferred|confirmed|accepted|appointed|granted|refused|authorised|resolved)\b/i;

/** "The Committee:" over a list of what it did. */
export function introducesActs(blocks: Block[], i: number): boolean {
  const block = blocks[i];
  const next = blocks[i + 1];
  if (!block || !next || block.text.length > 120 || !ACTING_BODY.test(block.text)) return false;
  return (next.label !== undefined || next.kind === 'bullet') && STATES_ACT.test(next.text.slice(next.body));
}
