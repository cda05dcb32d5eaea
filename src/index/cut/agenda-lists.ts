import type { Access } from '../../audience.ts';
import { formatDate } from '../../citation.ts';
import type { Paper, Span } from '../../paper.ts';
import { MAX_PASSAGE_CHARS, type RecordPlace } from '../../passage.ts';
import { titleSpan } from './meeting-frames.ts';

export type AgendaList = { paper: number; span: Span; place: Partial<RecordPlace>; context: string[]; access: Access };

/**
 * The items of each agenda as one list, or as few as hold them: stretches of the text from one item's beginning
 * to a later one's end. Of an item that is not public only its title is in a list, as the last of it.
 */
export function agendaLists(text: string, papers: Paper[]): AgendaList[] {
  return papers.flatMap((paper, number) => {
    if (paper.kind !== 'agenda') return [];
    return groupsOf(text, paper)
      .filter((group) => group.items > 1)
      .map(({ start, end }) => ({
        paper: number,
        span: { start, end },
        place: placeOf(paper),
        context: contextOf(paper),
        access: paper.access,
      }));
  });
}

type Group = Span & { items: number; isClosed: boolean };

function groupsOf(text: string, paper: Paper): Group[] {
  const groups: Group[] = [];
  for (const item of [...paper.items].sort((a, b) => startOf(a.spans) - startOf(b.spans))) {
    const isPublic = item.access.kind === 'public';
    const title = titleSpan(item, text);
    if (!title) continue;
    const end = isPublic ? Math.max(...item.spans.map((span) => span.end)) : title.end;
    const last = groups[groups.length - 1];
    if (last && !last.isClosed && end - last.start <= MAX_PASSAGE_CHARS) {
      last.end = Math.max(last.end, end);
      last.items += 1;
      last.isClosed = !isPublic;
    } else if (end - title.start <= MAX_PASSAGE_CHARS) {
      groups.push({ start: title.start, end, items: 1, isClosed: !isPublic });
    }
  }
  return groups;
}

function startOf(spans: Span[]): number {
  return Math.min(...spans.map((span) => span.start));
}

function placeOf(paper: Paper): Partial<RecordPlace> {
  const { committee, date } = paper.meeting ?? {};
  return {
    paperKind: paper.kind,
    ...(paper.title === undefined ? {} : { paperTitle: paper.title }),
    ...(committee === undefined ? {} : { committee }),
    ...(date?.iso === undefined ? {} : { meetingDate: date.iso }),
  };
}

function contextOf(paper: Paper): string[] {
  const { committee, date } = paper.meeting ?? {};
  const day = date?.iso === undefined ? date?.printed : formatDate(date.iso);
  return [committee, day, 'Agenda'].filter((part): part is string => part !== undefined);
}
