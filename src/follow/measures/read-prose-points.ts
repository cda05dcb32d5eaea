import { titleKey } from '../../followed-place.ts';
import type { Measure } from '../../report.ts';
import type { MeasurePointDraft } from '../../series.ts';
import type { Span } from '../../span.ts';
import { type RecordUnit, unitSentences } from '../record-units.ts';
import { readMeasureName } from './read-name.ts';
import type { Period } from './read-period.ts';
import { readSentenceFigures } from './read-sentence-figures.ts';

export type ProseReading = { text: string; period?: Period | undefined; near?: string | undefined };

/** "34.2% of new plans were issued within 20 weeks": what is measured follows the figure. */
const SHARE_OF =
  /\b\d[\d,.]*\s?(?:%|per\s?cent)\sof\s(?<name>[^;.()]{8,110}?)(?=,?\s(?:compared|against|excluding|up\sfrom|down\sfrom)\b|,\s(?!\w+\sand\b)|[.;(]|$)/i;
/** "Initial health assessments completed in time had risen to 51.2%": what is measured comes before it. */
const MOVED =
  /^(?:[-•*\s]{0,4})(?:(?:members|the committee|he|she)\s\w+\sthat\s)?(?:the\s)?(?<name>[^,;.:()]{6,90}?)\s(?:had|has|have|was|were|is|are|again|also|since|\s)*(?:risen|fallen|rose|fell|increased|decreased|improved|dropped|stood|gone\sup|come\sdown|lower|higher|reduced)\b[^;.]{0,40}?\b(?:to|at)\s\d/i;
/** Whom one compares with, or what was spoken of before. */
const NO_MEASURE =
  /^(?:england|the (?:national|region)\w*|national\w*|statistical neighbours?|these|those|them|it|this|that)\b/i;
const AUXILIARY = /\b(?:was|were|had been|have been|has been|are|is|had|have)\b/gi;
/** A sentence with more figures than this compares several measures. */
const MAX_FIGURES = 5;

/** The figures that a performance report prints under the heading of a measure. */
export function readMeasureSection(measure: Measure, reading: ProseReading): MeasurePointDraft[] {
  const sentences = measure.paragraphs.flatMap((paragraph) => unitSentences(reading.text, paragraph));
  const seen = new Set<string>();
  const { name, number, code } = measure;
  const place = { measure: [number, code].filter((part) => part !== undefined).join(' / ') };
  return sentences.flatMap((span) =>
    pointsOf(span, { ...reading, hasDefault: !seen.has('result') }).flatMap((point) => {
      const key = `${point.kind} ${point.periodKey} ${point.group ?? ''}`;
      if (seen.has(key)) return [];
      seen.add(key);
      if (point.kind === 'actual') seen.add('result');
      return [
        {
          ...point,
          place: place.measure === '' ? {} : place,
          name,
          nameKey: titleKey(name),
          definition: name,
          ...(number === undefined ? {} : { number }),
          ...(code === undefined ? {} : { code }),
        },
      ];
    }),
  );
}

/** The figures of a sentence that says itself what is measured, in a report's paragraph or what was said at a meeting. */
export function readProsePoints(unit: RecordUnit, reading: ProseReading): MeasurePointDraft[] {
  return unitSentences(reading.text, unit).flatMap((span) => {
    const flat = reading.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    const bare = flat.replace(/\s\([A-Z][A-Za-z]{1,7}\)/g, '');
    const printed = SHARE_OF.exec(bare)?.groups?.name ?? MOVED.exec(bare)?.groups?.name;
    if (printed === undefined) return [];
    const points = pointsOf(span, { ...reading, hasDefault: true });
    if (points.length === 0 || points.length > MAX_FIGURES) return [];
    const { name } = readMeasureName(tidyName(printed));
    if (!/\p{L}{4}/u.test(name) || NO_MEASURE.test(name)) return [];
    return points.map((point) => ({ ...point, place: unit.place, name, nameKey: titleKey(name) }));
  });
}

function tidyName(printed: string): string {
  return printed
    .replace(AUXILIARY, ' ')
    .replace(/\s(?:in|at|by|for)\s(?:the\s)?(?:calendar\s|financial\s)?(?:year|end|quarter|time|\d).*$/i, '')
    .replace(/\s(?:compared|against)\b.*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}

type Pointing = ProseReading & { hasDefault: boolean };
type BarePoint = Omit<MeasurePointDraft, 'name' | 'nameKey'>;

function pointsOf(span: Span, { text, period, near, hasDefault }: Pointing): BarePoint[] {
  const words = text.slice(span.start, span.end);
  const figures = readSentenceFigures(words, { near, period, isResult: hasDefault });
  return figures.map(({ start: _, period: when, ...figure }) => ({
    ...figure,
    text: words,
    span,
    place: {},
    period: when.printed,
    periodKey: when.key,
  }));
}
