import type { OutlineLine } from '../outline-line.ts';
import { appendixHeading, isListed, type ListedAppendix } from './listed-appendices.ts';
import { linesNear, type PaperStart } from './paper-start.ts';

const EQUALITY_FORM =
  /^(?:part a\W+)?(?:initial )?equality (?:and diversity )?(?:impact )?(?:screening|analysis|assessment|impact)\b.{0,60}$/i;
const FORM_FIELD =
  /^(?:title|directorate|service area|lead person|department|name of|date of|service\b|officer|policy|proposal|team)/i;

/** Where appendices begin: a heading "Appendix 3" or "Annex B – …" outside any list of appendices, and equality forms. */
export function appendixStarts(lines: OutlineLine[], listed: ListedAppendix[]): PaperStart[] {
  const starts: PaperStart[] = [];
  for (const line of lines) {
    const heading = appendixHeading(line);
    if (heading) {
      if (sameLabel(starts.at(-1)?.label, heading.label) || isListed(lines, line)) continue;
      starts.push({ index: line.index, kind: 'appendix', weight: 2, ...heading });
    } else if (isEqualityForm(lines, line)) {
      const entry = listed.findLast(({ index, title }) => index < line.index && /\bequalit|\bE(?:q)?IA\b/i.test(title));
      const label = entry ? { label: entry.label } : {};
      starts.push({ index: line.index, kind: 'appendix', weight: 2, title: entry?.title ?? line.rest, ...label });
    }
  }
  return starts;
}

function sameLabel(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

function isEqualityForm(lines: OutlineLine[], line: OutlineLine): boolean {
  if (line.kind === 'bullet' || line.kind === 'table' || line.kind === 'blank') return false;
  if (!EQUALITY_FORM.test(line.rest) || /[.;?]$/.test(line.text) || line.label !== undefined) return false;
  if (!/^part a\b|form|assessment\b|screening\b/i.test(line.rest)) return false;
  const after = linesNear(lines, line.index, { step: 1, count: 16 });
  return after.filter((near) => FORM_FIELD.test(near.rest.replace(/^[|\s]+/, ''))).length >= 2;
}
