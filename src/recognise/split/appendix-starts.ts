import type { OutlineLine } from '../outline-line.ts';
import { linesNear, type PaperStart } from './paper-start.ts';

const APPENDIX =
  /^((?:appendix|annexe?|schedule|enclosure)\s+(?:no\.?\s*)?(?:\d{1,3}[a-z]?|[a-z]\d{0,2}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten))\b[.:]?(?:\s*[-–—:.]\s*|\s+|$)/i;
const BARE_APPENDIX = /^(appendix|annexe?)\W*$/i;
const EQUALITY_FORM =
  /^(?:part a\W+)?(?:initial )?equality (?:and diversity )?(?:impact )?(?:screening|analysis|assessment|impact)\b.{0,60}$/i;
const LIST_HEADING =
  /^(?:list of )?(?:appendices|annexe?s)\b|^table of annexe?s|^appendix list|^contents\b|^index\b|^(?:list of )?background (?:papers|documents)/i;
const MAX_TITLE_CHARS = 130;

/** Where appendices begin: a heading "Appendix 3" or "Annex B – …" outside any list of appendices, and equality forms. */
export function appendixStarts(lines: OutlineLine[]): PaperStart[] {
  const starts: PaperStart[] = [];
  for (const line of lines) {
    const heading = appendixHeading(line);
    if (heading) {
      if (starts.at(-1)?.label?.toLowerCase() === heading.label.toLowerCase()) continue;
      if (!isListed(lines, line)) starts.push({ index: line.index, kind: 'appendix', weight: 2, ...heading });
    } else if (isEqualityForm(lines, line)) {
      starts.push({ index: line.index, kind: 'appendix', weight: 2, title: line.rest });
    }
  }
  return starts;
}

/** The label and title of a line that heads an appendix, wherever it stands; a sentence about one is no heading. */
export function appendixHeading(line: OutlineLine): { label: string; title?: string } | undefined {
  if (line.kind === 'blank' || line.kind === 'bullet' || line.kind === 'table' || line.text.length > MAX_TITLE_CHARS) {
    return undefined;
  }
  const bare = BARE_APPENDIX.exec(line.text);
  if (bare?.[1]) return { label: bare[1] };
  const match = APPENDIX.exec(line.text);
  if (!match?.[1]) return undefined;
  const title = line.text.slice(match[0].length).trim();
  if (title === '') return { label: match[1] };
  if (/^[\p{Ll}(]/u.test(title) || /[.;,]$/.test(title)) return undefined;
  return { label: match[1], title };
}

/** One of a run of appendix lines, under a heading of such a list, or with a page number at its end. */
function isListed(lines: OutlineLine[], line: OutlineLine): boolean {
  if (/(?:\.{3,}|\t|\bpages?)\s*\d{1,4}$/i.test(line.text)) return true;
  const after = linesNear(lines, line.index, { step: 1, count: 2 });
  const before = linesNear(lines, line.index, { step: -1, count: 30 });
  const runBefore = before.findIndex((near) => !appendixHeading(near) && !/^(?:page )?\d{1,4}$/i.test(near.text));
  const runAfter = after.findIndex((near) => !appendixHeading(near));
  if (Math.max(runBefore, 0) + (runAfter < 0 ? 2 : runAfter) >= 2) return true;
  const heading = before.findIndex((near) => LIST_HEADING.test(near.rest));
  if (heading < 0) return false;
  const label = appendixHeading(line)?.label.toLowerCase();
  if (before.slice(0, heading).some((near) => appendixHeading(near)?.label.toLowerCase() === label)) return false;
  return (
    before.slice(0, heading).every((near) => appendixHeading(near) !== undefined || near.text.length < 90) &&
    heading < 8
  );
}

function isEqualityForm(lines: OutlineLine[], line: OutlineLine): boolean {
  if (line.kind === 'bullet' || line.kind === 'table' || line.kind === 'blank') return false;
  if (!EQUALITY_FORM.test(line.rest) || /[.;?]$/.test(line.text) || line.label !== undefined) return false;
  if (!/^part a\b|form|assessment\b|screening\b/i.test(line.rest)) return false;
  const after = linesNear(lines, line.index, { step: 1, count: 16 });
  return (
    after.filter((near) =>
      /^(?:title|directorate|service area|lead person|department|name of|date of|service\b|officer)/i.test(near.rest),
    ).length >= 2
  );
}
