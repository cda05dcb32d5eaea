import type { OutlineLine } from '../outline-line.ts';
import { linesNear } from './paper-start.ts';

/** An appendix as a report's list names it. */
export type ListedAppendix = { index: number; label: string; title: string };

const APPENDIX =
  /^((?:appendix|annexe?|schedule|enclosure)\s+(?:no\.?\s*)?(?:\d{1,3}[a-z]?|[a-z]\d{0,2}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten))\b[.:]?(?:\s*[-–—:.]\s*|\s+|$)/i;
/** "Appendix 1 to Minute 32" */
const BELONGS_TO = /^to (?:the )?(?:minutes?|report|item|agenda)\b.{0,30}$/i;
const BARE_APPENDIX = /^(appendix|annexe?)\W*$/i;
const LIST_HEADING =
  /^(?:list of )?(?:appendices|annexe?s)\b|^table of annexe?s|^appendix list|^contents\b|^index\b|^(?:list of )?background (?:papers|documents)/i;
const PAGE_AT_END = /(?:\.{3,}|\t|\bpages?)\s*\d{1,4}$/i;
const MAX_TITLE_CHARS = 130;
/** How far below its heading a list's line may stand. */
const MAX_LIST_LINES = 8;

/** The appendices that the lists of a file name with a title, in order. */
export function listedAppendices(lines: OutlineLine[]): ListedAppendix[] {
  return lines.flatMap((line) => {
    const paged = line.kind === 'table' && PAGE_AT_END.test(line.text);
    const heading = appendixWords(paged ? { ...line, kind: 'text' } : line);
    if (!heading?.title || (line.kind !== 'bullet' && !isListed(lines, line))) return [];
    const title = heading.title.replace(PAGE_AT_END, '').trim();
    return title === '' ? [] : [{ index: line.index, label: heading.label, title }];
  });
}

/** The label and title of a line that heads an appendix, wherever it stands; a sentence about one is no heading. */
export function appendixHeading(line: OutlineLine): { label: string; title?: string } | undefined {
  return line.kind === 'bullet' ? undefined : appendixWords(line);
}

function appendixWords(line: OutlineLine): { label: string; title?: string } | undefined {
  if (line.kind === 'blank' || line.kind === 'table' || line.text.length > MAX_TITLE_CHARS) return undefined;
  const bare = BARE_APPENDIX.exec(line.rest);
  if (bare?.[1]) return { label: bare[1] };
  const match = APPENDIX.exec(line.rest);
  if (!match?.[1]) return undefined;
  const title = line.rest.slice(match[0].length).trim();
  if (title === '' || BELONGS_TO.test(title)) return { label: match[1] };
  if (/^[\p{Ll}(]/u.test(title) || /[.;,]$/.test(title)) return undefined;
  return { label: match[1], title };
}

/** One of a run of appendix lines, under a heading of such a list, or with a page number at its end. */
export function isListed(lines: OutlineLine[], line: OutlineLine): boolean {
  if (PAGE_AT_END.test(line.text)) return true;
  const after = linesNear(lines, line.index, { step: 1, count: 2 });
  const before = linesNear(lines, line.index, { step: -1, count: 30 });
  if (line.kind === 'heading' && before[0] && appendixWords(before[0]) && before[0].kind !== 'heading') return false;
  const label = appendixWords(line)?.label.toLowerCase();
  const above = before.slice(0, MAX_LIST_LINES);
  if (above.some((near) => appendixWords(near)?.label.toLowerCase() === label)) return false;
  const runBefore = before.findIndex((near) => !appendixWords(near) && !/^(?:page )?\d{1,4}$/i.test(near.text));
  const runAfter = after.findIndex((near) => !appendixWords(near));
  if (Math.max(runBefore, 0) + (runAfter < 0 ? 2 : runAfter) >= 2) return true;
  const heading = before.findIndex((near) => LIST_HEADING.test(near.rest));
  if (heading < 0 || heading >= MAX_LIST_LINES) return false;
  const between = before.slice(0, heading);
  return between.every((near) => appendixWords(near) !== undefined || near.text.length < 90);
}
