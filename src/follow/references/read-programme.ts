import { titleKey } from '../../followed-place.ts';
import type { Paper, PaperText } from '../../paper.ts';
import type { Span } from '../../span.ts';
import type { ReferenceDraft } from '../../thread.ts';
import { findDays, lastDay } from '../find-days.ts';
import type { RecordUnit } from '../record-units.ts';

/** Headings of minutes and papers that plan what is to come back. */
export const PROGRAMME =
  /\b(?:work|forward|scrutiny)\s+(?:plan|programme|program)\b|\b(?:action|matters?)\s+(?:log|tracker)\b|^\W*outstanding (?:actions|matters)\W*$/i;
const TOPICS: RegExp[] = [
  /\b(?:with|and)\sthe\saddition\sof\s(?:an?\s|the\s)?(?:(?:further\s)?(?:report|item|update)s?\son\s)?(?<topic>[^.;]{4,120}?)(?=\s(?:in|for|to|at)\s(?:the\s)?[A-Z]|[.;]|$)/g,
  /\b(?:an?\s|the\s)(?:further\s)?(?:report|item|update|paper)s?\son\s(?<topic>[^.;]{4,120}?)\s(?:to\s)?be\s(?:added|included|brought|considered)\b/g,
  /(?:^|\bthat\s)(?<topic>[^.;,]{4,120}?)\s(?:should\s|to\s|would\s)?be\s(?:added|included|moved\s(?:forward|back)|brought\sforward|put\sback)\b/g,
];
/** A topic is a few words: longer ones are sentences. */
const MAX_TOPIC_CHARS = 120;
const MIN_TOPIC_CHARS = 5;

type Source = { text: PaperText; own?: string | undefined };

/** What a sentence about the work programme says is to come back, and when. */
export function programmeSentence(
  unit: RecordUnit,
  { span, own, words }: { span: Span; own?: string | undefined; words: string },
): ReferenceDraft[] {
  const flat = words.replace(/\s/g, ' ');
  const [when] = findDays(flat, { ...(own === undefined ? {} : { near: own }), ahead: true });
  for (const pattern of TOPICS) {
    const found = [...flat.matchAll(pattern)].map((match) => (match.groups?.topic ?? '').trim());
    const drafts = found.flatMap((topic) => draftOf(topic, { span, text: words, place: unit.place, due: when?.iso }));
    if (drafts.length > 0) return drafts;
  }
  return [];
}

/** The lines of a work programme itself: rows with a meeting and a topic, and what is listed under a meeting's date. */
export function readProgramme(paper: Paper, { text, own }: Source): ReferenceDraft[] {
  const near = { ...(own === undefined ? {} : { near: own }), ahead: true };
  const rows = paper.tables.flatMap((table) => {
    let current: string | undefined;
    return table.rows.flatMap(({ cells, group, span }) => {
      const days = cells.map((cell) => findDays(cell, near)[0]);
      const at = days.findIndex((day, n) => day !== undefined && (cells[n]?.length ?? 0) < day.printed.length + 20);
      current = days[at]?.iso ?? (group === undefined ? undefined : findDays(group, near)[0]?.iso) ?? current;
      const topic = cells.find((cell, n) => n !== at && /\p{L}{4}/u.test(cell)) ?? '';
      const words = text.text.slice(span.start, span.end);
      return draftOf(topic, { span, text: words, place: {}, due: current });
    });
  });
  return [...rows, ...listedTopics(paper, { text, own })];
}

function listedTopics(paper: Paper, { text, own }: Source): ReferenceDraft[] {
  const near = { ...(own === undefined ? {} : { near: own }), ahead: true };
  return (paper.report?.sections ?? []).flatMap((section) => {
    const headed = section.title === undefined ? undefined : findDays(section.title, near)[0]?.iso;
    return section.paragraphs.flatMap(({ number, heading, text: words, spans }) => {
      const [span] = spans;
      if (!span) return [];
      const slice = text.text.slice(span.start, span.end);
      const led = /^(?:[-•*\s]{0,4})([^:–—\n]{3,40})\s?[:–—]\s?(\S[^\n]{3,})/.exec(words);
      const day = led ? findDays(led[1] ?? '', near)[0] : undefined;
      const due = day?.iso ?? headed ?? (heading === undefined ? undefined : findDays(heading, near)[0]?.iso);
      if (due === undefined) return [];
      const place = number === undefined ? {} : { section: number };
      const topics = (day ? (led?.[2] ?? '') : words).split(/;\s/);
      return topics.flatMap((topic) => draftOf(topic, { span, text: slice, place, due }));
    });
  });
}

type Drafting = { span: Span; text: string; place: ReferenceDraft['place']; due: string | undefined };

function draftOf(printed: string, { span, text, place, due }: Drafting): ReferenceDraft[] {
  const topic = printed
    .replace(/^(?:.{0,40}\b(?:agreed|asked|requested|suggested)\s(?:that\s)?|that\s)?(?:(?:the|an?)\s)?/i, '')
    .replace(/\s*\((?:verbal|report|task group)[^()]{0,60}\)\s*$/i, '')
    .replace(/[\s.;,]+$/, '');
  if (topic.length < MIN_TOPIC_CHARS || topic.length > MAX_TOPIC_CHARS || !/\p{L}{4}/u.test(topic)) return [];
  return [
    {
      reason: 'work-programme',
      text,
      span,
      place,
      toTitle: titleKey(topic),
      ...(due === undefined ? {} : { due: lastDay(due) }),
      printed: { topic },
    },
  ];
}
