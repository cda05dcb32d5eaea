import type { Audience } from '../audience.ts';
import { formatCitation, formatShortCitation } from '../citation.ts';
import { AppError } from '../errors.ts';
import type { Excerpt } from '../excerpt.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { wordsOf } from '../lexicon.ts';
import type { Span } from '../paper.ts';
import { type CitedPlace, parseCitation, tidyLabel } from '../parse-citation.ts';
import type { Passage } from '../passage.ts';
import { findPlace } from './find-place.ts';
import { nameCommittees } from './learn-lexicon.ts';
import { makeExcerpt } from './make-excerpt.ts';

/** More places than this are not listed; the citation wants to be fuller. */
const MAX_OTHERS = 5;

export type ShowPlaceOptions = { index: SearchIndex; audience: Audience };

/**
 * The cited place in its surroundings; where the citation could mean several, the newest, with the others named.
 * Throws `not-found` for what is not in the index or not open to the audience, which cannot be told apart.
 */
export function showPlace(citation: string, { index, audience }: ShowPlaceOptions): Excerpt {
  const committees = nameCommittees([...new Set(index.meetings(audience).map(({ committee }) => committee))]);
  const cited = parseCitation(citation, { committees });
  const passages = index.listPassages({
    audience,
    ...(cited.committee === undefined ? {} : { committees: [cited.committee] }),
    ...(cited.dates === undefined ? {} : { dates: [cited.dates] }),
  });
  const groups = findGroups(citation, cited, passages);
  const [group, ...further] = groups;
  const first = group?.[0];
  if (!group || !first) throw new AppError('not-found', whyNotFound(citation, cited, passages));
  const spans = citedSpans(group, cited, { index, audience });
  const ownPassages = index.listPassages({ audience, paperIds: [first.paperId] });
  const text = index.paperText(first.paperId, audience);
  const isBlank = ({ start, end }: Span) => text !== undefined && text.slice(start, end).trim() === '';
  const label = labelOf(group, cited);
  const others = new Set(further.map((other) => labelOf(other, cited)).filter((other) => other !== label));
  return {
    label,
    source: first.source,
    ...(first.place.page === undefined ? {} : { page: first.place.page }),
    parts: makeExcerpt(spans, { passages: ownPassages, isBlank }),
    others: [...others].slice(0, MAX_OTHERS),
  };
}

/** A citation without a number is looked for as it would be printed first: titles may hold any words. */
function findGroups(citation: string, cited: CitedPlace, passages: Passage[]): Passage[][] {
  const isNumbered = [cited.minute, cited.paragraph, cited.recommendation, cited.limb].some(
    (part) => part !== undefined,
  );
  if (isNumbered) return findPlace(cited, passages);
  const wanted = wordsOf(citation).join(' ');
  const exact = passages.filter(({ place, status }) =>
    [formatCitation(place, status), formatShortCitation(place)].some((label) => wordsOf(label).join(' ') === wanted),
  );
  return exact.length > 0 ? findPlace({}, exact) : findPlace(cited, passages);
}

/** The words meant: a limb without its heading, a paragraph out of several that share a passage. */
function citedSpans(group: Passage[], cited: CitedPlace, { index, audience }: ShowPlaceOptions): Span[] {
  const number = cited.paragraph;
  const isShared = number !== undefined && group.some(({ place }) => (place.sections?.length ?? 0) > 1);
  if (!isShared) return group.map(({ recordSpan, span }) => recordSpan ?? span);
  const paper = index.papers(audience).find(({ id }) => id === group[0]?.paperId)?.paper;
  const spans = (paper?.report?.sections ?? [])
    .flatMap(({ paragraphs }) => paragraphs)
    .filter((paragraph) => paragraph.number !== undefined && isWithin(paragraph.number, number))
    .flatMap((paragraph) => paragraph.spans);
  return spans.length > 0 ? spans : group.map(({ span }) => span);
}

function isWithin(printed: string, cited: string): boolean {
  return tidyLabel(printed) === tidyLabel(cited) || tidyLabel(printed).startsWith(`${tidyLabel(cited)}.`);
}

/** The citation of a group: of its one passage, or of the minute when it is a whole minute. */
function labelOf(group: Passage[], cited: CitedPlace): string {
  const first = group[0];
  if (!first) return '';
  const { limb, ...place } = first.place;
  const isWhole = cited.limb === undefined && group.length > 1;
  const section = cited.paragraph !== undefined && place.sections ? { section: cited.paragraph } : {};
  return formatCitation(isWhole || limb === undefined ? { ...place, ...section } : { ...place, limb }, first.status);
}

function whyNotFound(citation: string, cited: CitedPlace, passages: Passage[]): string {
  const minute = cited.minute === undefined ? [] : findPlace({ minute: cited.minute }, passages).flat();
  const labels = [...new Set(minute.flatMap(({ place }) => place.limb || []))];
  if (cited.limb !== undefined && minute.length > 0) {
    const known =
      labels.length > 0 ? `resolutions ${labels.map((label) => `(${label})`).join(', ')}` : 'no numbered resolution';
    return `Cannot find "${citation}": that minute has ${known}`;
  }
  return `Cannot find "${citation}": nothing in the index is cited so`;
}
