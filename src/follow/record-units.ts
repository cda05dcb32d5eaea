import type { Minute } from '../minute.ts';
import type { Paper } from '../paper.ts';
import type { RecordPlace } from '../passage.ts';
import type { Section } from '../report.ts';
import { splitSentences } from '../sentence.ts';
import type { Span } from '../span.ts';

/** A limb, paragraph or item of a paper with its place: what references and undertakings are read from. */
export type RecordUnit = {
  kind: 'limb' | 'discussion' | 'paragraph' | 'recommendation' | 'item';
  place: Partial<RecordPlace>;
  /** Title of the minute, item or report that it is part of. */
  title?: string;
  spans: Span[];
};

/** Every part of a paper that says something, in reading order; what a minute or report only heads is not among them. */
export function recordUnits(paper: Paper): RecordUnit[] {
  const units = [
    ...paper.minutes.flatMap(minuteUnits),
    ...(paper.minutes.length === 0 ? itemUnits(paper) : []),
    ...(paper.report?.sections ?? []).flatMap((section) => sectionUnits(section, paper)),
  ];
  return units.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}

function minuteUnits(minute: Minute): RecordUnit[] {
  const place: Partial<RecordPlace> = {
    minuteTitle: minute.title,
    ...(minute.number === undefined ? {} : { minute: minute.number }),
    ...(minute.item === undefined ? {} : { item: minute.item }),
  };
  return [
    ...minute.discussion.map(({ spans }): RecordUnit => ({ kind: 'discussion', place, title: minute.title, spans })),
    ...minute.limbs.map(
      ({ spans, label = '' }): RecordUnit => ({
        kind: 'limb',
        place: { ...place, limb: label },
        title: minute.title,
        spans,
      }),
    ),
  ];
}

function itemUnits({ items }: Paper): RecordUnit[] {
  return items.map(({ number, title, spans }) => ({
    kind: 'item',
    place: number === undefined ? {} : { item: number },
    title,
    spans,
  }));
}

function sectionUnits({ number, title, paragraphs }: Section, paper: Paper): RecordUnit[] {
  const asked = new Set(paper.report?.recommendations.flatMap(({ spans }) => spans.map(({ start }) => start)));
  return paragraphs.map(({ number: own, heading = title, spans }) => {
    const section = own ?? number;
    return {
      kind: spans.some(({ start }) => asked.has(start)) ? 'recommendation' : 'paragraph',
      place: {
        ...(section === undefined ? {} : { section }),
        ...(heading === undefined ? {} : { heading }),
      },
      ...(paper.title === undefined ? {} : { title: paper.title }),
      spans,
    };
  });
}

/** The sentences of a unit as spans of its paper's text; one that a page breaks is two. */
export function unitSentences(text: string, { spans }: Pick<RecordUnit, 'spans'>): Span[] {
  return spans.flatMap(({ start, end }) =>
    splitSentences(text.slice(start, end)).map((span) => ({ start: start + span.start, end: start + span.end })),
  );
}
