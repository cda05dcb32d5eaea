import { formatDate } from '../../citation.ts';
import type { Paper, PaperText } from '../../paper.ts';
import type { PassageKind, RecordPlace } from '../../passage.ts';
import { type Block, type Frame, type Layout, makeBlock, makeFrame, RANK } from './frame.ts';
import { itemOfPaper, reportOfPaper } from './item-of-paper.ts';
import { meetingFrames } from './meeting-frames.ts';
import { reportFrames } from './report-frames.ts';

/** Slides and cues are short: neighbours are gathered up to this. A guess at a table's rows, which they resemble. */
const GATHER_PLACE_CHARS = 700;

/** What the records of a file's papers say about its text: wide frames first, and the blocks inside them. */
export function paperFrames(text: PaperText, papers: Paper[]): Layout {
  const layout: Layout = { frames: [], blocks: [] };
  for (const [number, paper] of papers.entries()) {
    layout.frames.push(frameOfPaper(text, papers, number));
    const inner = [meetingFrames(paper, number, text.text), reportFrames(paper, number)];
    for (const { frames, blocks } of inner) {
      layout.frames.push(...frames);
      layout.blocks.push(...blocks);
    }
    layout.blocks.push(...placeBlocks(text, paper, number));
  }
  return layout;
}

function frameOfPaper(text: PaperText, papers: Paper[], number: number): Frame {
  const paper = papers[number] as Paper;
  const item = itemOfPaper(text, papers, number);
  const place: Partial<RecordPlace> = {
    ...placeOfMeeting(paper),
    paperKind: paper.kind,
    ...(paper.title === undefined ? {} : { paperTitle: paper.title }),
    ...(paper.label === undefined ? {} : { paperLabel: paper.label }),
    ...(item?.number === undefined ? {} : { item: item.number }),
    ...(item?.pages === undefined ? {} : { packPages: item.pages.printed }),
  };
  return makeFrame(number, coveredSpan(text.text.length, papers, number), {
    kind: fillerKind(paper),
    access: paper.access,
    place,
    context: contextOfPaper(paper, place, openTitle(reportOfPaper(papers, number))),
  });
}

function placeOfMeeting(paper: Paper): Partial<RecordPlace> {
  const { committee, date } = paper.meeting ?? {};
  return {
    ...(committee === undefined ? {} : { committee }),
    ...(date?.iso === undefined ? {} : { meetingDate: date.iso }),
    ...(date && (date.iso === undefined || date.doubt !== undefined) ? { meetingDatePrinted: date.printed } : {}),
  };
}

/** A paper reaches to the next one, so that no text of the file is lost between two. */
function coveredSpan(textLength: number, papers: Paper[], number: number): { start: number; end: number } {
  const own = (papers[number] as Paper).span;
  const starts = papers.map((paper) => paper.span.start).filter((start) => start >= own.end);
  const isFirst = papers.every((paper) => paper.span.start >= own.start);
  const isInside = papers.some((paper, other) => other !== number && holds(paper.span, own));
  const end = isInside ? own.end : Math.min(textLength, ...starts);
  return { start: isFirst ? 0 : own.start, end };
}

function holds(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}

function fillerKind(paper: Paper): PassageKind {
  switch (paper.kind) {
    case 'minutes':
      return 'discussion';
    case 'restricted':
      return 'head';
    case 'presentation':
    case 'scorecard':
    case 'transcript':
    case 'agenda':
    case 'report':
    case 'appendix':
    case 'other':
      return 'paragraph';
  }
}

/** The title of a closed report is not to be read off the papers that come with it. */
function openTitle(report: Paper | undefined): string | undefined {
  return report?.access.kind === 'public' ? report.title : undefined;
}

function contextOfPaper(paper: Paper, place: Partial<RecordPlace>, reportTitle: string | undefined): string[] {
  const date = place.meetingDate ? formatDate(place.meetingDate) : place.meetingDatePrinted;
  const meeting = [place.committee, date];
  const isOfMeeting = paper.kind === 'minutes' || paper.kind === 'agenda';
  const name = isOfMeeting ? [] : [paper.label, paper.title, reportTitle];
  return [...name, ...meeting].filter((part): part is string => part !== undefined && part !== '');
}

function placeBlocks(text: PaperText, paper: Paper, number: number): Block[] {
  return text.places
    .filter((place) => place.start < paper.span.end && place.end > paper.span.start)
    .map((place) => {
      const group = place.kind === 'slide' ? {} : { group: `places ${number}`, gatherChars: GATHER_PLACE_CHARS };
      return makeBlock(number, [place], { kind: 'place', rank: RANK.place, ...group });
    });
}
