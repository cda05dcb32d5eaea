import { type AnyNode, type Element, isTag } from 'domhandler';

const BOLD = /font-weight:\s*(?:bold|[6-9]00)/i;
const ROMANS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
const ROMAN_TENS = ['', 'x', 'xx', 'xxx', 'xl', 'l'];

/** All words under a node, blocks and `<br>` parted by a space, white space folded. Without recursion. */
export function wordsOf(root: AnyNode): string {
  const words: string[] = [];
  const left: AnyNode[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === 'text') words.push(node.data);
    else if ('children' in node) {
      if (isApart(node)) words.push(' ');
      for (let index = node.children.length - 1; index >= 0; index -= 1) left.push(node.children[index] as AnyNode);
    }
  }
  return words.join('').replace(/[\s\u00a0]+/g, ' ');
}

/** Whether the element starts apart from the words before it. */
function isApart(node: AnyNode): boolean {
  return isTag(node) && /^(?:p|div|li|br|h[1-6]|tr|td|th|table|ul|ol|dt|dd|blockquote)$/.test(node.name);
}

export function isBold(node: AnyNode): boolean {
  if (!isTag(node)) return false;
  return node.name === 'b' || node.name === 'strong' || BOLD.test(node.attribs.style ?? '');
}

/** Whether a cell's words are all bold, as a converter from Word dresses the cells of a header row. */
export function isBoldAlone(cell: Element): boolean {
  const left: AnyNode[] = [...cell.children];
  let bold = false;
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === 'text' && node.data.trim() !== '') return false;
    if (!isTag(node)) continue;
    if (isBold(node)) bold ||= wordsOf(node).trim() !== '';
    else left.push(...node.children);
  }
  return bold;
}

/** The mark a browser shows in front of each item of a list, with its space: "- ", "3. ", "c. ", "iv. ". */
export function listMarks(list: Element): Map<AnyNode, string> {
  const marks = new Map<AnyNode, string>();
  const bare = /list-style(?:-type)?:\s*none/i.test(list.attribs.style ?? '');
  let number = intOr(list.attribs.start, 1);
  for (const item of list.children) {
    if (!isTag(item) || item.name !== 'li') continue;
    number = intOr(item.attribs.value, number);
    const mark = list.name === 'ol' ? `${numeral(number, list.attribs.type ?? '1')}. ` : '- ';
    marks.set(item, bare ? '' : mark);
    number += 1;
  }
  return marks;
}

function intOr(words: string | undefined, otherwise: number): number {
  const number = Number.parseInt(words ?? '', 10);
  return Number.isNaN(number) ? otherwise : number;
}

/** A number as a list shows it: `type` is 1, a, A, i or I as in HTML. */
export function numeral(number: number, type: string): string {
  const words =
    type.toLowerCase() === 'a' ? letters(number) : type.toLowerCase() === 'i' ? roman(number) : String(number);
  return type === 'A' || type === 'I' ? words.toUpperCase() : words;
}

/** 1 a … 26 z, 27 aa, 28 bb, as Word and web pages count. */
function letters(number: number): string {
  if (number < 1) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
}

/** Roman numerals up to 59; lists do not go further. */
function roman(number: number): string {
  if (number < 1 || number > 59) return String(number);
  return `${ROMAN_TENS[Math.floor(number / 10)] ?? ''}${ROMANS[number % 10] ?? ''}`;
}
