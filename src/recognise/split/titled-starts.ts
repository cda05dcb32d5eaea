import { lineLabel } from '../outline/line-label.ts';
import type { OutlineLine } from '../outline-line.ts';
import type { ListedAppendix } from './listed-appendices.ts';
import { coversTitle, foldTitle, linesNear, type PaperStart } from './paper-start.ts';

const PAGES = /\s*[([]?\s*\bpages?\s*\d{1,4}\s*(?:(?:-|–|to)\s*\d{1,4})?\s*[)\]]?\s*$/i;
/** How much longer than a title a line that carries it may be. */
const MAX_LENGTHENING = 2.5;
const MIN_WORDS = 3;
/** A file promises no more papers than this; a longer list is no list of papers. */
const MAX_TITLES = 200;
/** A paper whose first lines already carry the title needs no start of its own. */
const OPENING_LINES = 40;
const MAX_LINE_CHARS = 170;

/** A line that may carry a title, with its words. */
type Candidate = { line: OutlineLine; words: Set<string> };
type Wanted = { after: number; title: string; words: Set<string>; label?: string };

/**
 * Papers that have no head of their own but a title promised elsewhere: an agenda item with pages, or an entry in a
 * report's list of appendices. Only where no start found so far opens with that title.
 */
export function titledStarts(
  lines: OutlineLine[],
  context: { starts: PaperStart[]; listed: ListedAppendix[] },
): PaperStart[] {
  const { starts, listed } = context;
  const wanted = [...itemTitles(lines, starts), ...appendixTitles(listed)]
    .slice(0, MAX_TITLES)
    .filter((title) => title.words.size >= MIN_WORDS && !isOpened(lines, { starts, title }));
  if (wanted.length === 0) return [];
  const candidates = lines.filter(mayTitle).map((line) => ({ line, words: wordsOf(line.text) }));
  const found: PaperStart[] = [];
  for (const title of wanted) {
    const below = candidates.filter(({ line }) => line.index > title.after);
    const candidate = below.find((each) => matches(each, title)) ?? overTwoLines(lines, below, title);
    if (candidate) found.push(toStart(candidate.line, title));
  }
  return found;
}

/** "Subject: Leisure options" without the name of its field. */
function withoutField(words: string): string {
  return words.replace(/^(?:report )?(?:title|subject)(?: of report)?\s?:\s*(?=\S)/i, '');
}

function toStart(line: OutlineLine, { title, label }: Wanted): PaperStart {
  if (label === undefined) return { index: line.index, kind: 'other', weight: 1, title: withoutField(line.text) };
  return { index: line.index, kind: 'appendix', weight: 1, title, label };
}

/** Titles of agenda items that have pages of the pack, wanted after the agenda's end. */
function itemTitles(lines: OutlineLine[], starts: PaperStart[]): Wanted[] {
  const agendas = starts.filter(({ kind }) => kind === 'agenda');
  return agendas.flatMap((agenda) => {
    const next = starts.find(({ index }) => index > agenda.index + 3);
    const end = next?.index ?? lines.length;
    return lines.slice(agenda.index, end).flatMap((line) => {
      if (!PAGES.test(line.text) || /\bminutes\b/i.test(line.text)) return [];
      const title = (lineLabel(line.text)?.rest ?? line.text).replace(PAGES, '');
      return [{ after: end, title, words: wordsOf(title) }];
    });
  });
}

function appendixTitles(listed: ListedAppendix[]): Wanted[] {
  return listed.map(({ index, label, title }) => ({ after: index + 1, title, words: wordsOf(title), label }));
}

function wordsOf(title: string): Set<string> {
  return new Set(
    foldTitle(title)
      .split(' ')
      .filter((word) => word !== ''),
  );
}

/** A start found already has this label, or opens with this title. */
function isOpened(lines: OutlineLine[], { starts, title }: { starts: PaperStart[]; title: Wanted }): boolean {
  return starts.some((start) => {
    if (start.kind === 'minutes' || (start.index < title.after && title.label === undefined)) return false;
    if (title.label !== undefined)
      return start.index > title.after && start.label?.toLowerCase() === title.label.toLowerCase();
    const opening = lines.slice(start.index, start.index + OPENING_LINES);
    return opening.some((line) => line.text.length <= MAX_LINE_CHARS * 2 && coversTitle(line.text, title.title));
  });
}

function mayTitle(line: OutlineLine): boolean {
  if (line.kind !== 'heading' && line.kind !== 'text') return false;
  return (
    line.label === undefined &&
    line.text.length <= MAX_LINE_CHARS &&
    !/[.;:,]$/.test(line.text) &&
    !PAGES.test(line.text)
  );
}

/** "Second workshop: Summary" over "Isos Partnership": all words of an appendix's title, and no others, on two lines. */
function overTwoLines(lines: OutlineLine[], candidates: Candidate[], title: Wanted): Candidate | undefined {
  if (title.label === undefined) return undefined;
  const wanted = withWordedOrdinals(title.words);
  return candidates.find(({ line, words }) => {
    if (words.size >= wanted.size) return false;
    const first = withWordedOrdinals(words);
    if (![...first].every((word) => wanted.has(word))) return false;
    const [next] = linesNear(lines, line.index, { step: 1, count: 1 });
    if (!next || !mayTitle(next) || next.index > line.index + MAX_LINES_APART) return false;
    const both = new Set([...first, ...withWordedOrdinals(wordsOf(next.text))]);
    return both.size === wanted.size && [...both].every((word) => wanted.has(word));
  });
}

const MAX_LINES_APART = 3;
const ORDINALS = new Map([
  ['1st', 'first'],
  ['2nd', 'second'],
  ['3rd', 'third'],
  ['4th', 'fourth'],
  ['5th', 'fifth'],
]);

function withWordedOrdinals(words: Set<string>): Set<string> {
  return new Set([...words].map((word) => ORDINALS.get(word) ?? word));
}

/** An appendix's title must stand alone and whole; an item's may be worded a little differently on its paper. */
function matches({ line, words }: Candidate, title: Wanted): boolean {
  if (title.label !== undefined)
    return line.kind === 'heading' || words.size === title.words.size
      ? foldTitle(line.text) === foldTitle(title.title)
      : false;
  return words.size <= title.words.size * MAX_LENGTHENING && coversTitle(line.text, title.title);
}
