import { type Access, type Audience, mayRead } from '../audience.ts';
import type { Paper, Span } from '../paper.ts';

/**
 * A paper as its audience may read it: minutes closed to it are left out with the tables, lists of people and
 * declarations in them, and of a closed agenda item there is only what the agenda tells everybody: number, title,
 * pages and that it is closed.
 */
export function redactPaper(paper: Paper, audience: Audience): Paper {
  const committee = paper.meeting?.committee;
  const isOpen = ({ access }: { access: Access }) => mayRead(audience, access, { committee });
  const isWhole = [...paper.minutes, ...paper.items].every(isOpen);
  if (isWhole) return paper;
  const shut = paper.minutes.filter((minute) => !isOpen(minute)).map(({ span }) => span);
  const isOutside = (spans: Span[]) => !spans.some((span) => shut.some((other) => overlaps(span, other)));
  return {
    ...paper,
    attendance: paper.attendance.filter(({ spans }) => isOutside(spans)),
    declarations: paper.declarations.filter(({ spans }) => isOutside(spans)),
    tables: paper.tables.filter(({ span }) => isOutside([span])),
    minutes: paper.minutes.filter(isOpen),
    items: paper.items.map((item) =>
      isOpen(item) ? item : { ...item, text: item.title, spans: item.spans.slice(0, 1) },
    ),
  };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
