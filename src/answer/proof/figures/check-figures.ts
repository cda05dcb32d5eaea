import type { ProofFault } from '../../../proof.ts';
import type { Claim, Source } from '../reading/claim.ts';
import type { Figure } from '../reading/read-figures.ts';
import { readFigures } from '../reading/read-figures.ts';
import type { Token } from '../reading/read-tokens.ts';

/** A day without a year is that of the nearest year, within this many days of the meeting. */
const HALF_A_YEAR_DAYS = 200;
const DAY_MS = 86_400_000;

/**
 * Every number, date, amount and label of the statement stands in its quotations, with the same meaning, or is the
 * number, date or label by which the program cites them. A meeting's date may only be said of the meeting.
 */
export function checkFigures({ tokens, sources, text }: Claim): ProofFault | undefined {
  for (const [at, { figure, text: said }] of tokens.entries()) {
    if (!figure) continue;
    if (sources.some((source) => isQuoted(figure, source))) continue;
    const known = sources.some((source) => isOfPlace(figure, source));
    if (!known || (figure.kind === 'date' && !isSaidOfMeeting(tokens, at))) return { kind: 'figure', said };
  }
  return findWrongMeeting(tokens, sources) ?? checkWeekdays(text, sources);
}

/** True if these words of a quotation say the figure; both as read. */
export function isSameFigure(said: Figure, source: Figure, { passage }: Source): boolean {
  if (said.kind === 'date')
    return source.kind === 'date' && isSameDate(said.value, source.value, passage.place.meetingDate);
  const inTable = passage.kind === 'table' || passage.place.tableCaption !== undefined;
  if (inTable && said.kind !== source.kind) return isSameCell(said, source, `${passage.context} ${passage.text}`);
  if (said.kind === 'label' && source.kind === 'label') return limbOf(said.value) === limbOf(source.value);
  if (said.kind !== source.kind || said.value !== source.value) return false;
  return said.unit === undefined || source.unit === undefined || said.unit === source.unit;
}

function isQuoted(figure: Figure, source: Source): boolean {
  if (source.quote.some((token) => token.figure && isSameFigure(figure, token.figure, source))) return true;
  if (figure.kind !== 'count') return false;
  // "One" is how English says "a"; "two" is said of both.
  const word = figure.value === '1' ? /\b(?:an?|single|sole)\b/i : figure.value === '2' ? /\bboth\b/i : undefined;
  return word?.test(source.evidence.text) ?? false;
}

function isOfPlace(figure: Figure, source: Source): boolean {
  if (figure.kind === 'count') return false;
  if (source.place.some((token) => token.figure && isSameFigure(figure, token.figure, source))) return true;
  return figure.kind === 'date' && isSameDate(figure.value, source.passage.place.meetingDate ?? '', undefined);
}

/** "resolution 2", "limb 2" and "(2)" are one. */
function limbOf(label: string): string {
  return label.replace(/^resolution/, 'limb');
}

/** A cell of a table is a bare number: what it counts stands in its header. */
function isSameCell(said: Figure, cell: Figure, table: string): boolean {
  if (cell.kind !== 'count') return false;
  const value = Number(cell.value);
  if (said.kind === 'percent') return Number(said.value) === value && /%|percent/i.test(table);
  if (said.kind !== 'money' || !table.includes('£')) return false;
  return Number(said.value) === value || (/£000/.test(table) && Number(said.value) === value * 1000);
}

/** True if a date as said is the one of the source, or one less exact: "in October", "in 2019". */
export function isSameDate(said: string, source: string, meetingDate: string | undefined): boolean {
  if (said === source || (source !== '' && source.startsWith(`${said}-`))) return true;
  const bare = (date: string) => date.replace(/^\d{4}/, '-');
  const isDatePart = bare(source) === bare(said) || bare(source).startsWith(`${bare(said)}-`);
  if (said.startsWith('--')) return isDatePart;
  if (!source.startsWith('--') || !isDatePart || !meetingDate) return false;
  const day = (date: string) => Date.parse(date.length === 7 ? `${date}-15` : date);
  return said.length >= 7 && Math.abs(day(said) - day(meetingDate)) <= HALF_A_YEAR_DAYS * DAY_MS;
}

const MEETING_WORDS =
  /^(?:meeting|minutes?|committee|report|reported|paper|agenda|session|resolved|agreed|decided|met|approved|noted|deferred|recommended|asked|said)$/;
const BEFORE = 5;

/** True if a date stands where one says when the committee met: "at its meeting on …", "On …, the Committee". */
function isSaidOfMeeting(tokens: Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - BEFORE), at).filter(({ sentence }) => sentence === tokens[at]?.sentence);
  if (before.some(({ word }) => MEETING_WORDS.test(word))) return true;
  const next = tokens.slice(at + 1).find(({ kind, word }) => kind !== 'function' || word === 'it');
  const isOpening = before.every(({ kind }) => kind === 'function');
  return isOpening && next !== undefined && (next.kind === 'record' || next.word === 'it' || next.capital);
}

const COMMITTEE_DECIDES =
  /^(?:resolved|agreed|decided|approved|deferred|noted|recommended|adopted|endorsed|rejected|refused|asked|requested|received|voted|heard|was|were)$/;

/** "At its meeting on 18 November the Committee deferred …": the day must be that of the meeting cited. */
function findWrongMeeting(tokens: Token[], sources: Source[]): ProofFault | undefined {
  const at = tokens.findIndex(({ figure }) => figure?.kind === 'date' && /\d-\d\d$/.test(figure.value));
  const date = tokens[at]?.figure;
  if (!date || at > 8) return undefined;
  const opening = tokens.slice(0, at);
  const next = tokens.slice(at + 1, at + 9);
  const isMeeting = opening.some(({ word }) => word === 'meeting');
  const isOpening = opening.every(({ kind }) => kind === 'function');
  const isCommittee = next.some(({ word }) => /^(?:committee|members|it)$/.test(word));
  const decides = next.some(({ word }) => COMMITTEE_DECIDES.test(word));
  if (!decides || !(isOpening || isMeeting) || !(isCommittee || isMeeting)) return undefined;
  const isRight = sources.some(({ passage }) => {
    const day = passage.place.meetingDate;
    return day === undefined || isSameDate(date.value, day, day);
  });
  return isRight ? undefined : { kind: 'figure', said: tokens[at]?.text ?? '' };
}

const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b/g;

function checkWeekdays(text: string, sources: Source[]): ProofFault | undefined {
  if (!text.includes('day')) return undefined;
  const known = sources.flatMap(({ evidence, passage, placeText }) => [
    ...(`${evidence.text} ${placeText}`.match(WEEKDAY) ?? []),
    ...(passage.place.meetingDate ? [weekdayOf(passage.place.meetingDate)] : []),
    ...readFigures(evidence.text).flatMap(({ kind, value }) =>
      kind === 'date' && value.length === 10 ? [weekdayOf(value)] : [],
    ),
  ]);
  const said = text
    .match(WEEKDAY)
    ?.find((day) => !known.some((other) => other.replace(/s$/, '') === day.replace(/s$/, '')));
  return said === undefined ? undefined : { kind: 'figure', said };
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function weekdayOf(iso: string): string {
  return DAYS[new Date(iso).getUTCDay()] ?? '';
}
