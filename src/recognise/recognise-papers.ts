import { PUBLIC_ACCESS } from '../audience.ts';
import type { Paper, PaperText } from '../paper.ts';
import type { Segment } from './outline-line.ts';
import { outlineLines } from './outline-lines.ts';
import { recogniseMinutes } from './recognise-minutes.ts';
import { recogniseReport } from './recognise-report.ts';
import { splitPapers } from './split-papers.ts';

/** The papers in a file, in the order they stand in it; together their spans cover the whole text. */
export function recognisePapers(source: PaperText): Paper[] {
  return splitPapers(source, outlineLines(source)).map((segment) => recognisePaper(source, segment));
}

function recognisePaper(source: PaperText, segment: Segment): Paper {
  const paper: Paper = {
    kind: segment.kind,
    ...(segment.title === undefined ? {} : { title: segment.title }),
    ...(segment.label === undefined ? {} : { label: segment.label }),
    span: segment.span,
    status: segment.kind === 'minutes' ? { kind: 'draft' } : { kind: 'published' },
    access: PUBLIC_ACCESS,
    attendance: [],
    declarations: [],
    items: [],
    minutes: [],
    tables: [],
  };
  if (segment.kind === 'minutes') return { ...paper, minutes: recogniseMinutes(source, segment).minutes };
  if (segment.kind === 'agenda' || segment.kind === 'restricted') return paper;
  const { report, tables } = recogniseReport(source, segment);
  return { ...paper, ...(report.title && !paper.title ? { title: report.title } : {}), report, tables };
}
