import { type Access, narrowerAccess } from '../audience.ts';
import type { AgendaItem, MeetingHead } from '../meeting.ts';
import type { Paper } from '../paper.ts';
import { labelNumber } from './access/exempt-appendices.ts';
import { foldTitle } from './split/paper-start.ts';

/** Share of an item's words that a report's title must have to be that item's report. */
const MIN_SHARED_WORDS = 0.6;

/**
 * Gives the papers of one file what their pack says of them: the agenda's meeting to reports that print none, a
 * report's meeting and access to its appendices, an exempt item's title and paragraphs to its report or stub.
 * `closedAppendices` are the appendices that each paper says are exempt.
 */
export function inheritFromPack(papers: Paper[], closedAppendices: Map<string, number[]>[]): Paper[] {
  const inherited: Paper[] = [];
  let agenda: Paper | undefined;
  let minutes: Paper | undefined;
  let report: Paper | undefined;
  let closed = new Map<string, number[]>();
  const stubs = stubItems(papers);
  papers.forEach((paper, at) => {
    const next = inherit(paper, { agenda, minutes, report, closed, stubItem: stubs.get(at) });
    if (paper.kind === 'agenda') agenda = next;
    else if (paper.kind === 'minutes') minutes = next;
    else if (paper.kind !== 'appendix') report = next;
    if (paper.kind !== 'appendix') closed = closedAppendices[at] ?? new Map();
    inherited.push(next);
  });
  return inherited;
}

type Pack = {
  agenda: Paper | undefined;
  minutes: Paper | undefined;
  report: Paper | undefined;
  /** What the report says of its appendices. */
  closed: Map<string, number[]>;
  stubItem: AgendaItem | undefined;
};

function inherit(paper: Paper, pack: Pack): Paper {
  switch (paper.kind) {
    case 'agenda':
    case 'minutes':
      return paper;
    case 'restricted':
      return restricted(withMeeting(paper, pack.agenda?.meeting), pack.stubItem);
    case 'appendix': {
      const parent = pack.report ?? pack.agenda ?? pack.minutes;
      const paragraphs = pack.closed.get(labelNumber(paper.label ?? '') ?? '');
      const own: Access = paragraphs ? narrowerAccess(paper.access, { kind: 'exempt', paragraphs }) : paper.access;
      const access = pack.report ? narrowerAccess(own, inheritable(pack.report)) : own;
      return { ...withMeeting(paper, parent?.meeting), access };
    }
    default: {
      const item = itemOf(paper, pack.agenda?.items ?? []);
      return {
        ...withMeeting(paper, (pack.agenda ?? pack.minutes)?.meeting),
        access: narrowerAccess(paper.access, item?.access ?? paper.access),
      };
    }
  }
}

/** A stub says nothing of the papers after it. */
function inheritable(report: Paper): Access {
  return report.kind === 'restricted' ? { kind: 'public' } : report.access;
}

/** A paper's own meeting, filled up from the pack's where it is the same one or none is printed. */
function withMeeting(paper: Paper, pack: MeetingHead | undefined): Paper {
  const own = paper.meeting;
  if (!pack) return paper;
  if (!own) return { ...paper, meeting: pack };
  if (own.committee && own.date) return paper;
  const other = own.committee && pack.committee && foldTitle(own.committee) !== foldTitle(pack.committee);
  if (other) return paper;
  const committee = own.committee ? own : pack;
  return {
    ...paper,
    meeting: {
      ...pack,
      ...(committee.committee ? { committee: committee.committee } : {}),
      ...(committee.committeePrinted ? { committeePrinted: committee.committeePrinted } : {}),
      ...(own.date && own.committee ? { date: own.date } : {}),
      span: own.span,
    },
  };
}

/** The item of the agenda that a paper's title belongs to. */
function itemOf(paper: Paper, items: AgendaItem[]): AgendaItem | undefined {
  const title = new Set(foldTitle(paper.title ?? '').split(' '));
  return items.find((item) => {
    const words = foldTitle(item.title)
      .split(' ')
      .filter((word) => word.length > 2);
    const shared = words.filter((word) => title.has(word)).length;
    return words.length > 0 && shared >= 2 && shared / words.length >= MIN_SHARED_WORDS;
  });
}

/** Stubs stand for the exempt items of the agenda before them, in their order, where there are as many of each. */
function stubItems(papers: Paper[]): Map<number, AgendaItem> {
  const stubs = papers.flatMap((paper, at) => (paper.kind === 'restricted' ? [at] : []));
  const exempt = papers
    .filter((paper) => paper.kind === 'agenda')
    .flatMap((agenda) => agenda.items.filter((item) => item.access.kind === 'exempt'));
  const pairs = new Map<number, AgendaItem>();
  if (stubs.length === exempt.length || exempt.length === 1) {
    stubs.forEach((at, order) => {
      const item = exempt[exempt.length === 1 ? 0 : order];
      if (item) pairs.set(at, item);
    });
  }
  return pairs;
}

function restricted(paper: Paper, item: AgendaItem | undefined): Paper {
  if (!item) return paper;
  const access = paper.access.kind === 'exempt' && paper.access.paragraphs.length > 0 ? paper.access : item.access;
  return { ...paper, title: paper.title ?? item.title, access };
}
