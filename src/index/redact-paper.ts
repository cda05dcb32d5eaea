import { type Audience, mayRead } from '../audience.ts';
import type { Paper } from '../paper.ts';

/**
 * A paper as its audience may read it: minutes closed to it are left out, and of a closed agenda item there is
 * only what the agenda tells everybody: number, title, pages and that it is closed.
 */
export function redactPaper(paper: Paper, audience: Audience): Paper {
  const isWhole = [...paper.minutes, ...paper.items].every(({ access }) => mayRead(audience, access));
  if (isWhole) return paper;
  return {
    ...paper,
    minutes: paper.minutes.filter(({ access }) => mayRead(audience, access)),
    items: paper.items.map((item) =>
      mayRead(audience, item.access) ? item : { ...item, text: item.title, spans: item.spans.slice(0, 1) },
    ),
  };
}
