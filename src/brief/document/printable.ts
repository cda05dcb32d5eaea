/** Controls, and characters that hide or reorder others: XML takes none of the first, readers are fooled by the second. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\ufffe\uffff]/gu;

/** Text as a document can hold it: white space folded, nothing that hides, reorders or breaks what is shown. */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(UNPRINTABLE, '');
}
