import type Database from 'better-sqlite3';
import { type Access, type Audience, mayRead } from '../audience.ts';
import type { MeetingHead } from '../meeting.ts';
import type { Paper } from '../paper.ts';
import { allPapers } from './read-papers.ts';
import { redactPaper } from './redact-paper.ts';
import type { SearchIndex } from './search-index.ts';

type ClosedPaper = ReturnType<SearchIndex['closedPapers']>[number];

/**
 * What is closed to this audience: papers, agenda items and minutes, with meeting, item and paragraphs. A title is
 * given only where something the audience may read prints it too.
 */
export function listClosedPapers(db: Database.Database, audience: Audience): ClosedPaper[] {
  const papers = allPapers(db).map(({ paper }) => paper);
  const isOpen = ({ meeting }: Paper, access: Access) => mayRead(audience, access, { committee: meeting?.committee });
  const readable = papers.filter((paper) => isOpen(paper, paper.access));
  const known = new Set(
    readable.flatMap((paper) => {
      const open = redactPaper(paper, audience);
      const titles = [open.title, ...open.items.map((item) => item.title), ...(open.report?.appendices ?? [])];
      return titles.flatMap((title) => (title === undefined ? [] : [normalise(title)]));
    }),
  );
  const closed: ClosedPaper[] = [];
  for (const paper of papers) {
    if (!isOpen(paper, paper.access)) {
      const isKnown = paper.kind === 'restricted' || known.has(normalise(paper.title ?? ''));
      const title = isKnown && paper.title !== undefined ? paper.title : paper.label;
      closed.push({ ...place(paper.meeting), ...named(undefined, title), paragraphs: paragraphsOf(paper.access) });
      continue;
    }
    const records = [
      ...paper.items.map(({ access, number, title }) => ({ access, item: number, title })),
      ...paper.minutes.map(({ access, item, title }) => ({
        access,
        item,
        title: isIn(known, title) ? title : undefined,
      })),
    ];
    for (const { access, item, title } of records) {
      if (isOpen(paper, access)) continue;
      closed.push({ ...place(paper.meeting), ...named(item, title), paragraphs: paragraphsOf(access) });
    }
  }
  return closed;
}

function isIn(known: Set<string>, title: string): boolean {
  return known.has(normalise(title));
}

function named(item: string | undefined, title: string | undefined) {
  return { ...(item === undefined ? {} : { item }), ...(title === undefined ? {} : { title }) };
}

function place(meeting: MeetingHead | undefined) {
  const { committee, date } = meeting ?? {};
  return {
    ...(committee === undefined ? {} : { committee }),
    ...(date?.iso === undefined ? {} : { date: date.iso }),
  };
}

function paragraphsOf(access: Access): number[] {
  return access.kind === 'exempt' ? access.paragraphs : [];
}

function normalise(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
