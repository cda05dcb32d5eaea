import type { OutlineLine } from '../outline-line.ts';

/** What a line of a decision's record names; `label` are the words that name it, `value` those beside them. */
export type DecisionField = {
  kind: 'maker' | 'meeting' | 'date' | 'title' | 'decision' | 'said' | 'other';
  line: OutlineLine;
  label: string;
  value: string;
};

const FIELDS: { kind: DecisionField['kind']; names: string }[] = [
  {
    kind: 'maker',
    names:
      '(?:name of )?decision[- ]?(?:maker|taker)s?|decision (?:taken|made) by|(?:executive|cabinet|lead) (?:member|councillor)(?: making the decision)?|portfolio holder',
  },
  { kind: 'meeting', names: '(?:made|decided) at meeting' },
  { kind: 'date', names: 'date(?: of(?: the)? decision| decision (?:taken|made)| taken| made)?|decision date' },
  {
    kind: 'title',
    names:
      '(?:title|subject)(?: matter)?(?: of (?:the )?(?:decision|report))?|(?:report|decision) title|decision subject',
  },
  {
    kind: 'decision',
    names: '(?:the |details of (?:the )?|record of (?:the )?)?decisions?(?: (?:taken|made|agreed))?|resolution',
  },
  {
    kind: 'said',
    names:
      'background(?: information)?|summary|introduction|information considered|reasons?(?: for (?:the )?(?:decisions?|recommendations?))?|(?:other|alternative) options?[^:|]{0,60}|options considered[^:|]{0,40}|(?:declarations?|conflicts?|disclosures?) of (?:an )?interests?[^:|]{0,60}|any (?:conflicts?|interests?)[^:|]{0,80}|consult(?:ation|ees)[^:|]{0,40}|(?:financial|legal|other|equality) implications?[^:|]{0,40}|dispensations?[^:|]{0,60}',
  },
  {
    kind: 'other',
    names:
      'background (?:papers|documents)|(?:electoral )?(?:divisions?|wards?)(?: affected)?|lead officer|(?:report )?author|contact[^:|]{0,30}|decision (?:published|status|type|due|reference)|publication date|date (?:of publication|published)|effective from|call[- ]in[^:|]{0,60}|(?:is )?(?:it )?(?:a )?key decision[^:|]{0,40}|is (?:key|subject)[^:|]{0,40}|signed|signature|implementation date|reference(?: n\\w+)?|exempt[^:|]{0,40}|portfolio|directorate|service(?: area)?',
  },
];
const READERS = FIELDS.map(({ kind, names }) => ({
  kind,
  pattern: new RegExp(
    `^(?:\\d{1,2}[.)]?\\s+)?(${names})\\s*(?:\\([^()]{1,80}\\)\\s*)?(?::|\\||\\t|\\?|$)[\\s|:]*(.*)$`,
    'i',
  ),
}));
/** A field's line is short, or its value begins beside it. */
const MAX_LINE_CHARS = 4000;

/** The field a line names, alone ("Decision"), before a colon or in a table's first cell; undefined for any other line. */
export function readDecisionField(line: OutlineLine, decided = false): DecisionField | undefined {
  if (line.text.length > MAX_LINE_CHARS || line.kind === 'blank') return undefined;
  const text = line.text.replace(/^[|\s]+|[|\s]+$/g, '');
  for (const { kind, pattern } of READERS) {
    const [, label, value] = pattern.exec(text) ?? [];
    if (label === undefined || value === undefined) continue;
    // Under "Decision:" a second "DECISIONS" is what opens the resolution.
    if (decided && kind === 'decision') return undefined;
    return { kind, line, label, value: value.trim() };
  }
  return undefined;
}
