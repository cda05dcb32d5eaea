import { wordsOf } from '../lexicon.ts';
import { type CitedPlace, tidyLabel } from '../parse-citation.ts';
import type { Passage } from '../passage.ts';

/** The words of a cited title that a place must have, when none has them all ("Education Outcomes 2019"). */
const LEAST_TITLE_SHARE = 0.6;

/**
 * The passages a citation means, one group for each place it could mean, the newest meeting first. `passages` are
 * those the audience may read, in reading order; a group's are of one paper.
 */
export function findPlace(cited: CitedPlace, passages: Passage[]): Passage[][] {
  const numbered = passages.filter((passage) => isInMeeting(passage, cited) && hasNumbers(passage, cited));
  const titled = cited.title === undefined ? numbered : bestTitled(numbered, cited.title);
  const paged = titled.filter((passage) => isOnPage(passage, cited.page));
  const found = narrowToItems(paged.length > 0 || isOnlyPage(cited) ? paged : titled, cited);
  const groups = new Map<string, Passage[]>();
  for (const passage of found) {
    const key = `${passage.paperId} ${passage.place.minute ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), passage]);
  }
  return [...groups.values()].sort((a, b) => dateOf(b).localeCompare(dateOf(a)));
}

function isInMeeting({ place }: Passage, { committee, dates }: CitedPlace): boolean {
  if (committee !== undefined && place.committee !== committee) return false;
  if (dates === undefined) return true;
  return place.meetingDate !== undefined && dates.from <= place.meetingDate && place.meetingDate <= dates.to;
}

function hasNumbers(passage: Passage, cited: CitedPlace): boolean {
  const { place, kind } = passage;
  const sections = [place.section, ...(place.sections ?? [])];
  if (cited.minute !== undefined && !isNumber(place.minute, cited.minute)) return false;
  if (cited.limb !== undefined && !(kind === 'limb' && isLimb(place.limb, cited.limb))) return false;
  if (cited.item !== undefined && !isNumber(place.item, cited.item)) return false;
  if (cited.measure !== undefined && !isMeasure(place.measure, cited.measure)) return false;
  if (cited.paragraph !== undefined && !sections.some((section) => isWithin(section, cited.paragraph))) return false;
  if (cited.recommendation === undefined) return true;
  return kind === 'recommendation' && sections.some((section) => isNumber(section, cited.recommendation));
}

function isNumber(printed: string | undefined, cited: string | undefined): boolean {
  return printed !== undefined && cited !== undefined && tidyLabel(printed) === tidyLabel(cited);
}

/** Paragraph 3.2 takes in 3.2.1: citing a section is citing its paragraphs. */
function isWithin(printed: string | undefined, cited: string | undefined): boolean {
  if (printed === undefined || cited === undefined) return false;
  return isNumber(printed, cited) || tidyLabel(printed).startsWith(`${tidyLabel(cited)}.`);
}

/** Limb 3 takes in 3(a); an undivided resolution, which has no label, is limb 1 too. */
function isLimb(printed: string | undefined, cited: string): boolean {
  if (printed === undefined) return false;
  if (printed === '' || cited === '') return printed === cited || cited === '1';
  return isNumber(printed, cited) || tidyLabel(printed).startsWith(`${tidyLabel(cited)}(`);
}

/** "NI 59" and "No.28" both mean the measure printed "No.28 / NI 59". */
function isMeasure(printed: string | undefined, cited: string): boolean {
  const names = (measure: string) =>
    tidyLabel(measure)
      .split('/')
      .map((name) => name.replace(/[\s.]/g, ''));
  const wanted = names(cited);
  return printed !== undefined && names(printed).some((name) => wanted.some((other) => isSameMeasure(name, other)));
}

function isSameMeasure(printed: string, cited: string): boolean {
  return printed === cited || printed.replace(/^(?:no|measure)/, '') === cited.replace(/^(?:no|measure)/, '');
}

/** Those whose title, heading and caption have the most of the cited title's words, if that is enough of them. */
function bestTitled(passages: Passage[], title: string): Passage[] {
  const wanted = [...new Set(wordsOf(title))];
  const shares = passages.map(({ place }) => {
    const { paperTitle, paperLabel, minuteTitle, heading, tableCaption, measure, paperKind, place: slide } = place;
    const here = new Set(
      wordsOf([paperTitle, paperLabel, minuteTitle, heading, tableCaption, measure, paperKind, slide].join(' ')),
    );
    return wanted.filter((word) => here.has(word)).length / Math.max(1, wanted.length);
  });
  const best = Math.max(LEAST_TITLE_SHARE, ...shares);
  return passages.filter((_passage, n) => shares[n] === best);
}

function isOnPage({ place }: Passage, page: string | undefined): boolean {
  return (
    page === undefined || place.pageLabel === page || (place.pageLabel === undefined && String(place.page) === page)
  );
}

function isOnlyPage({ minute, item, paragraph, measure, recommendation, title }: CitedPlace): boolean {
  return [minute, item, paragraph, measure, recommendation, title].every((part) => part === undefined);
}

/** An item's own entry on the agenda, before the papers that came with it. */
function narrowToItems(passages: Passage[], { item }: CitedPlace): Passage[] {
  const entries = item === undefined ? [] : passages.filter(({ kind }) => kind === 'item');
  return entries.length > 0 ? entries : passages;
}

function dateOf(group: Passage[]): string {
  return group[0]?.place.meetingDate ?? '';
}
