import { readPeople } from '../people/read-people.ts';

/** How many names a recorded vote lists on each side; undefined for a side it does not print. */
export type VoterCounts = { for?: number; against?: number; abstained?: number };

type Side = keyof VoterCounts;

/** "For the motion: Councillors Roe and Dow": a side with its names, up to the next side's or the line's end. */
const SIDE =
  /(?:^|[\s(])(For|FOR|In favour|IN FAVOUR|Against|AGAINST|Abst\w+|ABST\w+)(?: (?:of )?(?:the )?(?:motion|amendment|recommendations?|proposals?|resolution|substantive motion))?\s?[:–-]\s*/g;
const NOBODY = /^\W*(?:none|nil|nobody|0\b)/i;

/** Counts the names of a recorded vote. Only lists of names count: "For: 5" is printed as a number and read elsewhere. */
export function countVoters(text: string): VoterCounts {
  const heads = [...text.matchAll(SIDE)];
  const counts: VoterCounts = {};
  heads.forEach((head, at) => {
    const names = text.slice(head.index + head[0].length, heads[at + 1]?.index);
    const side = sideOf(head[1] ?? '');
    const count = NOBODY.test(names) ? 0 : readPeople(names).length;
    if (counts[side] === undefined && (count > 0 || NOBODY.test(names))) counts[side] = count;
  });
  return counts;
}

/** True if the text opens a side of a recorded vote. */
export function isVoterList(text: string): boolean {
  return text.length <= 1500 && text.search(SIDE) === 0;
}

function sideOf(word: string): Side {
  if (/^a/i.test(word)) return /^ag/i.test(word) ? 'against' : 'abstained';
  return 'for';
}
