import { findDate } from '../read-date.ts';

const TIME =
  /\b(\d{1,2}(?:[.:]\d{2})?\s?(?:a\.m\.|p\.m\.|am\b|pm\b|a\.m\b|p\.m\b|noon\b|midday\b|hrs\b|hours\b)|(?<!\brooms? |& |£)(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\.?\d))/i;
const PLACE_FIELD = /^\W*(?:venue|place|location|held at|at)\s*(?:[:|\t][\s:|–-]*|[-–]\s+)(.*)$/i;
const MEETING_WORD = /\b(?:date|time|held|meeting|commenc\w*|start\w*|venue|at|from)\b/i;
/** What says of itself when the meeting was held is surer than a head above it. */
const MINUTES_HELD = /\b(?:minutes?|notes|record)\b.{0,200}\bheld\b/i;
const OTHER_FIELD =
  /^\W*(?:date|time|membership|members|present|agenda|contact|clerk|apologies|quorum|councillors?|start)\b/i;
/** Ends a place named in a sentence. */
const AFTER_PLACE =
  /\s+(?:on\s+(?:the\s+)?(?:\d|mon|tue|wed|thu|fri|sat|sun)|at\s+\d|commencing|starting|from\s+\d|following|when\b)|\.\s*$|\.\s+\p{Lu}/iu;
const ROOM = /\b(?:room|hall|chamber|offices?|house|centre|suite|guildhall|library|school|church|building|pavilion)\b/i;
const MAX_PLACE_LINES = 5;

/** The time a head prints, as it stands ("5.30 p.m."). */
export function meetingTime(headLines: string[]): string | undefined {
  const dated = headLines.filter((line) => line.length < 300);
  const held = dated.filter((line) => MINUTES_HELD.test(line));
  const lines = [...held, ...dated.filter((line) => MEETING_WORD.test(line)), ...dated];
  for (const line of lines) {
    const time = TIME.exec(line.replace(/\b\d{1,2}\.\d{1,2}\.\d{2,4}\b/g, ' '))?.[1];
    if (time) return time;
  }
  return undefined;
}

/**
 * Where the meeting is held: a field over one or more of the head's lines, or what follows "held in" or "at the" in
 * its sentences, which are its lines with broken ones joined.
 */
export function meetingPlace(headLines: string[], sentences: string[]): string | undefined {
  return placeField(headLines) ?? placeInSentence(sentences) ?? placeAlone(headLines);
}

function placeField(lines: string[]): string | undefined {
  const at = lines.findIndex((line) => line.length < 200 && PLACE_FIELD.test(line));
  if (at < 0) return undefined;
  const parts = [PLACE_FIELD.exec(lines[at] ?? '')?.[1] ?? ''];
  for (const line of lines.slice(at + 1, at + MAX_PLACE_LINES)) {
    const unfinished = parts.join('') === '' || /,\s*$/.test(parts.at(-1) ?? '');
    if (!unfinished || OTHER_FIELD.test(line)) break;
    parts.push(line);
  }
  return tidy(parts.join(' '));
}

function placeInSentence(lines: string[]): string | undefined {
  for (const line of lines) {
    if (line.length > 400) continue;
    for (const match of line.matchAll(
      /(?:^|\s)(?:in|at|by|via)\s+(?:the\s+)?(?=[\p{Lu}]|video|remote|virtual|means of)/giu,
    )) {
      const rest = line.slice(match.index + match[0].length);
      const end = AFTER_PLACE.exec(rest)?.index ?? rest.length;
      const place = tidy(rest.slice(0, end));
      if (place && isPlace(place, match[0])) return place;
    }
    const afterTime = /^\W*\d{1,2}[.:]\d{2}\s?[ap]\.?m\.?\s*,\s*(?:the\s+)?(\p{Lu}.{3,100})$/u.exec(line)?.[1];
    if (afterTime) return tidy(afterTime);
    const date = findDate(line);
    const afterDate = date && /\bheld\b/i.test(line) ? line.slice(date.index + date.printed.length) : '';
    const room = /^,\s+((?=.{0,40}\b(?:rooms?|hall|chamber|floor|offices?|house|centre)\b)\p{Lu}.{3,140})$/iu.exec(
      afterDate,
    )?.[1];
    if (room) return tidy(room);
  }
  return undefined;
}

/** A line of its own that names a room or building and its town. */
function placeAlone(lines: string[]): string | undefined {
  const line = lines.find(
    (text) =>
      text.length <= 140 &&
      ROOM.test(text) &&
      /,|\s[-–]\s/.test(text) &&
      !/[:@]|\b(?:officer|clerk|manager|councillor)\b/i.test(text),
  );
  if (line === undefined) return undefined;
  const date = findDate(line);
  const after = date ? line.slice(date.index + date.printed.length).replace(/^[\s,–-]+/, '') : line;
  const before = date ? line.slice(0, date.index).replace(/[\s,–-]+$/, '') : line;
  return tidy(([after, before].find((part) => ROOM.test(part)) ?? line).split(/\.\s+\p{Lu}/u)[0] ?? line);
}

function isPlace(place: string, preposition: string): boolean {
  if (/^(?:by|via)/i.test(preposition.trim())) return true;
  if (/\bmeeting of\b/i.test(place)) return false;
  if (
    /^(?:(?:January|February|March|April|June|July|August|September|October|November|December)\b(?! (?:House|Hall|Street|Road))|Chair|Attendance|Councillor|Private|Public|Public Session|Camera|Accordance|These|This|That|Which|All|Any|Each|Officers|Members|Next Meeting|Meeting Held|Chairman|Clerk)\b/i.test(
      place,
    )
  )
    return false;
  return place.length <= 140 && /^\p{Lu}/u.test(place);
}

function tidy(text: string): string | undefined {
  const place = text
    .replace(/\s+/g, ' ')
    .replace(/^\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\.?,?\s+/i, '')
    .replace(/,?\s+on$/i, '')
    .replace(/[.,]?\s*View directions\b.*$/i, '')
    .replace(/[\s.,;:|)–-]+$/, '')
    .trim();
  return place.length > 2 ? place : undefined;
}
